import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Page } from '../../parts/page.tsx'
import { Formulas } from './formulas.tsx'
import './influence.css'
import { AnywayCase, CertaintyCase, LastClickCase, MoversCase, PathCase } from './method-cases.tsx'
import { MethodMoney } from './method-money.tsx'
import { METHOD_WORDS } from './method-words.ts'
import { NotProven } from './not-proven.tsx'

export type Method = Answer<'GET /influence/method'>

/** The method in plain words: five questions with the workspace's own figures, and what they don't prove. */
export function MethodPage() {
  const words = useWords(METHOD_WORDS)
  const { topic } = useSearch({ from: '/inside/influence/method' })
  const query = useQuery(ask('GET /influence/method', { query: withoutEmpty({ topic }) }))
  return (
    <Page title={words.title}>
      <div className="stack method">
        <p className="row small">
          <Link to="/influence" search={withoutEmpty({ topic })}>
            {words.toInfluence}
          </Link>
          {query.data?.topic != null && <bdi className="soft">{query.data.topic.name}</bdi>}
        </p>
        <p className="method-lead">{words.lead}</p>
        {query.data === undefined ? (
          <Awaiting query={query} />
        ) : (
          <Questions method={query.data} topic={topic} />
        )}
      </div>
    </Page>
  )
}

function Questions({ method, topic }: { method: Method; topic: string | undefined }) {
  const words = useWords(METHOD_WORDS)
  const { path, lastClick, anyway, certainty, movers } = method.questions
  const part = withoutEmpty({ topic })
  return (
    <>
      <p className={method.run === null ? 'note' : 'soft'}>
        {method.run === null ? words.noFigures : words.example}
      </p>
      <ol className="bare-list stack">
        <Question number={1} title={words.q1} idea={words.q1Idea}>
          {path !== null && <PathCase path={path} topic={topic} />}
        </Question>
        <Question number={2} title={words.q2} idea={words.q2Idea}>
          {lastClick !== null && <LastClickCase figures={lastClick} part={part} />}
        </Question>
        <Question number={3} title={words.q3} idea={words.q3Idea}>
          {anyway !== null && <AnywayCase figures={anyway} part={part} />}
        </Question>
        <Question number={4} title={words.q4} idea={words.q4Idea}>
          {certainty !== null && <CertaintyCase figures={certainty} part={part} />}
        </Question>
        <Question number={5} title={words.q5} idea={words.q5Idea}>
          {movers !== null && <MoversCase movers={movers} part={part} />}
        </Question>
      </ol>
      <MethodMoney stageValues={method.stageValues} />
      <NotProven notProven={method.notProven} />
      <Formulas run={method.run} />
    </>
  )
}

/** A question, its idea in plain words, and the workspace's own case. */
function Question(props: { number: number; title: string; idea: string; children: ReactNode }) {
  const words = useWords(METHOD_WORDS)
  const { number, title, idea, children } = props
  const isCase = children !== null && children !== false
  return (
    <li>
      <section className="sheet stack-tight" aria-labelledby={`question-${number}`}>
        <h2 id={`question-${number}`}>
          <span className="method-number" aria-hidden>
            {number}
          </span>
          {title}
        </h2>
        <p>{idea}</p>
        <div className="method-case stack-tight">
          {isCase ? children : <p className="soft">{words.noCase}</p>}
        </div>
      </section>
    </li>
  )
}
