import { type RawBuilder, sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import {
  type AccessKind,
  type ConsentWay,
  type ContactChannel,
  type DoNotContactChannel,
  MAX_UUID,
  NIL_UUID,
  type ProvisionBasis,
} from '#vocabulary/index.ts'

/** The registers of a workspace on personal data: all of one kind, the latest first. */

export interface RegisterFilter {
  /** Part of the person's name, or of what was written down. */
  q?: string | undefined
}

/** The person whom a row is about, as they are known today. */
interface About {
  personId: string
  personName: string
}

export interface ClosedContact extends About {
  id: string
  channel: DoNotContactChannel
  since: string
  reason: string
  by: string | null
  liftedAt: string | null
}

/** Whom nobody may contact; with `lifted`, also what was lifted since. */
export function listClosedContacts(
  tx: Transaction,
  filter: RegisterFilter & { lifted?: boolean | undefined },
  page: PageRequest,
): Promise<Listed<ClosedContact>> {
  const standing = filter.lifted ? sql`true` : sql`t.lifted_at is null`
  return listRows(tx, page, {
    table: 'do_not_contact',
    columns: sql`t.channel, t.since, t.reason, t.said_by as "by", t.lifted_at as "liftedAt"`,
    where: sql`${standing} and ${holds(filter.q, sql`t.reason`)}`,
  })
}

export interface GivenConsent extends About {
  id: string
  channel: ContactChannel
  givenAt: string
  how: ConsentWay
  textShown: string
  evidence: string | null
  by: string | null
  withdrawnAt: string | null
}

/** Who agreed to be contacted, and who agrees no more. */
export function listConsents(
  tx: Transaction,
  filter: RegisterFilter & { state?: 'standing' | 'withdrawn' | undefined },
  page: PageRequest,
): Promise<Listed<GivenConsent>> {
  const { state } = filter
  const ofState =
    state === undefined
      ? sql`true`
      : sql`(t.withdrawn_at is null) = ${state === 'standing'}::boolean`
  return listRows(tx, page, {
    table: 'contact_consent',
    columns: sql`t.channel, t.given_at as "givenAt", t.how, t.text_shown as "textShown", t.evidence,
      t.recorded_by as "by", t.withdrawn_at as "withdrawnAt"`,
    where: sql`${ofState} and ${holds(filter.q, sql`t.text_shown`)}`,
  })
}

export interface MadeProvision extends About {
  id: string
  providedOn: string
  recipient: string
  items: string
  basis: ProvisionBasis
  note: string | null
  by: string | null
}

/** To whom what of whom was given (個人情報保護法 article 29). */
export function listAllProvisions(
  tx: Transaction,
  filter: RegisterFilter,
  page: PageRequest,
): Promise<Listed<MadeProvision>> {
  return listRows(tx, page, {
    table: 'third_party_provision',
    columns: sql`t.provided_on as "providedOn", t.recipient, t.items, t.basis, t.note,
      t.recorded_by as "by"`,
    where: holds(filter.q, sql`t.recipient || ' ' || t.items`),
  })
}

export interface NotedAccess extends About {
  id: string
  kind: AccessKind
  at: string
  isKey: boolean
  by: string | null
}

/** Who looked at whom, or took what is known of them, of the last year. */
export function listAllAccesses(
  tx: Transaction,
  filter: RegisterFilter & { kind?: AccessKind | undefined },
  page: PageRequest,
): Promise<Listed<NotedAccess>> {
  const { kind } = filter
  return listRows(tx, page, {
    table: 'person_access',
    columns: sql`t.kind, t.first_at as at, t.is_key as "isKey",
      nullif(t.member_id, ${NIL_UUID}::uuid) as "by"`,
    where: sql`${kind === undefined ? sql`true` : sql`t.kind = ${kind}`} and ${holds(filter.q, sql`''`)}`,
  })
}

export interface MadeErasure {
  id: string
  erasedAt: string
  by: string | null
  origin: 'member' | 'replayed'
  /** Rows by table. */
  counts: Record<string, number>
  tombstones: number
}

/** What erasures reached, without who was erased. */
export async function listErasures(
  tx: Transaction,
  page: PageRequest,
): Promise<Listed<MadeErasure>> {
  const { rows } = await sql<{ id: string }>`
    select e.id, e.erased_at as "erasedAt", e.erased_by as "by", e.origin, e.counts,
      (select count(*)::integer from erasure_tombstone s where s.erasure_id = e.id) as tombstones
    from erasure e where e.id < ${before(page)}::uuid
    order by e.id desc limit ${page.limit + 1}::integer`.execute(tx)
  return pageOf(rows, page)
}

/** Rows about people who are there; looks at somebody who was erased lead nowhere and are left out. */
async function listRows<Row extends About & { id: string }>(
  tx: Transaction,
  page: PageRequest,
  { table, columns, where }: Register,
): Promise<Listed<Row>> {
  const { rows } = await sql<Row>`
    select t.id, shown.id as "personId", shown.display_name as "personName", ${columns}
    from ${sql.table(table)} t
    join person p on p.id = t.person_id
    join person shown on shown.id = case when p.merged_into is null then p.id else p.merged_into end
    where t.id < ${before(page)}::uuid and ${where}
    order by t.id desc limit ${page.limit + 1}::integer`.execute(tx)
  return pageOf(rows, page)
}

interface Register {
  table: 'do_not_contact' | 'contact_consent' | 'third_party_provision' | 'person_access'
  columns: RawBuilder<unknown>
  where: RawBuilder<unknown>
}

/** Registers are read, not indexed, for what stands in them. */
function holds(q: string | undefined, text: RawBuilder<unknown>): RawBuilder<unknown> {
  const asked = (q ?? '').normalize('NFKC').toLowerCase().trim()
  if (asked === '') return sql`true`
  return sql`position(${asked} in lower(normalize(shown.display_name || ' ' || ${text}, NFKC))) > 0`
}

function before({ cursor }: PageRequest): string {
  return cursor === undefined ? MAX_UUID : readIdCursor(cursor)
}

/** Times as RFC 3339; days are text already. */
function pageOf<Row>(rows: readonly { id: string }[], { limit }: PageRequest): Listed<Row> {
  const taken = rows.slice(0, limit)
  const last = taken.at(-1)
  const items = taken.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        (value as unknown) instanceof Date ? (value as unknown as Date).toISOString() : value,
      ]),
    ),
  )
  return {
    items: items as Row[],
    next: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null,
  }
}
