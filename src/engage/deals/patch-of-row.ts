import type { DealPatch } from './change-deals.ts'
import type { ListedDeal } from './hydrate-deals.ts'
import type { ListedRow } from './record-deals.ts'

/** What a row of a list says of a deal beside what is known of it; empty where that is nothing. Pure. */
export function patchOfRow(known: ListedDeal, row: ListedRow): DealPatch {
  const { deal, place } = row
  const { name, closesOn, source, probability, valueMinor, currency } = deal
  const patch: DealPatch = {}
  if (name !== known.name) patch.name = name
  if (closesOn !== undefined && closesOn !== known.closesOn) patch.closesOn = closesOn
  if (source !== undefined && source !== known.source) patch.source = source
  if (probability !== undefined && probability !== known.ownProbability) {
    patch.ownProbability = probability
  }
  if (valueMinor !== undefined && currency !== undefined) {
    const isSame = valueMinor === known.valueMinor && currency === known.currency
    if (!isSame) Object.assign(patch, { valueMinor, currency })
  }
  if (place.isNamed && place.stageId !== known.stage.id) patch.stage = place.stageId
  return { ...patch, ...stateOf(known, row), ...partiesOf(known, row) }
}

function stateOf(known: ListedDeal, { deal, place }: ListedRow): DealPatch {
  const { state = known.state } = place
  const lostText = state === 'lost' ? deal.lostText : undefined
  return {
    ...(state === known.state ? {} : { state }),
    ...(lostText === undefined || lostText === known.lostText ? {} : { lostText }),
  }
}

/** Who takes part is only said where nobody was named yet: a list knows one of several. */
function partiesOf(known: ListedDeal, { organisationId, personId }: ListedRow): DealPatch {
  const isElsewhere = organisationId !== undefined && organisationId !== known.organisation?.id
  const isFirst = personId !== undefined && known.people.length === 0
  return {
    ...(isElsewhere ? { organisation: organisationId } : {}),
    ...(isFirst ? { people: [{ person: personId, role: 'other', isMain: true }] } : {}),
  }
}
