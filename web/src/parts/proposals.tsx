import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ItemOf, RouteKey } from '../api.ts'
import { call } from '../client.ts'
import { useWords } from '../language.tsx'
import { mayWrite, useSession } from '../session.ts'
import { EvidenceText } from './evidence-text.tsx'
import { ProblemNote } from './problem.tsx'
import { useRelationName } from './relation-names.tsx'
import { RELATIONS_WORDS } from './relation-words.ts'

type Proposal = ItemOf<'GET /relation-proposals'>

/** What changes with what somebody is to us. */
const RELATION_ANSWERS: RouteKey[] = [
  'GET /people/{id}/relations',
  'GET /organisations/{id}/relations',
  'GET /relation-proposals',
  'GET /people/{id}',
  'GET /people',
  'GET /organisations',
  'GET /organisations/{id}',
  'GET /programmes',
  'GET /programmes/{id}/members',
  'GET /programmes/{id}/contacts',
  'GET /people/{id}/timeline',
  'GET /organisations/{id}/timeline',
  'GET /relation-rules',
]

/** Asks those answers again. */
export function useRelationsChanged(): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all(RELATION_ANSWERS.map((key) => client.invalidateQueries({ queryKey: [key] })))
}

/** Proposals with their evidence, each confirmed or refused with one click. */
export function ProposalList(props: { proposals: readonly Proposal[]; isNaming: boolean }) {
  const changed = useRelationsChanged()
  const decide = useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: 'confirm' | 'refuse' }) =>
      call('POST /relation-proposals/{id}', { params: { id }, body: { verdict } }),
    onSettled: changed,
  })
  return (
    <>
      <ProblemNote problem={decide.error} />
      <ul className="bare-list">
        {props.proposals.map((proposal) => (
          <li key={proposal.id} className="proposal row spread">
            <ProposalText proposal={proposal} isNaming={props.isNaming} />
            <Verdicts
              proposal={proposal}
              isBusy={decide.isPending}
              decide={(verdict) => decide.mutate({ id: proposal.id, verdict })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function ProposalText({ proposal, isNaming }: { proposal: Proposal; isNaming: boolean }) {
  const words = useWords(RELATIONS_WORDS)
  const nameOf = useRelationName()
  const { person, kind, evidence } = proposal
  return (
    <div className="stack-tight">
      <div className="row">
        {isNaming && (
          <Link to="/people/$id" params={{ id: person.id }} data-list-item>
            <bdi>{person.name}</bdi>
          </Link>
        )}
        <span>{words.proposed(nameOf(kind))}</span>
      </div>
      <EvidenceText evidence={evidence} />
    </div>
  )
}

function Verdicts(props: {
  proposal: Proposal
  isBusy: boolean
  decide: (verdict: 'confirm' | 'refuse') => void
}) {
  const words = useWords(RELATIONS_WORDS)
  const nameOf = useRelationName()
  const { person, kind } = props.proposal
  if (!mayWrite(useSession())) return null
  return (
    <span className="row">
      <Button
        size="compact-sm"
        disabled={props.isBusy}
        onClick={() => props.decide('confirm')}
        aria-label={words.confirmOf(person.name, nameOf(kind))}
      >
        {words.confirm}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={props.isBusy}
        onClick={() => props.decide('refuse')}
        aria-label={words.refuseOf(person.name, nameOf(kind))}
      >
        {words.refuse}
      </Button>
    </span>
  )
}
