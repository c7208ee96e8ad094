import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ComponentProps, type ReactNode, useRef } from 'react'
import { ask, askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { InfluenceMark, scaleOf } from '../../parts/influence-mark.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import type { InfluenceItem } from '../../terms.ts'
import { CreditLine } from './credit-line.tsx'
import { Credit } from './figure-table.tsx'
import './influence.css'
import { CREDIT_WORDS } from './credit-words.ts'
import { MoneyLine } from './money-line.tsx'
import { nameOfRow, wordedKey } from './names-of.ts'
import { LinkedLine, PlaceboLegend, PlaceboList } from './placebos.tsx'
import { EvidenceChip } from './summary.tsx'
import { showsLoss, Unmeasured } from './unmeasured.tsx'
import { type CreditsSearch, partOf } from './url-state.ts'
import { COLUMN_WORDS, CUT_WORDS, WORDS } from './words.ts'

/** The posts behind a figure and the outcomes that they preceded; the URL holds which figure, and the post that is open. */
export function CreditsPage() {
  const words = useWords(CREDIT_WORDS)
  const { language } = useLanguage()
  const search = useSearch({ from: '/inside/influence/credits' })
  const navigate = useNavigate({ from: '/influence/credits' })
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const figures = useFigure(search)
  const row = figures?.items[0]
  const { by, key, outcome } = search
  const open = (post: string | undefined) =>
    navigate({ search: withoutEmpty({ ...search, post }), resetScroll: false })
  const name =
    row !== undefined && by !== undefined
      ? nameOfRow(by, row, language)
      : (wordedKey(by, key ?? '', language) ??
        (by === undefined ? undefined : CUT_WORDS[by][language]))
  return (
    <Page title={name === undefined ? words.title : words.titleOf(name)}>
      <p className="row small">
        <Link
          to="/influence"
          search={withoutEmpty({ ...partOf(search), by: by === 'actor' ? undefined : by })}
        >
          {words.back}
        </Link>
        {row !== undefined && <Beyond row={row} />}
        {search.organisation !== undefined && (
          <Link to="/organisations/$id" params={{ id: search.organisation }}>
            {words.seeOrganisation}
          </Link>
        )}
        {outcome !== undefined && (
          <span className="chip chip-relation">{CAUSED_WORDS[outcome][language]}</span>
        )}
      </p>
      {row !== undefined && figures !== undefined && <Figure row={row} linked={figures.linked} />}
      {showsLoss(outcome ?? (by === 'type' ? row?.key : undefined)) && <Unmeasured />}
      <p className="soft small">{words.intro}</p>
      <div ref={list}>
        <Credits search={search} open={open} />
      </div>
      <PostDrawer id={search.post} close={() => open(undefined)} />
    </Page>
  )
}

/** The figure that is opened. */
function useFigure(search: CreditsSearch) {
  const { by, key } = search
  const figures = useQuery({
    ...ask('GET /influence', {
      query: { ...partOf(search), by: by ?? 'actor', key: key ?? '', limit: 1 },
    }),
    enabled: by !== undefined && key !== undefined,
  })
  return figures.data
}

/** Where the person, channel or opinion itself is. */
function Beyond({ row: { person, channel, opinion } }: { row: InfluenceItem }) {
  const words = useWords(CREDIT_WORDS)
  return (
    <>
      {person !== null && (
        <Link to="/people/$id" params={{ id: person.id }}>
          {words.seePerson}
        </Link>
      )}
      {channel !== null && (
        <Link to="/channels/$id" params={{ id: channel.id }}>
          {words.seeChannel}
        </Link>
      )}
      {opinion !== null && (
        <Link to="/opinions/$id" params={{ id: opinion.id }}>
          {words.seeOpinion}
        </Link>
      )}
    </>
  )
}

function Figure(props: { row: InfluenceItem; linked: ComponentProps<typeof LinkedLine>['of'] }) {
  const { row, linked } = props
  const words = useWords(CREDIT_WORDS)
  const common = useWords(WORDS)
  const { language } = useLanguage()
  const cell = (name: string, shown: ReactNode) => (
    <div>
      <dt className="soft">{name}</dt>
      <dd>{shown}</dd>
    </div>
  )
  return (
    <section className="sheet" aria-label={words.figures}>
      <dl className="influence-facts small">
        {cell(
          COLUMN_WORDS.credit[language],
          <span className="row">
            <InfluenceMark of={row} scale={scaleOf([row])} isEnough={row.enough} />
            <Credit row={row} />
            <EvidenceChip evidence={row.evidence} />
          </span>,
        )}
        {cell(common.placebo, <PlaceboList of={row} />)}
        {cell(common.money, <MoneyLine of={row} />)}
        {cell(COLUMN_WORDS.outcomes[language], formatCount(row.outcomes, language))}
        {cell(COLUMN_WORDS.touches[language], formatCount(row.touches, language))}
      </dl>
      <LinkedLine of={linked} />
      <PlaceboLegend draws={row.placebos?.draws} />
    </section>
  )
}

function Credits({ search, open }: { search: CreditsSearch; open: (post: string) => void }) {
  const words = useWords(CREDIT_WORDS)
  const { post: _, ...asked } = search
  const pages = useInfiniteQuery(askPages('GET /influence/credits', { query: asked }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0 && !pages.hasNextPage) {
    return (
      <Empty title={words.none}>
        <p>{words.noneText}</p>
      </Empty>
    )
  }
  return (
    <div className="stack">
      <ul className="bare-list sheet posts">
        {items.map((item) => (
          <CreditLine
            key={`${item.outcome.id} ${item.outcome.type} ${item.post?.id} ${item.kind} ${item.reachedAt}`}
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
