import { type RawBuilder, sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import {
  AUDITED_ACTS,
  AUDITED_KINDS,
  type AuditedKind,
  type AuditSubject,
  type JournalledField,
} from '#vocabulary/index.ts'
import { isCardKey } from '../merges/card-fields.ts'
import { type NamedField, nameFields } from '../merges/name-fields.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'

/** What narrows the chain. */
export interface AuditFilter {
  /** What the acts are about. */
  about?: AuditSubject | undefined
  member?: string | undefined
  /** Also acts on somebody merged into them, and those whose values are theirs. */
  person?: string | undefined
  /** Days of the workspace's calendar, both included. */
  from?: string | undefined
  to?: string | undefined
  /** Part of the name of what was changed, or of a value. */
  q?: string | undefined
}

/** One field that an act changed; null also where it was erased. */
export interface AuditedField {
  field: string
  /** How it is shown, where it is a field of people. */
  shown: NamedField | null
  from: string | null
  to: string | null
}

/** One act of the chain. */
export interface ListedAudit {
  seq: number
  at: string
  by: string | null
  act: string
  detail: string[]
  /** Null where it is gone, or has no name. */
  subject: { kind: AuditedKind; id: string; name: string } | null
  changes: AuditedField[]
  /** Values that were erased; their commitments stay. */
  erased: number
}

interface Row {
  seq: number
  at: Date
  by: string | null
  act: string
  detail: string[]
  committed: number
  kind: AuditedKind | null
  subjectId: string | null
  subjectName: string | null
  values: { place: number; value: string }[] | null
}

/** All but people stand in a table of their kind; a file is called by its name. */
const NAMED_ELSEWHERE = AUDITED_KINDS.filter((kind) => kind !== 'person').map(
  (kind) => sql`union all
    select ${sql.lit(kind)}, n.id, n.${sql.ref(kind === 'import' ? 'file_name' : 'name')}
    from ${sql.table(kind.replace('-', '_'))} n where n.id = e.subject_id`,
)

/** Acts of the chain, the latest first. Throws `not-found` for a person who is not there. */
export async function listAudit(
  tx: Transaction,
  filter: AuditFilter,
  page: PageRequest,
): Promise<Listed<ListedAudit>> {
  const where = sql.join(await conditionsOf(tx, filter, page), sql` and `)
  const { rows } = await sql<Row>`
    select e.seq, e.at, e.author_id as "by", e.action as act, e.detail, cardinality(e.commitments) as committed,
      s.kind, s.id as "subjectId", s.name as "subjectName",
      (select json_agg(json_build_object('place', v.place, 'value', v.value) order by v.place)
        from audit_value v where v.workspace_id = e.workspace_id and v.seq = e.seq) as values
    from audit_entry e
    left join lateral (
      select 'person' as kind, shown.id, shown.display_name as name from person p
        join person shown on shown.id = case when p.merged_into is null then p.id else p.merged_into end
        where p.id = e.subject_id
      ${sql.join(NAMED_ELSEWHERE, sql` `)}
      limit 1) s on true
    where ${where} order by e.seq desc limit ${page.limit + 1}::integer`.execute(tx)
  const taken = rows.slice(0, page.limit)
  const last = taken.at(-1)
  const next = rows.length > page.limit && last ? writeCursor([String(last.seq)]) : null
  return { items: await shownAudit(tx, taken), next }
}

async function conditionsOf(
  tx: Transaction,
  { about, member, person, from, to, q }: AuditFilter,
  { cursor }: PageRequest,
): Promise<RawBuilder<unknown>[]> {
  const day = sql`(e.at at time zone (select time_zone from workspace))::date`
  const asked = (q ?? '').normalize('NFKC').toLowerCase().trim()
  return [
    sql`e.seq < ${cursor === undefined ? TOP : placeOf(cursor)}::bigint`,
    ...(about === undefined ? [] : [sql`e.action = any(${[...AUDITED_ACTS[about]]}::text[])`]),
    ...(member === undefined ? [] : [sql`e.author_id = ${member}::uuid`]),
    ...(from === undefined ? [] : [sql`${day} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${day} <= ${to}::date`]),
    ...(person === undefined ? [] : [await ofPerson(tx, person)]),
    ...(asked === '' ? [] : [says(asked)]),
  ]
}

async function ofPerson(tx: Transaction, id: string): Promise<RawBuilder<unknown>> {
  const people = await originalsOf(tx, await rootOf(tx, id))
  return sql`(e.subject_id = any(${people}::uuid[]) or exists (select from audit_value v
    where v.workspace_id = e.workspace_id and v.seq = e.seq and v.person_id = any(${people}::uuid[])))`
}

function says(asked: string): RawBuilder<unknown> {
  const holds = (text: RawBuilder<unknown>) =>
    sql`position(${asked} in lower(normalize(${text}, NFKC))) > 0`
  return sql`(${holds(sql`coalesce(s.name, '')`)} or exists (select from audit_value v
    where v.workspace_id = e.workspace_id and v.seq = e.seq and ${holds(sql`v.value`)}))`
}

const TOP = '9223372036854775807'

function placeOf(cursor: string): string {
  const [seq = ''] = readCursor(cursor, 1)
  if (!/^\d{1,18}$/.test(seq)) readCursor('', 1)
  return seq
}

async function shownAudit(tx: Transaction, rows: readonly Row[]): Promise<ListedAudit[]> {
  const changes = rows.map((row) => changesOf(row.values ?? []))
  const keys = changes.flat().map(({ field }) => field as JournalledField)
  const named = await nameFields(tx, keys.filter(isCardKey))
  return rows.map((row, i) => {
    const { seq, at, by, act, detail, committed, kind, subjectId, subjectName } = row
    const isThere = kind !== null && subjectId !== null
    return {
      ...{ seq, at: at.toISOString(), by, act, detail },
      subject: isThere ? { kind, id: subjectId, name: subjectName ?? '' } : null,
      changes: (changes[i] ?? []).map((one) => ({
        ...one,
        shown: isShownAsPersons(act) ? named(one.field as JournalledField) : null,
      })),
      erased: committed - (row.values ?? []).length,
    }
  })
}

/** Values of these acts are fields of the journal. */
function isShownAsPersons(act: string): boolean {
  return act === 'person.fields-changed'
}

/** Values stand in pairs, before and after, each as `[field, value]`; of an erased pair nothing is known. */
function changesOf(values: readonly { place: number; value: string }[]) {
  const pairs = Map.groupBy(values, ({ place }) => Math.ceil(place / 2))
  return [...pairs.values()].flatMap((pair) => {
    const told = new Map(pair.map(({ place, value }) => [place % 2, fieldOf(value)]))
    const field = told.get(1)?.[0] ?? told.get(0)?.[0]
    if (field === undefined) return []
    return [{ field, from: told.get(1)?.[1] ?? null, to: told.get(0)?.[1] ?? null }]
  })
}

function fieldOf(value: string): [string, string | null] | undefined {
  try {
    const told: unknown = JSON.parse(value)
    if (!Array.isArray(told) || typeof told[0] !== 'string') return undefined
    return [told[0], typeof told[1] === 'string' ? told[1] : null]
  } catch {
    return undefined
  }
}
