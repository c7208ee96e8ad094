import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { MatchField } from '#vocabulary/index.ts'
import {
  frequencyKeys,
  judgePair,
  type MatchRecord,
  SOCIAL_PARAMETERS,
  tellingValues,
  type UsualVoices,
  usualAmong,
} from '../matching/index.ts'
import type { Judge } from './judge-accounts.ts'
import { loadUsual } from './load-records.ts'
import { hashKey } from './match-keys.ts'

/** Fields of which it matters how many have the same value: everybody may be called 田中. */
const COUNTED_FIELDS: readonly MatchField[] = [
  ...(['name', 'handle', 'bio', 'organisation', 'location', 'avatar'] as const),
]
/** A picture that more accounts have was given by a platform or a company, and tells nobody apart. */
const PICTURE_ACCOUNTS_MAX = 20
/** A value that more have is as common as one that so many have. */
const COUNTED_MAX = 2_000

/** However few write in a language: that two do is weak evidence. */
const LANGUAGE_SHARE_MIN = 0.2

/** While nobody has written enough to tell, a language that two share says nothing. */
function shareOfLanguage(languages: ReadonlyMap<string, number>, lang: string): number {
  return languages.size === 0 ? 1 : Math.max(LANGUAGE_SHARE_MIN, languages.get(lang) ?? 0)
}

/** Keys under which the values of an account are counted; they lead to nobody. */
export function countedKeysOf(record: MatchRecord): string[] {
  const values = frequencyKeys(record)
  return COUNTED_FIELDS.flatMap((field) => {
    const value = values[field]
    return value === undefined ? [] : [hashKey(nameOf(field, value))]
  })
}

/** What is counted, in plain words: `count location tokyo`. */
function nameOf(field: MatchField, value: string): string {
  return `count ${field} ${value}`
}

/**
 * A judge of these pairs that knows how many accounts of the workspace have each of the values by
 * which the two agree; `people` is how many people there are.
 */
export async function createJudge(
  tx: Transaction,
  pairs: Iterable<readonly [MatchRecord, MatchRecord]>,
  people: number,
  languages: ReadonlyMap<string, number> = new Map(),
): Promise<Judge> {
  const counts = await countNames(tx, namesToCount(pairs))
  const frequencyOf = (field: MatchField, value: string) => {
    if (field === 'lang') return shareOfLanguage(languages, value)
    const others = Math.max(0, (counts.get(nameOf(field, value)) ?? 0) - 2)
    return others / Math.max(1, people)
  }
  const common = new Set(
    [...counts].flatMap(([name, accounts]) => (accounts > PICTURE_ACCOUNTS_MAX ? name : [])),
  )
  const withOwnPicture = (record: MatchRecord) => {
    if (record.avatar === undefined || common.size === 0) return record
    const { avatar = '' } = frequencyKeys(record)
    return common.has(nameOf('avatar', avatar)) ? without(record, 'avatar') : record
  }
  return (a, b, signals) => {
    const frequencies = { people, frequencyOf }
    const [one, other] = [withOwnPicture(a), withOwnPicture(b)]
    return judgePair(one, other, SOCIAL_PARAMETERS, frequencies, signals ?? {})
  }
}

function without(record: MatchRecord, field: 'avatar'): MatchRecord {
  const { [field]: _, ...rest } = record
  return rest
}

function namesToCount(pairs: Iterable<readonly [MatchRecord, MatchRecord]>): Set<string> {
  const names = new Set<string>()
  for (const [a, b] of pairs) {
    for (const [field, value] of tellingValues(a, b)) {
      if (COUNTED_FIELDS.includes(field)) names.add(nameOf(field, value))
    }
  }
  return names
}

/** How many accounts have what is named so, each up to {@link COUNTED_MAX}. */
async function countNames(
  tx: Transaction,
  names: ReadonlySet<string>,
): Promise<Map<string, number>> {
  if (names.size === 0) return new Map()
  const nameOfKey = new Map([...names].map((name) => [hashKey(name), name]))
  const { rows } = await sql<{ key: string; accounts: number }>`
    select k.key::text as key, (select count(*)::integer from (select 1 from match_key m
      where m.key = k.key limit ${COUNTED_MAX}) n) as accounts
    from unnest(${[...nameOfKey.keys()]}::bigint[]) as k(key)
  `.execute(tx)
  return new Map(rows.map(({ key, accounts }) => [nameOfKey.get(key) ?? key, accounts]))
}

/** What an account is held against. */
interface PeopleCounted {
  people: number
  /** How they write. */
  usual: UsualVoices
  /** The share of them who write in a language. */
  languages: ReadonlyMap<string, number>
}

/** How many people there are, counted now and then: a tenth more or less says nothing about a pair. */
export type PeopleCount = (
  tx: Transaction,
  workspaceId: string,
  now: Date,
) => Promise<PeopleCounted>

const COUNT_EVERY_MS = 10 * 60_000
/** While too few have written, as in the first minutes of an import. */
const COUNT_EARLY_MS = 60_000
const PEOPLE_MAX = 1_000_000

export function createPeopleCount(): PeopleCount {
  const counted = new Map<string, PeopleCounted & { untilMs: number }>()
  return async (tx, workspaceId, now) => {
    const known = counted.get(workspaceId)
    if (known !== undefined && now.getTime() < known.untilMs) return known
    const { rows } = await sql<{ people: number }>`
      select count(*)::integer as people from (select 1 from person
        where workspace_id = ${workspaceId} and merged_into is null limit ${PEOPLE_MAX}) n
    `.execute(tx)
    const people = rows[0]?.people ?? 1
    const { voices, languages } = await loadUsual(tx)
    const usual = usualAmong(voices)
    const lastsMs = Object.keys(usual).length === 0 ? COUNT_EARLY_MS : COUNT_EVERY_MS
    const counts = { people, usual, languages, untilMs: now.getTime() + lastsMs }
    counted.set(workspaceId, counts)
    return counts
  }
}
