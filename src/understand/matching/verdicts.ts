import type {
  Agreement,
  MatchReason,
  MatchVerdict,
  PairJudgement,
  ReasonField,
} from '#vocabulary/index.ts'
import { type FieldParameters, REVIEW_FROM, SAME_FROM } from './match-parameters.ts'
import type { PairEvidence, PairWeights } from './pair-weights.ts'
import { isOwnColumn } from './rivals.ts'

/** What stands against a person being an organisation, a bot or a shared account. */
const IMPERSONAL_WEIGHT = -8
/** From here on a field supports by itself. */
const SUPPORT_FROM = 1.5
/**
 * A bio from here on: among few accounts one that only two have may still be what many say of themselves
 * ("home barista"), and those who say it may share a nickname too. Of 270 pairs joined in five sample
 * worlds the only two wrong ones were joined by a nickname and a bio.
 */
const BIO_SUPPORT_FROM = 8
/** Many care for much the same. In nine sample worlds strangers of one name came to 4.2 nats by it, but none so had what it takes in all. */
const INTERESTS_SUPPORT_FROM = 3
const SUPPORTS_FROM: Partial<Record<string, number>> = {
  bio: BIO_SUPPORT_FROM,
  interests: INTERESTS_SUPPORT_FROM,
}
/** What proves alone, if nothing speaks against it. */
const PROOFS: Partial<Record<string, readonly string[]>> = {
  handle: ['exact'],
  email: ['exact', 'variant'],
  link: ['both-ways', 'verified'],
}
/** Fields that say the same thing in two ways count as one support; what many share, as none. */
const GROUPS: Partial<Record<string, string>> = {
  url: 'link',
  // Whoever passes for somebody takes name and picture together.
  avatar: 'name',
  ...{ location: '', lang: '', hours: '' },
}

/** What a pair comes to, before it is put into words. */
export interface Weighed {
  /** Of the fields. */
  weight: number
  household: number
  kind: number
  logOdds: number
  isSupported: boolean
}

/** `one`: one of the two is an organisation, a bot or shared; `both`: both are. */
export type Impersonal = 'neither' | 'one' | 'both'

/**
 * Weighs a pair. Being joined without asking takes two fields that speak for it on their own, or a
 * proof: a name alone never does, however rare.
 */
export function weighPair(
  weights: PairWeights,
  evidence: PairEvidence,
  impersonal: Impersonal,
): Weighed {
  const weight = weights.weigh(evidence)
  const household = -weights.householdPenalty(evidence)
  const kind = impersonal === 'one' ? IMPERSONAL_WEIGHT : 0
  const logOdds = weights.parameters.priorLogOdds + weight + household + kind
  // Most pairs are far from being joined; who supports is only asked of the others.
  const isSupported =
    logOdds >= SAME_FROM && impersonal === 'neither' && isWellFounded(weights, evidence, logOdds)
  return { weight, household, kind, logOdds, isSupported }
}

/** Log odds that a pair needs more for each field in which members of a household differ. */
const OPPOSED_NEEDS = 1.5
/** Namesakes may write alike, and about the same: so much more it takes where nothing else supports. */
const NAMESAKES_SHARE: ReadonlySet<string> = new Set(['name', 'writing', 'interests'])
const NAMESAKES_NEED = 0.8
/** But for habits of this weight: in nine sample worlds namesakes came to 2.6. */
const OWN_HABITS_FROM = 3

function isWellFounded(weights: PairWeights, evidence: PairEvidence, logOdds: number): boolean {
  const { supports, opposed, given, areTwoOfOneFamily } = supportOf(weights, evidence)
  if (areTwoOfOneFamily) return false
  const needed = SAME_FROM + OPPOSED_NEEDS * opposed
  return supports.size >= 2 && logOdds >= needed + namesakesNeed(supports, given)
}

/** What speaks for a pair on its own, how many fields speak against it, and what each field weighs. */
function supportOf(weights: PairWeights, { levels, isFromName }: PairEvidence) {
  const supports = new Set<string>()
  const given: Partial<Record<string, number>> = {}
  let opposed = 0
  let areTwoOfOneFamily = false
  weights.parameters.fields.forEach(({ field, agreements }, at) => {
    const agreement = agreements[levels[at] ?? -1]
    if (agreement === undefined) return
    if (isOpposed(field, agreement)) opposed++
    if (field === 'handle' && agreement === 'conflict') areTwoOfOneFamily = true
    const weight = weights.weights[at] ?? 0
    given[field] = weight
    // Whoever passes for somebody links to them, too.
    if (weight < (SUPPORTS_FROM[field] ?? SUPPORT_FROM) || agreement === 'one-way') return
    const group = isFromName && field === 'handle' ? 'name' : (GROUPS[field] ?? field)
    if (group !== '') supports.add(group)
    if (PROOFS[field]?.includes(agreement) === true) supports.add('proof')
  })
  return { supports, opposed, given, areTwoOfOneFamily }
}

/**
 * Log odds that it takes beyond those of others where namesakes may be meant. Who cares for the same often says
 * the same of themselves: a bio counts for nothing beside interests alone.
 */
function namesakesNeed(
  supports: ReadonlySet<string>,
  { bio = 0, writing = 0 }: Partial<Record<string, number>>,
): number {
  if (!supports.isSubsetOf(NAMESAKES_SHARE)) return 0
  if (!supports.has('writing')) return NAMESAKES_NEED + Math.max(0, bio)
  return writing >= OWN_HABITS_FROM ? 0 : NAMESAKES_NEED
}

function isOpposed(field: ReasonField, agreement: Agreement): boolean {
  if (field === 'name') return agreement === 'conflict'
  return agreement === 'different' && (field === 'birth' || isOwnColumn(field))
}

export function verdictOf({ logOdds, isSupported }: Weighed): MatchVerdict {
  if (logOdds >= SAME_FROM && isSupported) return 'same'
  return logOdds >= REVIEW_FROM ? 'review' : 'different'
}

/** How far the log odds are believed: fields depend on each other more than is measured. */
const TRUST = 0.9

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-TRUST * logOdds))
}

/** A pair in the form in which it is shown; the evidence has to be the one weighed last. */
export function judgementOf(
  weighed: Weighed,
  weights: PairWeights,
  evidence: PairEvidence,
  isContradicted = false,
): PairJudgement {
  const verdict = verdictOf(weighed)
  return {
    weight: weighed.weight + weighed.household + weighed.kind,
    probability: probabilityOf(weighed.logOdds),
    verdict: isContradicted && verdict === 'same' ? 'review' : verdict,
    reasons: reasonsOf(weighed, weights.parameters.fields, weights.weights, evidence.levels),
  }
}

/** Too little to be a reason. */
const WEIGHT_MIN = 0.05

function reasonsOf(
  { household, kind }: Weighed,
  fields: readonly FieldParameters[],
  weights: Float64Array,
  levels: Int8Array,
): MatchReason[] {
  const reasons: MatchReason[] = []
  fields.forEach(({ field, agreements }, at) => {
    const agreement = agreements[levels[at] ?? -1]
    const weight = weights[at] ?? 0
    if (agreement === undefined) return
    if (Math.abs(weight) >= WEIGHT_MIN || agreement === 'exact')
      reasons.push({ field, agreement, weight })
  })
  if (household <= -WEIGHT_MIN) {
    reasons.push({ field: 'household', agreement: 'conflict', weight: household })
  }
  if (kind !== 0) reasons.push({ field: 'kind', agreement: 'conflict', weight: kind })
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
