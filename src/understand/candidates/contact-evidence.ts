import type { Agreement, PairJudgement } from '#vocabulary/index.ts'
import { normaliseEmail } from '../identify.ts'
import type { MatchRecord } from '../matching/index.ts'
import type { Judge, JudgedPair } from './judge-accounts.ts'
import type { KnownAccount, Reached } from './load-records.ts'

/** An account once for each way in which it is reached: under each of them it may be met. */
export function recordsToMeet({ record, emails, line }: Reached): MatchRecord[] {
  const others = emails.filter((email) => email !== record.email)
  return [
    line === undefined ? record : { ...record, phone: line },
    ...others.map((email) => ({ ...record, email })),
  ]
}

/** The two as they are compared: of several addresses by one that both have, where there is one. */
export function withSharedEmail(
  one: KnownAccount,
  other: KnownAccount,
): readonly [MatchRecord, MatchRecord] {
  const theirs = new Set(other.emails.map(normalised))
  const shared = one.emails.find((email) => theirs.has(normalised(email)))
  if (shared === undefined) return [one.record, other.record]
  return [
    { ...one.record, email: shared },
    { ...other.record, email: shared },
  ]
}

function normalised(email: string): string {
  return normaliseEmail(email) ?? email
}

const SAME_NAME: readonly Agreement[] = ['exact', 'variant', 'reading']

/** Whether the two are called the same, as far as a judgement tells. */
export function areCalledTheSame({ reasons }: PairJudgement): boolean {
  return reasons.some(({ field, agreement }) => field === 'name' && SAME_NAME.includes(agreement))
}

/**
 * Two who are called the same and answer one line are worth a look: the line is told as a reason. It is
 * never more than a look, as namesakes work behind one number, too; and colleagues with other names are
 * not looked at for it.
 */
export function withLine(pair: JudgedPair, judge: Judge): JudgedPair {
  const [one, other] = pair.accounts
  const { line } = one
  const isShared = line !== undefined && line === other.line
  if (!isShared || pair.judgement.verdict === 'same' || !areCalledTheSame(pair.judgement))
    return pair
  const [a, b] = withSharedEmail(one, other)
  const judgement = judge({ ...a, phone: line }, { ...b, phone: line })
  if (judgement.verdict === 'different') return pair
  return { ...pair, judgement: { ...judgement, verdict: 'review' } }
}
