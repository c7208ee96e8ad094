import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { rootOf } from '#understand/index.ts'
import { type CodeKind, EnishiError } from '#vocabulary/index.ts'
import { named } from './read-links.ts'

/** A coupon or referral code, and how many outcomes carried it. */
export interface ListedCode {
  id: string
  text: string
  kind: CodeKind
  person: { id: string; name: string } | null
  campaign: string | null
  createdAt: string
  outcomes: number
}

export interface CodeFilter {
  q?: string | undefined
  kind?: CodeKind | undefined
  campaign?: string | undefined
  person?: string | undefined
}

interface CodeRow {
  id: string
  text: string
  kind: CodeKind
  person_id: string | null
  person_name: string | null
  campaign: string | null
  created_at: Date
  outcomes: number
}

/** Codes, newest first. Throws `bad-input` for a foreign cursor, `not-found` for no person. */
export async function listCodes(
  tx: Transaction,
  page: PageRequest & CodeFilter,
): Promise<Listed<ListedCode>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { q, kind, campaign } = page
  const root = page.person === undefined ? undefined : await rootOf(tx, page.person)
  const wanted = [
    sql`true`,
    ...(before === null ? [] : [sql`c.id < ${before}::uuid`]),
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
    ...(campaign === undefined ? [] : [sql`c.campaign = ${campaign}`]),
    ...(root === undefined ? [] : [sql`r.id = ${root}::uuid`]),
    ...(q === undefined ? [] : [soughtIn(q)]),
  ]
  const rows = await readRows(tx, wanted, page.limit + 1)
  const items = rows.slice(0, page.limit).map(showCode)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? writeCursor([last.id]) : null }
}

function soughtIn(q: string) {
  return sql`strpos(lower(concat_ws(' ', c.text, c.campaign, r.display_name)), lower(${q})) > 0`
}

/** One code. Throws `not-found`. */
export async function getCode(tx: Transaction, id: string): Promise<ListedCode> {
  const [row] = await readRows(tx, [sql`c.id = ${id}::uuid`], 1)
  if (row === undefined) throw noCode()
  return showCode(row)
}

async function readRows(
  tx: Transaction,
  wanted: ReturnType<typeof soughtIn>[],
  limit: number,
): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`
    select c.id, c.text, c.kind, c.campaign, c.created_at,
      r.id as person_id, r.display_name as person_name,
      (select count(distinct ct.outcome_id) from claimed_touch ct
        where ct.workspace_id = c.workspace_id and ct.code_id = c.id) as outcomes
    from code c
    left join person p on p.workspace_id = c.workspace_id and p.id = c.person_id
    left join person r on r.workspace_id = p.workspace_id and r.id = coalesce(p.merged_into, p.id)
    where ${sql.join(wanted, sql` and `)}
    order by c.id desc limit ${limit}
  `.execute(tx)
  return rows
}

function showCode({ created_at, person_id, person_name, ...row }: CodeRow): ListedCode {
  return { ...row, person: named(person_id, person_name), createdAt: created_at.toISOString() }
}

export function noCode(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such code. It may have been removed.',
    ja: 'コードが見つかりません。削除された可能性があります。',
  })
}
