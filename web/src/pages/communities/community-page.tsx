import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Loading, Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { CommunityInFull } from '../../terms.ts'
import './communities.css'
import { communityName } from './community-name.ts'
import { CommunityPosts } from './community-posts.tsx'
import { Members } from './members.tsx'
import { Overview } from './overview.tsx'
import { RenameForm } from './rename-form.tsx'
import { VIEWS } from './url-state.ts'
import { VIEW_WORDS, WORDS } from './words.ts'

const Ties = lazy(async () => ({ default: (await import('./ties.tsx')).Ties }))

/** One community: what is known of it, its people, what they say, and the picture of their ties. */
export function CommunityPage() {
  const { id } = useParams({ from: '/inside/communities/$id' })
  const words = useWords(WORDS)
  const query = useQuery(ask('GET /communities/{id}', { params: { id } }))
  if (query.data === undefined) {
    return (
      <Page title={words.title}>
        <Awaiting query={query} />
      </Page>
    )
  }
  return <Known community={query.data} />
}

function Known({ community }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const isWriter = mayWrite(useSession())
  const search = useSearch({ from: '/inside/communities/$id' })
  const navigate = useNavigate({ from: '/communities/$id' })
  const open = (post: string | undefined) =>
    navigate({ search: withoutEmpty({ ...search, post }), resetScroll: false })
  const name = communityName(community, language) ?? words.unnamed(community.people)
  // Of one that ended, who was in it is not shown any more.
  const isShown = (view: typeof search.view) => search.view === view && community.endedAt === null
  return (
    <Page
      title={name}
      heading={<bdi>{name}</bdi>}
      beside={
        isWriter &&
        community.endedAt === null && <RenameForm community={community} key={community.id} />
      }
    >
      <Facts community={community} />
      {community.endedAt === null ? (
        <Views id={community.id} />
      ) : (
        <p className="note">
          {words.endedOn} <PostTime time={community.endedAt} />
        </p>
      )}
      {(search.view === undefined || community.endedAt !== null) && (
        <Overview community={community} open={open} />
      )}
      {isShown('people') && <Members id={community.id} search={search} />}
      {isShown('posts') && <CommunityPosts community={community} search={search} open={open} />}
      {isShown('graph') && (
        <Suspense fallback={<Loading />}>
          <Ties community={community} size={search.size ?? 5_000} />
        </Suspense>
      )}
      <PostDrawer id={search.post} close={() => open(undefined)} />
    </Page>
  )
}

function Facts({ community }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  const { recentPosts, beforePosts, ours, rivals, isToJoin, name, phrases } = community
  return (
    <div className="stack-tight">
      {name !== null && phrases.length > 0 && (
        <p className="soft small">
          {words.phrasesWere}: <bdi>{phrases.join(' / ')}</bdi>
        </p>
      )}
      {isToJoin && (
        <p className="note">
          <strong>{words.join}</strong>{' '}
          {words.joinWhy(community.relevantPosts, rivals, community.rivalPosts)}
        </p>
      )}
      <div className="row small">
        <Link to="/communities">{words.back}</Link>
        <span>
          {words.recent} {words.recentOf(recentPosts, recentPosts - beforePosts)}
        </span>
        <span>
          {words.relevance} {words.relevanceOf(community.relevantPosts, community.relevance)}
        </span>
        <span>{words.presenceOf(ours, rivals)}</span>
        <span className="soft">
          {words.born} <PostTime time={community.bornAt} />
        </span>
      </div>
    </div>
  )
}

function Views({ id }: { id: string }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { view: here } = useSearch({ from: '/inside/communities/$id' })
  return (
    <nav className="community-views" aria-label={words.views}>
      {([undefined, ...VIEWS] as const).map((view) => (
        <Link
          key={view ?? 'overview'}
          to="/communities/$id"
          params={{ id }}
          search={withoutEmpty({ view })}
          resetScroll={false}
          activeOptions={{ exact: true }}
          aria-current={view === here ? 'page' : undefined}
          {...(view === here ? { 'data-here': '' } : {})}
        >
          {VIEW_WORDS[view ?? 'overview'][language]}
        </Link>
      ))}
    </nav>
  )
}
