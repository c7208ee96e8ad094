import { useInfiniteQuery } from '@tanstack/react-query'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { PostTime } from '../../parts/post.tsx'
import { Nothing } from './nothing.tsx'
import type { ViewProps } from './page.tsx'
import { By, Table } from './registers.tsx'
import { PLACE_WORDS, SHOWN_WORDS, VIEW_WORDS, WORDS } from './words.ts'

const KINDS = ['listed', 'searched', 'exported'] as const

/** Who saw how many people at once, or took them out. */
export function Looks(props: ViewProps) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const kind = KINDS.find((one) => one === props.shown)
  const pages = useInfiniteQuery(askPages('GET /privacy/looks', { query: withoutEmpty({ kind }) }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const rows = pages.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <Nothing view="looks" {...props} />
  const head = [words.what, words.place, words.peopleSeen, words.requests, words.at, words.member]
  return (
    <Table label={VIEW_WORDS.looks[language]} head={head} pages={pages}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>{SHOWN_WORDS[row.kind][language]}</td>
          <td>
            {PLACE_WORDS[row.place][language]}
            {row.subject !== null && (
              <div className="soft">
                <bdi>{row.subject}</bdi>
              </div>
            )}
          </td>
          <td>{formatCount(row.people, language)}</td>
          <td>{formatCount(row.requests, language)}</td>
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
