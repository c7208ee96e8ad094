import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { mayManage, useSession } from '../../session.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { STATES } from './url-state.ts'
import { WebhookForm } from './webhook-form.tsx'
import './webhooks.css'
import { STATE_WORDS, type Webhook, type WebhookState, WORDS } from './words.ts'

/** Addresses that are told of changes, each with how it goes. */
export function WebhooksPage() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/webhooks' })
  const navigate = useNavigate({ from: '/webhooks' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  return (
    <Page title={words.title} beside={<Adding />}>
      <p className="soft small">{words.intro}</p>
      <section className="row row-end" aria-label={words.filters}>
        <SearchField
          label={words.find}
          placeholder={words.findHint}
          input={searchBox}
          value={search.q}
          choose={(q) => navigate({ search: withoutEmpty({ ...search, q }) })}
        />
        <ChoiceField
          label={words.state}
          words={STATE_WORDS}
          order={STATES}
          value={search.state}
          choose={(state) => navigate({ search: withoutEmpty({ ...search, state }) })}
        />
      </section>
      <div ref={list}>
        <Webhooks q={search.q} state={search.state} />
      </div>
    </Page>
  )
}

function Adding() {
  const words = useWords(WORDS)
  const isManager = mayManage(useSession())
  const [isAdding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  if (!isManager) return null
  const show = (made: string | null) => {
    setAdding(false)
    setSecret(made)
  }
  return (
    <>
      <Button onClick={() => setAdding(true)}>{words.add}</Button>
      {isAdding && <WebhookForm webhook={null} close={() => setAdding(false)} done={show} />}
      {secret !== null && <SecretDialog secret={secret} close={() => setSecret(null)} />}
    </>
  )
}

function Webhooks(props: { q: string | undefined; state: WebhookState | undefined }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /webhooks', { query: withoutEmpty(props) }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    const isSought = props.q !== undefined || props.state !== undefined
    return isSought ? <p className="soft">{words.noMatch}</p> : <Nothing />
  }
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section className="sheet posts scroll-x" tabIndex={0} aria-label={words.title}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.lastDelivered}</th>
              <th scope="col" className="number">
                {words.delivered}
              </th>
              <th scope="col" className="number">
                {words.waiting}
              </th>
              <th scope="col" className="number">
                {words.failed}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </section>
      <LoadMore pages={pages} />
    </div>
  )
}

function Nothing() {
  const words = useWords(WORDS)
  const isManager = mayManage(useSession())
  return (
    <Empty title={words.empty}>
      <p>{words.emptyText}</p>
      <p>{isManager ? words.emptyNext : words.emptyMember}</p>
    </Empty>
  )
}

function Row({ item }: { item: Webhook }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const count = (of: number) => formatCount(of, language)
  return (
    <tr>
      <th scope="row">
        <Link to="/webhooks/$id" params={{ id: item.id }} search={{}} data-list-item>
          <bdi>{item.name}</bdi>
        </Link>
        <div className="soft small webhook-address">
          <bdi>{item.address}</bdi>
        </div>
      </th>
      <td>
        <WebhookStateSign state={item.state} />
      </td>
      <td className="small">
        {item.deliveredAt === null ? words.never : <PostTime time={item.deliveredAt} />}
      </td>
      <td className="number">{count(item.delivered)}</td>
      <td className="number">{count(item.waiting)}</td>
      <td className="number">{count(item.failed)}</td>
    </tr>
  )
}

export function WebhookStateSign({ state }: { state: WebhookState }) {
  const { language } = useLanguage()
  return (
    <span className="webhook-state" data-state={state}>
      {STATE_WORDS[state][language]}
    </span>
  )
}
