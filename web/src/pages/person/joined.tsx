import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { MERGE_ORIGIN_WORDS } from '../../parts/crm/words.ts'
import { PostTime } from '../../parts/post.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { Evidence, WrittenFields } from './merge-evidence.tsx'
import { useMergeFields } from './merge-field.ts'
import { FATE_WORDS, MERGE_WORDS, type Merge, type Merges, NOT_SAME_WORDS } from './merge-words.ts'
import type { FullPerson } from './page.tsx'
import './merge.css'

/** By what the person is held to be one: every merge with its author, time and evidence, and the way back. */
export function Joined({ person }: { person: FullPerson }) {
  const words = useWords(MERGE_WORDS)
  const session = useSession()
  const query = useQuery(ask('GET /people/{id}/merges', { params: { id: person.id } }))
  const [isMerging, setMerging] = useState(false)
  return (
    <section className="sheet stack-tight" aria-labelledby="joined">
      <h2 id="joined">{words.title}</h2>
      {query.data === undefined ? <Awaiting query={query} /> : <Known merges={query.data} />}
      {mayWrite(session) && (
        <div>
          <Button variant="default" onClick={() => setMerging(true)}>
            {words.mergeWith}
          </Button>
        </div>
      )}
      {isMerging && <MergeDialog person={person} close={() => setMerging(false)} />}
    </section>
  )
}

function Known({ merges }: { merges: Merges }) {
  const words = useWords(MERGE_WORDS)
  const standing = merges.items.filter(({ undoneAt }) => undoneAt === null)
  const undone = merges.items.filter(({ undoneAt }) => undoneAt !== null)
  return (
    <>
      {standing.length === 0 && <p className="soft small">{words.none}</p>}
      <ul className="bare-list">
        {standing.map((merge) => (
          <li key={merge.id} className="merge stack-tight">
            <MergeFacts merge={merge} />
          </li>
        ))}
      </ul>
      {undone.length > 0 && (
        <details>
          <summary className="small">{words.undone}</summary>
          <ul className="bare-list">
            {undone.map((merge) => (
              <li key={merge.id} className="merge stack-tight">
                <MergeFacts merge={merge} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {merges.notSame.length > 0 && <NotSame said={merges.notSame} />}
    </>
  )
}

function MergeFacts({ merge }: { merge: Merge }) {
  const words = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <h3>
        <bdi>{words.joinedFrom(merge.merged.displayName)}</bdi>
      </h3>
      <p className="small soft">
        {MERGE_ORIGIN_WORDS[merge.origin][language]} · <PostTime time={merge.at} />
        {merge.author?.name && (
          <>
            {' · '}
            <bdi>{words.by(merge.author.name)}</bdi>
          </>
        )}
      </p>
      {merge.undoneAt !== null && (
        <p className="small soft">
          {words.undoneAt} <PostTime time={merge.undoneAt} />
          {merge.undoneBy?.name && (
            <>
              {' · '}
              <bdi>{words.by(merge.undoneBy.name)}</bdi>
            </>
          )}
        </p>
      )}
      <Evidence merge={merge} />
      <WrittenFields merge={merge} />
      {merge.undo !== null && mayWrite(session) && (
        <div>
          <button
            type="button"
            className="link-button small"
            aria-label={words.undoOf(merge.merged.displayName)}
            onClick={() => setAsking(true)}
          >
            {words.undo}
          </button>
        </div>
      )}
      {isAsking && <UndoQuestion merge={merge} close={() => setAsking(false)} />}
    </>
  )
}

/** What taking the merge back will do, before it is done. */
function UndoQuestion({ merge, close }: { merge: Merge; close: () => void }) {
  const words = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const { nameOf, shownIn } = useMergeFields()
  const client = useQueryClient()
  const { undo } = merge
  const takeBack = async () => {
    await call('DELETE /people/merges/{id}', { params: { id: merge.id } })
    await client.invalidateQueries()
  }
  if (undo === null) return null
  const name = undo.person.displayName
  return (
    <ConfirmRemoval
      title={words.undoOf(name)}
      action={words.undo}
      color="orange"
      remove={takeBack}
      close={close}
    >
      {words.undoLeaves(name, undo.handles.length, undo.activities)} {words.undoApart}
      {undo.fields.map((one) => (
        <span key={one.key} className="undo-field small">
          <bdi>{nameOf(one)}</bdi>: <bdi>{shownIn(one, one.now)}</bdi>
          {one.fate === 'restored' && (
            <>
              {' → '}
              <bdi>{shownIn(one, one.after)}</bdi>
            </>
          )}{' '}
          ({FATE_WORDS[one.fate][language]})
        </span>
      ))}
    </ConfirmRemoval>
  )
}

function NotSame({ said }: { said: Merges['notSame'] }) {
  const words = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const client = useQueryClient()
  const takeBack = async (id: string) => {
    await call('DELETE /people/not-same/{id}', { params: { id } })
    await client.invalidateQueries()
  }
  return (
    <>
      <h3>{words.notSame}</h3>
      <ul className="bare-list">
        {said.map(({ id, person, because, at }) => (
          <li key={id} className="merge small">
            <Link to="/people/$id" params={{ id: person.id }}>
              <bdi>{person.displayName}</bdi>
            </Link>{' '}
            <span className="soft">
              {NOT_SAME_WORDS[because][language]} · <PostTime time={at} />
            </span>{' '}
            {mayWrite(session) && (
              <button
                type="button"
                className="link-button small"
                aria-label={words.takeBackOf(person.displayName)}
                onClick={() => takeBack(id)}
              >
                {words.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
