import {
  type Arrival,
  type IncomingAccountDeletion,
  type IncomingActivity,
  type IncomingContent,
  type IncomingDeletion,
  type IncomingHandle,
  type IncomingProfile,
  type IncomingRefund,
  isCurrency,
  LIMITS,
  type Refusal,
} from '#vocabulary/index.ts'
import { checkedDeal, checkedOrganisation } from './check-list-rows.ts'
import { checkedOutcome, checkedPerson } from './check-person.ts'
import {
  cleanLanguageTag,
  cleanName,
  cleanPlatform,
  cleanText,
  cleanUrl,
  cutText,
} from './clean-text.ts'
import { FieldAtFault } from './field-at-fault.ts'
import { knownFields } from './known-fields.ts'

/**
 * The step between any format and the log: the arrival with every text cleaned
 * and every size, count and date inside LIMITS, or the reason why the log can
 * not hold it. Pure, and checking twice changes nothing more.
 */
export function checkArrival(
  arrival: Arrival,
  arrivedAt: Date,
): { arrival: Arrival } | { refusal: Refusal } {
  try {
    return { arrival: checked(arrival, arrivedAt) }
  } catch (fault) {
    if (fault instanceof FieldAtFault) return { refusal: fault.refusal }
    throw fault
  }
}

/**
 * The Unix milliseconds that an activity's id carries: when it was published,
 * held between LIMITS.publishedMin and its arrival; its arrival when it does not say.
 */
export function activityTimeMs(activity: IncomingActivity, arrivedAt: Date): number {
  const published = activity.publishedAt?.getTime()
  if (published === undefined || Number.isNaN(published)) return arrivedAt.getTime()
  return clampMs(published, arrivedAt)
}

function checked(arrival: Arrival, arrivedAt: Date): Arrival {
  switch (arrival.kind) {
    case 'activity':
      return checkedActivity(arrival, arrivedAt)
    case 'profile':
      return checkedProfile(arrival)
    case 'deletion':
      return checkedDeletion(arrival, arrivedAt)
    case 'account-deletion':
      return checkedAccountDeletion(arrival, arrivedAt)
    case 'refund':
      return checkedRefund(arrival, arrivedAt)
    case 'organisation':
      return checkedOrganisation(arrival)
    case 'deal':
      return checkedDeal(arrival)
  }
}

function checkedActivity(activity: IncomingActivity, arrivedAt: Date): IncomingActivity {
  const { kind, operation, type } = activity
  const externalKey = requiredKey(activity.externalKey, 'externalKey')
  return knownFields({
    kind,
    operation,
    type,
    platform: requiredPlatform(activity.platform, 'platform'),
    externalKey,
    alsoKnownAs: otherKeys(activity.alsoKnownAs, externalKey),
    actor: requiredHandle(activity.actor, 'actor'),
    publishedAt: dateInLimits(activity.publishedAt, arrivedAt, 'publishedAt'),
    editedAt: dateInLimits(activity.editedAt, arrivedAt, 'editedAt'),
    content: whereSaid(activity.content, checkedContent),
    url: whereSaid(activity.url, cleanUrl),
    parentKey: whereSaid(activity.parentKey, cleanKey),
    threadKey: whereSaid(activity.threadKey, cleanKey),
    objectHandle: whereSaid(activity.objectHandle, handleIfKnown),
    mentions: whereSaid(activity.mentions, checkedMentions),
    tags: whereSaid(activity.tags, checkedTags),
    outcome: whereSaid(activity.outcome, checkedOutcome),
    click: activity.click,
  })
}

function checkedProfile(profile: IncomingProfile): IncomingProfile {
  return knownFields({
    kind: 'profile',
    handle: requiredHandle(profile.handle, 'actor'),
    person: whereSaid(profile.person, checkedPerson),
    alsoHandles: whereSaid(profile.alsoHandles, checkedMentions),
  })
}

function checkedDeletion(deletion: IncomingDeletion, arrivedAt: Date): IncomingDeletion {
  return knownFields({
    kind: deletion.kind,
    platform: requiredPlatform(deletion.platform, 'platform'),
    externalKey: requiredKey(deletion.externalKey, 'externalKey'),
    deletedAt: dateInLimits(deletion.deletedAt, arrivedAt, 'deletedAt'),
  })
}

function checkedAccountDeletion(
  deletion: IncomingAccountDeletion,
  arrivedAt: Date,
): IncomingAccountDeletion {
  return knownFields({
    kind: deletion.kind,
    platform: requiredPlatform(deletion.platform, 'platform'),
    externalId: requiredKey(deletion.externalId, 'actor.externalId'),
    deletedAt: dateInLimits(deletion.deletedAt, arrivedAt, 'deletedAt'),
  })
}

function checkedRefund(refund: IncomingRefund, arrivedAt: Date): IncomingRefund {
  const { kind, valueMinor, currency } = refund
  if (!isCurrency(currency)) throw new FieldAtFault({ reason: 'bad-field', field: 'currency' })
  if (!Number.isSafeInteger(valueMinor) || valueMinor < 0) {
    throw new FieldAtFault({ reason: 'bad-field', field: 'value', detail: String(valueMinor) })
  }
  const purchaseKeys = refund.purchaseKeys.slice(0, LIMITS.keysPerActivityMax)
  const [first = '', ...others] = purchaseKeys
  return knownFields<IncomingRefund>({
    kind,
    platform: requiredPlatform(refund.platform, 'platform'),
    purchaseKeys: [
      requiredKey(first, 'of'),
      ...others.map(cleanKey).filter((key) => key !== undefined),
    ],
    externalKey: requiredKey(refund.externalKey, 'externalKey'),
    sumKey: refund.sumKey === undefined ? undefined : requiredKey(refund.sumKey, 'sumKey'),
    valueMinor,
    currency,
    refundedAt: dateInLimits(refund.refundedAt, arrivedAt, 'at'),
  })
}

