import { useQueryClient } from '@tanstack/react-query'
import type { RouteKey } from '../../api.ts'

const SHOWN: RouteKey[] = [
  'GET /webhooks',
  'GET /webhooks/{id}',
  'GET /webhooks/{id}/deliveries',
  'GET /webhooks/{id}/deliveries/{delivery}',
]

/** Asks anew for what the pages of webhooks show. */
export function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient()
  return () => Promise.all(SHOWN.map((key) => client.invalidateQueries({ queryKey: [key] })))
}
