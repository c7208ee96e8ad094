import { Radio } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { WORDS } from './delivery-words.ts'
import { useRefresh } from './refresh.ts'
import type { OneWebhook } from './words.ts'

/** Turns a webhook on: from now, or with what changed while it was off. */
export function TurnOnDialog(props: {
  id: string
  missed: NonNullable<OneWebhook['missed']>
  close: () => void
}) {
  const words = useWords(WORDS)
  const refresh = useRefresh()
  const { id, missed, close } = props
  const turn = useMutation({
    mutationFn: (form: FormData) => {
      const body = { state: 'on' as const, tellMissed: form.get('from') === 'missed' }
      return call('PATCH /webhooks/{id}', { params: { id }, body })
    },
    onSuccess: async () => {
      await refresh()
      close()
    },
  })
  return (
    <DialogForm
      title={words.turnOn}
      action={words.turnOn}
      close={close}
      save={turn.mutate}
      isSaving={turn.isPending}
      problem={turn.error}
      size="md"
    >
      <Radio.Group
        name="from"
        label={words.fromWhen}
        description={words.missedText}
        defaultValue="now"
      >
        <div className="stack-tight">
          <Radio value="now" label={words.fromNow} />
          <Radio value="missed" label={words.withMissed(missed.changes, missed.isMore)} />
        </div>
      </Radio.Group>
    </DialogForm>
  )
}
