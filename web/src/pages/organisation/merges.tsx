import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { MergeDialog, Reasons, useFieldName } from './merge-dialog.tsx'
import { MERGE_WORDS, type Merge } from './merge-words.ts'
import type { FullOrganisation } from './page.tsx'

/** What was merged into the organisation, by whom and why, the way back, and what looks like it. */
export function Merges({ organisation }: { organisation: FullOrganisation }) {
  const words = useWords(MERGE_WORDS)
  const session = useSession()
  const { id } = organisation
  const query = useQuery(ask('GET /organisations/{id}/merges', { params: { id } }))
  const [isMerging, setMerging] = useState(false)
  return (
    <section className="sheet stack-tight" aria-labelledby="merges">
      <h2 id="merges">{words.title}</h2>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : query.data.items.length === 0 ? (
        <p className="soft small">{words.none}</p>
      ) : (
        <ul className="bare-list">
          {query.data.items.map((merge) => (
            <li key={merge.id} className="merge stack-tight small">
              <Facts merge={merge} of={id} />
            </li>
          ))}
        </ul>
      )}
      <Lookalikes of={id} title={words.lookalikes} />
      {mayWrite(session) && (
        <div>
          <Button variant="default" onClick={() => setMerging(true)}>
            {words.mergeWith}
          </Button>
        </div>
      )}
      {isMerging && <MergeDialog organisation={organisation} close={() => setMerging(false)} />}
    </section>
  )
}

function Facts({ merge, of }: { merge: Merge; of: string }) {
  const words = useWords(MERGE_WORDS)
  const nameOf = useFieldName()
  const session = useSession()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { keep, merged, author, undoneAt } = merge
  const undo = async () => {
    await call('DELETE /organisations/merges/{id}', { params: { id: merge.id } })
    await client.invalidateQueries()
  }
  return (
    <>
      <strong>
        <bdi>{merged.id === of ? words.into(keep.name) : words.from(merged.name)}</bdi>
      </strong>
      <span className="row soft">
        {author?.name !== undefined && <bdi>{author?.name}</bdi>}
        <PostTime time={merge.at} />
        {undoneAt !== null && <span className="chip">{words.undone}</span>}
      </span>
      <Reasons of={merge.evidence} />
      {merge.fields.map((one) => (
        <span key={one.field}>
          {words.became(nameOf(one), one.before ?? words.empty, one.after ?? words.empty)}
        </span>
      ))}
      {undoneAt === null && <span>{words.rows(merge.rows.moved, merge.rows.aside)}</span>}
      {undoneAt === null && mayWrite(session) && (
        <button
          type="button"
          className="link-button"
          aria-label={words.unmergeOf(merged.name)}
          onClick={() => setAsking(true)}
        >
          {words.unmerge}
        </button>
      )}
      {isAsking && (
        <ConfirmRemoval
          title={words.unmerge}
          action={words.unmerge}
          remove={undo}
          close={() => setAsking(false)}
        >
          {words.unmergeText(merged.name)}
        </ConfirmRemoval>
      )}
    </>
  )
}

/** Organisations that may be one: those like the one of `of`, or all pairs. Nothing where there is none. */
export function Lookalikes({ of, title }: { of?: string; title: string }) {
  const words = useWords(MERGE_WORDS)
  const session = useSession()
  const client = useQueryClient()
  const [comparing, compare] = useState<readonly [string, string] | null>(null)
  const query = of === undefined ? { limit: 20 } : { organisation: of, limit: 20 }
  const pairs = useQuery(ask('GET /organisations/lookalikes', { query }))
  const apart = useMutation({
    mutationFn: ([a, b]: readonly [string, string]) =>
      call('POST /organisations/not-same', { body: { a, b } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /organisations/lookalikes'] }),
  })
  const items = pairs.data?.items ?? []
  if (items.length === 0) return null
  const [kept, other] = comparing ?? []
  return (
    <section className="stack-tight" aria-label={title}>
      <h3>{title}</h3>
      <ProblemNote problem={apart.error} />
      <ul className="bare-list stack-tight">
        {items.map(({ organisations: [a, b], reasons }) => {
          const [first, second] = b.id === of ? [b, a] : [a, b]
          const shown = of === undefined ? [first, second] : [second]
          const name = shown.map((one) => one.name).join(' / ')
          return (
            <li key={`${a.id} ${b.id}`} className="row small">
              {shown.map(({ id, name: called, domain }) => (
                <span key={id}>
                  <Link to="/organisations/$id" params={{ id }}>
                    <bdi>{called}</bdi>
                  </Link>{' '}
                  <span className="soft">{domain}</span>
                </span>
              ))}
              <Reasons of={reasons} />
              {mayWrite(session) && (
                <>
                  <button
                    type="button"
                    className="link-button"
                    aria-label={words.compareWith(name)}
                    onClick={() => compare([first.id, second.id])}
                  >
                    {words.compare}
                  </button>
                  <button
                    type="button"
                    className="link-button"
                    aria-label={words.notSameAs(name)}
                    onClick={() => apart.mutate([first.id, second.id])}
                  >
                    {words.notSame}
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {kept !== undefined && other !== undefined && (
        <MergeDialog
          organisation={{ id: kept, name: '' }}
          other={other}
          close={() => compare(null)}
        />
      )}
    </section>
  )
}
