import { sql } from 'kysely'
import { matchesPhrases, searchQuery } from '#language/index.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { isUuid, type ProposalBasis, type RelationCode } from '#vocabulary/index.ts'
import { isUsedPerson } from '../privacy/stopped.ts'
import { type Evidence, readEvidence } from './evidence.ts'

/** What somebody may be to us, not decided yet. */
export interface Proposal {
  id: string
  person: { id: string; name: string; nameReading: string | null }
  kind: RelationCode
  basis: ProposalBasis
  evidence: Evidence
  proposedAt: string
}

export interface ProposalFilter {
  kind?: RelationCode | undefined
  /** By any id; nothing where there is no such person. */
  person?: string | undefined
  /** Name or reading. */
  q?: string | undefined
}

type ProposalRow = Omit<Proposal, 'person' | 'evidence' | 'proposedAt'> & {
  personId: string
  name: string
  nameReading: string | null
  evidence: string
  proposedAt: Date
}

const BATCH_ROWS = 500
/** So many are looked at in one call; the page may be short, and `next` goes on. */
const LOOKED_AT_MAX = 4_000

/** Open proposals, the latest first. Of merged people each shows the root. */
export async function listProposals(
  tx: Transaction,
  filter: ProposalFilter,
  page: PageRequest,
): Promise<Listed<Proposal>> {
  const text = filter.q?.trim() ?? ''
  const search = text === '' ? undefined : searchQuery(text)
  if (search === null) return { items: [], next: null }
  let before = page.cursor === undefined ? undefined : readIdCursor(page.cursor)
  const found: ProposalRow[] = []
  for (let looked = 0; looked < LOOKED_AT_MAX; looked += BATCH_ROWS) {
    const rows = await readBatch(tx, filter, before)
    for (const row of rows) {
      const names = `${row.name}\n${row.nameReading ?? ''}`
      const whole = `${names}\n${names.replace(/[ 　]/g, '')}`
      if (search === undefined || matchesPhrases(whole, search.phrases)) found.push(row)
    }
    before = rows.at(-1)?.id ?? before
    if (found.length > page.limit) {
      const shown = found.slice(0, page.limit)
      return { items: shown.map(show), next: writeCursor([shown.at(-1)?.id ?? '']) }
    }
    if (rows.length < BATCH_ROWS) return { items: found.map(show), next: null }
  }
  return { items: found.map(show), next: before === undefined ? null : writeCursor([before]) }
}

async function readBatch(
  tx: Transaction,
  { kind, person }: ProposalFilter,
  before: string | undefined,
): Promise<ProposalRow[]> {
  const upTo = before !== undefined && isUuid(before) ? sql`and r.id < ${before}::uuid` : sql``
  const ofKind = kind === undefined ? sql`` : sql`and r.kind = ${kind}`
  const ofPerson =
    person === undefined
      ? sql``
      : sql`where p.id in (
    select case when merged_into is null then id else merged_into end from person where id = ${person}::uuid)`
  const { rows } = await sql<ProposalRow>`
    select r.id, p.id as "personId", p.display_name as name, p.name_reading as "nameReading", r.kind,
      r.basis, r.evidence, r.proposed_at as "proposedAt"
    from (select * from relation_proposal r where r.state = 'open'
      and ${isUsedPerson(sql`r.person_id`)} ${upTo} ${ofKind}
      order by r.id desc ${person === undefined ? sql`limit ${BATCH_ROWS}` : sql``}) r
    cross join lateral (
      select case when merged_into is null then id else merged_into end as root
      from person where person.id = r.person_id offset 0) own
    cross join lateral (select * from person where person.id = own.root offset 0) p
    ${ofPerson} order by r.id desc`.execute(tx)
  return rows
}

function show({
  personId,
  name,
  nameReading,
  evidence,
  proposedAt,
  ...row
}: ProposalRow): Proposal {
  return {
    ...row,
    person: { id: personId, name, nameReading },
    evidence: readEvidence(evidence) ?? {},
    proposedAt: proposedAt.toISOString(),
  }
}
