import { groupCopies } from '#language/index.ts'
import type { PairJudgement } from '#vocabulary/index.ts'
import {
  compareVoices,
  type MatchRecord,
  type PairSignals,
  type UsualVoices,
} from '../matching/index.ts'
import { areCalledTheSame, withLine, withSharedEmail } from './contact-evidence.ts'
import type { Behaviour, KnownAccount } from './load-records.ts'

/** How two records are judged; what values are worth in this workspace is in it already. */
export type Judge = (a: MatchRecord, b: MatchRecord, signals?: PairSignals) => PairJudgement

/** What accounts did lately, by id, and what is usual among all. */
export interface Behaviours {
  of: ReadonlyMap<string, Behaviour>
  usual: UsualVoices
}

/** Two people that may be one, by the accounts that speak most for it. */
export interface JudgedPair {
  accounts: readonly [KnownAccount, KnownAccount]
  judgement: PairJudgement
}

/** Accounts that speak this much against each other keep two people apart until a member has looked. */
const CONTRADICTS_BELOW = -3

/**
 * What is held of an account and the accounts that it meets: one pair for each other person, the one
 * that speaks most for it. Accounts of the same person are not compared.
 */
export function judgeAccount(
  account: KnownAccount,
  others: readonly KnownAccount[],
  behaviours: Behaviours,
  judge: Judge,
): JudgedPair[] {
  const best = new Map<string, JudgedPair>()
  for (const other of others) {
    if (other.rootId === account.rootId) continue
    const judgement = judgePairOf(account, other, behaviours, judge)
    const known = best.get(other.rootId)
    if (known !== undefined && known.judgement.weight >= judgement.weight) continue
    best.set(other.rootId, { accounts: [account, other], judgement })
  }
  return [...best.values()]
    .map((pair) => withColleagues(withLine(pair, judge)))
    .filter(({ judgement }) => judgement.verdict !== 'different')
}

/**
 * Who is called the same and belongs to the same organisation is worth a look, however many are called
 * so and work there: a list that knows somebody by another address looks just like this, and frequent
 * values alone would hide it. It is never more than a look.
 */
function withColleagues(pair: JudgedPair): JudgedPair {
  const { judgement } = pair
  if (judgement.verdict !== 'different') return pair
  const agreementOf = (field: string) =>
    judgement.reasons.find((reason) => reason.field === field)?.agreement
  const isOneOfTheirs = areCalledTheSame(judgement) && agreementOf('organisation') === 'exact'
  const isDenied =
    agreementOf('birth') === 'different' ||
    judgement.reasons.some(({ field, agreement }) => field === 'kind' && agreement === 'conflict')
  if (!isOneOfTheirs || isDenied) return pair
  return { ...pair, judgement: { ...judgement, verdict: 'review' } }
}

function judgePairOf(
  one: KnownAccount,
  other: KnownAccount,
  behaviours: Behaviours,
  judge: Judge,
): PairJudgement {
  const [a, b] = [behaviours.of.get(one.record.id), behaviours.of.get(other.record.id)]
  const [ours, theirs] = withSharedEmail(one, other)
  if (a === undefined || b === undefined) return judge(ours, theirs)
  const signals = signalsOf(a, b, behaviours.usual)
  return judge(withHabits(ours, a), withHabits(theirs, b), signals)
}

function signalsOf(a: Behaviour, b: Behaviour, usual: UsualVoices): PairSignals {
  const postsShared = shareOfCopies(a.texts, b.texts)
  return {
    ...(postsShared === undefined ? {} : { postsShared }),
    ...(a.voice === undefined || b.voice === undefined
      ? {}
      : compareVoices(a.voice, b.voice, usual)),
  }
}

function withHabits(record: MatchRecord, { hours, lang }: Behaviour): MatchRecord {
  return { ...record, hours, ...(lang === undefined ? {} : { lang }) }
}

const POSTS_MIN = 3
/** Short posts are alike by chance. */
const TELLING_CHARS = 30

/** The share of the posts of the account with fewer that the other has nearly word for word. */
function shareOfCopies(one: readonly string[], other: readonly string[]): number | undefined {
  const [fewer, more] = [one, other]
    .map((texts) => texts.filter((text) => text.length >= TELLING_CHARS))
    .sort((a, b) => a.length - b.length) as [string[], string[]]
  if (fewer.length < POSTS_MIN) return undefined
  const copyOf = groupCopies([...more, ...fewer])
  const copied = fewer.filter((_, index) => (copyOf[more.length + index] ?? 0) < more.length)
  return copied.length / fewer.length
}

/** Whether some of the accounts of one person speak strongly against some of the other's. */
export function doContradict(
  ones: readonly KnownAccount[],
  others: readonly KnownAccount[],
  judge: Judge,
): boolean {
  return ones.some((one) =>
    others.some((other) => judge(one.record, other.record).weight < CONTRADICTS_BELOW),
  )
}
