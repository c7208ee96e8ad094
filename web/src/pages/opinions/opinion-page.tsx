import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { StageChip } from '../../parts/chips.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import { ReadBy } from '../../parts/read-by.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { OpinionInFull } from '../../terms.ts'
import './opinions.css'
import { Decisions } from './decisions.tsx'
import { Examples } from './examples.tsx'
import { OpinionMarks, Recent, Stances } from './opinion-list.tsx'
import { opinionName } from './opinion-name.ts'
import { RenameForm } from './rename-form.tsx'
import { Trend } from './trend.tsx'
import { WORDS } from './words.ts'

/** One opinion: what it is called, who says it where and when, and the posts that say it. */
export function OpinionPage() {
  const { id } = useParams({ from: '/inside/opinions/$id' })
  const words = useWords(WORDS)
  const query = useQuery(ask('GET /opinions/{id}', { params: { id } }))
  if (query.data === undefined) {
    return (
      <Page title={words.title}>
        <Awaiting query={query} />
      </Page>
    )
  }
  return <Known opinion={query.data} />
}

function Known({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const isWriter = mayWrite(useSession())
  const search = useSearch({ from: '/inside/opinions/$id' })
  const navigate = useNavigate({ from: '/opinions/$id' })
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const open = (post: string | undefined) =>
    navigate({ search: withoutEmpty({ post }), resetScroll: false })
  const name = opinionName(opinion.name, language)
  return (
    <Page
      title={name?.text ?? words.unnamed}
      heading={<bdi lang={name?.lang}>{name?.text ?? words.unnamed}</bdi>}
      beside={isWriter && <RenameForm opinion={opinion} key={opinion.id} />}
    >
      <Facts opinion={opinion} />
      <div className="opinion-columns">
        <div className="stack" ref={list}>
          <Trend opinion={opinion} />
          <Examples opinion={opinion} open={open} isWriter={isWriter} />
        </div>
        <div className="stack">
          <Stages opinion={opinion} />
          <Channels opinion={opinion} />
          <Decisions opinion={opinion} isWriter={isWriter} />
        </div>
      </div>
      <PostDrawer id={search.post} close={() => open(undefined)} />
    </Page>
  )
}

function Facts({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const other = opinion.name[language === 'ja' ? 'en' : 'ja']
  return (
    <div className="stack-tight">
      {opinion.name[language] !== null && other !== null && (
        <p className="soft" lang={language === 'ja' ? 'en' : 'ja'}>
          {other}
        </p>
      )}
      <div className="row small">
        <Link to="/opinions" search={{ topic: opinion.topicId }}>
          {words.back}: <bdi>{opinion.topicName}</bdi>
        </Link>
        <OpinionMarks opinion={opinion} />
        <span title={words.voicesHint}>
          {words.voices} {formatCount(opinion.voices, language)}
        </span>
        <Link to="/listening" search={{ opinion: opinion.id }}>
          {words.allPosts(opinion.posts)}
        </Link>
        <Stances opinion={opinion} />
        <span className="soft">
          {words.recent}: <Recent opinion={opinion} />
        </span>
        {opinion.firstAt !== null && opinion.lastAt !== null && (
          <span className="soft">
            <PostTime time={opinion.firstAt} /> – <PostTime time={opinion.lastAt} />
          </span>
        )}
      </div>
      <ReadBy readBy={opinion.readBy} />
    </div>
  )
}

function Stages({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="opinion-stages">
      <h2 id="opinion-stages">{words.byStage}</h2>
      <ul className="bare-list stack-tight">
        {opinion.stages.map(({ stage, stance, posts }) => (
          <li key={`${stage} ${stance}`} className="row spread">
            <StageChip stage={stage} stance={stance} />
            <Link
              to="/listening"
              search={{ opinion: opinion.id, topic: opinion.topicId, stage, stance }}
            >
              {formatCount(posts, language)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Channels({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="opinion-channels">
      <h2 id="opinion-channels">{words.byChannel}</h2>
      <ul className="bare-list stack-tight">
        {opinion.channels.map(({ id, name, posts }) => (
          <li key={id} className="row spread">
            <bdi>{name}</bdi>
            <Link to="/listening" search={{ opinion: opinion.id, channel: id }}>
              {formatCount(posts, language)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
