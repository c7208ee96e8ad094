import { NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { ItemOf } from '../../api.ts'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatPart } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import './influence.css'
import { PersonName } from './credit-line.tsx'
import { CREDIT_WORDS, OUTCOMES_WORDS } from './credit-words.ts'
import { Filters } from './filters.tsx'
import { ShareMark } from './share-mark.tsx'
import { showsLoss, Unmeasured } from './unmeasured.tsx'
import { type OutcomesSearch, partOf } from './url-state.ts'

type Item = ItemOf<'GET /influence/outcomes'>

/** Every outcome that was credited, be it all background; each opens how it came about. */
export function OutcomesPage() {
  const words = useWords(OUTCOMES_WORDS)
  const credits = useWords(CREDIT_WORDS)
  const search = useSearch({ from: '/inside/influence/outcomes' })
  const navigate = useNavigate({ from: '/influence/outcomes' })
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const change = (changed: { [Key in keyof OutcomesSearch]?: OutcomesSearch[Key] | undefined }) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }), resetScroll: false })
  return (
    <Page title={words.title}>
      <p className="row small">
        <Link to="/influence" search={partOf(search)}>
          {credits.back}
        </Link>
      </p>
      <p className="soft small">{words.intro}</p>
      <Filters search={search} change={change}>
        <NativeSelect
          label={words.cause}
          value={search.cause ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ cause: value === 'prompted' || value === 'background' ? value : undefined })
          }
          data={[
            { value: '', label: words.anyCause },
            { value: 'prompted', label: words.prompted },
            { value: 'background', label: words.background },
          ]}
        />
      </Filters>
      {showsLoss(search.outcome) && <Unmeasured />}
      <div ref={list}>
        <Outcomes search={search} open={(post) => change({ post })} />
      </div>
      <PostDrawer id={search.post} close={() => change({ post: undefined })} />
    </Page>
  )
}

function Outcomes({ search, open }: { search: OutcomesSearch; open: (post: string) => void }) {
  const words = useWords(OUTCOMES_WORDS)
  const { post: _, ...asked } = search
  const pages = useInfiniteQuery(askPages('GET /influence/outcomes', { query: asked }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <Empty title={words.none}>
        <p>{words.noneText}</p>
        <p>
          <Link to="/influence">{words.goInfluence}</Link>
        </p>
      </Empty>
    )
  }
  return (
    <div className="stack">
      <ul className="bare-list sheet posts">
        {items.map((item) => (
          <OutcomeLine
            key={`${item.id} ${item.type}`}
            item={item}
            topic={search.topic}
            open={open}
          />
        ))}
      </ul>
      <LoadMore pages={pages} />
    </div>
  )
}

function OutcomeLine(props: {
  item: Item
  topic: string | undefined
  open: (post: string) => void
}) {
  const { item, topic, open } = props
  const words = useWords(OUTCOMES_WORDS)
  const credits = useWords(CREDIT_WORDS)
  const { language } = useLanguage()
  const what = CAUSED_WORDS[item.type][language]
  return (
    <li className="credit-line">
      <div className="credit-line-share">
        <strong>{formatPart(1 - item.background, language)}</strong>
        <ShareMark share={1 - item.background} />
      </div>
      <div className="stack-tight">
        <p className="row">
          <span className="chip influence-outcome">{what}</span>
          <PersonName person={item.person} />
          <span className="small soft">
            <PostTime time={item.at} />
          </span>
          {item.isLive && <span className="chip chip-open">{credits.live}</span>}
        </p>
        {item.post !== null && (
          <p>
            <button
              type="button"
              className="link-button credit-line-post"
              aria-haspopup="dialog"
              onClick={() => open(item.id)}
            >
              <span dir="auto">{item.post.excerpt ?? words.openOutcome}</span>
            </button>
          </p>
        )}
        <p className="row small">
          <span className="soft">
            {item.touches === 0 ? words.allBackground : words.touches(item.touches)}
          </span>
          <Link
            data-list-item
            to="/influence/paths/$outcome"
            params={{ outcome: item.id }}
            search={withoutEmpty({ topic })}
            aria-label={credits.pathOf(item.person?.name ?? credits.somebody, what)}
          >
            {credits.path}
          </Link>
        </p>
      </div>
    </li>
  )
}
