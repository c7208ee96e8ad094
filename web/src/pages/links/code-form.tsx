import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { PersonChoice, type Who } from './person-choice.tsx'
import { CODE_KIND_WORDS, CODE_KINDS, type TrackedCode, WORDS } from './words.ts'

interface Input {
  text: string
  kind: TrackedCode['kind']
  campaign: string
  person: Who
}

function inputOf(code: TrackedCode | null): Input {
  const { text = '', kind = 'coupon', campaign = null, person = null } = code ?? {}
  return { text, kind, campaign: campaign ?? '', person }
}

function useKeep(code: TrackedCode | null, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ text, kind, campaign, person }: Input) => {
      const body = { text, kind, campaign: campaign.trim() || null, person: person?.id ?? null }
      return code === null
        ? call('POST /codes', { body })
        : call('PATCH /codes/{id}', { params: { id: code.id }, body })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /codes'] })
      done()
    },
  })
}

export function CodeForm({ code, close }: { code: TrackedCode | null; close: () => void }) {
  const words = useWords(WORDS)
  const [input, setInput] = useState(inputOf(code))
  const keep = useKeep(code, close)
  return (
    <DialogForm
      title={code === null ? words.addCode : words.editCode}
      close={close}
      save={() => keep.mutate(input)}
      isSaving={keep.isPending}
      problem={keep.error}
      size="md"
    >
      <CodeFields input={input} change={setInput} />
    </DialogForm>
  )
}

function CodeFields({ input, change }: { input: Input; change: (input: Input) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <TextInput
        label={words.text}
        name="text"
        description={words.textHint}
        required
        maxLength={100}
        value={input.text}
        onChange={(event) => change({ ...input, text: event.currentTarget.value })}
        data-autofocus
      />
      <NativeSelect
        label={words.kind}
        name="kind"
        value={input.kind}
        onChange={(event) => {
          const kind = CODE_KINDS.find((known) => known === event.currentTarget.value)
          if (kind !== undefined) change({ ...input, kind })
        }}
        data={CODE_KINDS.map((value) => ({ value, label: CODE_KIND_WORDS[value][language] }))}
      />
      <TextInput
        label={words.campaign}
        name="campaign"
        maxLength={500}
        value={input.campaign}
        onChange={(event) => change({ ...input, campaign: event.currentTarget.value })}
      />
      <PersonChoice
        label={words.owner}
        value={input.person}
        choose={(person) => change({ ...input, person })}
      />
    </>
  )
}
