import { NativeSelect, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { ask, askAll } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { isComposing } from '../keys.ts'
import { WORDS as COMMON } from '../words.ts'
import { WORDS } from './words.ts'

export interface Picked {
  id: string
  name: string
}

/** The Enter that ends a composition must not choose what happens to stand first. */
export function guardPick(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.stopPropagation()
}

const CHOICES = 20

function Pick(props: {
  label: string
  value: Picked | null
  choose: (picked: Picked | null) => void
  choices: readonly Picked[]
  seek: (q: string) => void
  isRequired?: boolean | undefined
}) {
  const words = useWords(WORDS)
  const { label, value, choose, choices } = props
  const known = new Map(choices.map((one) => [one.id, one.name]))
  if (value !== null) known.set(value.id, value.name)
  return (
    <Select
      size="xs"
      label={label}
      placeholder={words.pickHint}
      data={[...known].map(([id, name]) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => choose(id === null ? null : { id, name: known.get(id) ?? '' })}
      onSearchChange={props.seek}
      onKeyDownCapture={guardPick}
      filter={({ options }) => options}
      nothingFoundMessage={words.nothingFound}
      searchable
      clearable={props.isRequired !== true}
      required={props.isRequired === true}
      maxLength={200}
      clearButtonProps={{ 'aria-label': label }}
    />
  )
}

interface PickProps {
  label?: string
  value: Picked | null
  choose: (picked: Picked | null) => void
  isRequired?: boolean
}

/** Asks for what is typed; of what is chosen the name, which finds it again. */
function useSought(): [{ q?: string; limit: number }, (q: string) => void] {
  const [q, seek] = useState('')
  return [{ ...withoutEmpty({ q: q.trim() }), limit: CHOICES }, seek]
}

export function PersonPick({ label, ...props }: PickProps) {
  const words = useWords(WORDS)
  const [query, seek] = useSought()
  const found = useQuery({ ...ask('GET /people', { query }), placeholderData: keepPreviousData })
  const choices = found.data?.items.map(({ id, displayName: name }) => ({ id, name })) ?? []
  return <Pick {...props} label={label ?? words.person} choices={choices} seek={seek} />
}

export function OrganisationPick({ label, ...props }: PickProps) {
  const words = useWords(WORDS)
  const [query, seek] = useSought()
  const asked = ask('GET /organisations', { query })
  const found = useQuery({ ...asked, placeholderData: keepPreviousData })
  const choices = found.data?.items ?? []
  return <Pick {...props} label={label ?? words.organisation} choices={choices} seek={seek} />
}

/** A topic, or none. */
export function TopicPick(props: { value: string | null; choose: (topic: string | null) => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const topics = useQuery(askAll('GET /topics'))
  return (
    <NativeSelect
      label={common.topic}
      value={props.value ?? ''}
      onChange={(event) => props.choose(event.currentTarget.value || null)}
      data={[
        { value: '', label: words.none },
        ...(topics.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

/** One of our members, or nobody. */
export function MemberField(props: {
  label: string
  value: string | null
  choose: (member: string | null) => void
}) {
  const words = useWords(WORDS)
  const members = useQuery(askAll('GET /members'))
  const known = members.data ?? []
  const isUnknown = props.value !== null && known.every(({ id }) => id !== props.value)
  return (
    <NativeSelect
      label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.choose(event.currentTarget.value || null)}
      data={[
        { value: '', label: words.nobody },
        ...known.map(({ id, name }) => ({ value: id, label: name })),
        ...(isUnknown ? [{ value: props.value ?? '', label: words.leftMember }] : []),
      ]}
    />
  )
}

/** Whose things a list shows: anybody's, mine, or a member's. */
export function OwnerFilter(props: {
  label: string
  mine: string
  value: string | undefined
  choose: (owner: string | undefined) => void
}) {
  const common = useWords(COMMON)
  const members = useQuery(askAll('GET /members'))
  return (
    <NativeSelect
      label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.choose(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: common.any },
        { value: 'me', label: props.mine },
        ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
