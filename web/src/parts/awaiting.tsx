import { Loading } from './page.tsx'
import { LoadFailed } from './problem.tsx'

interface Asked {
  error: Error | null
  refetch: () => unknown
}

/**
 * Stands where there is no answer yet: it loads, or why it failed. To be shown only without data:
 * when asking again fails, what was answered before stays, and with it what somebody is writing.
 */
export function Awaiting({ query }: { query: Asked }) {
  if (query.error === null) return <Loading />
  return <LoadFailed problem={query.error} retry={() => query.refetch()} />
}
