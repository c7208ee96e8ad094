import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../language.tsx'
import { PersonPick, type Picked } from '../../parts/crm/picks.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { FORM_WORDS } from './form-words.ts'
import { useRefreshRegisters } from './refresh-registers.ts'

/** A form for a register of personal data; whose entry it is is asked unless it is given. */
export function RegisterForm(props: {
  title: string
  of: Picked | undefined
  close: () => void
  /** Writes the entry of a person down. */
  record: (personId: string, form: FormData) => Promise<unknown>
  children: ReactNode
}) {
  const { title, of, close, record } = props
  const words = useWords(FORM_WORDS)
  const refresh = useRefreshRegisters()
  const [person, setPerson] = useState<Picked | null>(of ?? null)
  const add = useMutation({
    mutationFn: async (form: FormData) => {
      if (person === null) throw new Error(words.whose)
      await record(person.id, form)
      await refresh()
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={title}
      close={close}
      save={add.mutate}
      isSaving={add.isPending}
      problem={add.error}
    >
      {of === undefined && (
        <PersonPick label={words.person} value={person} choose={setPerson} isRequired />
      )}
      {props.children}
    </DialogForm>
  )
}
