import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatTime } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { ChosenList } from './chosen-list.tsx'
import './plan.css'
import { PlanAnswer } from './plan-answer.tsx'
import { PlanForm } from './plan-form.tsx'
import { OUTCOME_CHOICES, WORDS } from './words.ts'

/** Whom to engage next: what one wants, who is proposed and why, and what was asked before. */
export function PlanPage() {
  const words = useWords(WORDS)
  const { plan, q } = useSearch({ from: '/inside/influence/plan' })
  const navigate = useNavigate({ from: '/influence/plan' })
  const isWriter = mayWrite(useSession())
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, input)
  const seek = (sought: string | undefined) =>
    navigate({ search: withoutEmpty({ plan, q: sought }) })
  return (
    <Page title={words.title}>
      <p className="soft small">{words.intro}</p>
      {isWriter && <PlanForm done={({ id }) => navigate({ search: { plan: id } })} />}
      <div ref={list} className="stack" aria-live="polite">
        {plan !== undefined && (
          <PlanAnswer
            id={plan}
            list={(shown) => <ChosenList plan={shown} {...{ q, seek, input }} />}
          />
        )}
      </div>
      <Earlier isAlone={plan === undefined} />
    </Page>
  )
}

function Earlier({ isAlone }: { isAlone: boolean }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  const pages = useInfiniteQuery(askPages('GET /influence/plans', { query: { limit: 20 } }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const plans = pages.data.pages.flatMap(({ items }) => items)
  if (plans.length === 0) {
    return isAlone ? (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
      </Empty>
    ) : null
  }
  return (
    <section className="stack" aria-label={words.earlier}>
      <h2>{words.earlier}</h2>
      <ul className="bare-list sheet posts">
        {plans.map((one) => (
          <li key={one.id} className="earlier-plan">
            <Link to="/influence/plan" search={{ plan: one.id }}>
              {OUTCOME_CHOICES[one.outcome][language]} · {one.topic?.name ?? words.allTopics}
            </Link>{' '}
            <span className="soft small">
              {one.state === 'ready' ? words.state(one.people) : words.insufficient} ·{' '}
              {formatTime(one.madeAt, workspace.timeZone, language)} · {one.createdBy?.name ?? ''}
            </span>
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} />
    </section>
  )
}
