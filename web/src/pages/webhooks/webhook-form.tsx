import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { KindChoice } from './kind-choice.tsx'
import { type KindName, type Webhook, WORDS } from './words.ts'

interface Input {
  name: string
  address: string
  kinds: KindName[]
}

/** Makes or changes a webhook; `done` is given the secret of a new one. */
export function WebhookForm(props: {
  webhook: Webhook | null
  close: () => void
  done: (secret: string | null) => void
}) {
  const { webhook, close } = props
  const words = useWords(WORDS)
  const [input, setInput] = useState<Input>({
    name: webhook?.name ?? '',
    address: webhook?.address ?? '',
    kinds: webhook?.kinds ?? [],
  })
  const keep = useKeep(webhook, props.done)
  return (
    <DialogForm
      title={webhook === null ? words.add : words.edit}
      close={close}
      save={() => keep.mutate(input)}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <TextInput
        label={words.name}
        name="name"
        placeholder={words.nameHint}
        required
        maxLength={500}
        value={input.name}
        onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={words.address}
        name="address"
        type="url"
        placeholder="https://"
        description={words.addressHint}
        required
        maxLength={2_000}
        value={input.address}
        onChange={(event) => setInput({ ...input, address: event.currentTarget.value })}
      />
      {/^http:/i.test(input.address.trim()) && <p className="note">{words.plain}</p>}
      <KindChoice chosen={input.kinds} choose={(kinds) => setInput({ ...input, kinds })} />
    </DialogForm>
  )
}

function useKeep(webhook: Webhook | null, done: (secret: string | null) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: Input) => {
      if (webhook === null) return (await call('POST /webhooks', { body })).secret
      await call('PATCH /webhooks/{id}', { params: { id: webhook.id }, body })
      return null
    },
    onSuccess: async (secret) => {
      done(secret)
      await Promise.all([
        client.invalidateQueries({ queryKey: ['GET /webhooks'] }),
        client.invalidateQueries({ queryKey: ['GET /webhooks/{id}'] }),
      ])
    },
  })
}
