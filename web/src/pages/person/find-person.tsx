import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { MERGE_WORDS } from './merge-words.ts'
import type { FullPerson } from './page.tsx'

const FOUND_MAX = 10

/** Finds another person by name; those called alike stand there first. */
export function FindPerson(props: {
  label: string
  /** Who is not meant. */
  besides: FullPerson
  choose: (person: { id: string; displayName: string }) => void
}) {
  const { besides, choose } = props
  const words = useWords(MERGE_WORDS)
  const [q, setQ] = useState(besides.displayName)
  const query = q.trim() === '' ? { sort: 'last' as const } : { q: q.trim(), sort: 'last' as const }
  const found = useQuery({
    ...ask('GET /people', { query: { ...query, limit: FOUND_MAX + 1 } }),
    placeholderData: (before) => before,
    // Who was found before a merge or a split may be nobody now.
    gcTime: 0,
  })
  const people = found.data?.items.filter(({ id }) => id !== besides.id).slice(0, FOUND_MAX)
  return (
    <search className="stack" onKeyDown={guardEnter}>
      <TextInput
        label={props.label}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
        maxLength={500}
        data-autofocus
      />
      {people === undefined ? (
        <Awaiting query={found} />
      ) : people.length === 0 ? (
        <p className="soft">{words.nobody}</p>
      ) : (
        <ul className="bare-list merge-found">
          {people.map((one) => (
            <li key={one.id}>
              <button type="button" className="link-button" onClick={() => choose(one)}>
                <bdi>{one.displayName}</bdi>{' '}
                <span className="soft small">
                  {words.list(
                    one.handles.map(
                      (handle) => `${handle.username ?? handle.externalId} (${handle.platform})`,
                    ),
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
