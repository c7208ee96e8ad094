import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { askAll } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

/** Who keeps in touch, as the field `owner`; `none` says what it means that nobody is chosen. */
export function OwnerField({ owner, none }: { owner: string; none: string }) {
  const words = useWords(WORDS)
  const members = useQuery(askAll('GET /members'))
  return (
    <NativeSelect
      key={members.data === undefined ? 'waiting' : 'known'}
      name="owner"
      label={words.owner}
      defaultValue={owner}
      data={[
        { value: '', label: none },
        ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
