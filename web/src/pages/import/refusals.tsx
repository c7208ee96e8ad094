import { useInfiniteQuery } from '@tanstack/react-query'
import { addressOf, type ItemOf } from '../../api.ts'
import { askPages } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { REFUSAL_WORDS } from './refusal-words.ts'
import { WORDS } from './words.ts'

type Refusal = ItemOf<'GET /imports/{id}/refusals'>

/** What was refused and why, with all of it as a file. */
export function Refusals({ id }: { id: string }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /imports/{id}/refusals', { params: { id } }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  return (
    <div className="stack-tight">
      <a className="small" href={addressOf('/imports/{id}/refusals.csv', { id })} download>
        {words.download}
      </a>
      <table className="plain small">
        <thead>
          <tr>
            <th scope="col" className="number">
              {words.line}
            </th>
            <th scope="col" className="refusal-reason">
              {words.reason}
            </th>
            <th scope="col">{words.content}</th>
          </tr>
        </thead>
        <tbody>
          {pages.data.pages.flatMap((page) =>
            page.items.map((item) => <RefusalRow key={item.position} item={item} />),
          )}
        </tbody>
      </table>
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </div>
  )
}

function RefusalRow({ item }: { item: Refusal }) {
  const { language } = useLanguage()
  const words = useWords(WORDS)
  const where = [item.field, item.detail].filter((part) => part !== null).join(': ')
  return (
    <tr>
      <td className="number">{formatCount(item.line, language)}</td>
      <td>
        {REFUSAL_WORDS[item.reason][language]}
        {item.isTaken && <span className="soft"> ({words.takenInPart})</span>}
        {where !== '' && (
          <div className="soft">
            <bdi>{where}</bdi>
          </div>
        )}
      </td>
      <td>
        <code dir="auto">{item.excerpt.slice(0, 200)}</code>
      </td>
    </tr>
  )
}
