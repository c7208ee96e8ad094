import { sql } from 'kysely'
import type { ChangeLedger } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { DatedRelation } from '#vocabulary/index.ts'
import type { Making } from '../organisations.ts'
import { type RelationOf, recordRelations } from './record-relations.ts'

/** What a list says somebody is or was to us; without days it holds. */
export interface ListedRelation extends DatedRelation {
  of: RelationOf
}

/** A relation as it is kept; those of a member, a rule or a proposal are not the list's to change. */
interface Entry {
  /** Undefined until it is written. */
  id?: string
  since: string | null
  until: string | null
  isOfList: boolean
  before?: { since: string | null; until: string | null }
}

/**
 * Records what lists say of relations, row after row. One that holds already is not begun twice; days are
 * brought to what the list says where a list said the relation and no member confirmed it. An end closes
 * what holds since then or since nobody knows when; else it tells of an earlier time. Answers those that
 * were news.
 */
export async function recordListedRelations<One extends ListedRelation>(
  tx: Transaction,
  making: Making,
  listed: readonly One[],
): Promise<Set<One>> {
  const known = await knownEntries(tx, making.workspaceId, listed)
  const news = new Set<One>()
  const made = new Map<Entry, One>()
  for (const one of listed) {
    const key = keyOf(subjectOf(one.of), one.kind)
    const entries = known.get(key) ?? []
    known.set(key, entries)
    const what = place(entries, { since: one.since ?? null, until: one.until ?? null })
    if (what === 'known') continue
    news.add(one)
    if (what !== 'changed') made.set(what, one)
  }
  const changed = [...known].flatMap(([key, entries]) =>
    entries
      .filter(({ id, before }) => id !== undefined && before !== undefined)
      .map((entry) => ({ key, entry })),
  )
  // What ends makes room for what begins.
  await writeDays(
    tx,
    making.workspaceId,
    changed.map(({ entry }) => entry),
  )
  // A later row may have told more of what an earlier one began.
  const rows = [...made].map(([{ since, until }, { of, kind }]) => {
    return { of, kind, since, until, source: 'import' as const }
  })
  await recordRelations(tx, making, rows)
  const ofSubject = new Map(listed.map(({ of, kind }) => [keyOf(subjectOf(of), kind), of]))
  for (const { key, entry } of changed) tellLedger(making.ledger, ofSubject.get(key), entry)
  return news
}

/** Puts what a row says among what is known: `known` where it is, `changed`, or the entry that is new. */
function place(
  entries: Entry[],
  { since, until }: Pick<Entry, 'since' | 'until'>,
): 'known' | 'changed' | Entry {
  const open = entries.find((entry) => entry.until === null)
  if (until === null) {
    if (open === undefined) return begin(entries, since, until)
    if (since === null || open.since === since || !open.isOfList) return 'known'
    return change(open, since, null)
  }
  const isSame = (entry: Entry) =>
    entry.until === until && (since === null || entry.since === since)
  if (entries.some(isSame)) return 'known'
  if (open === undefined || !isMeant(open, since, until)) {
    const ended = entries.find(
      (one) => one.isOfList && one.until !== null && since !== null && one.since === since,
    )
    return ended === undefined ? begin(entries, since, until) : change(ended, since, until)
  }
  return open.isOfList ? change(open, since ?? open.since, until) : 'known'
}

/** Whether an end is that of what holds: of the same beginning, or of one that nobody told. */
function isMeant(open: Entry, since: string | null, until: string): boolean {
  if (since !== null && open.since !== null) return open.since === since
  return open.since === null || open.since <= until
}

function begin(entries: Entry[], since: string | null, until: string | null): Entry {
  const entry: Entry = { since, until, isOfList: true }
  entries.push(entry)
  return entry
}

function change(entry: Entry, since: string | null, until: string | null): 'changed' {
  if (entry.id !== undefined) entry.before ??= { since: entry.since, until: entry.until }
  Object.assign(entry, { since, until })
  return 'changed'
}

function subjectOf(of: RelationOf): string {
  return 'personId' in of ? of.personId : of.organisationId
}

function keyOf(subjectId: string, kind: string): string {
  return `${subjectId} ${kind}`
}

async function knownEntries(
  tx: Transaction,
  workspaceId: string,
  listed: readonly ListedRelation[],
): Promise<Map<string, Entry[]>> {
  const ids = [...new Set(listed.map(({ of }) => subjectOf(of)))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Entry & { subjectId: string; kind: string }>`
    select id, coalesce(person_id, organisation_id) as "subjectId", kind, since::text, until::text,
      (source = 'import' and confirmed_by is null and ended_by is null) as "isOfList"
    from relation where workspace_id = ${workspaceId}
      and (person_id = any(${ids}::uuid[]) or organisation_id = any(${ids}::uuid[]))
    order by id for update`.execute(tx)
  return Map.groupBy(rows, ({ subjectId, kind }) => keyOf(subjectId, kind))
}

async function writeDays(
  tx: Transaction,
  workspaceId: string,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return
  await sql`
    update relation r set since = u.since, until = u.until
    from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ since }) => since)}::date[],
      ${entries.map(({ until }) => until)}::date[]) as u(id, since, until)
    where r.workspace_id = ${workspaceId} and r.id = u.id`.execute(tx)
}

function tellLedger(ledger: ChangeLedger | undefined, of: RelationOf | undefined, entry: Entry) {
  const { id, before } = entry
  if (id === undefined || before === undefined || of === undefined) return
  for (const field of ['since', 'until'] as const) {
    if (before[field] === entry[field]) continue
    const change = { field, before: before[field], after: entry[field] }
    ledger?.changed.push({ kind: 'relation', id, ...of, ...change })
  }
}
