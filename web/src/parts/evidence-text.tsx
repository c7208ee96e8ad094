import { Link } from '@tanstack/react-router'
import type { ItemOf } from '../api.ts'
import { formatDay } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import type { InterfaceLanguage } from '../terms.ts'
import { RELATIONS_WORDS } from './relation-words.ts'
import { STAGE_WORDS } from './words.ts'

type Evidence = ItemOf<'GET /relation-proposals'>['evidence']
/** What one condition rests on. */
type Part = Omit<Evidence, 'each'>

/** Why somebody is, or may be, something to us, in a sentence; posts can be opened. */
export function EvidenceText({ evidence }: { evidence: Evidence | null }) {
  if (evidence === null) return null
  const { each, ...one } = evidence
  return (each ?? [one]).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as many as the rule has conditions, in its order
    <OneEvidence key={index} evidence={part} />
  ))
}

function OneEvidence({ evidence }: { evidence: Part }) {
  const words = useWords(RELATIONS_WORDS)
  const { language } = useLanguage()
  const { activities = [] } = evidence
  const [latest] = activities
  return (
    <span className="small soft">
      <bdi>{keptSentence(evidence, words, language) ?? sentenceOf(evidence, words)}</bdi>{' '}
      {latest !== undefined && (
        <Link to="/listening" search={{ post: latest }}>
          {words.openPost}
        </Link>
      )}
    </span>
  )
}

type Phrases = ReturnType<typeof useWords<(typeof RELATIONS_WORDS)['en']>>

/** What colleagues keep of somebody, or where they stand; undefined where it rests on neither. */
function keptSentence(
  { tag, field, value, list, since, stage, topics = [] }: Part,
  words: Phrases,
  language: InterfaceLanguage,
): string | undefined {
  const day = since === undefined ? undefined : formatDay(since, language)
  if (tag !== undefined) return words.carries(tag.name, day)
  if (field !== undefined) return words.holds(field.name, value, day)
  if (list !== undefined) return words.isListed(list.name)
  if (stage === undefined) return undefined
  return words.standsAt(topics.join(', '), STAGE_WORDS[stage][language])
}

function sentenceOf(
  { words: said = [], in: where, organisation, count, topics, domain }: Part,
  words: Phrases,
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
