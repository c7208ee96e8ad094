import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { RouteKey } from '../api.ts'
import { createGatherer, type Stale } from './gather.ts'
import { type LiveState, openLive } from './live.ts'
import { isUnhurried, refreshedBy } from './refresh-table.ts'
import { isGoing } from './removal.ts'

const UNHURRIED_MS = 2_000
/** Somebody who reads on in a list waits for no figure of it. */
const LONG_MS = 20_000

const LiveContext = createContext<LiveState>('connecting')

/** Keeps what the pages below show in step with the server. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [state, show] = useState<LiveState>('connecting')
  useEffect(() => follow(client, show), [client])
  return <LiveContext value={state}>{children}</LiveContext>
}

export function useLiveState(): LiveState {
  return useContext(LiveContext)
}

/** How often to ask while there is something to wait for: rarely where changes are told. */
export function usePollMs(whileNotLive: number, whileLive: number | false): number | false {
  return useContext(LiveContext) === 'live' ? whileLive : whileNotLive
}

function follow(client: QueryClient, show: (state: LiveState) => void): () => void {
  const every = (isMeant: (query: Query) => boolean, restMs?: number) =>
    createGatherer<RouteKey>((stale) => refresh(client, stale, isMeant), restMs)
  const gather = every((query) => !isLong(query))
  const gatherUnhurried = every((query) => !isLong(query), UNHURRIED_MS)
  const gatherLong = every(isLong, LONG_MS)
  const refreshBy = (routes: readonly RouteKey[] | 'all') => {
    gatherLong(routes)
    if (routes === 'all') return gather('all')
    gather(routes.filter((route) => !isUnhurried(route)))
    gatherUnhurried(routes.filter(isUnhurried))
  }
  let isKnown = false
  return openLive({
    show,
    hear: ({ event, detail }) => {
      // What was fetched before the first stream began may be older than it.
      if (event === 'reset' || (event === 'ready' && !isKnown)) refreshBy('all')
      else if (event !== 'ready' && event !== 'signed-out') refreshBy(refreshedBy(event, detail))
      isKnown = true
    },
    signedOut: () => void client.refetchQueries({ queryKey: ['GET /session'] }),
  })
}

/** Whether it is a list of which several pages are shown: each is asked again, one after another. */
function isLong({ state: { data } }: Query): boolean {
  const { pages } = (data ?? {}) as { pages?: unknown }
  return Array.isArray(pages) && pages.length > 1
}

/**
 * Asks again what the open pages show; the rest is asked when it is next shown. A list that keeps
 * its reader's place (`meta.keepsPlace`) brings in what is new by itself.
 */
async function refresh(
  client: QueryClient,
  stale: Stale<RouteKey>,
  isMeant: (query: Query) => boolean,
): Promise<void> {
  const isStale = (query: Query) =>
    isMeant(query) &&
    !isGoing(query.queryKey) &&
    (stale === 'all' || stale.has(query.queryKey[0] as RouteKey))
  const keepsPlace = ({ meta }: Query) => meta?.keepsPlace === true
  await Promise.all([
    client.invalidateQueries({ predicate: (query) => isStale(query) && !keepsPlace(query) }),
    client.invalidateQueries({
      predicate: (query) => isStale(query) && keepsPlace(query),
      refetchType: 'none',
    }),
  ])
}
