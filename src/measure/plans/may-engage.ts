import type { HandleKind, LeftOutReason, PlanWay } from '#vocabulary/index.ts'

/** How often somebody may be written to. */
export interface ContactLimits {
  /** Not again within so many days; 0: no such limit. */
  restDays: number
  /** At most so often within thirty days. */
  perMonthMax: number
}

/** An account by which somebody may be answered. */
export interface KnownAccount {
  handleId: string
  platform: string
  kind: HandleKind
  isDeleted: boolean
  /** It speaks for an organisation. */
  isOfOrganisation: boolean
  /** A mail address is known by it. */
  hasMail: boolean
}

/** What is known of somebody who might be engaged. */
export interface CandidateFacts {
  accounts: readonly KnownAccount[]
  isColleague: boolean
  isCompetitor: boolean
  /** By each means, whether rules of the person allow it. */
  may: Record<PlanWay, 'yes' | 'do-not-contact' | 'no-consent'>
  daysSinceContact: number | null
  contactsInMonth: number
  /** A task of an earlier plan is open. */
  isAsked: boolean
  cost: number
}

export type MayEngage =
  | { leftOut: LeftOutReason }
  | { leftOut: null; way: PlanWay; handleId: string }

/** Where nobody answers: shops and payments, feeds of articles, files that name no place, ourselves. */
const NOBODY_ANSWERS: ReadonlySet<string> = new Set([
  ...['mail', 'feed', 'shop', 'shopify', 'stripe', 'file', 'webhook', 'enishi'],
])

/**
 * Whether somebody may be engaged, by what and at which account; else the first reason against it. What
 * people said (do not contact) and the law (consent to mail) stand above every limit of ours.
 */
export function mayEngage(
  facts: CandidateFacts,
  limits: ContactLimits,
  budget: number | undefined,
): MayEngage {
  const own = facts.accounts.filter(speaksForThemselves)
  if (own.length === 0 && facts.accounts.length > 0) return { leftOut: 'not-a-person' }
  if (facts.isColleague) return { leftOut: 'colleague' }
  if (facts.isCompetitor) return { leftOut: 'competitor' }
  const found = wayTo(own, facts)
  if (found.leftOut !== null) return found
  const { daysSinceContact: days } = facts
  if (days !== null && days < limits.restDays) return { leftOut: 'contacted-lately' }
  if (facts.contactsInMonth >= limits.perMonthMax) return { leftOut: 'contacted-often' }
  if (facts.isAsked) return { leftOut: 'already-asked' }
  if (budget !== undefined && facts.cost > budget) return { leftOut: 'too-dear' }
  return found
}

function speaksForThemselves({ kind, isOfOrganisation }: KnownAccount): boolean {
  return !isOfOrganisation && (kind === 'person' || kind === 'unknown')
}

/** A public answer before a mail; refused means tell why. */
function wayTo(own: readonly KnownAccount[], { may }: CandidateFacts): MayEngage {
  const open = own.filter(({ isDeleted }) => !isDeleted)
  const byMessage = open.find(({ platform }) => !NOBODY_ANSWERS.has(platform))
  if (byMessage !== undefined && may.message === 'yes') {
    return { leftOut: null, way: 'message', handleId: byMessage.handleId }
  }
  const byMail = own.find(({ hasMail }) => hasMail)
  if (byMail !== undefined && may.mail === 'yes') {
    return { leftOut: null, way: 'mail', handleId: byMail.handleId }
  }
  if (byMessage !== undefined) return { leftOut: 'do-not-contact' }
  if (byMail === undefined) return { leftOut: 'no-way' }
  return { leftOut: may.mail === 'no-consent' ? 'no-consent' : 'do-not-contact' }
}
