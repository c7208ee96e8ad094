import { NumberInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { RelationField, useRelationName } from '../../parts/relation-names.tsx'
import { entered, SendForm } from './form.tsx'
import { OwnerField } from './owner-field.tsx'
import type { Programme } from './programme-cards.tsx'
import { WORDS } from './words.ts'

const RHYTHM_DAYS = 90

/** Begins a programme, or changes one. */
export function ProgrammeForm(props: { programme: Programme | null; close: () => void }) {
  const words = useWords(WORDS)
  const nameOf = useRelationName()
  const { programme, close } = props
  const taken = useQuery(ask('GET /programmes', {})).data?.items.map(({ kind }) => kind) ?? []
  const send = (form: FormData) => {
    const body = {
      rhythmDays: Number(entered(form, 'rhythmDays')),
      owner: entered(form, 'owner') || null,
      aim: entered(form, 'aim') || null,
    }
    return programme === null
      ? call('POST /programmes', { body: { ...body, kind: entered(form, 'kind') } })
      : call('PATCH /programmes/{id}', { params: { id: programme.id }, body })
  }
  return (
    <SendForm
      title={programme === null ? words.add : `${words.edit}: ${nameOf(programme.kind)}`}
      send={send}
      close={close}
    >
      {programme === null && (
        <RelationField label={words.kind} name="kind" without={taken} isRequired />
      )}
      <NumberInput
        name="rhythmDays"
        label={words.rhythm}
        defaultValue={programme?.rhythmDays ?? RHYTHM_DAYS}
        min={1}
        max={3_650}
        required
      />
      <OwnerField owner={programme?.owner?.id ?? ''} none={words.nobody} />
      <Textarea
        name="aim"
        label={words.aim}
        defaultValue={programme?.aim ?? ''}
        maxLength={1_000}
      />
    </SendForm>
  )
}
