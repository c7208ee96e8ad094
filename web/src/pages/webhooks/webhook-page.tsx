import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { Deliveries } from './deliveries.tsx'
import { WORDS } from './delivery-words.ts'
import { WebhookStateSign } from './page.tsx'
import { WebhookSteps } from './webhook-steps.tsx'
import './webhooks.css'
import { WORDS as LIST, type OneWebhook, type Webhook } from './words.ts'

/** One webhook: what it is told, how it goes, and each delivery. */
export function WebhookPage() {
  const { id } = useParams({ from: '/inside/webhooks/$id' })
  const words = useWords(LIST)
  const query = useQuery(ask('GET /webhooks/{id}', { params: { id } }))
  if (query.data === undefined) {
    return (
      <Page title={words.title}>
        <Awaiting query={query} />
      </Page>
    )
  }
  const webhook = query.data
  return (
    <Page
      title={webhook.name}
      heading={<bdi>{webhook.name}</bdi>}
      beside={<WebhookSteps webhook={webhook} />}
    >
      <Trouble webhook={webhook} />
      <Settings webhook={webhook} />
      <Deliveries webhook={webhook} />
    </Page>
  )
}

/** Why nothing gets through, and what to do about it. */
function Trouble({ webhook }: { webhook: Webhook }) {
  const words = useWords(WORDS)
  const { state, failingSince } = webhook
  if (state === 'gone' || state === 'failing') {
    return (
      <p className="note" role="status">
        {words[state]}
      </p>
    )
  }
  if (failingSince === null) return null
  return (
    <p className="note" role="status">
      {words.trouble} <PostTime time={failingSince} />
    </p>
  )
}

function Settings({ webhook }: { webhook: OneWebhook }) {
  const words = useWords(WORDS)
  const list = useWords(LIST)
  const { state, stateAt, oldSecretUntil, missed, isToldMissed } = webhook
  return (
    <section className="sheet stack" aria-labelledby="webhook-settings">
      <h2 id="webhook-settings">{words.settings}</h2>
      <dl className="webhook-facts">
        <dt>{list.address}</dt>
        <dd>
          <bdi>{webhook.address}</bdi>
        </dd>
        <dt>{list.state}</dt>
        <dd>
          <WebhookStateSign state={state} />{' '}
          <span className="soft small">
            {words.since}: <PostTime time={stateAt} />
          </span>
        </dd>
        {(missed !== null || isToldMissed) && (
          <>
            <dt>{words.missed}</dt>
            <dd>
              {missed === null
                ? words.tellingMissed
                : words.missedSoFar(missed.changes, missed.isMore)}
            </dd>
          </>
        )}
        <dt>{list.told}</dt>
        <dd>
          <Kinds webhook={webhook} />
        </dd>
        {oldSecretUntil !== null && (
          <>
            <dt>{words.oldSecret}</dt>
            <dd>
              {words.oldSecretUntil} <PostTime time={oldSecretUntil} />
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Kinds({ webhook: { kinds } }: { webhook: Webhook }) {
  const { language } = useLanguage()
  const known = useQuery(ask('GET /webhook-kinds', {}))
  const saidOf = new Map(known.data?.items.map((kind) => [kind.kind, kind[language]]))
  return <>{kinds.map((kind) => saidOf.get(kind) ?? kind).join(' · ')}</>
}
