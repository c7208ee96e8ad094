import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { askPages } from '../../client.ts'
import { STAGES_OR_NONE, STANCES, withoutEmpty } from '../../filters.ts'
import { formatLanguage } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChoiceField, TopicField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import { Post } from '../../parts/post.tsx'
import { WORDS as COMMON, STAGE_WORDS, STANCE_WORDS } from '../../parts/words.ts'
import type { CommunityInFull } from '../../terms.ts'
import '../listening/filter-bar.css'
import type { CommunitySearch } from './url-state.ts'
import { WORDS } from './words.ts'

type Narrowing = Pick<CommunitySearch, 'stage' | 'stance' | 'topic' | 'lang'>

/** The posts that the figures of a community count. */
export function CommunityPosts(props: {
  community: CommunityInFull
  search: CommunitySearch
  open: (id: string) => void
}) {
  const { community, search } = props
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const navigate = useNavigate({ from: '/communities/$id' })
  const change = (changed: { [Key in keyof Narrowing]?: Narrowing[Key] | undefined }) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }), resetScroll: false })
  return (
    <div className="stack">
      <section className="filter-bar" aria-label={words.filters}>
        <ChoiceField
          label={words.stage}
          words={STAGE_WORDS}
          order={STAGES_OR_NONE}
          value={search.stage}
          choose={(stage) => change({ stage })}
        />
        <ChoiceField
          label={words.stance}
          words={STANCE_WORDS}
          order={STANCES}
          value={search.stance}
          choose={(stance) => change({ stance })}
        />
        <TopicField value={search.topic} choose={(topic) => change({ topic })} />
        <NativeSelect
          label={words.languages}
          value={search.lang ?? ''}
          onChange={(event) => change({ lang: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: common.any },
            ...community.languages.map(({ lang }) => ({
              value: lang,
              label: formatLanguage(lang, language),
            })),
          ]}
        />
      </section>
      <Found {...props} clear={() => navigate({ search: { view: 'posts' }, resetScroll: false })} />
    </div>
  )
}

function Found(props: {
  community: CommunityInFull
  search: CommunitySearch
  open: (id: string) => void
  clear: () => void
}) {
  const { community, search, open, clear } = props
  const words = useWords(WORDS)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const { stage, stance, topic, lang } = search
  const pages = useInfiniteQuery(
    askPages('GET /communities/{id}/posts', {
      params: { id: community.id },
      query: withoutEmpty({ stage, stance, topic, lang }),
    }),
  )
  if (pages.data === undefined) return <Awaiting query={pages} />
  const posts = pages.data.pages.flatMap((page) => page.items)
  if (posts.length === 0 && !pages.hasNextPage) {
    return (
      <Empty title={words.noPosts}>
        <div>
          <Button variant="default" onClick={clear}>
            {words.clear}
          </Button>
        </div>
      </Empty>
    )
  }
  return (
    <div className="stack" ref={list}>
      <ul className="bare-list sheet posts">
        {posts.map((activity) => (
          <li key={activity.id}>
            <Post activity={activity} open={open} />
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} />
    </div>
  )
}
