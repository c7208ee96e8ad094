import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import type { Topic } from '../../terms.ts'
import { WORDS } from './words.ts'

export function RemoveTopic({ topic, close }: { topic: Topic; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const remove = async () => {
    await call('DELETE /topics/{id}', { params: { id: topic.id } })
    await client.invalidateQueries({ queryKey: ['GET /topics'] })
    client.invalidateQueries({ queryKey: ['GET /overview'] })
  }
  return (
    <ConfirmRemoval title={words.removeTitle} remove={remove} close={close}>
      {words.removeText(topic.name)}
    </ConfirmRemoval>
  )
}
