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
import {
  isEnough,
  isTableFormat,
  type Mapping,
  type TableFormat,
  type Uploaded,
} from './mapping.ts'
import { FORMAT_WORDS, NEEDS_WORDS, WORDS } from './words.ts'

interface Choice {
  format: ImportFormat | undefined
  channelName: string
  /** By the kind of table that it may be. */
  mappings: Partial<Record<TableFormat, Mapping>>
}

function useStart(uploaded: Uploaded, fileName: string, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ format, channelName, mappings }: Choice & { format: ImportFormat }) => {
      const named = channelName.trim() === '' ? {} : { channelName: channelName.trim() }
      const columns = isTableFormat(format) ? mappings[format] : undefined
      const mapped = columns === undefined ? {} : { columns }
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
  const { language } = useLanguage()
  const { uploaded } = props
  const [choice, setChoice] = useState<Choice>({
    format: uploaded.format ?? undefined,
    channelName: '',
    mappings: uploaded.table?.mappings ?? {},
  })
  const start = useStart(uploaded, props.fileName, props.close)
  const { format } = choice
  const table = isTableFormat(format) && uploaded.table !== null ? uploaded.table : undefined
  const lacking =
    table !== undefined && isTableFormat(format) && !isEnough(format, choice.mappings[format] ?? {})
      ? format
      : undefined
  const lacksColumn = lacking !== undefined
  return (
    <form
      className="stack"
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        if (format !== undefined && !lacksColumn) start.mutate({ ...choice, format })
      }}
    >
      <ChoiceFields uploaded={uploaded} choice={choice} change={setChoice} />
      {isTableFormat(format) && uploaded.table === null && (
        <p role="status">{words.columnsNotShown}</p>
      )}
      {table !== undefined && isTableFormat(format) && (
        <ColumnTable
          format={format}
          table={table}
          columns={choice.mappings[format] ?? {}}
          change={(columns) =>
            setChoice({ ...choice, mappings: { ...choice.mappings, [format]: columns } })
          }
        />
      )}
      {lacking !== undefined && <p role="status">{NEEDS_WORDS[lacking][language]}</p>}
      <ProblemNote problem={start.error} />
      <div className="row">
        <Button
          type="submit"
          disabled={format === undefined || lacksColumn}
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
