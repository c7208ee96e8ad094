import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import type { Transaction } from '#store/door.ts'
import {
  type Arrival,
  EnishiError,
  emptyTally,
  type RandomBytes,
  type Tally,
} from '#vocabulary/index.ts'
import type { Heard, Refused } from './batch.ts'
import { type ChangedRow, type ChangeLedger, emptyLedger } from './change-ledger.ts'
import { ensureChannel } from './channel-row.ts'
import { isUndoable } from './import-changes.ts'
import { cutBatches, type ImportWork, notesOf } from './import-file.ts'
import type { OwnTerms } from './input-format.ts'
import type { Hearing } from './listening.ts'
import { shownOwnTerm } from './show-own-terms.ts'

/** Somebody or something that is known and that a row looks like, though no account or key says so. */
export interface Lookalike {
  known: { kind: 'person' | 'organisation' | 'deal'; id: string; name: string }
  /** That it is the same one, 0..1; null where a rule says so instead of a weight. */
  probability: number | null
  /** Sure enough to be joined where a member asks for that. */
  isCertain: boolean
}

/** One row as a trial shows it. */
export interface TriedRow {
  line: number
  name: string | null
}

/** What a row would change or add at something known. */
export interface TriedChange {
  kind: Exclude<ChangedRow['kind'], 'tag'>
  field: string
  before: string | null
  after: string | null
}

/** A row that would not be taken, or not as a whole. */
interface TriedRefusal {
  line: number
  reason: string
  field: string | null
  detail: string | null
  excerpt: string
}

/** What an import would do, counted: `read` is the sum of the six that follow it. */
export interface ImportFindings {
  read: number
  new: number
  /** Rows that would change something known. */
  updated: number
  /** Rows that say what is known already. */
  unchanged: number
  /** Rows about what an earlier row of the file is about. */
  repeated: number
  deleted: number
  refused: number
  /** Rows that would be taken without something of them, such as an owner whom nobody knows. */
  noted: number
  /** Of the new ones, those that look like somebody known. */
  lookalikes: number
  /** How many values of each field would change, by `person.displayName`. */
  fields: Record<string, number>
  refusedBy: Record<string, number>
  examples: {
    updated: (TriedRow & { changes: TriedChange[] })[]
    repeated: TriedRow[]
    lookalikes: (TriedRow & Lookalike)[]
    refused: TriedRefusal[]
    noted: TriedRefusal[]
  }
}

export interface TrialWork extends Omit<ImportWork, 'run' | 'prepare'> {
  run: { format: ImportWork['run']['format']; fileName: string }
  random: RandomBytes
  /** Told how much was read after each batch. */
  onBatch?: (readBytes: number) => Promise<void>
  /** Finds whom the new rows of a hearing look like, before it is heard. */
  findLookalikes: (tx: Transaction, hearing: Hearing) => Promise<Map<Heard, Lookalike>>
}

const EXAMPLES_MAX = 20
/** Rows whose keys are remembered; a row that repeats one from further back counts as new. */
const KEYS_MAX = 5_000_000

/**
 * Says what an import would do without doing it: every batch is heard as the import would hear it,
 * looked at, and rolled back. Only for formats whose imports can be taken back; `bad-input` for others.
 */
export async function tryImport(work: TrialWork): Promise<ImportFindings> {
  const { format, fileName } = work.run
  if (!isUndoable(format)) throw notTried(format)
  const run = { id: '', channelId: '', format, fileName, position: 0 }
  const findings = emptyFindings()
  const seen = new Set<number>()
  for await (const cut of cutBatches({ ...work, run })) {
    if (work.signal?.aborted) break
    const tried = await hearAndForget(work, cut.hearing)
    for (const one of cut.hearing.refused) countRefused(findings, one)
    for (const heard of cut.hearing.heard) {
      if (heard.isCounted) countHeard(findings, heard, seen, tried)
    }
    for (const one of notesOf(cut.hearing.heard)) {
      findings.noted += 1
      keep(findings.examples.noted, triedRefusal(one))
    }
    await work.onBatch?.(cut.readBytes)
    work.onProgress?.({ position: cut.to, readBytes: cut.readBytes, tally: tallyOf(findings) })
  }
  return findings
}

