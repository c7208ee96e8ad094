import { Link } from '@tanstack/react-router'
import type { ItemOf } from '../api.ts'
import { useWords } from '../language.tsx'
import { RELATIONS_WORDS } from './relation-words.ts'

type Evidence = ItemOf<'GET /relation-proposals'>['evidence']

/** Why somebody is, or may be, something to us, in a sentence; posts can be opened. */
export function EvidenceText({ evidence }: { evidence: Evidence | null }) {
  const words = useWords(RELATIONS_WORDS)
  if (evidence === null) return null
  const { activities = [] } = evidence
  const [latest] = activities
  return (
    <span className="small soft">
      <bdi>{sentenceOf(evidence, words)}</bdi>{' '}
      {latest !== undefined && (
        <Link to="/listening" search={{ post: latest }}>
          {words.openPost}
        </Link>
      )}
    </span>
  )
}

function sentenceOf(
  { words: said = [], in: where, organisation, count, topics, domain }: Evidence,
  words: ReturnType<typeof useWords<(typeof RELATIONS_WORDS)['en']>>,
): string {
  const [first] = said
  if (first !== undefined && where === 'bio') return words.inBio(first)
  if (first !== undefined && where === 'name') return words.inName(first)
  if (first !== undefined && organisation !== undefined) {
    return words.inAffiliation(first, organisation.name)
  }
  if (domain !== undefined) return words.atDomain(domain)
  if (organisation !== undefined) return words.belongs(organisation.name)
  if (topics !== undefined) return words.recommended(count ?? 0, topics.join(', '))
  return count === undefined ? '' : words.bought(count)
}
