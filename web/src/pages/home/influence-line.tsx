import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useWords } from '../../language.tsx'
import type { Slice } from './page.tsx'
import { WORDS } from './words.ts'

/** What posts moved people to, in one sentence that opens Influence; silent while nothing can be said. */
export function InfluenceLine({ slice }: { slice: Slice }) {
  const words = useWords(WORDS)
  const topic = slice.topic === undefined ? {} : { topic: slice.topic }
  const { data } = useQuery(ask('GET /influence/summary', { query: topic }))
  if (data === undefined || data.reason !== null || !data.enough) return null
  return (
    <p>
      <Link className="summary-link" to="/influence" search={topic}>
        {words.influenced(data.outcomes, data.credit, data.low, data.high)}
      </Link>
    </p>
  )
}
