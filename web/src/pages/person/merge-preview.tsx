import { Alert, Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { MergeTable, type Sides } from './merge-table.tsx'
import { DIRECTION_WORDS, MERGE_WORDS, type Preview } from './merge-words.ts'

/** Two people side by side: what would change, in which direction, and the buttons that decide. */
export function MergePreview(props: {
  ids: readonly [string, string]
  /** The pair of the review queue that is decided by it; the page stays where it is. */
  candidate?: string
  back: () => void
  close: () => void
}) {
  const words = useWords(MERGE_WORDS)
  const [first, second] = props.ids
  const [kept, setKept] = useState<string>()
  const [fields, setFields] = useState<Sides>({})
  const suggestion = usePreview(first, second, {})
  const keep = kept ?? suggestion.data?.proposed.keep ?? first
  const merge = keep === first ? second : first
  const preview = usePreview(keep, merge, fields)
  const decide = useDecisions(props)
  if (preview.data === undefined) return <Awaiting query={preview} />
  const { data } = preview
  // Another member may have merged them while this one looked.
  if (data.isOneAlready) return <Alert color="orange">{words.isOne}</Alert>
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        decide.merge.mutate({ keep, merge, fields })
      }}
    >
      {data.notSame.length > 0 && <Alert color="orange">{words.saidNotSame}</Alert>}
      <Direction
        preview={data}
        keep={keep}
        choose={(id) => {
          setKept(id)
          // What was chosen from one side would be the other's now.
          setFields({})
        }}
      />
      <MergeTable
        preview={data}
        chosen={fields}
        choose={(key, side) => setFields({ ...fields, [key]: side })}
      />
      <p className="soft small">{words.safe}</p>
      <ProblemNote problem={decide.merge.error ?? decide.apart.error} />
      <Buttons
        isMerging={decide.merge.isPending}
        isBlocked={preview.isPlaceholderData}
        apart={() => decide.apart.mutate()}
        back={props.back}
        isOfQueue={props.candidate !== undefined}
      />
    </form>
  )
}

function usePreview(keep: string, merge: string, fields: Sides) {
  const body = { keep, merge, fields }
  return useQuery({
    queryKey: ['POST /people/merges/preview', body],
    queryFn: ({ signal }) => call('POST /people/merges/preview', { body, signal }),
    placeholderData: (before) => before,
  })
}

interface Decided {
  ids: readonly [string, string]
  candidate?: string
  close: () => void
}

function useDecisions({ ids: [a, b], candidate, close }: Decided) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const done = async () => {
    await client.invalidateQueries()
    close()
  }
  const merge = useMutation({
    mutationFn: async (body: { keep: string; merge: string; fields: Sides }) => {
      if (candidate === undefined) return call('POST /people/merges', { body })
      const { keep, fields } = body
      const decision = { verdict: 'same', keep, fields } as const
      await call('POST /people/candidates/{id}', { params: { id: candidate }, body: decision })
      return undefined
    },
    onSuccess: async (merged) => {
      if (merged !== undefined) {
        await navigate({ to: '/people/$id', params: { id: merged.keep.id }, search: {} })
      }
      await done()
    },
  })
  const apart = useMutation({
    mutationFn: async () => {
      if (candidate === undefined) await call('POST /people/not-same', { body: { a, b } })
      else {
        const body = { verdict: 'not-same' } as const
        await call('POST /people/candidates/{id}', { params: { id: candidate }, body })
      }
    },
    onSuccess: done,
  })
  return { merge, apart }
}

function Direction(props: {
  preview: Preview
  /** Chosen just now; the preview may still be that of the other direction. */
  keep: string
  choose: (id: string) => void
}) {
  const words = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const { keep, merge, proposed } = props.preview
  // Always in the same order, whichever is kept.
  const people = [keep.person, merge.person].sort((a, b) => (a.id < b.id ? -1 : 1))
  return (
    <fieldset className="merge-direction stack-tight">
      <legend>{words.direction}</legend>
      {people.map(({ id, displayName, handles }) => (
        <label key={id}>
          <input
            type="radio"
            name="direction"
            checked={props.keep === id}
            onChange={() => props.choose(id)}
          />
          <span>
            <bdi>{words.keepOne(displayName)}</bdi>{' '}
            <span className="soft small">
              {words.list(handles.map((one) => one.username ?? one.externalId))}
              {proposed.keep === id && ` · ${words.suggested}`}
            </span>
          </span>
        </label>
      ))}
      <p className="soft small">{DIRECTION_WORDS[proposed.because][language]}</p>
    </fieldset>
  )
}

function Buttons(props: {
  isMerging: boolean
  isBlocked: boolean
  apart: () => void
  back: () => void
  isOfQueue: boolean
}) {
  const words = useWords(MERGE_WORDS)
  const common = useWords(COMMON)
  return (
    <div className="row">
      <Button type="submit" loading={props.isMerging} disabled={props.isBlocked}>
        {words.merge}
      </Button>
      <Button variant="default" onClick={props.apart} disabled={props.isBlocked}>
        {words.sayNotSame}
      </Button>
      <Button variant="default" onClick={props.back}>
        {props.isOfQueue ? common.close : words.other}
      </Button>
    </div>
  )
}
