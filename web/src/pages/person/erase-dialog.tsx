import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { takeAway } from '../../live/removal.ts'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { PRIVACY_WORDS } from './privacy-words.ts'

type Preview = Answer<'GET /people/{id}/erase'>

/** What an erasure takes and leaves, and the name to type before it is done. */
export function EraseDialog({ personId, close }: { personId: string; close: () => void }) {
  const words = useWords(PRIVACY_WORDS)
  const common = useWords(COMMON)
  const query = useQuery(ask('GET /people/{id}/erase', { params: { id: personId } }))
  return (
    <Dialog
      opened
      onClose={close}
      title={words.eraseTitle}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <Known preview={query.data} close={close} />
      )}
    </Dialog>
  )
}

function Known({ preview, close }: { preview: Preview; close: () => void }) {
  const words = useWords(PRIVACY_WORDS)
  const common = useWords(COMMON)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const erase = useMutation({
    mutationFn: () =>
      takeAway(preview.personId, async () => {
        await call('POST /people/{id}/erase', {
          params: { id: preview.personId },
          body: { confirmation: typed },
        })
        await navigate({ to: '/people' })
        await client.invalidateQueries()
      }),
  })
  const rows = Object.values(preview.counts).reduce((sum, count) => sum + count, 0)
  return (
    <form
      className="stack"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        erase.mutate()
      }}
    >
      <p>{words.eraseWhat(rows, preview.counts.post ?? 0)}</p>
      {preview.sharedDeals + preview.sharedContacts > 0 && (
        <p>{words.eraseStays(preview.sharedDeals, preview.sharedContacts)}</p>
      )}
      {preview.modelsUnlearnt > 0 && <p>{words.eraseModels}</p>}
      <TextInput
        label={words.confirm(preview.displayName)}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ProblemNote problem={erase.error} />
      <div className="row">
        <Button
          type="submit"
          color="red"
          loading={erase.isPending}
          disabled={typed.trim() !== preview.displayName.trim()}
        >
          {words.eraseNow}
        </Button>
        <Button variant="default" onClick={close} data-autofocus>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}
