import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PersonPick, type Picked } from '../../parts/crm/picks.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import type { Request } from './requests.tsx'
import { OUTCOME_WORDS, WORDS } from './words.ts'

const OUTCOMES = Object.keys(OUTCOME_WORDS) as NonNullable<Request['outcome']>[]

export function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['GET /privacy', 'GET /privacy/requests'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    )
}

/** What was done about a request; afterwards it is closed. */
export function AnswerForm({ request, close }: { request: Request; close: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const refresh = useRefresh()
  const [person, setPerson] = useState<Picked | null>(null)
  const isStop = request.kind === 'stop-of-use'
  const answer = useMutation({
    mutationFn: async (form: FormData) => {
      const outcome = OUTCOMES.find((one) => one === form.get('outcome')) ?? 'granted'
      const whom = withoutEmpty({ person: person?.id })
      const body = { outcome, note: textOf(form, 'note'), ...whom }
      await call('PATCH /privacy/requests/{id}', { params: { id: request.id }, body })
      await refresh()
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={words.answerOf(request.requester)}
      action={words.answer}
      close={close}
      save={answer.mutate}
      isSaving={answer.isPending}
      problem={answer.error}
    >
      <NativeSelect
        name="outcome"
        label={words.outcome}
        data={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value][language] }))}
      />
      {isStop && <p className="small">{words.stopHint}</p>}
      {isStop && request.personId === null && (
        <PersonPick label={words.person} value={person} choose={setPerson} />
      )}
      <Textarea
        name="note"
        label={words.note}
        rows={4}
        maxLength={5_000}
        defaultValue={request.note ?? ''}
      />
    </DialogForm>
  )
}
