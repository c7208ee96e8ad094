import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { OpinionInFull } from '../../terms.ts'
import { WORDS } from './words.ts'

/** A button that becomes the form for the name, in place; Escape leaves it. */
export function RenameForm({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.rename}
      </Button>
    )
  }
  return <Fields opinion={opinion} close={() => setOpen(false)} />
}

function Fields({ opinion, close }: { opinion: OpinionInFull; close: () => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
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
    <form
      className="stack-tight grow narrow"
      onKeyDown={(event) => {
        guardEnter(event)
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        rename.mutate()
      }}
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
      <ProblemNote problem={rename.error} />
      <div className="row">
        <Button type="submit" loading={rename.isPending} disabled={`${ja}${en}`.trim() === ''}>
          {common.save}
        </Button>
        <Button variant="default" onClick={close}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}
