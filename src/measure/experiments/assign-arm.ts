import { createHash } from 'node:crypto'
import {
  ALWAYS_REASONS,
  type AlwaysReason,
  type Arm,
  type Assignment,
  HOLDOUT_SHARE,
} from '#vocabulary/index.ts'

const HASH_BYTES = 6
const HASHES = 2 ** 48

/**
 * The arm of a person, by the hash of seed and person: the same whenever and wherever it is asked, and
 * nobody can tell it beforehand without the seed.
 */
export function armOf(seed: string, personId: string, holdoutShare: number): Arm {
  const hash = createHash('sha256').update(`${seed}:${personId}`).digest()
  return hash.readUIntBE(0, HASH_BYTES) / HASHES < holdoutShare ? 'hold-out' : 'engage'
}

/** Whether so many may be held out. */
export function isHoldoutShare(share: number): boolean {
  return share >= HOLDOUT_SHARE.min && share <= HOLDOUT_SHARE.max
}

/** What is known of somebody whom we might engage of our own accord. */
export interface Standing {
  reasons: ReadonlySet<AlwaysReason>
  mayNotBeContacted: boolean
  /** The arm that they were given before, by them or whoever was merged into them. */
  givenArm: Arm | null
}

/**
 * What to do about one person. Who must not be contacted is in no arm; who must be answered is
 * engaged whatever the draw said, and stays in the arm that they had; everybody else keeps the arm
 * that they were given or is given one.
 */
export function decideEngagement(standing: Standing, draw: () => Arm): Assignment {
  if (standing.mayNotBeContacted) return { decision: 'never', reason: 'do-not-contact' }
  const reason = ALWAYS_REASONS.find((one) => standing.reasons.has(one))
  if (reason !== undefined) return { decision: 'always', reason }
  return { decision: standing.givenArm ?? draw() }
}

/** One assignment, of one of the accounts of a person. */
export interface GivenArm {
  arm: Arm
  assignedAt: Date
  handleId: string
}

/**
 * The arm of somebody whose accounts were given several, because they were met as different people and
 * merged later: that of the first assignment, and of the lower account where two were given at once.
 * What they went through first can't be undone, and a rule that looks at nothing else favours no arm.
 */
export function settleArm(given: readonly GivenArm[]): Arm | null {
  const [first] = given.toSorted(
    (a, b) => a.assignedAt.getTime() - b.assignedAt.getTime() || (a.handleId < b.handleId ? -1 : 1),
  )
  return first?.arm ?? null
}
