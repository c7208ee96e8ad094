import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { useRefresh } from '../../parts/crm/refresh.ts'
import { LOST_REASON_WORDS, type LostReason, STATE_WORDS } from '../../parts/crm/words.ts'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import type { Deal } from '../../terms.ts'
import { WORDS } from './words.ts'

const REASONS = Object.keys(LOST_REASON_WORDS) as LostReason[]

/** Asks why a deal was lost, and closes it. */
export function LoseForm(props: { deal: Deal; close: () => void; done: (said: string) => void }) {
  const { deal, close } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const refresh = useRefresh('deal')
  const keep = useMutation({
    mutationFn: async (form: FormData) => {
      const lostReason = REASONS.find((reason) => reason === form.get('reason')) ?? 'other'
      const body = { state: 'lost' as const, lostReason, lostText: textOf(form, 'text') }
      await call('PATCH /deals/{id}', { params: { id: deal.id }, body })
      await refresh()
    },
    onSuccess: () => {
      props.done(words.moved(deal.name, STATE_WORDS.lost[language]))
      close()
    },
  })
  return (
    <DialogForm
      title={words.lose}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
      action={words.lose}
    >
      <p>
        <bdi>{deal.name}</bdi>
      </p>
      <NativeSelect
        name="reason"
        label={words.lostReason}
        data={REASONS.map((value) => ({ value, label: LOST_REASON_WORDS[value][language] }))}
        data-autofocus
      />
      <Textarea name="text" size="xs" label={words.lostText} rows={3} maxLength={20_000} />
    </DialogForm>
  )
}
