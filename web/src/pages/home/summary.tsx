import { Link } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import type { Slice } from './page.tsx'
import { negativeShare, type Overview, topicThatMovedMost } from './sentences.ts'
import { WORDS } from './words.ts'

/** Two or three plain sentences; each opens the posts it speaks of. */
export function Summary(props: { slice: Slice; overview: Overview; before: Overview | undefined }) {
  const words = useWords(WORDS)
  const { slice, overview, before } = props
  const negative = negativeShare(overview.total)
  const moved = topicThatMovedMost(overview.topics, before?.topics ?? [])
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
      {moved !== null && (
        <p>
          <Link className="summary-link" to="/listening" search={{ ...slice, topic: moved.id }}>
            {words.moved(moved.name, moved.now, moved.before)}
          </Link>
        </p>
      )}
    </section>
  )
}
