import {
  isJsonObject,
  type JsonObject,
  knownFields,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import {
  type IncomingActivity,
  type IncomingClaim,
  type IncomingHandle,
  type IncomingProfile,
  type IncomingRefund,
  minorOfDecimal,
  NOBODY,
} from '#vocabulary/index.ts'
import { listHandle, mailAddress, mailHandle, namedHandle } from '../file/list-handles.ts'
import { readOutcome } from '../file/outcome.ts'
import { claimOf } from '../hooks/said-claims.ts'
import {
  dateAt,
  excerptOf,
  objectsOf,
  optionalText,
  RefusedRecord,
  requiredObject,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { lineFormat } from '../line-format.ts'

/**
 * Outcomes as a system of one's own tells them, one a line; docs/guides/outcomes.en.md shows every
 * field. `id` says which one it is: told again it is no second one.
 */
export const webhookFormat = lineFormat('webhook', readToldOutcome)

const PLATFORM = 'webhook'

/** What one outcome says. Throws RefusedRecord. */
function readToldOutcome(said: JsonObject, { scope }: ReadContext): ReadRecord {
  const type = requiredText(said.type, 'type')
  if (type === 'refund') return { arrival: readRefund(said, scope) }
  if (type === 'cancelled') {
    const externalKey = keyOf(said.of, 'of', scope)
    return { arrival: { kind: 'deletion', platform: PLATFORM, externalKey } }
  }
  const isSaid = said.person !== undefined && said.person !== null
  const person = isSaid ? requiredObject(said.person, 'person') : {}
  const [actor = NOBODY, ...alsoHandles] = handlesOf(person, scope)
  const name = textOf(optionalText(person.name, 'person.name'))
  const outcome = readOutcome(said)
  const claims = claimsOf(said)
  const arrival = knownFields<IncomingActivity>({
    ...{ kind: 'activity', operation: 'create', type: 'Outcome', platform: PLATFORM, actor },
    externalKey: keyOf(said.id, 'id', scope),
    publishedAt: dateAt(said.at, 'at'),
    editedAt: dateAt(said.changedAt, 'changedAt'),
    outcome: outcome === undefined ? undefined : { ...outcome, claims },
  })
  if (actor === NOBODY) return { arrival }
  const profile = knownFields<IncomingProfile>({
    kind: 'profile',
    handle: actor,
    person: name === undefined ? undefined : { displayName: name },
    alsoHandles: alsoHandles.length === 0 ? undefined : alsoHandles,
  })
  return { arrival, context: [profile] }
}

function readRefund(said: JsonObject, scope: string) {
  const currency = requiredText(said.currency, 'currency').toUpperCase()
  const decimal = typeof said.value === 'number' ? String(said.value) : textOf(said.value)
  const valueMinor = minorOfDecimal(decimal ?? '', currency)
  if (valueMinor === undefined || valueMinor < 0) {
    throw new RefusedRecord({ reason: 'bad-field', field: 'value', detail: excerptOf(said.value) })
  }
  const externalKey = keyOf(said.id, 'id', scope)
  const purchaseKeys = [keyOf(said.of, 'of', scope)]
  return knownFields<IncomingRefund>({
    ...{ kind: 'refund', platform: PLATFORM, purchaseKeys },
    ...{ externalKey, valueMinor, currency, refundedAt: dateAt(said.at, 'at') },
  })
}

/** Ids of one's own mean something within their list only. */
function keyOf(id: unknown, field: string, scope: string): string {
  const text = typeof id === 'number' ? String(id) : requiredText(id, field)
  return `${scope}:${text}`
}

/** The accounts that a person is told by, the most telling first. */
function handlesOf(person: JsonObject, scope: string): IncomingHandle[] {
  const handles: IncomingHandle[] = []
  const email = optionalText(person.email, 'person.email')
  if (email) {
    const address = mailAddress(email)
    if (address === null) throw badField('person.email', email)
    handles.push(mailHandle(address))
  }
  for (const one of objectsOf(person.handle)) {
    const name = requiredText(one.name, 'person.handle.name')
    handles.push(namedHandle(requiredText(one.platform, 'person.handle.platform'), name))
  }
  const phone = optionalText(person.phone, 'person.phone')
  if (phone) handles.push({ platform: 'phone', externalId: phoneNumber(phone) })
  const id =
    typeof person.id === 'number' ? String(person.id) : optionalText(person.id, 'person.id')
  if (id) handles.push(listHandle(id, scope))
  return handles
}

/** E.164: only with its country is a number somebody's. */
function phoneNumber(text: string): string {
  const bare = text.normalize('NFKC').replace(/[\s()\-.‐－ー]/g, '')
  if (/^\+[1-9]\d{6,14}$/.test(bare)) return bare
  throw badField('person.phone', text)
}

function claimsOf(said: JsonObject): IncomingClaim[] {
  const { referredBy } = said
  const referral = isJsonObject(referredBy)
    ? referralOf(referredBy)
    : claimOf('referral', referredBy)
  return [
    claimOf('coupon', said.code),
    referral,
    claimOf('said', said.heardFrom),
    claimOf('click', said.click),
  ].filter((claim) => claim !== undefined)
}

/** `{"email"}`, `{"platform", "name"}` or `{"code"}`. */
function referralOf({ email, platform, name, code }: JsonObject): IncomingClaim | undefined {
  if (typeof platform === 'string' && typeof name === 'string') {
    return { class: 'referral', text: name, by: namedHandle(platform, name) }
  }
  return claimOf('referral', email ?? code)
}

function badField(field: string, detail: string): RefusedRecord {
  return new RefusedRecord({ reason: 'bad-field', field, detail: excerptOf(detail) })
}
