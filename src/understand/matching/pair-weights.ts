import type { MatchField } from '#vocabulary/index.ts'
import { type FieldParameters, type MatchParameters, placeOf } from './match-parameters.ts'
import { householdTable, type RivalTable, rivalPenalty, sharedWeight } from './rivals.ts'

/** A single field never says more than this against one person: everything can be mistaken. */
const AGAINST_MAX = 8
/** What a handle says that anybody of that name might choose. */
const FROM_NAME_MAX = 2.5
/** What a handle says of which the name shown is a part: the rest, often a surname, is its own. */
const PARTLY_FROM_NAME_MAX = 2.5
/** The same where only the word agrees, and the number behind it does not. */
const FROM_NAME_PART_MAX = 0.7
/** What the second of two fields says that go together. */
const SECOND_SHARE = 0.35

/** What is looked at of a pair: a level for each field, -1 for none, and the log of the values' frequency. */
export interface PairEvidence {
  levels: Int8Array
  logFrequency: Float64Array
  /** The handles or mailboxes agree in what is the name itself. */
  isFromName: boolean
  /** The name shown is a part of them. */
  isPartlyFromName?: boolean
}

type Places = Record<
  'name' | 'handle' | 'email' | 'address' | 'location' | 'url' | 'link' | 'posts' | 'writing',
  number
>

/**
 * Turns evidence into weights (nats), field by field: log(m/u), with the frequency of the value in
 * the place of u, then what fields that depend on each other say once only.
 */
export class PairWeights {
  readonly parameters: MatchParameters
  readonly #logM: readonly Float64Array[]
  readonly #logU: readonly Float64Array[]
  readonly #household: RivalTable
  readonly #places: Places
  readonly #last: Int32Array
  /** The weights of the pair that was weighed last. */
  readonly weights: Float64Array

  constructor(parameters: MatchParameters) {
    const { fields } = parameters
    this.parameters = parameters
    this.#logM = fields.map(({ m }) => Float64Array.from(m, Math.log))
    this.#logU = fields.map(({ u }) => Float64Array.from(u, Math.log))
    this.#household = householdTable(fields)
    this.#places = placesOf(fields)
    this.#last = Int32Array.from(fields, ({ agreements }) => agreements.indexOf('different'))
    this.weights = new Float64Array(fields.length)
  }

  /** Log of the chance of a level between two people, for values of this frequency. */
  logUAt(field: number, level: number, logFrequency: number): number {
    const own = this.#logU[field]?.[level] ?? 0
    const share = this.parameters.fields[field]?.byFrequency[level] ?? 0
    return share === 0 ? own : share * logFrequency + (1 - share) * own
  }

  /** Fills `weights` and answers their sum. */
  weigh(evidence: PairEvidence): number {
    const { levels, logFrequency } = evidence
    for (let field = 0; field < levels.length; field++) {
      const level = levels[field] ?? -1
      this.weights[field] =
        level < 0 ? 0 : this.#weightAt(field, level, logFrequency[field] ?? 0, levels)
    }
    this.#sayOnce(evidence)
    let sum = 0
    for (const weight of this.weights) sum += weight
    return sum
  }

  #weightAt(field: number, level: number, logFrequency: number, levels: Int8Array): number {
    const { exactGiven, differentGiven, order } = this.parameters
    let logM = this.#logM[field]?.[level] ?? 0
    let logU = this.logUAt(field, level, logFrequency)
    if (level === 0) logU = Math.max(logU, logGiven(exactGiven, order, field, levels, isExact))
    else if (level === this.#last[field] && differentGiven.length > 0) {
      const differs = (other: number) => levels[other] === this.#last[other]
      logM = Math.max(
        logM,
        logGiven(differentGiven, order, field, levels, (_, j) => differs(j)),
      )
    }
    return Math.max(-AGAINST_MAX, logM - logU)
  }

  /**
   * Weight by which the pair weighed last would be of one household rather than strangers; by all
   * fields, or by those whose chances are shipped. What is said once counts once here, too.
   */
  householdWeight({ levels }: PairEvidence, isShippedOnly = false): number {
    let sum = 0
    for (let field = 0; field < levels.length; field++) {
      const level = levels[field] ?? -1
      if (level < 0) continue
      const weight = this.weights[field] ?? 0
      const chances = this.#household[field]
      if (chances !== undefined) {
        sum += weight + (chances[level] ?? 0) - (this.#logM[field]?.[level] ?? 0)
      } else if (!isShippedOnly) {
        const shared = this.parameters.sharedInHousehold[field] ?? 0
        if (shared > 0) sum += sharedWeight(shared, weight)
      }
    }
    return sum
  }

  /** What the household takes off the sum. */
  householdPenalty(evidence: PairEvidence): number {
    return rivalPenalty(this.parameters.householdLogOdds, this.householdWeight(evidence))
  }

  #sayOnce({ levels, isFromName, isPartlyFromName }: PairEvidence): void {
    const { name, handle, email, address, location, url, link, posts, writing } = this.#places
    this.#halve(address, location)
    this.#halve(link, url)
    // Who posts the same text writes alike in it.
    this.#halve(posts, writing)
    const chosen = (field: number) => (levels[field] ?? -1) > 1
    if (chosen(email)) this.#halve(handle, email)
    if ((this.weights[name] ?? 0) <= 0) return
    if (isPartlyFromName === true) this.#cap(handle, PARTLY_FROM_NAME_MAX)
    if (!isFromName) return
    const isPart = this.parameters.fields[handle]?.agreements[levels[handle] ?? -1] === 'part'
    this.#cap(handle, isPart ? FROM_NAME_PART_MAX : FROM_NAME_MAX)
    if (chosen(email)) this.#cap(email, FROM_NAME_MAX)
  }

  /** Where both speak for the same side, the weaker one says less. */
  #halve(one: number, other: number): void {
    const [a, b] = [this.weights[one] ?? 0, this.weights[other] ?? 0]
    if (a * b <= 0) return
    const weaker = Math.abs(a) < Math.abs(b) ? one : other
    this.weights[weaker] = (this.weights[weaker] ?? 0) * SECOND_SHARE
  }

  #cap(field: number, most: number): void {
    const weight = this.weights[field]
    if (weight !== undefined) this.weights[field] = Math.min(weight, most)
  }
}

function isExact(levels: Int8Array, field: number): boolean {
  return levels[field] === 0
}

/** The greatest log chance of a field's level given those before it in the order of which `holds` is true. */
function logGiven(
  chances: readonly (readonly number[])[],
  order: readonly number[],
  field: number,
  levels: Int8Array,
  holds: (levels: Int8Array, field: number) => boolean,
): number {
  let most = 0
  for (const before of order) {
    if (before === field) break
    const chance = chances[before]?.[field] ?? 0
    if (chance > most && holds(levels, before)) most = chance
  }
  return most === 0 ? -Infinity : Math.log(most)
}

function placesOf(fields: readonly FieldParameters[]): Places {
  const at = (field: MatchField) => placeOf(fields, field)
  return {
    ...{ name: at('name'), handle: at('handle'), email: at('email') },
    ...{ address: at('address'), location: at('location'), url: at('url'), link: at('link') },
    ...{ posts: at('posts'), writing: at('writing') },
  }
}
