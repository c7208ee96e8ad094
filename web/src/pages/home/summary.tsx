import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { VOICE_WORDS } from '../../parts/voice-words.ts'
import { InfluenceLine } from './influence-line.tsx'
import type { Slice } from './page.tsx'
import { negativeShare, type Overview } from './sentences.ts'
import { WORDS } from './words.ts'

/** What was heard, in two plain sentences; each opens the posts it speaks of. */
export function Summary({ slice, overview }: { slice: Slice; overview: Overview }) {
  const words = useWords(WORDS)
  const voiceWords = useWords(VOICE_WORDS)
  const voices = useQuery(ask('GET /overview/voices', { query: slice })).data?.total ?? null
  const negative = negativeShare(overview.total)
  return (
    <section className="sheet summary" aria-labelledby="happened">
      <h2 id="happened">{words.since(slice.from, slice.to)}</h2>
      <p>
        <Link className="summary-link" to="/listening" search={slice}>
          {words.volume(overview.total.posts, overview.before.posts)}
        </Link>
        {voices !== null && <span title={voiceWords.hint}> {voiceWords.sentence(voices)}</span>}
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
