import { useLanguage, useWords } from '../../language.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { Stage } from '../../terms.ts'
import { formatPeople } from './amounts.ts'
import { type Reason, WORDS } from './words.ts'

type Community = { name: string | null; phrases: string[] } | null

/** A reason as a sentence with its numbers. */
export function ReasonText({ reason }: { reason: Reason }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const nameOf = (one: Community) => communityName(one) ?? words.gone
  if (reason.kind === 'moves') {
    const { people, expected, community, stage } = reason
    const where = community === null ? words.inNone : words.inCommunity(nameOf(community))
    const at = stage === null ? '' : words.atStage(STAGE_WORDS[stage as Stage][language])
    return <>{words.moves(people, formatPeople(expected, language), where) + at}</>
  }
  if (reason.kind === 'bridges') {
    const [first, second] = reason.communities
    return <>{words.bridges(nameOf(first), nameOf(second))}</>
  }
  if (reason.kind === 'outcomes') {
    return <>{words.outcomes(reason.outcomes, formatPeople(reason.credit, language))}</>
  }
  if (reason.kind === 'pushes') return <>{words.pushes(reason.times.toFixed(1))}</>
  const { days } = reason
  return <>{days === null ? words.neverContacted : words.notContacted(Math.floor(days))}</>
}

/** A member's name for it, else what it is about; null where it is no more. */
export function communityName(community: Community): string | null {
  if (community === null) return null
  return community.name ?? (community.phrases.join(' · ') || null)
}
