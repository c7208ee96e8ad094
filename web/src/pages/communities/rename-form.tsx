import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { FormInPlace, OpensInPlace } from '../../parts/form-in-place.tsx'
import type { CommunityInFull } from '../../terms.ts'
import { WORDS } from './words.ts'

/** A button that becomes the form for the name, in place; Escape leaves it. */
export function RenameForm({ community }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  return (
    <OpensInPlace label={words.rename}>
      {(close) => <Fields community={community} close={close} />}
    </OpensInPlace>
  )
}

function Fields({ community, close }: { community: CommunityInFull; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const [name, setName] = useState(community.name ?? '')
  const rename = useMutation({
    mutationFn: () => {
      const body = { name: name.trim() === '' ? null : name.trim() }
      return call('PATCH /communities/{id}', { params: { id: community.id }, body })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /communities/{id}'] })
      client.invalidateQueries({ queryKey: ['GET /communities'] })
      client.invalidateQueries({ queryKey: ['GET /communities/map'] })
      close()
    },
  })
  return (
    <FormInPlace
      save={() => rename.mutate()}
      close={close}
      isSaving={rename.isPending}
      problem={rename.error}
    >
      <TextInput
        label={words.renameLabel}
        description={words.renameHint}
        placeholder={community.phrases.join(' / ')}
        value={name}
        maxLength={500}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormInPlace>
  )
}
