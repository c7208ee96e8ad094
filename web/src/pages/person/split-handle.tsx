import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Handle } from '../../terms.ts'
import { MERGE_WORDS } from './merge-words.ts'
import type { FullPerson } from './page.tsx'

/** The button that makes an account somebody else's; a person's only one has none. */
export function SplitHandle({ person, handle }: { person: FullPerson; handle: Handle }) {
  const words = useWords(MERGE_WORDS)
  const session = useSession()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  if (person.handles.length < 2 || !mayWrite(session)) return null
  const name = handle.username ?? handle.externalId
  const split = async () => {
    const params = { id: person.id, handle: handle.id }
    await call('POST /people/{id}/handles/{handle}/split', { params })
    await client.invalidateQueries()
  }
  return (
    <>
      <button
        type="button"
        className="link-button small"
        aria-label={words.splitOf(name)}
        onClick={() => setAsking(true)}
      >
        {words.split}
      </button>
      {isAsking && (
        <ConfirmRemoval
          title={words.splitOf(name)}
          action={words.split}
          remove={split}
          close={() => setAsking(false)}
        >
          {words.splitDoes}
        </ConfirmRemoval>
      )}
    </>
  )
}
