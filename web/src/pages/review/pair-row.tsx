import { formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { agreementWords, comparedWords, MATCH_WORDS } from '../../parts/match-words.ts'
import type { Candidate } from './page.tsx'
import { WORDS } from './words.ts'

const REASONS_SHOWN = 3

/** One pair: who the two are, how likely they are one, and what speaks most for it. */
export function PairRow({ candidate, open }: { candidate: Candidate; open: () => void }) {
  const match = useWords(MATCH_WORDS)
  const { language } = useLanguage()
  const { probability, reasons } = candidate
  const shown = reasons
    .slice(0, REASONS_SHOWN)
    .map(
      ({ field, agreement }) =>
        `${comparedWords(field)[language]}: ${agreementWords({ field, agreement })[language]}`,
    )
  return (
    <li className="post pair">
      <button type="button" className="pair-open" data-list-item onClick={open}>
        <span className="pair-people">
          <PairPerson candidate={candidate} side="first" />
          <PairPerson candidate={candidate} side="second" />
        </span>
        <span className="small">
          {match.probability(formatShare(probability, language))}
          <span className="soft"> · {shown.join(' · ')}</span>
        </span>
      </button>
    </li>
  )
}

function PairPerson({ candidate, side }: { candidate: Candidate; side: 'first' | 'second' }) {
  const words = useWords(WORDS)
  const person = candidate[side]
  const handleId = side === 'first' ? candidate.firstHandleId : candidate.secondHandleId
  const handle = person.handles.find(({ id }) => id === handleId) ?? person.handles[0]
  return (
    <span className="pair-person">
      <bdi className="pair-name">{person.displayName}</bdi>{' '}
      <span className="soft small">
        {handle !== undefined && (
          <bdi>{`${handle.platform} ${handle.username ?? handle.externalId}`}</bdi>
        )}
        {' · '}
        {words.posts(person.posts)}
      </span>
    </span>
  )
}
