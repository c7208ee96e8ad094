import { sql } from 'kysely'
import { beforeAndAfter } from '#store/audit-chain.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, type RelationCode } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { organisationToName } from '../organisation-merges/organisation-root.ts'
import { rootOf } from '../read-people.ts'
import { checkKinds } from './kinds.ts'
import { getRelation, listRelations, type RelationEntry } from './read-relations.ts'
import { type RelationOf, recordRelations } from './record-relations.ts'
import { refuseBackwards, refuseFuture, todayIn } from './today.ts'

/** What a member says that somebody is or was; neither day may lie in the future. */
export interface RelationInput {
  kind: RelationCode
  since?: string | undefined
  until?: string | undefined
}

/** What a member corrects; an end of null says that it holds again. */
export interface RelationDates {
  since?: string | null | undefined
  until?: string | null | undefined
}

/**
 * Says what a person or organisation is, or was, to us. Records `person.relation-added` or
 * `organisation.relation-added`. Throws `not-found`, `bad-input`, and `conflict` for what holds already.
 */
export async function addRelation(
  tx: Transaction,
  named: RelationOf,
  { kind, since, until }: RelationInput,
  change: ChangeInWorkspace,
): Promise<RelationEntry> {
  const of =
    'personId' in named
      ? { personId: await rootOf(tx, named.personId) }
      : { organisationId: await organisationToName(tx, named.organisationId) }
  const before = await listRelations(tx, of)
  await checkKinds(tx, [kind], 'personId' in of ? 'person' : 'organisation')
  const today = await todayIn(tx, change.now)
  refuseFuture(since, today, 'since')
  refuseFuture(until, today, 'until')
  refuseBackwards(since, until)
  if (until === undefined && before.some((one) => holds(one, kind))) throw holdsAlready()
  const { workspaceId, now, random, authorId } = change
  const dates = { since: since ?? null, until: until ?? null }
  const said = { of, kind, source: 'member' as const, confirmedBy: authorId, ...dates }
  const news = await recordRelations(tx, { workspaceId, at: now, random }, [said])
  if (news.length === 0) throw holdsAlready()
  const begun = { kind, since: since ?? null, until: until ?? null }
  await tell(tx, of, { what: 'relation-added', before: null, after: begun }, change)
  const known = new Set(before.map(({ id }) => id))
  const added = (await listRelations(tx, of)).find(({ id }) => !known.has(id))
  return added as RelationEntry
}

/**
 * Corrects the dates of an entry, or ends it. What a rule or an import began is the member's from
 * then on: a rule ends only what is its own. Records `….relation-changed`. Throws `not-found`,
 * `bad-input`, `conflict`.
 */
export async function patchRelation(
  tx: Transaction,
  of: RelationOf,
  id: string,
  change: RelationDates,
  by: ChangeInWorkspace,
): Promise<RelationEntry> {
  const { authorId, now } = by
  const before = await getRelation(tx, of, id)
  const { since = before.since, until = before.until } = change
  const today = await todayIn(tx, now)
  refuseFuture(since, today, 'since')
  refuseFuture(until, today, 'until')
  refuseBackwards(since, until)
  if (until === null && before.until !== null) {
    const others = await listRelations(tx, of)
    if (others.some((one) => holds(one, before.kind))) throw holdsAlready()
  }
  await sql`
    update relation set since = ${since}::date, until = ${until}::date,
      source = case when source = 'rule' then 'member' else source end, rule_id = null,
      ended_by = ${until === null ? null : authorId}::uuid,
      confirmed_by = ${authorId}::uuid
    where id = ${id}::uuid`.execute(tx)
  const after = { kind: before.kind, since, until }
  await tell(tx, await rootsOf(tx, of), { what: 'relation-changed', before, after }, by)
  return getRelation(tx, of, id)
}

/**
 * Removes what was entered by mistake. Records `….relation-removed`. Throws `not-found`, and `conflict`
 * for what a rule holds: it would be back tomorrow.
 */
export async function removeRelation(
  tx: Transaction,
  of: RelationOf,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const before = await getRelation(tx, of, id)
  const { source, until } = before
  if (source === 'rule' && until === null) throw heldByRule()
  await tx.deleteFrom('relation').where('id', '=', id).execute()
  await tell(tx, await rootsOf(tx, of), { what: 'relation-removed', before, after: null }, change)
}

/** What an organisation is to us from now on: what is not among `kinds` ends, what is new begins. */
export async function setRelations(
  tx: Transaction,
  organisationId: string,
  kinds: readonly RelationCode[],
  { workspaceId, now, random, authorId }: ChangeInWorkspace,
): Promise<void> {
  await checkKinds(tx, kinds, 'organisation')
  const today = await todayIn(tx, now)
  await sql`
    update relation set until = greatest(${today}::date, since), ended_by = ${authorId}::uuid
    where organisation_id = ${organisationId}::uuid and until is null
      and not kind = any(${kinds}::text[])`.execute(tx)
  const relations = kinds.map((kind) => ({
    ...{ of: { organisationId }, kind, source: 'member' as const, confirmedBy: authorId },
  }))
  await recordRelations(tx, { workspaceId, at: now, random }, relations)
}

function holds(entry: RelationEntry, kind: RelationCode): boolean {
  return entry.kind === kind && entry.until === null
}

async function rootsOf(tx: Transaction, of: RelationOf): Promise<RelationOf> {
  return 'personId' in of ? { personId: await rootOf(tx, of.personId) } : of
}

type Span = Pick<RelationEntry, 'kind' | 'since' | 'until'>

interface Told {
  what: 'relation-added' | 'relation-changed' | 'relation-removed'
  before: Span | null
  after: Span | null
}

/** A relation with its dates, as the chain keeps it. */
function spanOf(span: Span | null): string | null {
  if (span === null) return null
  const { kind, since, until } = span
  return since === null && until === null ? kind : `${kind} ${since ?? ''}/${until ?? ''}`
}

function tell(
  tx: Transaction,
  of: RelationOf,
  { what, before, after }: Told,
  { authorId, random }: ChangeInWorkspace,
): Promise<void> {
  const [noun, subjectId] =
    'personId' in of ? ['person', of.personId] : ['organisation', of.organisationId]
  const detail = [before?.kind ?? after?.kind ?? '']
  const personId = 'personId' in of ? of.personId : null
  const values = beforeAndAfter(personId, 'relation', spanOf(before), spanOf(after))
  const audited = { random, values }
  const event = { name: `${noun}.${what}`, subjectId, detail, authorId, audited }
  return writeEvent(tx, OWN_WORKSPACE, event)
}

function heldByRule(): EnishiError {
  return new EnishiError('conflict', {
    en: 'A rule says this, and would say it again. End it today instead, or change the rule.',
    ja: 'これはルールによる関係区分で、削除してもまた登録されます。「今日で終了」にするか、ルールを変更してください。',
  })
}

function holdsAlready(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'This holds already. Correct its dates, or end it before it begins anew.',
      ja: 'この関係区分はすでに有効です。日付を直すか、いったん終了してから登録してください。',
    },
    { field: 'kind' },
  )
}
