import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

/** Which saved list is shown. */
export function ListName({ id, clear }: { id: string; clear: () => void }) {
  const words = useWords(WORDS)
  const list = useQuery(ask('GET /lists/{id}', { params: { id } }))
  return (
    <p className="soft small">
      {words.inList(list.data?.name ?? '…')}{' '}
      <button type="button" className="link-button small" onClick={clear}>
        {words.clear}
      </button>
    </p>
  )
}
