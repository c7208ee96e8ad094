import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { formatParts } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import type { Change } from './page.tsx'
import { EvidenceChip } from './summary.tsx'
import { type InfluenceSearch, partOf } from './url-state.ts'
import { WORDS } from './words.ts'

type Compared = Answer<'GET /influence/comparators'>
type ByChannel = Compared['byChannel'][number]

const RULES = ['lastTouch', 'firstTouch', 'linear', 'timeDecay', 'markov', 'shapley'] as const

/** The usual rules beside credit, for whoever asks why it isn't the last click; of the outcomes chosen. */
export function Rules({ search, change }: { search: InfluenceSearch; change: Change }) {
  const words = useWords(WORDS)
  const query = useQuery(ask('GET /influence/comparators', { query: partOf(search) }))
  return (
    <section className="sheet stack-tight" aria-labelledby="influence-rules">
      <div className="row spread">
        <h2 id="influence-rules">{words.rulesTitle}</h2>
        <Button variant="default" size="compact-xs" onClick={() => change({ rules: undefined })}>
          {words.hide}
        </Button>
      </div>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <Compare compared={query.data} search={search} />
      )}
    </section>
  )
}

/** Of which outcomes the comparison speaks: type and days, as chosen above. */
function Chosen({ search: { outcome, from, to } }: { search: InfluenceSearch }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <p className="small soft">
      {words.rulesOf(
        outcome === undefined ? words.allOutcomes : CAUSED_WORDS[outcome][language],
        from,
        to,
      )}
    </p>
  )
}

function Compare({ compared, search }: { compared: Compared; search: InfluenceSearch }) {
  const words = useWords(WORDS)
  const { outcomes, preceded, credited, byChannel } = compared
  if (byChannel.length === 0) return <p className="soft">{words.noRules}</p>
  return (
    <>
      <Chosen search={search} />
      <p>{words.rulesText(preceded, outcomes, credited)}</p>
      <RulesTable byChannel={byChannel} />
      <p className="soft small">
        {words.rulesNote} {words.markovNote} {words.rulesInterval}
      </p>
    </>
  )
}

function RulesTable({ byChannel }: { byChannel: ByChannel[] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const sum = (column: 'credit' | (typeof RULES)[number]) =>
    byChannel.reduce((total, row) => total + row[column].credit, 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.rulesTitle}>
      <table className="plain rules-table">
        <thead>
          <tr>
            <th scope="col">{words.channelName}</th>
            <th scope="col" className="number influence-ours">
              {words.ours}
            </th>
            {RULES.map((rule) => (
              <th key={rule} scope="col" className="number">
                {words[rule]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byChannel.map((row) => (
            <tr key={row.channel.id}>
              <th scope="row">
                <bdi>{row.channel.name}</bdi>
              </th>
              <td className="number influence-ours">
                <WithInterval of={row.credit} />
                <EvidenceChip evidence={row.credit.evidence} />
              </td>
              {RULES.map((rule) => (
                <td key={rule} className="number">
                  <WithInterval of={row[rule]} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{words.total}</th>
            <td className="number influence-ours">{formatParts(sum('credit'), language)}</td>
            {RULES.map((rule) => (
              <td key={rule} className="number">
                {formatParts(sum(rule), language)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function WithInterval({ of }: { of: { credit: number; low: number; high: number } }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      {formatParts(of.credit, language)}{' '}
      <span className="small soft rules-range">
        <span className="hidden">{words.rangeLabel} </span>
        {words.range(of.low, of.high)}
      </span>
    </>
  )
}
