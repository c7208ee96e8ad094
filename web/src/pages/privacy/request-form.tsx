import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PersonPick, type Picked } from '../../parts/crm/picks.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { useRefresh } from './answer-form.tsx'
import type { Request } from './requests.tsx'
import { KIND_WORDS, WORDS } from './words.ts'

const KINDS = Object.keys(KIND_WORDS) as Request['kind'][]

/** The calendar day here and now. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date())
}

/** Writes down what somebody asked for. */
export function RequestForm({ close }: { close: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const refresh = useRefresh()
  const [person, setPerson] = useState<Picked | null>(null)
  const overview = useQuery(ask('GET /privacy', {}))
  const add = useMutation({
    mutationFn: async (form: FormData) => {
      const body = {
        kind: KINDS.find((one) => one === form.get('kind')) ?? 'disclosure',
        requester: textOf(form, 'requester') ?? '',
        receivedOn: textOf(form, 'received') ?? today(),
        ...withoutEmpty({
          person: person?.id,
          dueOn: textOf(form, 'due') ?? undefined,
          note: textOf(form, 'note') ?? undefined,
        }),
      }
      await call('POST /privacy/requests', { body })
      await refresh()
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={words.add}
      close={close}
      save={add.mutate}
      isSaving={add.isPending}
      problem={add.error}
    >
      <NativeSelect
        name="kind"
        label={words.kind}
        data={KINDS.map((value) => ({ value, label: KIND_WORDS[value][language] }))}
      />
      <TextInput
        name="requester"
        label={words.requester}
        placeholder={words.requesterHint}
        required
        maxLength={300}
      />
      <PersonPick label={words.person} value={person} choose={setPerson} />
      <TextInput
        name="received"
        type="date"
        label={words.received}
        defaultValue={today()}
        required
      />
      <TextInput
        name="due"
        type="date"
        label={words.due}
        description={words.dueHint(overview.data?.answerDays ?? 14)}
      />
      <Textarea name="note" label={words.note} rows={3} maxLength={5_000} />
    </DialogForm>
  )
}
