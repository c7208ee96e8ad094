import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import '../experiments/experiments.css'
import { NeverHeldOut } from '../experiments/never-held-out.tsx'
import { type Experiment, WORDS as LIST, STATE_WORDS } from '../experiments/words.ts'
import { ExperimentResults } from './results.tsx'
import { Approval, Steps } from './steps.tsx'
import { WORDS } from './words.ts'

/** One experiment: its plan, who agreed to it, and what it shows. */
export function ExperimentPage() {
  const { id } = useParams({ from: '/inside/experiments/$id' })
  const words = useWords(LIST)
  const query = useQuery(ask('GET /experiments/{id}', { params: { id } }))
  if (query.data === undefined) {
    return (
      <Page title={words.title}>
        <Awaiting query={query} />
      </Page>
    )
  }
  const experiment = query.data
  return (
    <Page
      title={experiment.name}
      heading={<bdi>{experiment.name}</bdi>}
      beside={<Steps experiment={experiment} />}
    >
      <Approval experiment={experiment} />
      <ExperimentResults experiment={experiment} />
      <Plan experiment={experiment} />
      <NeverHeldOut />
    </Page>
  )
}

function Plan({ experiment }: { experiment: Experiment }) {
  const words = useWords(WORDS)
  const list = useWords(LIST)
  const { language } = useLanguage()
  const { topic, channels, liftSought, peoplePlanned, people, question } = experiment
  const count = (of: number) => formatCount(of, language)
  return (
    <section className="sheet stack" aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      {question !== '' && (
        <p>
          <bdi>{question}</bdi>
        </p>
      )}
      <dl className="experiment-facts">
        <dt>{list.state}</dt>
        <dd>
          <span className="experiment-state" data-state={experiment.state}>
            {STATE_WORDS[experiment.state][language]}
          </span>
        </dd>
        <dt>{list.outcome}</dt>
        <dd>{CAUSED_WORDS[experiment.outcome][language]}</dd>
        <dt>{list.topic}</dt>
        <dd>
          <bdi>{topic?.name ?? list.anyTopic}</bdi>
        </dd>
        <dt>{list.channels}</dt>
        <dd>
          <bdi>
            {channels.map(({ name }) => name).join(language === 'ja' ? '、' : ', ') ||
              list.everywhere}
          </bdi>
        </dd>
        <dt>{list.horizon}</dt>
        <dd>{words.days(count(experiment.horizonDays))}</dd>
        <dt>{words.share}</dt>
        <dd>{formatShare(experiment.holdoutShare, language)}</dd>
        <dt>{words.lift}</dt>
        <dd>{liftSought === null ? '—' : formatShare(liftSought, language)}</dd>
        <dt>{list.people}</dt>
        <dd>
          {peoplePlanned === null
            ? list.peopleIn(count(people.assigned))
            : list.progress(count(people.assigned), count(peoplePlanned))}
        </dd>
        <dt>{list.heldOut}</dt>
        <dd>{list.peopleIn(count(people.heldOut))}</dd>
        <Course experiment={experiment} />
      </dl>
    </section>
  )
}

function Course({ experiment }: { experiment: Experiment }) {
  const words = useWords(WORDS)
  const { decisionNote } = experiment
  const steps = [
    { label: words.createdBy, at: experiment.createdAt, by: experiment.createdBy },
    { label: words.submittedBy, at: experiment.submittedAt, by: experiment.submittedBy },
    { label: words.decidedBy, at: experiment.decidedAt, by: experiment.decidedBy },
    { label: words.started, at: experiment.startedAt, by: null },
    { label: words.ended, at: experiment.endedAt, by: null },
  ]
  return (
    <>
      {steps.map(
        ({ label, at, by }) =>
          at !== null && [
            <dt key={`${label} term`}>{label}</dt>,
            <dd key={`${label} text`}>
              <PostTime time={at} /> {by !== null && <bdi>{by.name ?? words.left}</bdi>}
            </dd>,
          ],
      )}
      {decisionNote !== null && (
        <>
          <dt>{words.note}</dt>
          <dd>
            <bdi>{decisionNote}</bdi>
          </dd>
        </>
      )}
    </>
  )
}
