import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import type { Handle } from '../../terms.ts'
import { FindPerson } from './find-person.tsx'
import { MERGE_WORDS } from './merge-words.ts'
import type { FullPerson } from './page.tsx'

/** The button that gives an account to whom it belongs; a person's only one has none. */
export function MoveHandle({ person, handle }: { person: FullPerson; handle: Handle }) {
  const words = useWords(MERGE_WORDS)
  const session = useSession()
  const [isMoving, setMoving] = useState(false)
  if (person.handles.length < 2 || !mayWrite(session)) return null
  return (
    <>
      <button
        type="button"
        className="link-button small"
        aria-label={words.moveOf(handle.username ?? handle.externalId)}
        onClick={() => setMoving(true)}
      >
        {words.move}
      </button>
      {isMoving && <MoveDialog person={person} handle={handle} close={() => setMoving(false)} />}
    </>
  )
}

/** Asks to whom, and then whether. */
function MoveDialog(props: { person: FullPerson; handle: Handle; close: () => void }) {
  const words = useWords(MERGE_WORDS)
  const common = useWords(COMMON)
  const client = useQueryClient()
  const { person, handle, close } = props
  const [to, setTo] = useState<{ id: string; displayName: string }>()
  const name = handle.username ?? handle.externalId
  if (to === undefined) {
    return (
      <Dialog
        opened
        onClose={close}
        title={words.moveOf(name)}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <FindPerson label={words.moveSearch} besides={person} choose={setTo} />
      </Dialog>
    )
  }
  const move = async () => {
    const params = { id: person.id, handle: handle.id }
    await call('POST /people/{id}/handles/{handle}/move', { params, body: { to: to.id } })
    await client.invalidateQueries()
  }
  return (
    <ConfirmRemoval
      title={words.moveTo(name, to.displayName)}
      action={words.move}
      color="orange"
      remove={move}
      close={close}
    >
      {words.moveDoes}
    </ConfirmRemoval>
  )
}
