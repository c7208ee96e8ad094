import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ItemOf } from '../../api.ts'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { PostTime } from '../../parts/post.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { Stage } from '../../terms.ts'
import type { Change } from './flow-view.tsx'
import { endingName, STAY_WORDS, sayDays } from './stay-words.ts'
import type { JourneysSearch } from './url-state.ts'

/** The people behind a number of the chain, with the posts that show it. */
export function StayList(props: {
  search: JourneysSearch & { topic: string }
  stage: Stage
  change: Change
}) {
  const { search, stage, change } = props
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const [list, none] = [useRef<HTMLUListElement>(null), useRef<HTMLInputElement>(null)]
  useListKeys(list, none)
  const { topic, segment, from, to, ending } = search
  const pages = useInfiniteQuery(
    askPages('GET /journeys/stays', {
      query: { topic, stage, limit: 50, ...withoutEmpty({ segment, from, to, ending }) },
    }),
  )
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number was chosen
  useEffect(() => heading.current?.focus(), [stage, ending])
  const items = pages.data?.pages.flatMap((page) => page?.items ?? [])
  return (
    <section className="sheet stack-tight" aria-labelledby="stays">
      <div className="row spread">
        <h2 id="stays" ref={heading} tabIndex={-1}>
          {words.listOf(
            STAGE_WORDS[stage][language],
            ending === undefined ? '' : endingName(ending, language),
          )}
        </h2>
        <button
          type="button"
          className="link-button small"
          onClick={() => change({ stage: undefined, ending: undefined })}
        >
          {words.closeList}
        </button>
      </div>
      {items === undefined && <Awaiting query={pages} />}
      {items?.length === 0 && <p className="soft">{words.nobody}</p>}
      {items !== undefined && items.length > 0 && (
        <>
          <ul ref={list} className="bare-list stay-list">
            {items.map((stay) => (
              <StayItem key={stay.begunBy} stay={stay} search={search} />
            ))}
          </ul>
          <LoadMore pages={pages} />
        </>
      )}
    </section>
  )
}

function StayItem({
  stay,
  search,
}: {
  stay: ItemOf<'GET /journeys/stays'>
  search: JourneysSearch
}) {
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const { person, ending, endedAt, endedBy } = stay
  const name = ending === 'churn' ? words.leftBy : words.wentBy
  return (
    <li className="row" data-stay>
      <Link to="/people/$id" params={{ id: person.id }} data-list-item>
        <bdi>{person.name}</bdi>
      </Link>
      <Link
        to="/journeys"
        search={{ ...search, post: stay.begunBy }}
        resetScroll={false}
        className="small"
        title={words.cameBy}
      >
        <PostTime time={stay.begunAt} />
      </Link>
      <span className="small soft">
        → {endingName(ending, language)} ({sayDays(stay.days, language)})
      </span>
      {endedAt !== null && endedBy !== null && (
        <Link
          to="/journeys"
          search={{ ...search, post: endedBy }}
          resetScroll={false}
          className="small"
          title={name}
        >
          <PostTime time={endedAt} />
        </Link>
      )}
    </li>
  )
}
