import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { call } from '../../client.ts'
import { dayOf } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { Picked } from '../../parts/crm/picks.tsx'
import { textOf } from '../../parts/dialog-form.tsx'
import { useSession } from '../../session.ts'
import { FORM_WORDS } from './form-words.ts'
import { RegisterForm } from './register-form.tsx'
import { BASIS_WORDS, WORDS } from './words.ts'

const BASES = Object.keys(BASIS_WORDS) as (keyof typeof BASIS_WORDS)[]

/** Writes down to whom what of somebody was given; of whom is asked unless it is given. */
export function ProvisionForm({ of, close }: { of?: Picked; close: () => void }) {
  const words = useWords(FORM_WORDS)
  const { workspace } = useSession()
  const today = dayOf(new Date(), workspace.timeZone)
  const record = (id: string, form: FormData) => {
    const body = {
      providedOn: textOf(form, 'day') ?? today,
      recipient: textOf(form, 'recipient') ?? '',
      items: textOf(form, 'items') ?? '',
      basis: BASES.find((one) => one === form.get('basis')) ?? 'consent',
      note: textOf(form, 'note'),
    }
    return call('POST /people/{id}/provisions', { params: { id }, body })
  }
  return (
    <RegisterForm title={words.addProvision} of={of} close={close} record={record}>
      <ProvisionFields today={today} />
    </RegisterForm>
  )
}

function ProvisionFields({ today }: { today: string }) {
  const words = useWords(FORM_WORDS)
  const labels = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <TextInput
        name="day"
        type="date"
        label={labels.day}
        defaultValue={today}
        max={today}
        required
      />
      <TextInput
        name="recipient"
        label={labels.recipient}
        description={words.recipientHint}
        required
        maxLength={5_000}
      />
      <TextInput
        name="items"
        label={words.items}
        description={words.itemsHint}
        required
        maxLength={5_000}
      />
      <NativeSelect
        name="basis"
        label={labels.basis}
        data={BASES.map((value) => ({ value, label: BASIS_WORDS[value][language] }))}
      />
      <Textarea name="note" label={words.note} rows={3} maxLength={5_000} />
    </>
  )
}
