import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import type { Answer } from '../../api.ts'
import { askPages, call } from '../../client.ts'
import type { Filters } from '../../filters.ts'
import { useCorrections } from '../../parts/corrections.tsx'
import { freshIn, keepUp } from './newest.ts'

type Listed = InfiniteData<Answer<'GET /activities'>>

const AT_TOP_PX = 60

/**
 * What happened since the list was fetched. What was edited or deleted is so in the list at once. What
 * is new goes into it by itself at the top of the page; while somebody reads further down, has the
 * focus in the list or a post open, it waits to be shown.
 */
export function useNewest(parts: {
  filters: Filters
  listed: Listed | undefined
  listedAt: number
  list: RefObject<HTMLElement | null>
  isPostOpen: boolean
}): { waiting: number; isMore: boolean; arrived: number; show: () => void } {
  const { filters, listed, list, isPostOpen } = parts
  const client = useQueryClient()
  const { isCorrectedHere } = useCorrections()
  const [arrived, setArrived] = useState(0)
  const { queryKey } = askPages('GET /activities', { query: filters })
  const { data: newest } = useQuery({
    queryKey: ['GET /activities', 'newest', filters],
    queryFn: ({ signal }) => call('GET /activities', { query: filters, signal }),
    initialData: listed?.pages[0],
    initialDataUpdatedAt: parts.listedAt,
    enabled: listed !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const fresh = listed === undefined || newest === undefined ? [] : freshIn(listed, newest)
  const take = (isReading: boolean) => {
    if (newest === undefined) return
    if (!isReading && fresh.length > 0) setArrived(fresh.length)
    client.setQueryData<Listed>(queryKey, (before) =>
      before === undefined
        ? before
        : { ...before, ...keepUp(before, newest, isReading, isCorrectedHere) },
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: judged once, when the newest page changes
  useEffect(() => {
    take(isReading(list.current, isPostOpen))
  }, [newest, listed === undefined])
  const isMore =
    newest !== undefined &&
    newest.next !== null &&
    fresh.length > 0 &&
    fresh.length === newest.items.length
  return { waiting: fresh.length, isMore, arrived, show: () => take(false) }
}

function isReading(list: HTMLElement | null, isPostOpen: boolean): boolean {
  const hasFocus = list?.contains(document.activeElement) === true
  return isPostOpen || hasFocus || window.scrollY > AT_TOP_PX
}
