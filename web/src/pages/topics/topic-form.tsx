import { NativeSelect, TagsInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { call } from '../../client.ts'
import { TOPIC_KINDS } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { isComposing } from '../../parts/keys.ts'
import { TOPIC_KIND_WORDS } from '../../parts/words.ts'
import type { Topic } from '../../terms.ts'
import { TopicPreview } from './topic-preview.tsx'
import { WORDS } from './words.ts'

type Input = Pick<Topic, 'name' | 'kind' | 'aliases'>

function useKeep(topic: Topic | null, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => {
      const aliases = input.aliases.length === 0 ? [input.name.trim()] : input.aliases
      const body = { ...input, name: input.name.trim(), aliases }
      return topic === null
        ? call('POST /topics', { body })
        : call('PATCH /topics/{id}', { params: { id: topic.id }, body })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /topics'] })
      client.invalidateQueries({ queryKey: ['GET /overview'] })
      done()
    },
  })
}

/** Safari ends a composition with an Enter that only its code betrays; it must not add half a word. */
function guardAlias(event: KeyboardEvent): void {
  if (isComposing(event.nativeEvent)) event.stopPropagation()
}

export function TopicForm({ topic, close }: { topic: Topic | null; close: () => void }) {
  const words = useWords(WORDS)
  const [input, setInput] = useState<Input>(
    topic === null
      ? { name: '', kind: 'own', aliases: [] }
      : { name: topic.name, kind: topic.kind, aliases: topic.aliases },
  )
  const keep = useKeep(topic, close)
  return (
    <DialogForm
      title={topic === null ? words.add : words.edit}
      close={close}
      save={() => keep.mutate(input)}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <TopicFields input={input} change={setInput} />
      <TopicPreview names={[input.name, ...input.aliases]} />
    </DialogForm>
  )
}

function TopicFields({ input, change }: { input: Input; change: (input: Input) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <TextInput
        label={words.name}
        value={input.name}
        onChange={(event) => change({ ...input, name: event.currentTarget.value })}
        required
        maxLength={500}
        data-autofocus
      />
      <NativeSelect
        label={words.kind}
        value={input.kind}
        onChange={(event) => {
          const kind = TOPIC_KINDS.find((known) => known === event.currentTarget.value)
          if (kind !== undefined) change({ ...input, kind })
        }}
        data={TOPIC_KINDS.map((value) => ({ value, label: TOPIC_KIND_WORDS[value][language] }))}
      />
      <TagsInput
        size="xs"
        label={words.aliases}
        description={words.aliasesHint}
        value={input.aliases}
        onChange={(aliases) => change({ ...input, aliases })}
        onKeyDownCapture={guardAlias}
        maxTags={200}
        splitChars={[',', '、', '\n']}
        acceptValueOnBlur
      />
    </>
  )
}
