import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { useRelationCodes, useRelationName } from '../../parts/relation-names.tsx'
import type { Organisation } from '../../terms.ts'
import './organisations.css'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { WORDS } from './words.ts'

const NAME_CHARS_MAX = 500

function useKeep(organisation: Organisation | null, done: (id: string) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (form: FormData) => {
      const field = (name: string) => String(form.get(name) ?? '').trim()
      const orNull = (name: string) => (field(name) === '' ? null : field(name))
      const body = {
        name: field('name'),
        nameReading: orNull('nameReading'),
        url: orNull('url'),
        relations: form.getAll('relations').map(String),
      }
      return organisation === null
        ? call('POST /organisations', { body })
        : call('PATCH /organisations/{id}', { params: { id: organisation.id }, body })
    },
    onSuccess: async ({ id }) => {
      await Promise.all(
        ['GET /organisations', 'GET /organisations/{id}', 'GET /people/{id}'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      )
      done(id)
    },
  })
}

/** Adds an organisation, or corrects one. */
export function OrganisationForm(props: {
  organisation: Organisation | null
  close: () => void
  done: (id: string) => void
}) {
  const words = useWords(WORDS)
  const { organisation, close } = props
  const keep = useKeep(organisation, props.done)
  return (
    <DialogForm
      title={organisation === null ? words.add : words.edit}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
      size="md"
    >
      <Fields organisation={organisation} />
    </DialogForm>
  )
}

function Fields({ organisation }: { organisation: Organisation | null }) {
  const words = useWords(WORDS)
  const nameOf = useRelationName()
  const codes = useRelationCodes('organisation')
  return (
    <>
      <TextInput
        name="name"
        label={words.name}
        defaultValue={organisation?.name ?? ''}
        required
        maxLength={NAME_CHARS_MAX}
        data-autofocus
      />
      <TextInput
        name="nameReading"
        label={words.nameReading}
        defaultValue={organisation?.nameReading ?? ''}
        maxLength={NAME_CHARS_MAX}
      />
      <TextInput
        name="url"
        type="url"
        label={words.url}
        placeholder={words.urlHint}
        defaultValue={organisation?.url ?? ''}
        maxLength={2_000}
      />
      <fieldset className="relation-choice">
        <legend>{words.relation}</legend>
        {codes.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              name="relations"
              value={kind}
              defaultChecked={organisation?.relations.includes(kind) ?? false}
            />{' '}
            {nameOf(kind)}
          </label>
        ))}
      </fieldset>
    </>
  )
}
