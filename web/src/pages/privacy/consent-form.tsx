import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { instantOf, localNow } from '../../instants.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { Picked } from '../../parts/crm/picks.tsx'
import { textOf } from '../../parts/dialog-form.tsx'
import { useSession } from '../../session.ts'
import { FORM_WORDS } from './form-words.ts'
import { RegisterForm } from './register-form.tsx'
import { HOW_WORDS, MEANS_WORDS, type Means, WORDS } from './words.ts'

const MEANS = (Object.keys(MEANS_WORDS) as Means[]).filter((means) => means !== 'all')
const WAYS = Object.keys(HOW_WORDS) as (keyof typeof HOW_WORDS)[]

/** Writes down that somebody agreed to be contacted; whose consent it is is asked unless it is given. */
export function ConsentForm({ of, close }: { of?: Picked; close: () => void }) {
  const words = useWords(FORM_WORDS)
  const { workspace } = useSession()
  const record = (id: string, form: FormData) => {
    const body = {
      channel: MEANS.find((one) => one === form.get('channel')) ?? 'mail',
      givenAt: instantOf(textOf(form, 'given') ?? '', workspace.timeZone),
      how: WAYS.find((one) => one === form.get('how')) ?? 'other',
      textShown: textOf(form, 'shown') ?? '',
      ...withoutEmpty({ evidence: textOf(form, 'evidence') ?? undefined }),
    }
    return call('POST /people/{id}/consents', { params: { id }, body })
  }
  return (
    <RegisterForm title={words.addConsent} of={of} close={close} record={record}>
      <ConsentFields now={localNow(new Date(), workspace.timeZone)} />
    </RegisterForm>
  )
}

function ConsentFields({ now }: { now: string }) {
  const words = useWords(FORM_WORDS)
  const labels = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <NativeSelect
        name="channel"
        label={labels.means}
        data={MEANS.map((value) => ({ value, label: MEANS_WORDS[value][language] }))}
      />
      <TextInput
        name="given"
        type="datetime-local"
        label={labels.given}
        defaultValue={now}
        max={now}
        required
      />
      <NativeSelect
        name="how"
        label={labels.how}
        data={WAYS.map((value) => ({ value, label: HOW_WORDS[value][language] }))}
      />
      <Textarea
        name="shown"
        label={labels.textShown}
        description={words.shownHint}
        required
        rows={3}
        maxLength={5_000}
      />
      <TextInput
        name="evidence"
        label={words.evidence}
        description={words.evidenceHint}
        maxLength={5_000}
      />
    </>
  )
}
