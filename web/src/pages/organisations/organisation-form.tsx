import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { RELATION_KINDS } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON, RELATION_WORDS } from '../../parts/words.ts'
import type { Organisation } from '../../terms.ts'
import './organisations.css'
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
        relations: RELATION_KINDS.filter((kind) => form.getAll('relations').includes(kind)),
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
  const common = useWords(COMMON)
  const { organisation, close } = props
  const keep = useKeep(organisation, props.done)
  return (
    <Modal
      opened
      onClose={close}
      title={organisation === null ? words.add : words.edit}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        className="stack"
        onKeyDown={guardEnter}
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate(new FormData(event.currentTarget))
        }}
      >
        <Fields organisation={organisation} />
        <ProblemNote problem={keep.error} />
        <div className="row">
          <Button type="submit" loading={keep.isPending}>
            {common.save}
          </Button>
          <Button variant="default" onClick={close}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function Fields({ organisation }: { organisation: Organisation | null }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
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
        {RELATION_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              name="relations"
              value={kind}
              defaultChecked={organisation?.relations.includes(kind) ?? false}
            />{' '}
            {RELATION_WORDS[kind][language]}
          </label>
        ))}
      </fieldset>
    </>
  )
}
