import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { FieldKind, SubjectKind } from '#vocabulary/index.ts'
import { fieldMeant } from '../fields/fields.ts'
import { allOf } from '../search.ts'
import { originalsIn } from '../subject-rows.ts'

/** What a field must hold; all that is given. Days, numbers and amounts have bounds, both included. */
export interface FieldFilter {
  field: string
  isKnown?: boolean | undefined
  /** The value, a choice's id, or one of several choices. */
  is?: string | number | boolean | undefined
  /** Of texts and web addresses, whatever the case. */
  contains?: string | undefined
  from?: string | number | undefined
  to?: string | number | undefined
}

/** What colleagues keep, as a filter of people, organisations and deals. */
export interface CardFilter {
  /** Id of a tag. */
  tag?: string | undefined
  /** A member, main or second; or that there is nobody. */
  owner?: string | undefined
  fields?: FieldFilter[] | undefined
  /** No contact outside the net since that day. */
  notContactedSince?: string | undefined
  /** A contact on that day or later. */
  contactedSince?: string | undefined
}

/** Where nobody looks after it. */
const NOBODY = 'nobody'

/** So many are sorted; of more the whole is walked in order. */
const FEW_MAX = 1_500

export interface Narrowed {
  /** What a row `wanted (id)` must hold; null for nothing. */
  also: RawBuilder<unknown> | null
  /** Ids, of people also of merged ones, outside which nothing holds the filter; null for too many. */
  among: string[] | null
}

/** The filter as a condition. Throws `bad-input` for a field that is not there. */
export async function narrow(
  tx: Transaction,
  kind: SubjectKind,
  filter: CardFilter,
): Promise<Narrowed> {
  const { tag, owner, fields = [], notContactedSince, contactedSince } = filter
  const conditions: RawBuilder<unknown>[] = []
  if (tag !== undefined) conditions.push(carriesTag(tag))
  if (owner !== undefined) conditions.push(isOwnedBy(owner))
  for (const one of fields) {
    const { kind: fieldKind } = await fieldMeant(tx, kind, one.field)
    conditions.push(holdsValue(fieldKind, one))
  }
  if (notContactedSince !== undefined) {
    conditions.push(sql`not ${isContacted(kind, notContactedSince)}`)
  }
  if (contactedSince !== undefined) conditions.push(isContacted(kind, contactedSince))
  if (conditions.length === 0) return { also: null, among: null }
  return { also: sql`(${allOf(conditions)})`, among: await fewAmong(tx, filter) }
}

/** The rarest of what is indexed bounds the answer. */
async function fewAmong(
  tx: Transaction,
  { tag, owner, fields = [] }: CardFilter,
): Promise<string[] | null> {
  const known = fields.find(({ isKnown }) => isKnown !== false)
  const sources = [
    ...(tag === undefined ? [] : [sql`tagging where tag_id = ${tag}::uuid`]),
    ...(owner === undefined || owner === NOBODY
      ? []
      : [sql`owner where member_id = ${owner}::uuid and until is null`]),
    ...(known === undefined ? [] : [sql`custom_value where field_id = ${known.field}::uuid`]),
  ]
  for (const source of sources) {
    const { rows } = await sql<{ id: string }>`
      select subject_id as id from ${source} limit ${FEW_MAX + 1}::integer`.execute(tx)
    if (rows.length <= FEW_MAX) return rows.map(({ id }) => id)
  }
  return null
}

function carriesTag(tag: string): RawBuilder<unknown> {
  return sql`exists (
    select 1 from tagging g where g.subject_id = wanted.id and g.tag_id = ${tag}::uuid offset 0)`
}

/** Of merged people the root's owner, as the card shows it. */
function isOwnedBy(owner: string): RawBuilder<unknown> {
  const held = sql`(
    select o.member_id from owner o
    where o.subject_id = wanted.id and o.until is null offset 0) held`
  return owner === NOBODY
    ? sql`not exists (select 1 from ${held})`
    : sql`exists (select 1 from ${held} where held.member_id = ${owner}::uuid)`
}

function holdsValue(fieldKind: FieldKind, filter: FieldFilter): RawBuilder<unknown> {
  const held = sql`(
    select v.value from custom_value v
    where v.subject_id = wanted.id and v.field_id = ${filter.field}::uuid offset 0) held`
  if (filter.isKnown === false) return sql`not exists (select 1 from ${held})`
  return sql`exists (select 1 from ${held} where ${allOf(valueConditions(fieldKind, filter))})`
}

function valueConditions(fieldKind: FieldKind, filter: FieldFilter): RawBuilder<unknown>[] {
  const { is, contains, from, to } = filter
  const text = sql`(held.value #>> '{}')`
  const isNumber = fieldKind === 'number' || fieldKind === 'money'
  const bound = (value: string | number) =>
    isNumber ? sql`${String(Number(value) || 0)}::numeric` : sql`${String(value)}`
  const place = isNumber ? sql`${text}::numeric` : sql`${text} collate "C"`
  return [
    // A list of choices contains the one; everything else is what it is.
    ...(is === undefined
      ? []
      : [sql`held.value @> ${JSON.stringify(valueMeant(fieldKind, is))}::jsonb`]),
    ...(contains === undefined
      ? []
      : [
          sql`position(lower(normalize(${contains}, nfkc)) in lower(normalize(${text}, nfkc))) > 0`,
        ]),
    ...(from === undefined ? [] : [sql`${place} >= ${bound(from)}`]),
    ...(to === undefined ? [] : [sql`${place} <= ${bound(to)}`]),
  ]
}

/** An address says values as texts. */
function valueMeant(fieldKind: FieldKind, is: string | number | boolean) {
  if (fieldKind === 'yes-no') return is === true || is === 'true'
  const isNumber = fieldKind === 'number' || fieldKind === 'money'
  return isNumber ? Number(is) || 0 : String(is)
}

/** That there was a contact outside the net on that day, of the workspace's time zone, or later. */
function isContacted(kind: SubjectKind, day: string): RawBuilder<unknown> {
  const since = sql`c.at >= (${day}::date::timestamp at time zone (select time_zone from workspace))`
  if (kind !== 'person') {
    const column = sql.ref(`c.${kind}_id`)
    return sql`exists (select 1 from contact c where ${column} = wanted.id and ${since} offset 0)`
  }
  return sql`exists (select 1 from ${originalsIn('person')} cross join lateral (
    select 1 from contact_person cp join contact c on c.id = cp.contact_id
    where cp.person_id = original.original_id and ${since} offset 0) c)`
}
