import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { askPages, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { AnswerForm, useRefresh } from './answer-form.tsx'
import { Nothing } from './nothing.tsx'
import type { ViewProps } from './page.tsx'
import { KIND_WORDS, OUTCOME_WORDS, WORDS } from './words.ts'

export type Request = ItemOf<'GET /privacy/requests'>

/** What people asked for: open ones by the day they are due, or answered ones. */
export function Requests(props: ViewProps) {
  const state = props.shown === 'answered' ? ('answered' as const) : ('open' as const)
  const query = { state, ...withoutEmpty({ q: props.q }) }
  const pages = useInfiniteQuery(askPages('GET /privacy/requests', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const requests = pages.data.pages.flatMap((page) => page.items)
  if (requests.length === 0) return <Nothing view="requests" {...props} />
  return (
    <div className="stack">
      <ul className="bare-list stack">
        {requests.map((request) => (
          <RequestItem key={request.id} request={request} />
        ))}
      </ul>
      <LoadMore pages={pages} />
    </div>
  )
}

function RequestItem({ request }: { request: Request }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { kind, requester, receivedOn, note, personId, outcome } = request
  return (
    <li className="sheet stack-tight">
      <p className="row">
        <strong>{KIND_WORDS[kind][language]}</strong>
        <bdi>{requester}</bdi>
        {personId !== null && (
          <Link to="/people/$id" params={{ id: personId }} className="small">
            {words.seePerson}
          </Link>
        )}
      </p>
      <p className="row small">
        <span className="soft">
          {words.received} {formatDay(receivedOn, language)}
        </span>
        <span className={request.isOverdue ? 'overdue' : 'soft'}>
          {words.due} {formatDay(request.dueOn, language)}
          {request.isOverdue && ` · ${words.overdue}`}
        </span>
        <span className="soft">
          {request.identityCheckedAt === null ? words.unchecked : words.checked}
        </span>
      </p>
      {note !== null && <p className="post-text small">{note}</p>}
      {outcome === null ? (
        <OpenActions request={request} />
      ) : (
        <p className="small">
          {OUTCOME_WORDS[outcome][language]}
          {request.answeredAt !== null && (
            <>
              {' · '}
              <PostTime time={request.answeredAt} />
            </>
          )}
        </p>
      )}
    </li>
  )
}

function OpenActions({ request }: { request: Request }) {
  const words = useWords(WORDS)
  const refresh = useRefresh()
  const [isAnswering, setAnswering] = useState(false)
  const check = useMutation({
    mutationFn: () =>
      call('PATCH /privacy/requests/{id}', {
        params: { id: request.id },
        body: { isIdentityChecked: true },
      }),
    onSuccess: refresh,
  })
  return (
    <div className="row">
      <Button
        size="compact-sm"
        data-list-item
        aria-label={words.answerOf(request.requester)}
        onClick={() => setAnswering(true)}
      >
        {words.answer}
      </Button>
      {request.identityCheckedAt === null && (
        <Button
          size="compact-sm"
          variant="default"
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {words.check}
        </Button>
      )}
      <ProblemNote problem={check.error} />
      {isAnswering && <AnswerForm request={request} close={() => setAnswering(false)} />}
    </div>
  )
}
