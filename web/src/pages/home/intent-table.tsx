import { Link } from '@tanstack/react-router'
import { INTENTS } from '../../filters.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { INTENT_WORDS, READING_PART_WORDS } from '../../parts/words.ts'
import type { Intent, Words } from '../../terms.ts'
import type { Slice } from './page.tsx'
import type { Overview } from './sentences.ts'
import { WORDS } from './words.ts'

interface Row {
  key: string
  name: Words
  posts: number
  before: number
  search: { intent: Intent } | { toxic: true }
}

/** What posts want, most frequent first, and those that insult; each leads to its posts. */
export function IntentTable({ slice, overview }: { slice: Slice; overview: Overview }) {
  const words = useWords(WORDS)
  const rows = rowsOf(overview)
  const largest = Math.max(1, ...rows.map(({ posts }) => posts))
  return (
    <section className="sheet stack" aria-labelledby="by-intent">
      <h2 id="by-intent">{words.byIntent}</h2>
      {rows.length === 0 ? (
        <p className="soft">{words.noIntents}</p>
      ) : (
        <>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{words.byIntent}</th>
                <th scope="col" className="topic-bars">
                  <span className="hidden">{words.share}</span>
                </th>
                <th scope="col" className="number">
                  {words.posts}
                </th>
                <th scope="col" className="number">
                  {words.share}
                </th>
                <th scope="col" className="number">
                  {words.beforeSpan}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <IntentRow
                  key={row.key}
                  row={row}
                  slice={slice}
                  largest={largest}
                  all={overview.total.posts}
                />
              ))}
            </tbody>
          </table>
          <p className="soft small">{words.intentNote}</p>
        </>
      )}
    </section>
  )
}

/** What neither of the two spans has is left out. */
function rowsOf({ total, before }: Overview): Row[] {
  const intents = INTENTS.map((intent) => ({
    ...{ key: intent, name: INTENT_WORDS[intent], search: { intent } },
    ...{ posts: total.byIntent[intent], before: before.byIntent[intent] },
  }))
  const abuse = {
    key: 'toxic',
    name: READING_PART_WORDS.toxicity,
    search: { toxic: true as const },
  }
  return [
    ...intents.sort((a, b) => b.posts - a.posts),
    { ...abuse, posts: total.toxic, before: before.toxic },
  ].filter(({ posts, before: earlier }) => posts + earlier > 0)
}

function IntentRow(props: { row: Row; slice: Slice; largest: number; all: number }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { row, slice, largest, all } = props
  const name = row.name[language]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="topic-bars" aria-hidden>
        <div className="voice-bar" style={{ width: `${(100 * row.posts) / largest}%` }} />
      </td>
      <td className="number">
        <Link
          to="/listening"
          search={{ ...slice, ...row.search }}
          aria-label={words.countOf(name, row.posts)}
        >
          {formatCount(row.posts, language)}
        </Link>
      </td>
      <td className="number">{all > 0 && formatShare(row.posts / all, language)}</td>
      <td className="number soft">{formatCount(row.before, language)}</td>
    </tr>
  )
}
