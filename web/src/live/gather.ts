/** What is to be asked again: routes, or everything. */
export type Stale<Key extends string> = ReadonlySet<Key> | 'all'

/**
 * Gathers what is to be refreshed: the first at once, what comes within `restMs` or while a refresh
 * still runs together afterwards. So a burst costs two refreshes a second, however long it is.
 */
export function createGatherer<Key extends string>(
  refresh: (stale: Stale<Key>) => Promise<unknown>,
  restMs = 500,
): (keys: readonly Key[] | 'all') => void {
  let gathered: Set<Key> | 'all' = new Set()
  let isResting = false
  const flush = async (): Promise<void> => {
    const stale = gathered
    if (stale !== 'all' && stale.size === 0) return
    gathered = new Set()
    isResting = true
    const rest = new Promise<void>((resolve) => setTimeout(resolve, restMs))
    await Promise.all([refresh(stale), rest])
    isResting = false
    await flush()
  }
  return (keys) => {
    if (keys === 'all' || gathered === 'all') gathered = 'all'
    else for (const key of keys) gathered.add(key)
    if (!isResting) void flush()
  }
}
