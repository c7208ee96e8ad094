import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { mayManage, mayWrite, useSession } from '../../session.ts'
import { DialogForm, textOf } from '../dialog-form.tsx'
import { isNamedBy, type Narrowed } from './narrowed.ts'
import { WORDS } from './words.ts'

interface Saving {
  narrowed: Narrowed
  /** Shows the list that was saved. */
  open: (list: string) => void
}

/** Saves what the page is narrowed to as a list; shown once it is narrowed to something. */
export function SaveList({ narrowed, open }: Saving) {
  const words = useWords(WORDS)
  const session = useSession()
  const [isSaving, setSaving] = useState(false)
  // A list narrowed further is no filter that could be saved: open the list's own filter instead.
  if (!mayWrite(session) || !isNamedBy(narrowed)) return null
  return (
    <div>
      <Button variant="default" onClick={() => setSaving(true)}>
        {words.saveList}
      </Button>
      {isSaving && <SaveForm narrowed={narrowed} open={open} close={() => setSaving(false)} />}
    </div>
  )
}

function SaveForm({ narrowed, open, close }: Saving & { close: () => void }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const { subject } = narrowed
  const lists = useQuery(ask('GET /lists', { query: { subject, limit: 200 } }))
  const mine = (lists.data?.items ?? []).filter(
    ({ owner }) => mayManage(session) || owner?.id === session.member.id,
  )
  const [into, setInto] = useState('')
  const save = useMutation({
    mutationFn: async (form: FormData) => {
      const { filter } = narrowed
      if (into !== '') {
        await call('PATCH /lists/{id}', { params: { id: into }, body: { filter: filter ?? {} } })
        await client.invalidateQueries({ queryKey: ['GET /lists'] })
        await client.invalidateQueries({ queryKey: ['GET /lists/{id}'] })
        close()
        open(into)
        return
      }
      const body = {
        ...{ name: textOf(form, 'name') ?? '', subject, filter: filter ?? {} },
        isShared: form.get('share') === 'on',
      }
      const { id } = await call('POST /lists', { body })
      await client.invalidateQueries({ queryKey: ['GET /lists'] })
      close()
      open(id)
    },
  })
  return (
    <DialogForm
      title={words.saveList}
      close={close}
      save={save.mutate}
      isSaving={save.isPending}
      problem={save.error}
    >
      {mine.length > 0 && (
        <NativeSelect
          label={words.saveInto}
          value={into}
          onChange={(event) => setInto(event.currentTarget.value)}
          data={[
            { value: '', label: words.newList },
            ...mine.map(({ id, name }) => ({ value: id, label: words.replaces(name) })),
          ]}
        />
      )}
      {into === '' && (
        <>
          <TextInput name="name" label={words.listName} required maxLength={500} data-autofocus />
          <Checkbox name="share" label={words.share} />
        </>
      )}
    </DialogForm>
  )
}
