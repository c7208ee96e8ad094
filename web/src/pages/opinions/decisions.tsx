import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import type { OpinionInFull } from '../../terms.ts'
import { opinionName } from './opinion-name.ts'
import { DECISION_WORDS, WORDS } from './words.ts'

/** What was merged into it, and what members decided, to be taken back. */
export function Decisions({ opinion, isWriter }: { opinion: OpinionInFull; isWriter: boolean }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: (decision: string) =>
      call('POST /opinions/{id}/undo', { params: { id: opinion.id }, body: { decision } }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: ['GET /opinions/{id}'] })
      client.invalidateQueries({ queryKey: ['GET /opinions'] })
    },
  })
  return (
    <section className="sheet stack-tight" aria-labelledby="opinion-decisions">
      <h2 id="opinion-decisions">{words.decisions}</h2>
      {opinion.merged.length > 0 && (
        <>
          <h3>{words.merged}</h3>
          <ul className="stack-tight">
            {opinion.merged.map(({ id, name }) => (
              <li key={id}>{opinionName(name, language)?.text ?? words.unnamed}</li>
            ))}
          </ul>
        </>
      )}
      {opinion.decisions.length === 0 && <p className="soft small">{words.noDecisions}</p>}
      <ul className="bare-list stack-tight">
        {opinion.decisions.map(({ id, kind, madeAt, by }) => (
          <li key={id} className="row spread small">
            <span>
              {DECISION_WORDS[kind][language]}{' '}
              <span className="soft">
                <bdi>{words.by(by?.name ?? null)}</bdi>
                {' · '}
                <PostTime time={madeAt} />
              </span>
            </span>
            {isWriter && (
              <Button
                variant="default"
                size="compact-xs"
                loading={undo.isPending && undo.variables === id}
                aria-label={words.undoOf(DECISION_WORDS[kind][language])}
                onClick={() => undo.mutate(id)}
              >
                {words.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={undo.error} />
    </section>
  )
}
