import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import type { ImportFormat } from '../../terms.ts'
import { ColumnTable } from './column-table.tsx'
import { FORMATS } from './formats.ts'
import type { Mapping, Uploaded } from './mapping.ts'
import { FORMAT_WORDS, WORDS } from './words.ts'

interface Choice {
  format: ImportFormat | undefined
  channelName: string
  columns: Mapping
}

function useStart(uploaded: Uploaded, fileName: string, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ format, channelName, columns }: Choice & { format: ImportFormat }) => {
      const named = channelName.trim() === '' ? {} : { channelName: channelName.trim() }
      const mapped = format === 'posts-csv' ? { columns } : {}
      return call('POST /imports', {
        body: { uploadId: uploaded.uploadId, fileName, format, ...named, ...mapped },
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /imports'] })
      done()
    },
  })
}

/** Says what the file seems to be, lets it be corrected, and starts the import. */
export function StartForm(props: { uploaded: Uploaded; fileName: string; close: () => void }) {
  const words = useWords(WORDS)
  const { uploaded } = props
  const [choice, setChoice] = useState<Choice>({
    format: uploaded.format ?? undefined,
    channelName: '',
    columns: uploaded.table?.columns ?? {},
  })
  const start = useStart(uploaded, props.fileName, props.close)
  const { format } = choice
  const isTable = format === 'posts-csv' && uploaded.table !== null
  const lacksText = isTable && choice.columns.text === undefined
  return (
    <form
      className="stack"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        if (format !== undefined && !lacksText) start.mutate({ ...choice, format })
      }}
    >
      <ChoiceFields uploaded={uploaded} choice={choice} change={setChoice} />
      {isTable && uploaded.table !== null && (
        <ColumnTable
          table={uploaded.table}
          columns={choice.columns}
          change={(columns) => setChoice({ ...choice, columns })}
        />
      )}
      {lacksText && <p role="status">{words.needsText}</p>}
      <ProblemNote problem={start.error} />
      <div className="row">
        <Button
          type="submit"
          disabled={format === undefined || lacksText}
          loading={start.isPending}
        >
          {words.start}
        </Button>
        <Button variant="default" onClick={props.close}>
          {words.discard}
        </Button>
      </div>
    </form>
  )
}

function ChoiceFields(props: {
  uploaded: Uploaded
  choice: Choice
  change: (choice: Choice) => void
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { choice, change } = props
  return (
    <>
      {props.uploaded.format === null && <p role="status">{words.formatUnknown}</p>}
      <div className="row row-end">
        <NativeSelect
          label={words.format}
          value={choice.format ?? ''}
          onChange={(event) =>
            change({ ...choice, format: FORMATS.find((f) => f === event.currentTarget.value) })
          }
          data={[
            ...(choice.format === undefined ? [{ value: '', label: words.chooseFormat }] : []),
            ...FORMATS.map((value) => ({ value, label: FORMAT_WORDS[value][language] })),
          ]}
        />
        <TextInput
          label={words.channelName}
          description={words.channelHint}
          value={choice.channelName}
          maxLength={200}
          onChange={(event) => change({ ...choice, channelName: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
