import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import type { FullPerson } from './page.tsx'
import { WORDS } from './words.ts'

const NAME_CHARS_MAX = 500

function useRename(id: string, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: FormData) => {
      const field = (name: string) => String(form.get(name) ?? '').trim()
      const orNull = (name: string) => (field(name) === '' ? null : field(name))
      return call('PATCH /people/{id}', {
        params: { id },
        body: {
          displayName: field('displayName'),
          familyName: orNull('familyName'),
          givenName: orNull('givenName'),
          nameReading: orNull('nameReading'),
        },
      })
    },
    onSuccess: async () => {
      await Promise.all(
        ['GET /people/{id}', 'GET /people', 'GET /activities', 'GET /people/{id}/timeline'].map(
          (key) => client.invalidateQueries({ queryKey: [key] }),
        ),
      )
      done()
    },
  })
}

/** The button that corrects a name, and its dialog; family name first, as in Japan. */
export function NameForm({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  const [isOpen, setOpen] = useState(false)
  const rename = useRename(person.id, () => setOpen(false))
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.editName}
      </Button>
      {isOpen && (
        <DialogForm
          title={words.editName}
          close={() => setOpen(false)}
          save={rename.mutate}
          isSaving={rename.isPending}
          problem={rename.error}
          size="md"
        >
          <NameFields person={person} />
        </DialogForm>
      )}
    </>
  )
}

function NameFields({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput
        name="displayName"
        label={words.displayName}
        defaultValue={person.displayName}
        required
        maxLength={NAME_CHARS_MAX}
        data-autofocus
      />
      {(['familyName', 'givenName', 'nameReading'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={words[name]}
          defaultValue={person[name] ?? ''}
          maxLength={NAME_CHARS_MAX}
        />
      ))}
    </>
  )
}
