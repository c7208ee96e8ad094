import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatCount, formatParts } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ReadBy } from '../../parts/read-by.tsx'
import { MoneyLine } from './money-line.tsx'
import type { Change, InfluenceSummary } from './page.tsx'
import { LINKED_WORDS } from './placebo-words.ts'
import { LinkedShare, PlaceboList } from './placebos.tsx'
import { type InfluenceSearch, partOf } from './url-state.ts'
import { countedOutcomes, WORDS } from './words.ts'

interface Shown {
  summary: InfluenceSummary
  search: InfluenceSearch
  change: Change
}

/** The answer in one sentence, the sum that it is part of, and what stands beside every figure. */
export function Summary({ summary, search, change }: Shown) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { outcomes, credit, low, high, background, enough } = summary
  const what = countedOutcomes(search.outcome, outcomes, language)
  if (outcomes === 0) return <p className="sheet soft">{words.noneHere}</p>
  return (
    <section className="sheet stack" aria-labelledby="influence-summary">
      <h2 id="influence-summary" className="hidden">
        {words.summary}
      </h2>
      <p className="influence-sentence">
        {enough
          ? words.sentence(what, credit, low, high, background)
          : words.unsureSentence(what, high)}{' '}
        <EvidenceChip evidence={summary.evidence} />
      </p>
      <Total summary={summary} />
      {enough && summary.placebo >= low && <p className="note small">{words.nearChance}</p>}
      <Facts summary={summary} />
      <ReadBy readBy={summary.readBy} />
      <div className="row">
        <Link to="/influence/outcomes" search={partOf(search)}>
          {words.eachOutcome}
        </Link>
        <Button
          variant="default"
          aria-expanded={search.rules === 'shown'}
          onClick={() => change({ rules: search.rules === 'shown' ? undefined : 'shown' })}
        >
          {words.rules}
        </Button>
      </div>
    </section>
  )
}

/** Whether an experiment stands behind a figure. */
export function EvidenceChip({ evidence }: { evidence: InfluenceSummary['evidence'] }) {
  const words = useWords(WORDS)
  const isCalibrated = evidence === 'calibrated'
  return (
    <span
      className="chip influence-evidence"
      data-evidence={evidence}
      title={isCalibrated ? words.calibratedText : words.estimatedText}
    >
      {isCalibrated ? words.calibrated : words.estimated}
    </span>
  )
}

/** Prompted + anyway = outcomes, as a bar and as numbers that add up. */
function Total({ summary }: { summary: InfluenceSummary }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { outcomes, credit, low, high } = summary
  const share = (value: number) => (outcomes === 0 ? 0 : (100 * Math.max(0, value)) / outcomes)
  // What is shown has to add up as well.
  const anyway = outcomes - Math.round(credit * 10) / 10
  return (
    <div className="stack-tight">
      <svg
        className="influence-total"
        viewBox="0 0 100 16"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className="influence-total-anyway" x="0" y="2" width="100" height="12" />
        <rect className="influence-total-credit" x="0" y="2" width={share(credit)} height="12" />
        <rect
          className="influence-total-range"
          x={share(low)}
          y="6.5"
          width={Math.min(100, share(high)) - share(low)}
          height="3"
        />
      </svg>
      <dl className="influence-sum">
        <Term name={words.prompted} mark="credit">
          <strong>{formatParts(credit, language)}</strong>
          <span className="soft small">
            <span className="hidden">{words.rangeLabel} </span>
            {words.range(low, high)}
          </span>
        </Term>
        <Term name={words.anyway} mark="anyway">
          <strong>{formatParts(anyway, language)}</strong>
        </Term>
        <Term name={words.outcomesAll}>
          <strong>{formatCount(outcomes, language)}</strong>
        </Term>
      </dl>
    </div>
  )
}

function Term(props: { name: string; mark?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="small soft">
        {props.mark !== undefined && (
          <span className="influence-key" data-mark={props.mark} aria-hidden />
        )}
        {props.name}
      </dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** What a figure must never be read without. */
function Facts({ summary }: { summary: InfluenceSummary }) {
  const words = useWords(WORDS)
  const linkedWords = useWords(LINKED_WORDS)
  const { linked, run, live } = summary
  return (
    <dl className="influence-facts small">
      <Fact name={words.placebo} text={words.placeboText}>
        <PlaceboList of={summary} />
      </Fact>
      <Fact
        name={linkedWords.linked}
        text={linked.moves > 0 ? linkedWords.movesText(linked.moves) : linkedWords.text}
      >
        <LinkedShare of={linked} />
      </Fact>
      {summary.valued !== null && (
        <Fact name={words.money} text={words.moneyText}>
          <MoneyLine of={summary} />
        </Fact>
      )}
      {run !== null && (
        <Fact name={words.measuredAt} text={words.basedOn(run.people, run.touches)}>
          <PostTime time={run.measuredAt} />
        </Fact>
      )}
      {live.outcomes > 0 && (
        <Fact name={words.live}>{words.liveOf(live.outcomes, live.credit)}</Fact>
      )}
    </dl>
  )
}

function Fact(props: { name: string; text?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="soft">{props.name}</dt>
      <dd>
        <div className="influence-fact">{props.children}</div>
        {props.text !== undefined && <div className="soft">{props.text}</div>}
      </dd>
    </div>
  )
}
