import { Button } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { ask, askPages, call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { ImportRun } from '../../terms.ts'
import { CHANGED_WORDS, KIND_WORDS, TRIAL_WORDS } from './trial-words.ts'

/** Takes an import back, after asking. */
export function UndoButton({ run }: { run: ImportRun }) {
  const words = useWords(TRIAL_WORDS)
  const session = useSession()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const isOver = run.state === 'done' || run.state === 'stopped' || run.state === 'failed'
  if (!mayWrite(session) || !run.isUndoable || !isOver) return null
  const params = { id: run.id }
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        aria-label={words.undoOf(run.fileName)}
        onClick={() => setAsked(true)}
      >
        {words.undo}
      </Button>
      {isAsked && (
        <ConfirmRemoval
          title={words.undoTitle}
          action={words.undo}
          remove={async () => {
            const changed = await call('POST /imports/{id}/undo', { params })
            client.setQueryData(ask('GET /imports/{id}', { params }).queryKey, changed)
          }}
          close={() => setAsked(false)}
        >
          {words.undoText(run.fileName)}
        </ConfirmRemoval>
      )}
    </>
  )
}

/** What taking it back came to; what stayed can be looked at. */
export function Undone({ run }: { run: ImportRun }) {
  const words = useWords(TRIAL_WORDS)
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  if (run.undo === null) return null
  const { removed, restored, edited, referred } = run.undo
  const went = Object.values(removed).reduce((sum, count) => sum + count, 0)
  return (
    <div className="stack-tight small">
      <p>{words.undone(formatCount(went, language), formatCount(restored, language))}</p>
      {edited + referred > 0 && (
        <button
          type="button"
          className="link-button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words.keptCount(edited + referred)}
        </button>
      )}
      {isOpen && <KeptTable id={run.id} />}
    </div>
  )
}

function KeptTable({ id }: { id: string }) {
  const words = useWords(TRIAL_WORDS)
  const pages = useInfiniteQuery(askPages('GET /imports/{id}/kept', { params: { id } }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  return (
    <>
      <table className="plain small">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {pages.data.pages.flatMap((page) =>
            page.items.map((item) => (
              <KeptRow key={`${item.kind} ${item.id} ${item.field}`} item={item} />
            )),
          )}
        </tbody>
      </table>
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </>
  )
}

/** What has a page to look at. */
const PAGED: ReadonlySet<string> = new Set(['person', 'organisation', 'deal'])

function KeptRow({ item }: { item: ItemOf<'GET /imports/{id}/kept'> }) {
  const words = useWords(TRIAL_WORDS)
  const { language } = useLanguage()
  const { kind, id, field, reason } = item
  const what = KIND_WORDS[kind][language]
  const called = CHANGED_WORDS[`${kind}.${field}`]?.[language]
  const shown = called === undefined ? what : `${what} (${called})`
  return (
    <tr>
      <td>
        {kind === 'person' && (
          <Link to="/people/$id" params={{ id }}>
            {shown}
          </Link>
        )}
        {kind === 'organisation' && (
          <Link to="/organisations/$id" params={{ id }}>
            {shown}
          </Link>
        )}
        {kind === 'deal' && (
          <Link to="/deals/$id" params={{ id }}>
            {shown}
          </Link>
        )}
        {!PAGED.has(kind) && shown}
      </td>
      <td>{reason === 'edited' ? words.keptEdited : words.keptReferred}</td>
    </tr>
  )
}
