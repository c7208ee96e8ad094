import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ask, call } from '../../client.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { usePollMs } from '../../live/provider.tsx'
import { FORMAT_WORDS } from '../../parts/format-words.ts'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { ImportRun } from '../../terms.ts'
import { Refusals } from './refusals.tsx'
import { UndoButton, Undone } from './undo.tsx'
import { STATE_WORDS, WORDS } from './words.ts'

const POLL_MS = 1_000
/** A batch that changes nothing tells nobody; its progress is looked for still. */
const POLL_LIVE_MS = 4_000
const ENDED: ReadonlySet<ImportRun['state']> = new Set(['done', 'undoing', 'undone'] as const)
/** What tells of people, organisations and deals leads to no post. */
const WITHOUT_POSTS: ReadonlySet<ImportRun['format']> = new Set([
  ...(['people-csv', 'organisations-csv', 'deals-csv'] as const),
])
const ENDINGS = ['read', 'new', 'duplicate', 'updated', 'deleted', 'refused'] as const

function isAtWork(state: ImportRun['state'] | undefined): boolean {
  return state === 'running' || state === 'undoing'
}

/** The import as it is now: told of as it goes on, or asked for where nobody tells. */
function useLive(listed: ImportRun): ImportRun {
  const client = useQueryClient()
  const pollMs = usePollMs(POLL_MS, POLL_LIVE_MS)
  const live = useQuery({
    ...ask('GET /imports/{id}', { params: { id: listed.id } }),
    initialData: listed,
    staleTime: 0,
    enabled: (query) => isAtWork(query.state.data?.state),
    refetchInterval: pollMs,
  })
  const wasRunning = useRef(false)
  const isRunning = isAtWork(live.data.state)
  useEffect(() => {
    // What other pages have counted is no longer so.
    if (wasRunning.current && !isRunning) {
      for (const key of ['GET /overview', 'GET /activities', 'GET /people', 'GET /channels']) {
        client.invalidateQueries({ queryKey: [key] })
      }
    }
    wasRunning.current = isRunning
  }, [isRunning, client])
  return live.data
}

export function ImportCard({ listed }: { listed: ImportRun }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const run = useLive(listed)
  const [areRefusalsOpen, setRefusalsOpen] = useState(false)
  return (
    <article className="sheet stack-tight" aria-label={run.fileName} data-state={run.state}>
      <div className="row spread">
        <strong>
          <bdi>{run.fileName}</bdi>
        </strong>
        <span className="row">
          <span role="status" className="import-state">
            {STATE_WORDS[run.state][language]}
          </span>
          <StateButton run={run} />
          <UndoButton run={run} />
        </span>
      </div>
      <p className="small soft">
        {FORMAT_WORDS[run.format][language]} · <bdi>{run.channelName}</bdi> ·{' '}
        <PostTime time={run.startedAt} />
      </p>
      {!ENDED.has(run.state) && <HowFar run={run} />}
      {run.failure !== null && <ProblemNote problem={new Error(run.failure)} />}
      <TallyList run={run} />
      <Undone run={run} />
      <div className="row small">
        {run.tally.new > 0 && run.state !== 'undone' && !WITHOUT_POSTS.has(run.format) && (
          <Link to="/listening" search={{ channel: run.channelId }}>
            {words.seePosts}
          </Link>
        )}
        {run.tally.refused + run.noted > 0 && (
          <button
            type="button"
            className="link-button"
            aria-expanded={areRefusalsOpen}
            onClick={() => setRefusalsOpen(!areRefusalsOpen)}
          >
            {run.tally.refused > 0
              ? words.showRefusals(run.tally.refused)
              : words.showNoted(run.noted)}
          </button>
        )}
      </div>
      {areRefusalsOpen && <Refusals id={run.id} />}
    </article>
  )
}

/** A bar where the size is known; an unknown size shows only the tally. */
function HowFar({ run }: { run: ImportRun }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (run.sizeBytes === null || run.sizeBytes === 0) return null
  const share = Math.min(1, run.readBytes / run.sizeBytes)
  return (
    <div className="row nowrap">
      <Progress.Root size="sm" className="grow">
        <Progress.Section
          value={100 * share}
          aria-label={words.progress(run.fileName, formatShare(share, language))}
        />
      </Progress.Root>
      <span className="small number" aria-hidden>
        {formatShare(share, language)}
      </span>
    </div>
  )
}

function TallyList({ run }: { run: ImportRun }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <dl className="tally">
      {ENDINGS.map((ending) => (
        <div key={ending} data-ending={ending} data-zero={run.tally[ending] === 0}>
          <dt>{words[ending]}</dt>
          <dd>{formatCount(run.tally[ending], language)}</dd>
        </div>
      ))}
    </dl>
  )
}

function StateButton({ run }: { run: ImportRun }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (state: 'stopped' | 'running') =>
      call('PATCH /imports/{id}', { params: { id: run.id }, body: { state } }),
    onSuccess: (changed) => {
      const { queryKey } = ask('GET /imports/{id}', { params: { id: run.id } })
      client.setQueryData(queryKey, changed)
    },
  })
  const isRunning = run.state === 'running'
  if (!mayWrite(session) || ENDED.has(run.state)) return null
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        loading={change.isPending}
        aria-label={isRunning ? words.stopOf(run.fileName) : words.resumeOf(run.fileName)}
        onClick={() => change.mutate(isRunning ? 'stopped' : 'running')}
      >
        {isRunning ? words.stop : words.resume}
      </Button>
      <ProblemNote problem={change.error} />
    </>
  )
}
