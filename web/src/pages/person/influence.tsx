import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { InfluenceMark, scaleOf } from '../../parts/influence-mark.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import type { CausedType, InfluenceItem } from '../../terms.ts'
import { CreditLine } from '../influence/credit-line.tsx'
import { Credit } from '../influence/figure-table.tsx'
import '../influence/influence.css'
import { LinkedLine, PlaceboList } from '../influence/placebos.tsx'
import { EvidenceChip } from '../influence/summary.tsx'
import { COLUMN_WORDS } from '../influence/words.ts'
import { WORDS } from './words.ts'

interface Of {
  personId: string
  open: (post: string) => void
}

/** What this person's words moved others to: the figure, by outcome, and the latest outcomes behind it. */
export function PersonInfluence(of: Of) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="person-influence">
      <h2 id="person-influence">{words.influence}</h2>
      <Content {...of} />
    </section>
  )
}

const RECENT = 5

function Content({ personId, open }: Of) {
  const words = useWords(WORDS)
  const asked = { by: 'actor', key: personId } as const
  const query = useQuery(ask('GET /influence', { query: { ...asked, limit: 1 } }))
  if (query.data === undefined) return <Awaiting query={query} />
  const [row] = query.data.items
  if (row === undefined || query.data.run === null) {
    return (
      <p className="soft">
        {query.data.run === null ? words.notMeasured : words.noInfluence}{' '}
        <Link to="/influence">{words.goInfluence}</Link>
      </p>
    )
  }
  return (
    <>
      <p className="soft small">
        {words.influenceText} <EvidenceChip evidence={row.evidence} />
      </p>
      <ByOutcome personId={personId} whole={row} />
      <LinkedLine of={query.data.linked} />
      <Recent personId={personId} open={open} />
    </>
  )
}

/** The whole figure, and under it one line for each outcome that this person has any credit of. */
function ByOutcome({ personId, whole }: { personId: string; whole: InfluenceItem }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const summary = useQuery(ask('GET /influence/summary', { query: {} }))
  const types = (summary.data?.types ?? []).filter(({ credit }) => credit > 0)
  const asked = useQueries({
    queries: types.map(({ type }) =>
      ask('GET /influence', { query: { by: 'actor', key: personId, outcome: type, limit: 1 } }),
    ),
  })
  const rows = types.flatMap(({ type }, i) => {
    const [row] = asked[i]?.data?.items ?? []
    return row === undefined || row.credit === 0 ? [] : [{ type, row }]
  })
  const scale = scaleOf([whole])
  return (
    <div className="scroll-x">
      <table className="plain influence-table">
        <caption className="hidden">{words.byOutcome}</caption>
        <thead>
          <tr>
            <th scope="col">{words.outcomeType}</th>
            <th scope="col">{COLUMN_WORDS.credit[language]}</th>
            <th scope="col" className="number">
              {COLUMN_WORDS.placebo[language]}
            </th>
          </tr>
        </thead>
        <tbody>
          <FigureLine personId={personId} row={whole} scale={scale} />
          {rows.map(({ type, row }) => (
            <FigureLine key={type} personId={personId} type={type} row={row} scale={scale} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FigureLine(props: {
  personId: string
  type?: CausedType
  row: InfluenceItem
  scale: number
}) {
  const { personId, type, row, scale } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const search = { by: 'actor', key: personId } as const
  return (
    <tr>
      <th scope="row">
        <Link
          to="/influence/credits"
          search={type === undefined ? search : { ...search, outcome: type }}
        >
          {type === undefined ? words.everyOutcome : CAUSED_WORDS[type][language]}
        </Link>
      </th>
      <td>
        <div className="influence-figure">
          <InfluenceMark of={row} scale={scale} isEnough={row.enough} />
          <Credit row={row} />
        </div>
      </td>
      <td className="number">
        <PlaceboList of={row} />
      </td>
    </tr>
  )
}

/** The latest outcomes that this person's posts have a part in. */
function Recent({ personId, open }: Of) {
  const words = useWords(WORDS)
  const asked = { by: 'actor', key: personId } as const
  const query = useQuery(ask('GET /influence/credits', { query: { ...asked, limit: RECENT } }))
  if (query.data === undefined) return <Awaiting query={query} />
  if (query.data.items.length === 0) return null
  return (
    <>
      <h3>{words.recentOutcomes}</h3>
      <ul className="bare-list">
        {query.data.items.map((item) => (
          <CreditLine
            key={`${item.outcome.id} ${item.outcome.type} ${item.post?.id} ${item.reachedAt}`}
            item={item}
            topic={undefined}
            open={open}
          />
        ))}
      </ul>
      <p>
        <Link to="/influence/credits" search={asked}>
          {words.allOutcomes}
        </Link>
      </p>
    </>
  )
}
