import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { REFUSAL_WORDS } from './refusal-words.ts'
import { ALIKE_WORDS, CHANGED_WORDS, TRIAL_WORDS } from './trial-words.ts'

export type Trial = Answer<'GET /imports/trials/{id}'>
type Findings = NonNullable<Trial['findings']>
export type Lookalikes = 'new' | 'update'

const ENDINGS = ['read', 'new', 'updated', 'unchanged', 'repeated', 'refused'] as const

/** What the import would do: counts first, then examples of what deserves a look. */
export function TrialResult(props: {
  trial: Trial
  lookalikes: Lookalikes
  choose: (lookalikes: Lookalikes) => void
}) {
  const words = useWords(TRIAL_WORDS)
  const { trial } = props
  if (trial.failure !== null) return <ProblemNote problem={new Error(trial.failure)} />
  const { findings } = trial
  if (findings === null) return <p role="status">{words.trying}</p>
  return (
    <section className="stack-tight" aria-label={words.result}>
      <h3>{words.result}</h3>
      <Counts findings={findings} />
      <p className="small soft" role="status">
        {words.nothingWritten}
      </p>
      {findings.lookalikes > 0 && <LookalikesFound {...props} findings={findings} />}
      {findings.updated > 0 && <ChangesFound findings={findings} />}
      {findings.repeated > 0 && <RepeatedFound findings={findings} />}
      {findings.refused > 0 && (
        <RefusedFound
          summary={words.refusedFound(findings.refused)}
          rows={findings.examples.refused}
        />
      )}
      {findings.noted > 0 && (
        <RefusedFound summary={words.notedFound(findings.noted)} rows={findings.examples.noted} />
      )}
    </section>
  )
}

function Counts({ findings }: { findings: Findings }) {
  const words = useWords(TRIAL_WORDS)
  const { language } = useLanguage()
  return (
    <dl className="tally">
      {ENDINGS.map((ending) => (
        <div key={ending} data-ending={ending} data-zero={findings[ending] === 0}>
          <dt>{words[ending]}</dt>
          <dd>{formatCount(findings[ending], language)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Where what is known is looked at. */
const PAGES = {
  person: '/people/$id',
  organisation: '/organisations/$id',
  deal: '/deals/$id',
} as const

function LookalikesFound(props: {
  findings: Findings
  lookalikes: Lookalikes
  choose: (lookalikes: Lookalikes) => void
}) {
  const words = useWords(TRIAL_WORDS)
  const { language } = useLanguage()
  const { findings, lookalikes, choose } = props
  return (
    <div className="stack-tight">
      <h4>{words.lookalikesFound(findings.lookalikes)}</h4>
      <ul className="plain-list small">
        {findings.examples.lookalikes.map(({ line, name, known, probability }) => (
          <li key={line}>
            {words.line(line)} <bdi>{name}</bdi> →{' '}
            <Link to={PAGES[known.kind]} params={{ id: known.id }}>
              <bdi>{known.name}</bdi>
            </Link>{' '}
            <span className="soft">
              {probability === null
                ? ALIKE_WORDS[known.kind][language]
                : words.probability(formatShare(probability, language))}
            </span>
          </li>
        ))}
      </ul>
      <NativeSelect
        label={words.lookalikes}
        description={words.lookalikesHint}
        value={lookalikes}
        onChange={(event) => choose(event.currentTarget.value === 'update' ? 'update' : 'new')}
        data={[
          { value: 'new', label: words.makeNew },
          { value: 'update', label: words.updateKnown },
        ]}
      />
    </div>
  )
}

function ChangesFound({ findings }: { findings: Findings }) {
  const words = useWords(TRIAL_WORDS)
  const { language } = useLanguage()
  const called = (kind: string, field: string) =>
    CHANGED_WORDS[`${kind}.${field}`]?.[language] ?? field
  const counts = Object.entries(findings.fields).map(([name, count]) => {
    const [kind = '', ...field] = name.split('.')
    return words.fieldCount(called(kind, field.join('.')), formatCount(count, language))
  })
  return (
    <details className="stack-tight">
      <summary>{words.changesFound(findings.updated)}</summary>
      <p className="small">{words.joined(counts)}</p>
      <ul className="plain-list small">
        {findings.examples.updated.map(({ line, name, changes }) => (
          <li key={line}>
            {words.line(line)} <bdi>{name}</bdi>
            {changes.map(({ kind, field, before, after }) => (
              <div key={`${kind}.${field}.${after}`} className="soft">
                {called(kind, field)}: <bdi>{before ?? words.empty}</bdi> →{' '}
                <bdi>{after ?? words.empty}</bdi>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

function RepeatedFound({ findings }: { findings: Findings }) {
  const words = useWords(TRIAL_WORDS)
  return (
    <details className="stack-tight">
      <summary>{words.repeatedFound(findings.repeated)}</summary>
      <ul className="plain-list small">
        {findings.examples.repeated.map(({ line, name }) => (
          <li key={line}>
            {words.line(line)} <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Rows that would not be taken, or not as a whole, with the reason. */
function RefusedFound(props: { summary: string; rows: Findings['examples']['refused'] }) {
  const words = useWords(TRIAL_WORDS)
  const { language } = useLanguage()
  return (
    <details className="stack-tight">
      <summary>{props.summary}</summary>
      <ul className="plain-list small">
        {props.rows.map(({ line, reason, field, detail, excerpt }) => (
          <li key={line}>
            {words.line(line)} {REFUSAL_WORDS[reason][language]}
            {field !== null && (
              <>
                {' '}
                (<bdi>{detail === null ? field : `${field}: ${detail}`}</bdi>)
              </>
            )}{' '}
            <code dir="auto">{excerpt.slice(0, 120)}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
