import { Radio } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import type { Opinion } from '../../terms.ts'
import { opinionName } from './opinion-name.ts'
import { WORDS } from './words.ts'

/** Asks which of the chosen opinions stays, and puts the others into it. */
export function MergeForm(props: { opinions: Opinion[]; close: () => void; done: () => void }) {
  const { opinions, close } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [into, setInto] = useState(opinions[0]?.id ?? '')
  const merge = useMutation({
    mutationFn: () => {
      const others = opinions.map(({ id }) => id).filter((id) => id !== into)
      return call('POST /opinions/{id}/merge', { params: { id: into }, body: { others } })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /opinions'] })
      client.invalidateQueries({ queryKey: ['GET /opinions/{id}'] })
      props.done()
    },
  })
  return (
    <DialogForm
      title={words.merge}
      close={close}
      save={() => merge.mutate()}
      isSaving={merge.isPending}
      problem={merge.error}
      action={words.merge}
      size="md"
    >
      <Radio.Group
        label={words.mergeInto}
        description={words.mergeText}
        value={into}
        onChange={setInto}
      >
        <div className="stack-tight">
          {opinions.map(({ id, name }) => (
            <Radio key={id} value={id} label={opinionName(name, language)?.text ?? words.unnamed} />
          ))}
        </div>
      </Radio.Group>
    </DialogForm>
  )
}
