import type { Transaction } from '#store/door.ts'
import type { FieldValue } from '#vocabulary/index.ts'
import { patchDeal } from '../deals/change-deals.ts'
import type { DealChange } from '../deals/deal-outcome.ts'
import { type FilledField, fillFields, valuesOf } from '../fields/field-values.ts'
import { type Ownership, ownersHistory, ownersOf, setOwners } from '../owners/owners.ts'
import { type Subject, subjectOf, subjectToChange } from '../subject-rows.ts'
import { type AboutInput, type Colleague, colleague } from '../subjects.ts'
import { changeTags, tagsOf } from '../tags/taggings.ts'
import { type Tag, tagNamed } from '../tags/tags.ts'

/** What colleagues keep of a person, an organisation or a deal. */
export interface Card {
  /** Who is asked for; a person that was merged as the root. */
  id: string
  owner: Colleague | null
  secondOwner: Colleague | null
  /** Newest first. */
  owners: Ownership[]
  tags: Tag[]
  fields: FilledField[]
}

export interface CardPatch {
  owner?: string | null | undefined
  secondOwner?: string | null | undefined
  /** Ids of tags. */
  addTags?: string[] | undefined
  removeTags?: string[] | undefined
  /** Names of tags; those that are new are made. */
  newTags?: string[] | undefined
  /** By the id of the field; null empties it. */
  fields?: Record<string, FieldValue | null> | undefined
}

/** The card of a subject. Throws `not-found`. */
export async function getCard(tx: Transaction, about: AboutInput, now: Date): Promise<Card> {
  return showCard(tx, await subjectOf(tx, about), now)
}

async function showCard(tx: Transaction, subject: Subject, now: Date): Promise<Card> {
  const { main, second } = await ownersOf(tx, subject)
  return {
    ...{ id: subject.id, owner: colleague(main), secondOwner: colleague(second) },
    owners: await ownersHistory(tx, subject, now),
    tags: await tagsOf(tx, subject),
    fields: await valuesOf(tx, subject),
  }
}

/**
 * Changes owners, tags and fields of one subject; what is absent stays. Records `.owner-changed`
 * (of a deal `deal.changed`), `.tagged` and `.fields-changed`. Throws `not-found`, `bad-input`,
 * `conflict`.
 */
export async function patchCard(
  tx: Transaction,
  about: AboutInput,
  patch: CardPatch,
  change: DealChange,
): Promise<Card> {
  const subject = await subjectToChange(tx, about)
  await changeOwners(tx, subject, patch, change)
  const named: string[] = []
  for (const name of patch.newTags ?? []) named.push((await tagNamed(tx, name, change)).id)
  const add = [...(patch.addTags ?? []), ...named]
  await changeTags(tx, subject, { add, remove: patch.removeTags ?? [] }, change)
  if (patch.fields !== undefined) await fillFields(tx, subject, patch.fields, change)
  return showCard(tx, subject, change.now)
}

/** Sets owners where they are kept: of a deal in its columns. */
export async function changeOwners(
  tx: Transaction,
  subject: Subject,
  { owner, secondOwner }: Pick<CardPatch, 'owner' | 'secondOwner'>,
  change: DealChange,
): Promise<void> {
  if (owner === undefined && secondOwner === undefined) return
  if (subject.kind === 'deal') await patchDeal(tx, subject.id, { owner, secondOwner }, change)
  else await setOwners(tx, subject, { main: owner, second: secondOwner }, change)
}
