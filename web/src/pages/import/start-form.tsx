import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { FORMAT_WORDS } from '../../parts/format-words.ts'
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
import { type Lookalikes, TrialResult } from './trial.tsx'
import { TRIAL_WORDS } from './trial-words.ts'
import { NEEDS_WORDS, WORDS } from './words.ts'

interface Choice {
  format: ImportFormat | undefined
  channelName: string
  /** By the kind of table that it may be. */
  mappings: Partial<Record<TableFormat, Mapping>>
  lookalikes: Lookalikes
}

type Chosen = Choice & { format: ImportFormat }

/** What is asked for, to try it and to do it. */
function bodyOf(uploaded: Uploaded, fileName: string, { format, channelName, mappings }: Chosen) {
  const named = channelName.trim() === '' ? {} : { channelName: channelName.trim() }
  const columns = isTableFormat(format) ? mappings[format] : undefined
  const mapped = columns === undefined ? {} : { columns }
  return { uploadId: uploaded.uploadId, fileName, format, ...named, ...mapped }
}

const POLL_MS = 500

/** The trial that was asked for last, as it stands. */
function useTrial(uploaded: Uploaded, fileName: string) {
  const begin = useMutation({
    mutationFn: (choice: Chosen) =>
      call('POST /imports/trials', { body: bodyOf(uploaded, fileName, choice) }),
  })
  const id = begin.data?.id ?? ''
  const trial = useQuery({
    ...ask('GET /imports/trials/{id}', { params: { id } }),
    enabled: id !== '',
    refetchInterval: (query) => (query.state.data?.state === 'running' ? POLL_MS : false),
  })
  const isTrying = begin.isPending || (id !== '' && (trial.data?.state ?? 'running') === 'running')
  return {
    begin,
    isTrying,
    data: id === '' ? undefined : trial.data,
    error: begin.error ?? trial.error,
  }
}

function useStart(uploaded: Uploaded, fileName: string, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (choice: Chosen) => {
      const { lookalikes } = choice
      const chosen = lookalikes === 'update' ? { lookalikes } : {}
      return call('POST /imports', { body: { ...bodyOf(uploaded, fileName, choice), ...chosen } })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /imports'] })
      done()
    },
  })
}

const TRIED: ReadonlySet<ImportFormat> = new Set([
  ...(['people-csv', 'organisations-csv', 'deals-csv', 'outcomes-csv'] as const),
])

/** Says what the file seems to be, lets it be corrected, and starts the import. */
export function StartForm(props: { uploaded: Uploaded; fileName: string; close: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { uploaded } = props
  const [choice, setChoice] = useState<Choice>({
    format: uploaded.format ?? undefined,
    channelName: '',
    mappings: uploaded.table?.mappings ?? {},
    lookalikes: 'new',
  })
  const trial = useTrial(uploaded, props.fileName)
  const attempt = attemptOf(choice, trial.begin.mutate)
  // What was found holds for what was tried.
  const change = (next: Choice) => {
    trial.begin.reset()
    setChoice(next)
  }
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
      <ChoiceFields uploaded={uploaded} choice={choice} change={change} />
      {isTableFormat(format) && uploaded.table === null && (
        <p role="status">{words.columnsNotShown}</p>
      )}
      {table !== undefined && isTableFormat(format) && (
        <ColumnTable
          format={format}
          table={table}
          columns={choice.mappings[format] ?? {}}
          change={(columns) =>
            change({ ...choice, mappings: { ...choice.mappings, [format]: columns } })
          }
        />
      )}
      {lacking !== undefined && <p role="status">{NEEDS_WORDS[lacking][language]}</p>}
      {trial.data !== undefined && (
        <TrialResult
          trial={trial.data}
          lookalikes={choice.lookalikes}
          choose={(lookalikes) => setChoice({ ...choice, lookalikes })}
        />
      )}
      <ProblemNote problem={trial.error} />
      <ProblemNote problem={start.error} />
      <FormButtons
        isReady={format !== undefined && !lacksColumn}
        isStarting={start.isPending}
        isTrying={trial.isTrying}
        attempt={attempt}
        close={props.close}
      />
    </form>
  )
}

/** Trying what was chosen; undefined for formats that are not tried. */
function attemptOf(choice: Choice, begin: (chosen: Chosen) => void): (() => void) | undefined {
  const { format } = choice
  if (format === undefined || !TRIED.has(format)) return undefined
  return () => begin({ ...choice, format })
}

function FormButtons(props: {
  isReady: boolean
  isStarting: boolean
  isTrying: boolean
  /** Undefined for formats that are not tried. */
  attempt: (() => void) | undefined
  close: () => void
}) {
  const words = useWords(WORDS)
  const trialWords = useWords(TRIAL_WORDS)
  const { isReady, attempt } = props
  return (
    <div className="row">
      <Button type="submit" disabled={!isReady} loading={props.isStarting}>
        {words.start}
      </Button>
      {attempt !== undefined && (
        <Button variant="default" disabled={!isReady} loading={props.isTrying} onClick={attempt}>
          {trialWords.tryFirst}
        </Button>
      )}
      <Button variant="default" onClick={props.close}>
        {words.discard}
      </Button>
    </div>
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
