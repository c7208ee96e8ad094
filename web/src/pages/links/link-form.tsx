import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAll, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { PersonChoice, type Who } from './person-choice.tsx'
import { type TrackedLink, WORDS } from './words.ts'

interface Input {
  name: string
  target: string
  code: string
  campaign: string
  member: string | null
  person: Who
}

function inputOf(link: TrackedLink | null): Input {
  const { name = '', target = '', code = '', campaign = null } = link ?? {}
  const [member, person] = [link?.member?.id ?? null, link?.person ?? null]
  return { name, target, code, campaign: campaign ?? '', member, person }
}

function useKeep(link: TrackedLink | null, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, target, code, campaign, member, person }: Input) => {
      const who = person === null ? { member, person: null } : { member: null, person: person.id }
      const body = { name, target, campaign: campaign.trim() || null, ...who }
      return link === null
        ? call('POST /links', { body: { ...body, ...(code.trim() && { code: code.trim() }) } })
        : call('PATCH /links/{id}', { params: { id: link.id }, body })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /links'] })
      done()
    },
  })
}

export function LinkForm({ link, close }: { link: TrackedLink | null; close: () => void }) {
  const words = useWords(WORDS)
  const [input, setInput] = useState(inputOf(link))
  const keep = useKeep(link, close)
  return (
    <DialogForm
      title={link === null ? words.addLink : words.editLink}
      close={close}
      save={() => keep.mutate(input)}
      isSaving={keep.isPending}
      problem={keep.error}
      size="md"
    >
      <LinkFields input={input} change={setInput} isNew={link === null} />
      <WhoFields input={input} change={setInput} />
    </DialogForm>
  )
}

interface Part {
  input: Input
  change: (input: Input) => void
}

function LinkFields({ input, change, isNew }: Part & { isNew: boolean }) {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput
        label={words.name}
        name="name"
        required
        maxLength={500}
        value={input.name}
        onChange={(event) => change({ ...input, name: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={words.target}
        name="target"
        type="url"
        placeholder="https://"
        required
        maxLength={2_000}
        value={input.target}
        onChange={(event) => change({ ...input, target: event.currentTarget.value })}
      />
      {isNew && (
        <TextInput
          label={words.own}
          name="code"
          description={words.ownHint}
          pattern="[A-Za-z0-9_\-]{3,64}"
          value={input.code}
          onChange={(event) => change({ ...input, code: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={words.campaign}
        name="campaign"
        maxLength={500}
        value={input.campaign}
        onChange={(event) => change({ ...input, campaign: event.currentTarget.value })}
      />
    </>
  )
}

/** A member or a person outside; choosing one lets go of the other. */
function WhoFields({ input, change }: Part) {
  const words = useWords(WORDS)
  const members = useQuery(askAll('GET /members'))
  return (
    <>
      <NativeSelect
        label={words.by}
        name="member"
        value={input.member ?? ''}
        onChange={(event) =>
          change({ ...input, member: event.currentTarget.value || null, person: null })
        }
        data={[
          { value: '', label: words.nobody },
          ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <PersonChoice
        label={words.person}
        value={input.person}
        choose={(person) =>
          change({ ...input, person, member: person === null ? input.member : null })
        }
      />
    </>
  )
}
