import { createHash, createHmac } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { RandomBytes } from '#vocabulary/index.ts'
import type { Transaction } from './door.ts'

/** One thing that was done, as it enters the chain. */
export interface AuditedChange {
  action: string
  subjectId?: string
  /** Names of fields and counts; never personal text. */
  detail?: string[]
  /** Before and after; erased with the person, while their commitments stay. */
  values?: AuditedValue[]
}

/** A value of a change; null where it is of no person. */
export interface AuditedValue {
  personId: string | null
  value: string
}

/** What one field held before and after, as two values of an act; the page reads them as a pair. */
export function beforeAndAfter(
  personId: string | null,
  field: string,
  from: unknown,
  to: unknown,
): AuditedValue[] {
  return [from, to].map((value) => ({ personId, value: JSON.stringify([field, textOf(value)]) }))
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Who did it and when; `random` makes the salts of values. */
export interface Auditing {
  workspaceId: string | RawBuilder<string>
  authorId: string | null
  now: Date
  random?: RandomBytes | undefined
}

interface Link {
  seq: number
  at: Date
  authorId: string | null
  action: string
  subjectId: string | null
  detail: string[]
  commitments: Buffer[]
}

const SALT_BYTES = 16
const START = Buffer.alloc(32)

/** HMAC-SHA-256 under a salt of its own: without the salt it tells nothing of the value. */
function commitmentOf(salt: Uint8Array, value: string): Buffer {
  return createHmac('sha256', salt).update(value).digest()
}

function linkHash(previous: Uint8Array, link: Link): Buffer {
  const said = [
    ...[link.seq, link.at.toISOString(), link.authorId, link.action, link.subjectId, link.detail],
    link.commitments.map((one) => one.toString('hex')),
  ]
  return createHash('sha256').update(previous).update(JSON.stringify(said)).digest()
}

/** Adds to the workspace's chain, in the transaction of the change. Changes take turns at its end. */
export async function appendAudit(
  tx: Transaction,
  { workspaceId, authorId, now, random }: Auditing,
  { action, subjectId, detail = [], values = [] }: AuditedChange,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(
    hashtextextended('audit ' || current_setting('enishi.workspace'), 0))`.execute(tx)
  const last = await tx
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const kept = values.map(({ personId, value }) => {
    const salt = new Uint8Array(SALT_BYTES)
    if (random === undefined) throw new Error('Values need salts.')
    random(salt)
    return { personId, value, salt: Buffer.from(salt), commitment: commitmentOf(salt, value) }
  })
  const commitments = kept.map(({ commitment }) => commitment)
  const seq = (last?.seq ?? 0) + 1
  const previous = last?.hash ?? START
  const link = { seq, at: now, authorId, action, subjectId: subjectId ?? null, detail, commitments }
  await sql`
    insert into audit_entry
      (workspace_id, seq, at, author_id, action, subject_id, detail, commitments, previous, hash)
    values (${workspaceId}, ${seq}, ${now}, ${authorId}, ${action}, ${link.subjectId}, ${detail},
      array(select decode(hex, 'hex') from unnest(${commitments.map((one) => one.toString('hex'))}::text[])
        with ordinality as c (hex, place) order by place),
      ${previous}, ${linkHash(previous, link)})`.execute(tx)
  for (const [i, { personId, value, salt }] of kept.entries()) {
    await tx
      .insertInto('audit_value')
      .values({ workspace_id: workspaceId, seq, place: i + 1, person_id: personId, salt, value })
      .execute()
  }
}

export interface AuditVerdict {
  entries: number
  /** Values that are still there and fit their commitment. */
  values: number
  /** Commitments whose value was erased. */
  erased: number
  /** The first entry that does not fit; null: the chain holds. */
  brokenAt: number | null
}

const AT_ONCE = 1000

interface KeptLink extends Link {
  previous: Buffer
  hash: Buffer
  values: { place: number; salt: string; value: string }[] | null
}

/** Walks the whole chain and holds every hash and every value that is left against it. */
export async function verifyAudit(tx: Transaction): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { entries: 0, values: 0, erased: 0, brokenAt: null }
  let previous: Buffer = START
  for (;;) {
    const links = await linksAfter(tx, verdict.entries)
    for (const link of links) {
      const values = link.values ?? []
      const isSound =
        link.seq === verdict.entries + 1 &&
        link.previous.equals(previous) &&
        linkHash(previous, link).equals(link.hash) &&
        values.every(({ place, salt, value }) =>
          link.commitments[place - 1]?.equals(commitmentOf(Buffer.from(salt, 'hex'), value)),
        )
      if (!isSound) return { ...verdict, brokenAt: link.seq }
      verdict.entries += 1
      verdict.values += values.length
      verdict.erased += link.commitments.length - values.length
      previous = link.hash
    }
    if (links.length < AT_ONCE) return verdict
  }
}

async function linksAfter(tx: Transaction, seq: number): Promise<KeptLink[]> {
  const { rows } = await sql<KeptLink>`
    select e.seq, e.at, e.author_id as "authorId", e.action, e.subject_id as "subjectId", e.detail,
      e.commitments, e.previous, e.hash,
      (select json_agg(json_build_object('place', v.place, 'salt', encode(v.salt, 'hex'), 'value', v.value))
        from audit_value v where v.workspace_id = e.workspace_id and v.seq = e.seq) as values
    from audit_entry e where e.seq > ${seq}::bigint order by e.seq limit ${AT_ONCE}::integer`.execute(
    tx,
  )
  return rows
}
