import { useQueryClient } from '@tanstack/react-query'
import type { RouteKey } from '../../api.ts'
import { REFRESHED_BY } from '../../live/refresh-table.ts'

/** Asks again for all that a change of these nouns makes old; the live stream says the same a moment later. */
export function useRefresh(...nouns: ('deal' | 'task' | 'note' | 'contact' | 'pipeline')[]) {
  const client = useQueryClient()
  return async () => {
    const routes = new Set(
      nouns.flatMap((noun): readonly RouteKey[] => {
        const known = REFRESHED_BY[noun]
        return known === undefined || known === 'all' ? [] : known
      }),
    )
    await Promise.all([...routes].map((route) => client.invalidateQueries({ queryKey: [route] })))
  }
}
