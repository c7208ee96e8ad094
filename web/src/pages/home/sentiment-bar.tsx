import { Link } from '@tanstack/react-router'
import { SENTIMENTS } from '../../filters.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import '../../parts/chips.css'
import { SENTIMENT_WORDS } from '../../parts/words.ts'
import type { Slice } from './page.tsx'
import type { Overview } from './sentences.ts'
import { WORDS } from './words.ts'

/** The three sentiments as one bar, and the table of the same numbers under it. */
export function SentimentBar({ slice, overview }: { slice: Slice; overview: Overview }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { posts, bySentiment } = overview.total
  return (
    <section className="sheet stack" aria-labelledby="sentiment">
      <h2 id="sentiment">{words.sentiment}</h2>
      <div className="share-bar">
        {SENTIMENTS.filter((sentiment) => bySentiment[sentiment] > 0).map((sentiment) => (
          <Link
            key={sentiment}
            to="/listening"
            search={{ ...slice, sentiment }}
            data-sentiment={sentiment}
            style={{ flexGrow: bySentiment[sentiment] }}
            tabIndex={-1}
            aria-label={words.countOf(SENTIMENT_WORDS[sentiment][language], bySentiment[sentiment])}
          />
        ))}
      </div>
      <table className="plain">
        <thead className="hidden">
          <tr>
            <th scope="col">{words.sentiment}</th>
            <th scope="col">{words.posts}</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {SENTIMENTS.map((sentiment) => (
            <tr key={sentiment}>
              <th scope="row" data-sentiment={sentiment}>
                <span className="chip chip-plain">
                  <span className="dot" aria-hidden />
                  {SENTIMENT_WORDS[sentiment][language]}
                </span>
              </th>
              <td className="number">
                <Link to="/listening" search={{ ...slice, sentiment }}>
                  {formatCount(bySentiment[sentiment], language)}
                </Link>
              </td>
              <td className="number soft">
                {posts > 0 && formatShare(bySentiment[sentiment] / posts, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
