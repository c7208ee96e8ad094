import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

export type Who = { id: string; name: string } | null

/** Chooses a person by name, or nobody. */
export function PersonChoice(props: { label: string; value: Who; choose: (who: Who) => void }) {
  const words = useWords(WORDS)
  const [q, setQ] = useState('')
  const found = useQuery({
    ...ask('GET /people', { query: { q: q.trim(), limit: 20 } }),
    enabled: q.trim() !== '' && q !== props.value?.name,
    placeholderData: keepPreviousData,
  })
  const people = (found.data?.items ?? []).map(({ id, displayName }) => ({ id, name: displayName }))
  const { value } = props
  const known =
    value === null || people.some(({ id }) => id === value.id) ? people : [value, ...people]
  return (
    <Select
      size="xs"
      label={props.label}
      placeholder={words.personHint}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.nobody }}
      nothingFoundMessage={q.trim() === '' ? null : words.noPerson}
      value={value?.id ?? null}
      onSearchChange={setQ}
      // The server has found them already, also by other names than the one shown.
      filter={({ options }) => options}
      onChange={(id) => props.choose(known.find((one) => one.id === id) ?? null)}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
