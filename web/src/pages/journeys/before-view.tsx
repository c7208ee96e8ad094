import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import type { MoveKind } from '../../terms.ts'
import type { Change } from './flow-view.tsx'
import { moveName } from './move-name.ts'
import { SegmentField } from './segment-field.tsx'
import { BEFORE_WORDS, REACHED_WORDS, times } from './stuck-words.ts'
import { type JourneysSearch, sliceOf } from './url-state.ts'

type Before = Answer<'GET /journeys/before'>
type Row = Before['rows'][number]
type Flows = Answer<'GET /journeys'>['flows']

/** What reached people in the week before they moved, beside comparable people who did not. */
export function BeforeView(props: {
  search: JourneysSearch & { topic: string }
  flows: Flows
  change: Change
}) {
  const { search, flows, change } = props
  const words = useWords(BEFORE_WORDS)
  const { language } = useLanguage()
  const made = flows.filter(({ from, to }) => from !== to)
  const most = [...made].sort(
    (a, b) => Number(a.from === 'none') - Number(b.from === 'none') || b.moves - a.moves,
  )[0]
  const move = search.move ?? most?.move
  if (move === undefined) return <p className="soft">{words.noMoves}</p>
  return (
    <section className="sheet stack" aria-labelledby="before">
      <h2 id="before">{words.title}</h2>
      <p className="before-caveat">{words.notCause}</p>
      <SegmentField value={search.segment} choose={(segment) => change({ segment })} />
      <NativeSelect
        className="before-move"
        label={words.move}
        value={move}
        onChange={(event) => change({ move: event.currentTarget.value as MoveKind })}
        data={made.map((flow) => ({
          value: flow.move,
          label: `${moveName(flow.move, language)} (${formatCount(flow.moves, language)})`,
        }))}
      />
      <Compared search={search} move={move} />
    </section>
  )
}

function Compared({
  search,
  move,
}: {
  search: JourneysSearch & { topic: string }
  move: MoveKind
}) {
  const words = useWords(BEFORE_WORDS)
  const { language } = useLanguage()
  const { topic, segment, from, to } = search
  const query = useQuery(
    ask('GET /journeys/before', { query: { topic, move, ...withoutEmpty({ segment, from, to }) } }),
  )
  if (query.data === undefined) return <Awaiting query={query} />
  const { moves, compared, others, rows } = query.data
  const telling = rows.filter(
    ({ isEnough, channel, low, high }) =>
      isEnough && channel === null && ((low ?? 0) > 1 || (high ?? 9) < 1),
  )
  return (
    <>
      <p>
        {words.compared(moves, compared, others)}{' '}
        <Link to="/listening" search={{ ...sliceOf(search), move }}>
          {words.seeMoves}
        </Link>
      </p>
      {compared < COMPARED_MIN && <p>{words.tooFew}</p>}
      {compared >= COMPARED_MIN && telling.length === 0 && <p>{words.noneStands}</p>}
      {compared >= COMPARED_MIN && telling.length > 0 && (
        <ul className="bare-list stack-tight">
          {telling.map((row) => (
            <li key={row.by}>
              {words.sentence(
                REACHED_WORDS[row.by][language],
                ...([row.ratio, row.low, row.high].map((one) => times(one ?? 0, language)) as [
                  string,
                  string,
                  string,
                ]),
              )}
            </li>
          ))}
        </ul>
      )}
      <Rows rows={rows} search={search} />
    </>
  )
}

/** As the server asks for it before it calls a figure enough. */
const COMPARED_MIN = 20

function Rows({ rows, search }: { rows: Row[]; search: JourneysSearch }) {
  const words = useWords(BEFORE_WORDS)
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.title}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col" className="number">
              {words.movers}
            </th>
            <th scope="col" className="number">
              {words.others}
            </th>
            <th scope="col">{words.ratio}</th>
            <th scope="col">{words.examples}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.by} ${row.channel?.id}`} data-reached={row.by}>
              <th scope="row" className={row.channel === null ? undefined : 'before-channel'}>
                {row.channel === null ? (
                  REACHED_WORDS[row.by][language]
                ) : (
                  <bdi>{row.channel.name}</bdi>
                )}
              </th>
              <td className="number">{words.share(row.moversReached, row.movers)}</td>
              <td className="number">{words.share(row.othersReached, row.others)}</td>
              <td>
                <Ratio row={row} />
              </td>
              <td>
                <div className="row">
                  <Examples row={row} search={search} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Ratio({ row }: { row: Row }) {
  const words = useWords(BEFORE_WORDS)
  const { language } = useLanguage()
  const { ratio, low, high, isEnough } = row
  if (!isEnough || ratio === null || low === null || high === null) {
    return <span className="soft">{words.few}</span>
  }
  const [said, from, to] = [ratio, low, high].map((one) => times(one, language))
  return (
    <>
      {said} ({from} – {to})
    </>
  )
}

function Examples({ row, search }: { row: Row; search: JourneysSearch }) {
  const words = useWords(BEFORE_WORDS)
  const { examples } = row
  if (examples.length === 0) return null
  return (
    <details className="small">
      <summary>{words.counted(examples.length)}</summary>
      <ul className="bare-list">
        {examples.map(({ personId, name, touch, move }) => (
          <li key={`${touch} ${move}`} className="row">
            <Link to="/people/$id" params={{ id: personId }} data-list-item>
              <bdi>{name}</bdi>
            </Link>
            <Link to="/journeys" search={{ ...search, post: touch }} resetScroll={false}>
              {words.touch}
            </Link>
            <Link to="/journeys" search={{ ...search, post: move }} resetScroll={false}>
              {words.shown}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
