import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { DELIVERY_STATE_WORDS, type Delivery, FAILURE_WORDS, WORDS } from './delivery-words.ts'
import { useRefresh } from './refresh.ts'

interface Item {
  webhookId: string
  delivery: Delivery
  /** What happened, in words. */
  said: string
}

/** A delivery with how it went; its body on demand. */
export function DeliveryItem({ webhookId, delivery, said }: Item) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { sequence, state, isErased } = delivery
  return (
    <li className="delivery-item">
      <div className="stack-tight">
        <span className="row">
          <strong>
            {sequence}. {said}
          </strong>
          <span className="delivery-state" data-state={state}>
            {DELIVERY_STATE_WORDS[state][language]}
          </span>
        </span>
        <Course delivery={delivery} />
        {isErased && <span className="soft small">{words.erased}</span>}
      </div>
      <div className="row">
        <Button
          variant="default"
          size="compact-xs"
          aria-label={isOpen ? words.hideOf(sequence) : words.showOf(sequence)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          disabled={isErased}
          data-list-item
        >
          {isOpen ? words.hide : words.show}
        </Button>
        {!isErased && <SendAgain webhookId={webhookId} delivery={delivery} />}
      </div>
      {isOpen && !isErased && <Body webhookId={webhookId} id={delivery.id} />}
    </li>
  )
}

function Course({ delivery }: { delivery: Delivery }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { kind, occurredAt, attempts, status, failure, tookMs, dueAt, state } = delivery
  return (
    <>
      <span className="soft small">
        <code>{kind}</code> · <PostTime time={occurredAt} /> · {words.attempts(attempts)}
        {status !== null && ` · ${words.answered(status)}`}
        {tookMs !== null && ` · ${words.took(tookMs)}`}
        {dueAt !== null && attempts > 0 && (
          <>
            {' · '}
            {words.next} <PostTime time={dueAt} />
          </>
        )}
      </span>
      {failure !== null && state !== 'delivered' && (
        <span className="small">{FAILURE_WORDS[failure][language]}</span>
      )}
    </>
  )
}

function SendAgain({ webhookId, delivery: { id, sequence } }: Omit<Item, 'said'>) {
  const words = useWords(WORDS)
  const refresh = useRefresh()
  const isWriter = mayWrite(useSession())
  const params = { id: webhookId, delivery: id }
  const again = useMutation({
    mutationFn: () => call('POST /webhooks/{id}/deliveries/{delivery}/redeliveries', { params }),
    onSuccess: refresh,
  })
  if (!isWriter) return null
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        aria-label={words.againOf(sequence)}
        loading={again.isPending}
        onClick={() => again.mutate()}
      >
        {words.again}
      </Button>
      <ProblemNote problem={again.error} />
    </>
  )
}

function Body({ webhookId, id }: { webhookId: string; id: string }) {
  const words = useWords(WORDS)
  const params = { id: webhookId, delivery: id }
  const query = useQuery(ask('GET /webhooks/{id}/deliveries/{delivery}', { params }))
  if (query.data === undefined) return <Awaiting query={query} />
  const { body } = query.data
  if (body === null) return <p className="soft small">{words.erased}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <pre className="delivery-body small" tabIndex={0}>
      {JSON.stringify(JSON.parse(body), null, 2)}
    </pre>
  )
}
