import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { formatParts } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CAUSED_WORDS, LEVEL_WORDS, LEVELS } from '../../parts/influence-words.ts'
import type { ActorLevel, CausedType, InfluenceItem } from '../../terms.ts'
import { heatOf, perThousand } from './heat.ts'
import type { InfluenceSummary } from './page.tsx'
import { PlaceboList } from './placebos.tsx'
import { type InfluenceSearch, partOf } from './url-state.ts'
import { WORDS } from './words.ts'

interface Column {
  type: CausedType
  rows: InfluenceItem[]
}

/** Level by outcome: whether those who bought or those who recommend move people, and to what. */
export function Matrix(props: { search: InfluenceSearch; summary: InfluenceSummary }) {
  const { search, summary } = props
  const words = useWords(WORDS)
  const part = partOf(search)
  const types = summary.types.filter(
    ({ type, outcomes }) =>
      outcomes > 0 && (search.outcome === undefined || type === search.outcome),
  )
  const asked = useQueries({
    queries: types.map(({ type }) =>
      ask('GET /influence', { query: { ...part, by: 'level', outcome: type } }),
    ),
  })
  const failed = asked.find(({ data, error }) => data === undefined && error !== null)
  const isWhole = asked.every(({ data }) => data !== undefined)
  const columns = types.map(({ type }, i) => ({ type, rows: asked[i]?.data?.items ?? [] }))
  return (
    <section className="sheet stack-tight" aria-labelledby="influence-matrix">
      <h2 id="influence-matrix">{words.matrix}</h2>
      <p className="soft small">{words.matrixText}</p>
      {failed !== undefined && <Awaiting query={failed} />}
      {failed === undefined && !isWhole && (
        <Awaiting query={{ error: null, refetch: () => null }} />
      )}
      {isWhole && columns.length > 0 && <MatrixTable columns={columns} search={search} />}
    </section>
  )
}

function MatrixTable({ columns, search }: { columns: Column[]; search: InfluenceSearch }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const shown = LEVELS.filter((level) => columns.some(({ rows }) => rowOf(rows, level)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.matrix}>
      <table className="plain influence-matrix">
        <thead>
          <tr>
            <th scope="col">{words.level}</th>
            {columns.map(({ type }) => (
              <th key={type} scope="col" className="number wraps">
                {CAUSED_WORDS[type][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((level) => (
            <tr key={level}>
              <th scope="row">{LEVEL_WORDS[level][language]}</th>
              {columns.map((column) => (
                <Cell key={column.type} level={level} column={column} search={search} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const rowOf = (rows: InfluenceItem[], level: ActorLevel) => rows.find(({ key }) => key === level)

function Cell(props: { level: ActorLevel; column: Column; search: InfluenceSearch }) {
  const { level, column, search } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const row = rowOf(column.rows, level)
  if (row === undefined || row.touches === 0) return <td className="number soft">–</td>
  const heat = heatOf(row, column.rows)
  return (
    <td className="number" data-heat={heat}>
      <Link
        to="/influence/credits"
        search={{ ...partOf(search), outcome: column.type, by: 'level', key: level }}
        aria-label={`${LEVEL_WORDS[level][language]}, ${CAUSED_WORDS[column.type][language]}: ${
          row.enough ? formatParts(row.credit, language) : words.notEnough
        }`}
      >
        {row.enough ? formatParts(row.credit, language) : words.notEnough}
      </Link>
      <div className="small">{words.range(row.low, row.high)}</div>
      {row.enough && <div className="small">{words.perThousand(perThousand(row))}</div>}
      <PlaceboList of={row} />
    </td>
  )
}
