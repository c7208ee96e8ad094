import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { PostTime } from '../../parts/post.tsx'
import { Nothing } from './nothing.tsx'
import type { ViewProps } from './page.tsx'
import {
  BASIS_WORDS,
  HOW_WORDS,
  MEANS_WORDS,
  ORIGIN_WORDS,
  SHOWN_WORDS,
  VIEW_WORDS,
  WORDS,
} from './words.ts'

/** Whom nobody may contact. */
export function ClosedContacts(props: ViewProps) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const lifted = props.shown === 'lifted' ? ('true' as const) : undefined
  const query = withoutEmpty({ q: props.q, lifted })
  const pages = useInfiniteQuery(askPages('GET /privacy/do-not-contact', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const rows = pages.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Nothing view="do-not-contact" {...props} />
  return (
    <Table
      label={VIEW_WORDS['do-not-contact'][language]}
      head={[words.who, words.means, words.reason, words.since, words.by]}
      pages={pages}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <Who row={row} />
          <td>{MEANS_WORDS[row.channel][language]}</td>
          <td className="register-text">{row.reason}</td>
          <td>
            <PostTime time={row.since} />
            {row.liftedAt !== null && (
              <div className="soft">
                {words.lifted} <PostTime time={row.liftedAt} />
              </div>
            )}
          </td>
          <td>
            <By by={row.by} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** Who agreed to be contacted, with what they were shown. */
export function Consents(props: ViewProps) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { shown } = props
  const state = shown === 'standing' || shown === 'withdrawn' ? shown : undefined
  const query = withoutEmpty({ q: props.q, state })
  const pages = useInfiniteQuery(askPages('GET /privacy/consents', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const rows = pages.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Nothing view="consents" {...props} />
  return (
    <Table
      label={VIEW_WORDS.consents[language]}
      head={[words.who, words.means, words.given, words.how, words.textShown, words.by]}
      pages={pages}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <Who row={row} />
          <td>{MEANS_WORDS[row.channel][language]}</td>
          <td>
            <PostTime time={row.givenAt} />
            {row.withdrawnAt !== null && (
              <div className="soft">
                {words.withdrawn} <PostTime time={row.withdrawnAt} />
              </div>
            )}
          </td>
          <td>{HOW_WORDS[row.how][language]}</td>
          <td className="register-text">{row.textShown}</td>
          <td>
            <By by={row.by} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** To whom what of whom was given. */
export function Provisions(props: ViewProps) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const query = withoutEmpty({ q: props.q })
  const pages = useInfiniteQuery(askPages('GET /privacy/provisions', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const rows = pages.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Nothing view="provisions" {...props} />
  return (
    <Table
      label={VIEW_WORDS.provisions[language]}
      head={[words.who, words.day, words.recipient, words.items, words.basis, words.by]}
      pages={pages}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <Who row={row} />
          <td>{formatDay(row.providedOn, language)}</td>
          <td>
            <bdi>{row.recipient}</bdi>
          </td>
          <td className="register-text">
            {row.items}
            {row.note !== null && <div className="soft">{row.note}</div>}
          </td>
          <td>{BASIS_WORDS[row.basis][language]}</td>
          <td>
            <By by={row.by} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** Who looked at whom. */
export function Accesses(props: ViewProps) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { shown } = props
  const kind = shown === 'viewed' || shown === 'exported' ? shown : undefined
  const query = withoutEmpty({ q: props.q, kind })
  const pages = useInfiniteQuery(askPages('GET /privacy/accesses', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const rows = pages.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Nothing view="accesses" {...props} />
  return (
    <Table
      label={VIEW_WORDS.accesses[language]}
      head={[words.who, words.what, words.at, words.member]}
      pages={pages}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <Who row={row} />
          <td>{SHOWN_WORDS[row.kind][language]}</td>
          <td>
            <PostTime time={row.at} />
          </td>
          <td>
            <By by={row.by} isKey={row.isKey} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** What erasures reached, without who was erased. */
export function Erasures(props: ViewProps) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const pages = useInfiniteQuery(askPages('GET /privacy/erasures', { query: {} }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const rows = pages.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Nothing view="erasures" {...props} />
  return (
    <Table
      label={VIEW_WORDS.erasures[language]}
      head={[words.at, words.origin, words.reached, words.keptOut, words.by]}
      pages={pages}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <PostTime time={row.erasedAt} />
          </td>
          <td>{ORIGIN_WORDS[row.origin][language]}</td>
          <td>
            <Reached counts={row.counts} />
          </td>
          <td>{words.rows(row.tombstones)}</td>
          <td>
            <By by={row.by} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** The sum first; table by table for whoever wants to know. */
function Reached({ counts }: { counts: Record<string, number> }) {
  const words = useWords(WORDS)
  const reached = Object.entries(counts).filter(([, count]) => count > 0)
  const sum = reached.reduce((total, [, count]) => total + count, 0)
  return (
    <details>
      <summary data-list-item>{words.rows(sum)}</summary>
      <ul className="bare-list small">
        {reached.map(([table, count]) => (
          <li key={table}>
            <code>{table}</code> {words.rows(count)}
          </li>
        ))}
      </ul>
    </details>
  )
}

export function Table(props: {
  label: string
  head: readonly string[]
  pages: Parameters<typeof LoadMore>[0]['pages']
  children: ReactNode
}) {
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard. */}
      <section className="sheet register scroll-x" aria-label={props.label} tabIndex={0}>
        <table className="plain small">
          <thead>
            <tr>
              {props.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </section>
      <LoadMore pages={props.pages} />
    </div>
  )
}

function Who({ row }: { row: { personId: string; personName: string } }) {
  return (
    <td>
      <Link to="/people/$id" params={{ id: row.personId }} data-list-item>
        <bdi>{row.personName}</bdi>
      </Link>
    </td>
  )
}

export function By(props: { by: { id: string; name: string | null } | null; isKey?: boolean }) {
  const words = useWords(WORDS)
  const { by, isKey = false } = props
  if (by === null) return <>{words.nobody}</>
  const name = by.name ?? words.gone
  return <bdi>{isKey ? words.byKey(name) : name}</bdi>
}
