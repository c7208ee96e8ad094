import { Link } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import { InfluenceLine } from './influence-line.tsx'
import type { Slice } from './page.tsx'
import { negativeShare, type Overview } from './sentences.ts'
import { WORDS } from './words.ts'

/** What was heard, in two plain sentences; each opens the posts it speaks of. */
export function Summary({ slice, overview }: { slice: Slice; overview: Overview }) {
  const words = useWords(WORDS)
  const negative = negativeShare(overview.total)
  return (
    <section className="sheet summary" aria-labelledby="happened">
      <h2 id="happened">{words.since(slice.from, slice.to)}</h2>
      <p>
        <Link className="summary-link" to="/listening" search={slice}>
          {words.volume(overview.total.posts, overview.before.posts)}
        </Link>
      </p>
      {negative !== null && (
        <p>
          <Link
            className="summary-link"
            to="/listening"
            search={{ ...slice, sentiment: 'negative' }}
          >
            {words.negative(negative, negativeShare(overview.before))}
          </Link>
        </p>
      )}
      {slice.channel === undefined && <InfluenceLine slice={slice} />}
    </section>
  )
}