/** What a batch came to before it was rolled back. */
interface Tried {
  lookalikes: Map<Heard, Lookalike>
  /** By the person, organisation or deal that they are about; of those that were there before. */
  changes: Map<string, TriedChange[]>
  personOf: Map<string, string>
}

/** Ends the transaction of a trial, so that nothing of it stays. */
class EnoughSeen extends Error {
  readonly tried: Tried
  constructor(tried: Tried) {
    super('A trial is rolled back')
    this.tried = tried
  }
}

async function hearAndForget(work: TrialWork, hearing: Hearing): Promise<Tried> {
  try {
    await work.door.inWorkspace(
      work.workspaceId,
      async (tx) => {
        const channel = { kind: work.run.format, name: work.scope }
        hearing.channelId = await ensureChannel(
          tx,
          work.workspaceId,
          channel,
          work.now(),
          work.random,
        )
        const lookalikes = await work.findLookalikes(tx, hearing)
        let ledger = emptyLedger()
        hearing.alsoIn = async (_tx, _tally, written) => {
          ledger = written
        }
        await work.listening.hearIn(tx, hearing)
        const changes = await changesBySubject(tx, ledger, work.ownTerms)
        throw new EnoughSeen({ lookalikes, changes, personOf: await ownersOf(tx, hearing) })
      },
      'background',
    )
  } catch (error) {
    if (error instanceof EnoughSeen) return error.tried
    throw error
  }
  throw new Error('A trial ends by being rolled back')
}

async function ownersOf(tx: Transaction, { heard }: Hearing): Promise<Map<string, string>> {
  const ids = heard.flatMap(({ handleId }) => handleId ?? [])
  const { rows } = await sql<{ handle: string; person: string }>`
    select o.handle_id as handle, o.person_id as person from unnest(${ids}::uuid[]) as u(id)
    join handle_ownership o on o.handle_id = u.id and o.until is null
  `.execute(tx)
  return new Map(rows.map(({ handle, person }) => [handle, person]))
}

/** What would change at what is there, and what would be added to what is known of it. */
async function changesBySubject(
  tx: Transaction,
  { made, changed }: ChangeLedger,
  terms: OwnTerms | undefined,
): Promise<Map<string, TriedChange[]>> {
  const added = await sql<{ subjectId: string } & TriedChange>`
    select a.person_id as "subjectId", 'affiliation' as kind, 'organisation' as field,
      null as before, o.name as after
    from unnest(${made.affiliation}::uuid[]) as u(id) join affiliation a on a.id = u.id
    join organisation o on o.id = a.organisation_id
    union all
    select case when r.person_id is null then r.organisation_id else r.person_id end,
      'relation', 'kind', null, r.kind
    from unnest(${made.relation}::uuid[]) as u(id) join relation r on r.id = u.id
  `.execute(tx)
  const born = new Set([...made.person, ...made.organisation, ...made.deal])
  const told = changed.flatMap((row) => {
    const { kind, ...shown } = shownOwnTerm(row, terms)
    const subjectId = row.personId ?? row.organisationId ?? row.id
    return kind === 'tag' ? [] : [{ ...shown, kind, subjectId }]
  })
  const changes = new Map<string, TriedChange[]>()
  for (const { subjectId, kind, field, before, after } of [...told, ...added.rows]) {
    // The clock of a deal is kept for taking back only.
    if (born.has(subjectId) || field === 'changedAt') continue
    const known = changes.get(subjectId) ?? []
    changes.set(subjectId, [...known, { kind, field, before, after }])
  }
  return changes
}

function countHeard(findings: ImportFindings, heard: Heard, seen: Set<number>, tried: Tried): void {
  findings.read += 1
  const row = { line: heard.line, name: nameOf(heard) }
  const key = keyNumber(heard)
  const isRepeated = seen.has(key)
  if (seen.size < KEYS_MAX) seen.add(key)
  if (isRepeated) {
    findings.repeated += 1
    keep(findings.examples.repeated, row)
    return
  }
  const ending = heard.ending?.kind ?? 'duplicate'
  if (ending === 'duplicate') findings.unchanged += 1
  else findings[ending] += 1
  if (ending === 'new') countLookalike(findings, row, tried.lookalikes.get(heard))
  if (ending === 'updated') countChanges(findings, row, heard, tried)
}

