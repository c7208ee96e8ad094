import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { ask, askPages, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Words } from '../../terms.ts'
import { DeliveryItem } from './delivery-item.tsx'
import { DELIVERY_STATE_WORDS, TEST_WORDS, WORDS } from './delivery-words.ts'
import { useRefresh } from './refresh.ts'
import { DELIVERY_STATES } from './url-state.ts'
import { WORDS as LIST, type Webhook } from './words.ts'

/** What a delivery is called that no change is behind. */
const TEST_KIND = 'webhook.test'

/** While something waits, how often is looked whether it went. */
const LOOK_MS = 3_000

/** What a webhook was told, found and filtered, newest first. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const words = useWords(WORDS)
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const search = useSearch({ from: '/inside/webhooks/$id' })
  const navigate = useNavigate({ from: '/webhooks/$id' })
  const kindWords = useKindWords()
  return (
    <section className="stack" aria-label={words.deliveries}>
      <div className="row spread">
        <h2>{words.deliveries}</h2>
        <SendAllAgain webhook={webhook} />
      </div>
      <p className="soft small">{words.kept}</p>
      <div className="row row-end">
        <SearchField
          label={words.find}
          placeholder={words.findHint}
          input={searchBox}
          value={search.q}
          choose={(q) => navigate({ search: withoutEmpty({ ...search, q }) })}
        />
        <StateField />
        <ChoiceField
          label={words.kind}
          words={kindWords}
          order={Object.keys(kindWords)}
          value={search.kind}
          choose={(kind) => navigate({ search: withoutEmpty({ ...search, kind }) })}
        />
      </div>
      <div ref={list}>
        <DeliveryList webhook={webhook} kindWords={kindWords} />
      </div>
    </section>
  )
}

function StateField() {
  const list = useWords(LIST)
  const search = useSearch({ from: '/inside/webhooks/$id' })
  const navigate = useNavigate({ from: '/webhooks/$id' })
  return (
    <ChoiceField
      label={list.state}
      words={DELIVERY_STATE_WORDS}
      order={DELIVERY_STATES}
      value={search.state}
      choose={(state) => navigate({ search: withoutEmpty({ ...search, state }) })}
    />
  )
}

function useKindWords(): Record<string, Words> {
  const known = useQuery(ask('GET /webhook-kinds', {}))
  const said = known.data?.items.map(({ kind, ja, en }) => [kind, { ja, en }] as const) ?? []
  return { [TEST_KIND]: TEST_WORDS, ...Object.fromEntries(said) }
}

function DeliveryList(props: { webhook: Webhook; kindWords: Record<string, Words> }) {
  const { webhook, kindWords } = props
  const words = useWords(WORDS)
  const list = useWords(LIST)
  const { language } = useLanguage()
  const query = useSearch({ from: '/inside/webhooks/$id' })
  const pages = useInfiniteQuery({
    ...askPages('GET /webhooks/{id}/deliveries', { params: { id: webhook.id }, query }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((one) => one.state === 'waiting'))
        ? LOOK_MS
        : false,
  })
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    if (Object.keys(query).length > 0) return <p className="soft">{list.noMatch}</p>
    return (
      <Empty title={words.none}>
        <p>{words.noneText}</p>
      </Empty>
    )
  }
  return (
    <div className="stack">
      <ul className="sheet posts bare-list">
        {items.map((item) => (
          <DeliveryItem
            key={item.id}
            webhookId={webhook.id}
            delivery={item}
            said={kindWords[item.kind]?.[language] ?? item.kind}
          />
        ))}
      </ul>
      <LoadMore pages={pages} />
    </div>
  )
}

function SendAllAgain({ webhook }: { webhook: Webhook }) {
  const words = useWords(WORDS)
  const refresh = useRefresh()
  const isWriter = mayWrite(useSession())
  const params = { id: webhook.id }
  const send = useMutation({
    mutationFn: () => call('POST /webhooks/{id}/redeliveries', { params }),
    onSuccess: refresh,
  })
  const isAny = webhook.failed + webhook.waiting > 0
  if (!isWriter || (!isAny && send.data === undefined)) return null
  return (
    <div className="row">
      {send.data !== undefined && (
        <span className="small" role="status">
          {words.againDone(send.data.deliveries)}
        </span>
      )}
      <ProblemNote problem={send.error} />
      <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
        {words.againAll}
      </Button>
    </div>
  )
}
