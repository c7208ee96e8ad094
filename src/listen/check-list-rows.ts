import {
  DEAL_STATES,
  type IncomingDeal,
  type IncomingOrganisation,
  isKnownCurrency,
  isUuid,
  LIMITS,
  RELATION_KINDS,
} from '#vocabulary/index.ts'
import { checkedOwnTerms, checkedRelations, dayOf } from './check-own-terms.ts'
import { cleanName, cleanText, cleanUrl } from './clean-text.ts'
import { FieldAtFault } from './field-at-fault.ts'
import { knownFields } from './known-fields.ts'

/** What a list says of an organisation, cleaned. Throws FieldAtFault where it says no name. */
export function checkedOrganisation(organisation: IncomingOrganisation): IncomingOrganisation {
  return knownFields<IncomingOrganisation>({
    kind: 'organisation',
    name: requiredName(organisation.name),
    nameReading: nameOf(organisation.nameReading),
    url: organisation.url === undefined ? undefined : cleanUrl(organisation.url),
    relations: organisation.relations?.filter((kind) => RELATION_KINDS.includes(kind)),
    datedRelations: checkedRelations(organisation.datedRelations),
    ...checkedOwnTerms(organisation),
    sameAs: idOf(organisation.sameAs),
  })
}

/** The most that a deal may be worth, in minor units: what its table holds. */
const VALUE_MINOR_MAX = 1_000_000_000_000_000

/** What a list says of a deal, cleaned. Throws FieldAtFault for what no deal can be. */
export function checkedDeal(deal: IncomingDeal): IncomingDeal {
  return knownFields<IncomingDeal>({
    kind: 'deal',
    key: keyOf(deal.key),
    name: requiredName(deal.name),
    pipeline: nameOf(deal.pipeline),
    stage: nameOf(deal.stage),
    state: DEAL_STATES.find((state) => state === deal.state),
    ...checkedValue(deal),
    probability: checkedProbability(deal.probability),
    closesOn: dayOf(deal.closesOn),
    lostText: textOf(deal.lostText),
    source: nameOf(deal.source),
    organisation: nameOf(deal.organisation),
    contact: deal.contact === undefined ? undefined : checkedContact(deal.contact),
    columns: deal.columns,
    ...checkedOwnTerms(deal),
    sameAs: idOf(deal.sameAs),
  })
}

function checkedValue({ valueMinor, currency }: IncomingDeal) {
  if (valueMinor === undefined || currency === undefined) return {}
  if (!isKnownCurrency(currency)) throw atFault('currency', currency)
  const isMoney = Number.isSafeInteger(valueMinor) && valueMinor >= 0
  if (!isMoney || valueMinor > VALUE_MINOR_MAX) throw atFault('value', String(valueMinor))
  return { valueMinor, currency }
}

function checkedProbability(probability: number | undefined): number | undefined {
  if (probability === undefined) return undefined
  const percent = Math.round(probability)
  if (percent >= 0 && percent <= 100) return percent
  throw atFault('probability', String(probability))
}

function checkedContact(contact: NonNullable<IncomingDeal['contact']>): IncomingDeal['contact'] {
  const { handle, name, isByName } = contact
  return knownFields<NonNullable<IncomingDeal['contact']>>({
    handle: { ...handle, externalId: keyOf(handle.externalId) },
    name: nameOf(name),
    isByName,
  })
}

function requiredName(text: string): string {
  const name = nameOf(text)
  if (name === undefined) throw new FieldAtFault({ reason: 'missing-field', field: 'name' })
  return name
}

function keyOf(text: string): string {
  const key = text.replaceAll('\0', '').toWellFormed().trim()
  if (key === '') throw new FieldAtFault({ reason: 'missing-field', field: 'id' })
  if (key.length <= LIMITS.keyCharsMax) return key
  throw new FieldAtFault({ reason: 'too-large', field: 'id', detail: key.slice(0, 100) })
}

function nameOf(text: string | undefined): string | undefined {
  const name = text === undefined ? '' : cleanName(text)
  return name === '' ? undefined : name
}

function textOf(text: string | undefined): string | undefined {
  const cleaned = text === undefined ? '' : cleanText(text, LIMITS.nameCharsMax).trim()
  return cleaned === '' ? undefined : cleaned
}

function idOf(text: string | undefined): string | undefined {
  return text !== undefined && isUuid(text) ? text : undefined
}

function atFault(field: string, detail: string): FieldAtFault {
  return new FieldAtFault({ reason: 'bad-field', field, detail: cleanName(detail, 100) })
}