function requiredHandle(handle: IncomingHandle, path: string): IncomingHandle {
  const platform = requiredPlatform(handle.platform, `${path}.platform`)
  const externalId = requiredKey(handle.externalId, `${path}.externalId`)
  return describedHandle(handle, platform, externalId)
}

/** A handle that is only spoken of: without a usable identity it is left out. */
function handleIfKnown(handle: IncomingHandle): IncomingHandle | undefined {
  const platform = cleanPlatform(handle.platform)
  const externalId = cleanKey(handle.externalId)
  if (platform === '' || externalId === undefined) return undefined
  return describedHandle(handle, platform, externalId)
}

function describedHandle(
  handle: IncomingHandle,
  platform: string,
  externalId: string,
): IncomingHandle {
  return knownFields({
    platform,
    externalId,
    username: whereSaid(handle.username, (text) => cleanName(text)),
    isByUsername: handle.isByUsername,
    displayName: whereSaid(handle.displayName, (text) => cleanName(text)),
    url: whereSaid(handle.url, cleanUrl),
    avatarUrl: whereSaid(handle.avatarUrl, cleanUrl),
    bio: whereSaid(handle.bio, (text) => cleanText(text, LIMITS.bioCharsMax)),
    kind: handle.kind,
    verifiedEmail: whereSaid(handle.verifiedEmail, cleanEmail),
    verifiedLinks: whereSaid(handle.verifiedLinks, checkedLinks),
  })
}

function checkedContent(content: IncomingContent): IncomingContent {
  const whole = content.text.replaceAll('\0', '').toWellFormed()
  const text = cutText(whole, LIMITS.textCharsMax)
  return knownFields({
    text,
    title: whereSaid(content.title, (title) => cleanText(title, LIMITS.nameCharsMax)),
    html: whereSaid(content.html, (html) => cleanText(html, LIMITS.textCharsMax)),
    languageHint: whereSaid(content.languageHint, cleanLanguageTag),
    isExcerpt: text.length < whole.length ? true : content.isExcerpt,
  })
}

function checkedMentions(mentions: IncomingHandle[]): IncomingHandle[] {
  const known = mentions.slice(0, LIMITS.mentionsPerActivityMax).map(handleIfKnown)
  return known.filter((handle) => handle !== undefined)
}

function checkedTags(tags: string[]): string[] {
  const named = tags.slice(0, LIMITS.tagsPerActivityMax).map((tag) => cleanName(tag))
  return [...new Set(named.filter((tag) => tag !== ''))]
}

function checkedLinks(links: string[]): string[] {
  const kept = links.slice(0, LIMITS.linksPerHandleMax).map(cleanUrl)
  return [...new Set(kept.filter((link) => link !== undefined))]
}

function otherKeys(keys: string[] | undefined, externalKey: string): string[] | undefined {
  if (keys === undefined) return undefined
  const usable = keys.slice(0, LIMITS.keysPerActivityMax).map(cleanKey)
  const others = usable.filter((key) => key !== undefined && key !== externalKey)
  return [...new Set(others as string[])]
}

function requiredKey(text: string, field: string): string {
  const key = text.replaceAll('\0', '').toWellFormed().trim()
  if (key === '') throw new FieldAtFault({ reason: 'missing-field', field })
  if (key.length <= LIMITS.keyCharsMax) return key
  // Cut, two keys could become one, and two activities with them.
  throw new FieldAtFault({ reason: 'too-large', field, detail: cutText(key, 100) })
}

function cleanKey(text: string): string | undefined {
  const key = text.replaceAll('\0', '').toWellFormed().trim()
  return key === '' || key.length > LIMITS.keyCharsMax ? undefined : key
}

function requiredPlatform(text: string, field: string): string {
  const platform = cleanPlatform(text)
  if (platform !== '') return platform
  if (cleanName(text) === '') throw new FieldAtFault({ reason: 'missing-field', field })
  throw new FieldAtFault({ reason: 'bad-field', field, detail: cleanName(text, 100) })
}

function cleanEmail(text: string): string | undefined {
  const email = cleanName(text)
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : undefined
}

function dateInLimits(date: Date | undefined, arrivedAt: Date, field: string): Date | undefined {
  if (date === undefined) return undefined
  const timeMs = date.getTime()
  if (Number.isNaN(timeMs)) throw new FieldAtFault({ reason: 'bad-date', field })
  return new Date(clampMs(timeMs, arrivedAt))
}

function clampMs(timeMs: number, arrivedAt: Date): number {
  return Math.min(Math.max(timeMs, LIMITS.publishedMin), arrivedAt.getTime())
}

function whereSaid<T, U>(value: T | undefined, clean: (value: T) => U): U | undefined {
  return value === undefined ? undefined : clean(value)
}
