import { useMutation } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { useRefresh } from '../../parts/crm/refresh.ts'
import { STATE_WORDS } from '../../parts/crm/words.ts'
import type { Deal } from '../../terms.ts'
import { WORDS } from './words.ts'

/** Where a deal may go: a stage of its pipeline, or out of it. */
export type Place = { stage: { id: string; name: string } } | { state: 'won' }

export interface Going {
  deal: Deal
  to: Place
}

/** Moves deals; `moved` is told what to say aloud, once all that it makes old is shown anew. */
export function useMoveDeal(moved: (deal: Deal, words: string) => void) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const refresh = useRefresh('deal')
  return useMutation({
    mutationFn: async ({ deal, to }: Going) => {
      const body =
        'stage' in to ? { stage: to.stage.id, state: 'open' as const } : { state: to.state }
      await call('PATCH /deals/{id}', { params: { id: deal.id }, body })
      await refresh()
    },
    onSuccess: (_, { deal, to }) => {
      const name = 'stage' in to ? to.stage.name : STATE_WORDS[to.state][language]
      moved(deal, words.moved(deal.name, name))
    },
  })
}
