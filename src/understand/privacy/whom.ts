import type { Transaction } from '#store/door.ts'
import type { IncomingHandle } from '#vocabulary/index.ts'
import { normaliseEmail } from '../identify.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import type { Whom } from './reach.ts'
import { type KnownBy, marksOf } from './tombstone-keys.ts'

/** A person with what they are known by. */
export interface KnownWhom extends Whom {
  root: string
  displayName: string
  marks: KnownBy[]
}

/** Words that are shorter say too little to mean somebody. */
const WORD_CHARS_MIN = 4
/** A Japanese name in full has three characters or more. */
const HAN_CHARS_MIN = 3

/** The person as whom this one is shown, with all that were merged into it. Throws `not-found`. */
export async function findWhom(tx: Transaction, personId: string): Promise<KnownWhom> {
  const root = await rootOf(tx, personId)
  const people = await originalsOf(tx, root)
  const persons = await tx
    .selectFrom('person')
    .select(['id', 'display_name', 'family_name', 'given_name'])
    .where('id', 'in', people)
    .execute()
  const accounts = await accountsOf(tx, people)
  const names = persons.flatMap((one) => [
    one.display_name,
    `${one.family_name ?? ''}${one.given_name ?? ''}`,
  ])
  const words = accounts.flatMap(({ handle }) => wordsOf(handle))
  return {
    ...{ root, people, handles: accounts.map(({ id }) => id) },
    displayName: persons.find(({ id }) => id === root)?.display_name ?? '',
    marks: accounts.flatMap(({ handle }) => marksOf(handle)),
    words: [...new Set([...people, ...names, ...words].filter(isTelling))],
  }
}

function isTelling(word: string): boolean {
  const isLatin = /^[\p{ASCII}\p{Script=Latin}]*$/u.test(word)
  return word.trim().length >= (isLatin ? WORD_CHARS_MIN : HAN_CHARS_MIN)
}

function wordsOf({ externalId, username, url, displayName }: IncomingHandle): string[] {
  return [externalId, username, url, displayName].filter((one) => one !== undefined)
}

async function accountsOf(
  tx: Transaction,
  people: readonly string[],
): Promise<{ id: string; handle: IncomingHandle }[]> {
  const rows = await tx
    .selectFrom('handle_ownership as o')
    .innerJoin('handle as h', (join) =>
      join.onRef('h.workspace_id', '=', 'o.workspace_id').onRef('h.id', '=', 'o.handle_id'),
    )
    .select(['h.id', 'h.platform', 'h.external_id', 'h.username', 'h.display_name', 'h.url'])
    .where('o.person_id', 'in', [...people])
    .where('o.until', 'is', null)
    .orderBy('h.id')
    .execute()
  const signals = await signalsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ id: row.id, handle: toIncoming(row, signals.get(row.id) ?? []) }))
}

interface AccountRow {
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  url: string | null
}

interface Signal {
  kind: string
  value: string
}

/** As it once arrived, so that it is marked as it would be looked up. */
function toIncoming(row: AccountRow, signals: readonly Signal[]): IncomingHandle {
  const of = (kind: string) => signals.filter((one) => one.kind === kind).map(({ value }) => value)
  const [email] = of('email')
  return {
    ...{ platform: row.platform, externalId: row.external_id },
    ...(row.username === null ? {} : { username: row.username }),
    ...(row.display_name === null ? {} : { displayName: row.display_name }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(email === undefined || normaliseEmail(email) === null ? {} : { verifiedEmail: email }),
    // A signal has lost its scheme.
    verifiedLinks: of('link').map((link) => `https://${link}`),
  }
}

async function signalsOf(
  tx: Transaction,
  handles: readonly string[],
): Promise<Map<string, Signal[]>> {
  if (handles.length === 0) return new Map()
  const rows = await tx
    .selectFrom('handle_signal')
    .select(['handle_id', 'kind', 'value'])
    .where('handle_id', 'in', [...handles])
    .execute()
  return Map.groupBy(rows, ({ handle_id }) => handle_id)
}