function countLookalike(
  findings: ImportFindings,
  row: TriedRow,
  like: Lookalike | undefined,
): void {
  if (like === undefined) return
  findings.lookalikes += 1
  const { known, probability, isCertain } = like
  keep(findings.examples.lookalikes, { ...row, known, probability, isCertain })
}

function countChanges(findings: ImportFindings, row: TriedRow, heard: Heard, tried: Tried): void {
  const subjectId = heard.subjectId ?? tried.personOf.get(heard.handleId ?? '') ?? ''
  const changes = tried.changes.get(subjectId) ?? []
  for (const { kind, field } of changes) {
    const name = `${kind}.${field}`
    findings.fields[name] = (findings.fields[name] ?? 0) + 1
  }
  keep(findings.examples.updated, { ...row, changes })
}

function countRefused(findings: ImportFindings, refused: Refused): void {
  findings.read += 1
  findings.refused += 1
  const { reason } = refused.refusal
  findings.refusedBy[reason] = (findings.refusedBy[reason] ?? 0) + 1
  keep(findings.examples.refused, triedRefusal(refused))
}

function triedRefusal({ line, refusal, excerpt }: Refused): TriedRefusal {
  const { reason, field = null, detail = null } = refusal
  const plain = (text: string) => text.replaceAll('\0', '�').toWellFormed()
  return {
    ...{ line, reason, field, excerpt: plain(excerpt) },
    detail: detail === null ? null : plain(detail),
  }
}

function keep<Row>(examples: Row[], row: Row): void {
  if (examples.length < EXAMPLES_MAX) examples.push(row)
}

function nameOf({ arrival }: Heard): string | null {
  if (arrival.kind === 'profile') {
    return arrival.person?.displayName ?? arrival.handle.displayName ?? arrival.handle.externalId
  }
  if (arrival.kind === 'organisation' || arrival.kind === 'deal') return arrival.name
  return arrival.kind === 'activity' ? (arrival.actor.displayName ?? arrival.externalKey) : null
}

/** What a row is about, as a number of 48 bits: a million rows are told apart with 50 MB. */
function keyNumber({ arrival }: Heard): number {
  return createHash('sha256').update(keyText(arrival)).digest().readUIntBE(0, 6)
}

function keyText(arrival: Arrival): string {
  switch (arrival.kind) {
    case 'profile':
      return `${arrival.handle.platform}\n${arrival.handle.externalId}`
    case 'organisation':
      return `organisation\n${organisationKey(arrival.name)}`
    case 'deal':
      return `deal\n${arrival.key}`
    case 'account-deletion':
      return `${arrival.platform}\n\n${arrival.externalId}`
    default:
      return `${arrival.platform}\n${arrival.externalKey}`
  }
}

function emptyFindings(): ImportFindings {
  return {
    ...{ read: 0, new: 0, updated: 0, unchanged: 0, repeated: 0, deleted: 0, refused: 0 },
    ...{ noted: 0, lookalikes: 0, fields: {}, refusedBy: {} },
    examples: { updated: [], repeated: [], lookalikes: [], refused: [], noted: [] },
  }
}

function tallyOf(findings: ImportFindings): Tally {
  const { read, new: added, updated, deleted, refused, unchanged, repeated } = findings
  const tally = { read, new: added, updated, deleted, refused, duplicate: unchanged + repeated }
  return { ...emptyTally(), ...tally }
}

function notTried(format: string): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: `Only lists of people, organisations, deals and outcomes can be tried; "${format}" is imported as it is: the same file twice changes nothing.`,
      ja: `試せるのは人物・企業・商談・成果の表だけです。「${format}」はそのまま取り込んでください(同じファイルを二度取り込んでも増えません)。`,
    },
    { field: 'format' },
  )
}
