import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

const SUGGESTIONS = 20

function useSuggestions(q: string) {
  const query = withoutEmpty({ q: q.trim(), limit: SUGGESTIONS })
  return useQuery({
    ...ask('GET /organisations', { query }),
    placeholderData: (before) => before,
  })
}

/** The name of an organisation, with those that are known to pick from; `type` hears what is typed. */
export function OrganisationName(props: {
  label: string
  isRequired?: true
  value?: string
  type?: (name: string) => void
}) {
  const words = useWords(WORDS)
  const list = useId()
  const [typed, setTyped] = useState('')
  const name = props.value ?? typed
  const suggestions = useSuggestions(name)
  return (
    <>
      <TextInput
        name="organisation"
        label={props.label}
        description={words.organisationHint}
        value={name}
        onChange={(event) => (props.type ?? setTyped)(event.currentTarget.value)}
        list={list}
        maxLength={500}
        autoComplete="off"
        {...(props.isRequired ? { required: true, 'data-autofocus': true } : {})}
      />
      <datalist id={list}>
        {suggestions.data?.items.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
    </>
  )
}
