import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Empty, Loading } from '../../parts/page.tsx'
import { formatMoves, formatPeople } from './amounts.ts'
import { Comparison } from './comparison.tsx'
import {
  type Figures,
  LABEL_WORDS,
  LACK_WORDS,
  LEFT_OUT_WORDS,
  OUTCOME_CHOICES,
  type Plan,
  WORDS,
} from './words.ts'

/** A plan: what it is expected to bring, beside what, and who was left out. */
export function PlanAnswer({ id, list }: { id: string; list: (plan: Plan) => React.ReactNode }) {
  const words = useWords(WORDS)
  const asked = useQuery({
    ...ask('GET /influence/plans/{id}', { params: { id } }),
    // The live stream says when it is there; where it is cut off, asking does.
    refetchInterval: ({ state }) => (state.data?.state === 'computing' ? 5_000 : false),
  })
  const plan = asked.data
  if (plan === undefined) return <Awaiting query={asked} />
  if (plan.state === 'failed') return <p role="alert">{words.failed}</p>
  if (plan.state === 'computing') {
    return (
      <div className="sheet stack-tight">
        <Loading />
        <p className="soft">{words.computing}</p>
      </div>
    )
  }
  if (plan.figures === null) return <Lacking plan={plan} />
  return (
    <>
      <div className="plan-pair">
        <Summary plan={plan} figures={plan.figures} />
        <Comparison figures={plan.figures} people={plan.people} />
      </div>
      {list(plan)}
      <LeftOut leftOut={plan.figures.leftOut} />
    </>
  )
}

function Lacking({ plan: { lack } }: { plan: Plan }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <Empty title={words.insufficient}>
      <p role="status">{lack === null ? '' : LACK_WORDS[lack][language]}</p>
      {lack === 'no-run' && (
        <p>
          <Link to="/influence">{words.toInfluence}</Link>
        </p>
      )}
      {lack === 'nobody-left' && (
        <p>
          <Link to="/people">{LEFT_OUT_WORDS['do-not-contact'][language]}</Link>
        </p>
      )}
    </Empty>
  )
}

function Summary({ plan, figures }: { plan: Plan; figures: Figures }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { expected, value, perCommunityMax } = figures
  const moves = (one: number) => formatMoves(one, value, language)
  const expect = value === null ? words.expectPeople : words.expectValue
  return (
    <section className="sheet stack-tight" aria-label={words.expected}>
      <p className="soft small">
        {OUTCOME_CHOICES[plan.outcome][language]} · {plan.topic?.name ?? words.allTopics}
      </p>
      <p className="row">
        <strong className="plan-headline">
          {expect(moves(expected.estimate), plan.limits.days)}
        </strong>
        <span className="plan-label small">{LABEL_WORDS[plan.label][language]}</span>
      </p>
      <p>{words.range(moves(expected.low), moves(expected.high))}</p>
      <p className="soft small">{words.anyway(formatPeople(figures.anyway, language))}</p>
      <p className="soft small">{words.pool(figures.speakers, figures.candidates)}</p>
      <p className="soft small">
        {words.guarantee(formatShare(Math.floor(100 * figures.guarantee) / 100, language))}{' '}
        {perCommunityMax !== null && words.capped(perCommunityMax)}
      </p>
      {plan.label !== 'estimated' && (
        <p className="soft small">
          {words.calibratedText(formatShare(figures.calibratedShare, language))}
        </p>
      )}
      {plan.label !== 'calibrated' && <p className="soft small">{words.estimatedText}</p>}
      <p className="soft small">{words.supposed}</p>
    </section>
  )
}

function LeftOut({ leftOut }: Pick<Figures, 'leftOut'>) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (leftOut.length === 0) return null
  return (
    <section className="sheet stack-tight" aria-label={words.leftOut}>
      <h2>{words.leftOut}</h2>
      <ul className="bare-list">
        {leftOut.map(({ reason, people }) => (
          <li key={reason}>
            {LEFT_OUT_WORDS[reason][language]}: {words.leftOutCount(people)}
          </li>
        ))}
      </ul>
    </section>
  )
}
