import {
  CLAIM_CLASSES,
  CLICK_ID,
  type IncomingClaim,
  type IncomingOutcome,
  type IncomingPerson,
  isCurrency,
  LIMITS,
  OUTCOME_TYPES,
  RELATION_KINDS,
} from '#vocabulary/index.ts'
import { checkedOwnTerms, checkedRelations, dayOf } from './check-own-terms.ts'
import { cleanName, cleanText, cleanUrl } from './clean-text.ts'
import { FieldAtFault } from './field-at-fault.ts'
import { knownFields } from './known-fields.ts'

/** What a list says of a person, cleaned; what is empty was not said. */
export function checkedPerson(person: IncomingPerson): IncomingPerson {
  return knownFields({
    displayName: nameOf(person.displayName),
    familyName: nameOf(person.familyName),
    givenName: nameOf(person.givenName),
    nameReading: nameOf(person.nameReading),
    organisation: checkedOrganisation(person.organisation),
    relations: person.relations?.filter((kind) => RELATION_KINDS.includes(kind)),
    datedRelations: checkedRelations(person.datedRelations),
    wishes: checkedWishes(person.wishes),
    ...checkedOwnTerms(person),
  })
}

function checkedWishes(wishes: IncomingPerson['wishes']): IncomingPerson['wishes'] {
  if (wishes === undefined) return undefined
  return {
    closed: wishes.closed.map(({ channel, reason }) => ({ channel, reason: cleanName(reason) })),
    agreed: wishes.agreed.map(({ channel, text }) => ({ channel, text: cleanName(text) })),
  }
}

function checkedOrganisation(
  organisation: IncomingPerson['organisation'],
): IncomingPerson['organisation'] {
  const name = nameOf(organisation?.name)
  if (organisation === undefined || name === undefined) return undefined
  return knownFields<NonNullable<IncomingPerson['organisation']>>({
    name,
    department: nameOf(organisation.department),
    role: nameOf(organisation.role),
    since: dayOf(organisation.since),
    until: dayOf(organisation.until),
    url: organisation.url === undefined ? undefined : cleanUrl(organisation.url),
  })
}

/** An outcome that the log can hold. Throws FieldAtFault. */
export function checkedOutcome(outcome: IncomingOutcome): IncomingOutcome {
  const { type, valueMinor, currency } = outcome
  if (!OUTCOME_TYPES.includes(type)) throw atFault('outcome.type', type)
  if (currency !== undefined && !isCurrency(currency)) throw atFault('outcome.currency', currency)
  if (valueMinor !== undefined && !Number.isSafeInteger(valueMinor)) {
    throw atFault('outcome.value', String(valueMinor))
  }
  if (valueMinor !== undefined && currency === undefined) {
    throw new FieldAtFault({ reason: 'missing-field', field: 'outcome.currency' })
  }
  const about = nameOf(outcome.about)
  const claims = checkedClaims(outcome.claims)
  if (valueMinor === undefined || currency === undefined)
    return knownFields({ type, about, claims })
  return knownFields({ type, valueMinor, currency, about, claims })
}

/** Each claim once; what says nothing, or is no click of ours, is left out. */
function checkedClaims(claims: IncomingClaim[] | undefined): IncomingClaim[] | undefined {
  const known = new Map<string, IncomingClaim>()
  for (const claim of (claims ?? []).slice(0, LIMITS.claimsPerOutcomeMax)) {
    const text = cleanText(claim.text, LIMITS.claimCharsMax).trim()
    const isClaim = CLAIM_CLASSES.includes(claim.class) && text !== ''
    if (!isClaim || (claim.class === 'click' && !CLICK_ID.test(text))) continue
    known.set(`${claim.class} ${text}`, { ...claim, text })
  }
  return known.size === 0 ? undefined : [...known.values()]
}

function atFault(field: string, detail: string): FieldAtFault {
  return new FieldAtFault({ reason: 'bad-field', field, detail: cleanName(detail, 100) })
}

function nameOf(text: string | undefined): string | undefined {
  const name = text === undefined ? '' : cleanName(text)
  return name === '' ? undefined : name
}
