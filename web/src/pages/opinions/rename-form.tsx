import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { FormInPlace, OpensInPlace } from '../../parts/form-in-place.tsx'
import type { OpinionInFull } from '../../terms.ts'
import { WORDS } from './words.ts'

/** A button that becomes the form for the name, in place; Escape leaves it. */
export function RenameForm({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  return (
    <OpensInPlace label={words.rename}>
      {(close) => <Fields opinion={opinion} close={close} />}
    </OpensInPlace>
  )
}

function Fields({ opinion, close }: { opinion: OpinionInFull; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const [ja, setJa] = useState(opinion.name.ja ?? '')
  const [en, setEn] = useState(opinion.name.en ?? '')
  const rename = useMutation({
    mutationFn: () => {
      const body = {
        ...(ja.trim() === '' ? {} : { ja: ja.trim() }),
        ...(en.trim() === '' ? {} : { en: en.trim() }),
      }
      return call('PATCH /opinions/{id}', { params: { id: opinion.id }, body })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /opinions/{id}'] })
      client.invalidateQueries({ queryKey: ['GET /opinions'] })
      close()
    },
  })
  return (
    <FormInPlace
      save={() => rename.mutate()}
      close={close}
      isSaving={rename.isPending}
      problem={rename.error}
      isReady={`${ja}${en}`.trim() !== ''}
    >
      <TextInput
        label={words.nameJa}
        value={ja}
        maxLength={500}
        lang="ja"
        onChange={(event) => setJa(event.currentTarget.value)}
      />
      <TextInput
        label={words.nameEn}
        value={en}
        maxLength={500}
        lang="en"
        onChange={(event) => setEn(event.currentTarget.value)}
      />
      <p className="soft small">{words.renameHint}</p>
    </FormInPlace>
  )
}
