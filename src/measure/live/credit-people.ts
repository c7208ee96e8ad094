import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { keptShares, type WrittenCredit } from '../nightly/outcome-credits.ts'
import { worthOfMoves } from '../nightly/stage-worth.ts'
import { accountsOf } from '../touches/people-of-handles.ts'
import { readTopicsListened } from '../touches/read-outcomes.ts'
import { type Touch, touchesOf } from '../touches/touches-of.ts'
import { creditTouches } from './credit-touches.ts'
import { type HappeningOf, happeningsOf } from './happenings-of.ts'
import { type HeldRun, holdRuns } from './hold-runs.ts'
import { isKnownOtherwise } from './known-people.ts'
import { liveParametersOf } from './live-parameters.ts'
import { dropVanished, writeCredit } from './write-credit.ts'

/** Whose outcomes of which time are to be credited. */
export interface PersonDue {
  /** A root. */
  personId: string
  /** Outcomes at this instant or later, and before the other where there is one. */
  since: Date
  before: Date | null
}

/**
 * Credits the outcomes of people at the parameters of the newest measurements: of each topic and of all
 * together. What is credited as it should be stays as it is; what is no outcome any more loses its
 * credit. Answers how many outcomes changed; records `outcome.credited` where some did.
 */
export async function creditPeople(
  tx: Transaction,
  due: readonly PersonDue[],
  now: Date,
): Promise<number> {
  const runs = await holdRuns(tx)
  if (runs.size === 0 || due.length === 0) return 0
  const topics = await readTopicsListened(tx)
  const all = await happeningsOf(
    tx,
    due.map(({ personId }) => personId),
    topics,
  )
  const changed = new Set<string>()
  for (const one of due) {
    const own = all.filter(({ personId, atMs }) => personId === one.personId && isWithin(one, atMs))
    const accounts = await accountsOf(tx, [one.personId])
    for (const [scopeId, run] of runs) {
      const credited = await creditOf(tx, { scopeId, run, accounts, own })
      for (const id of await dropVanished(tx, scopeId, accounts, one, credited)) changed.add(id)
      for (const outcome of credited) {
        if (await writeCredit(tx, { scopeId, runId: run.id, now }, outcome)) {
          changed.add(outcome.outcomeId)
        }
      }
    }
  }
  await tell(tx, [...changed])
  return changed.size
}

function isWithin({ since, before }: PersonDue, atMs: number): boolean {
  return atMs >= since.getTime() && (before === null || atMs < before.getTime())
}

interface CreditWish {
  scopeId: string
  /** That of all topics together has no topic. */
  run: HeldRun
  /** Of the person. */
  accounts: readonly string[]
  own: readonly HappeningOf[]
}

/** The outcomes that count in a scope, each with its touches and their parts. */
async function creditOf(
  tx: Transaction,
  { run, accounts, own }: CreditWish,
): Promise<WrittenCredit[]> {
  const { topicId, from, worths } = run
  const meant = own.filter(
    ({ topicIds, atMs }) =>
      (topicId === null || topicIds.includes(topicId)) && (from === null || atMs >= from.getTime()),
  )
  const credited = new Map<string, WrittenCredit>()
  for (const { activityId, type, handleId, atMs, valueMinor, currency, moves } of meant) {
    const key = `${activityId} ${type}`
    if (credited.has(key)) continue
    const at = new Date(atMs)
    const touches = await touchesIn(tx, run, accounts, at)
    if (touches.length === 0 && !(await isLinked(tx, run, accounts))) continue
    const people = touches.map(({ actorPersonId }) => actorPersonId)
    const parameters = await liveParametersOf(tx, run, people)
    const { parts, background } = creditTouches(parameters, type, at, touches)
    const worth = worthOfMoves(worths, moves, topicId)
    const what = { outcomeId: activityId, type, handleId, at, valueMinor, currency, worth }
    credited.set(key, { ...what, ...sharesOf(touches, parts, background) })
  }
  return [...credited.values()]
}

/**
 * Whether a measurement would count a person's outcomes: one of whom nothing but outcomes was heard is in
 * it where something of the scope ever reached them, be it after the outcome or long before.
 */
async function isLinked(
  tx: Transaction,
  run: HeldRun,
  accounts: readonly string[],
): Promise<boolean> {
  if (await isKnownOtherwise(tx, accounts)) return true
  const parameters = { windowDays: ALWAYS.getTime() / DAY_MS }
  return (await touchesIn(tx, { ...run, parameters }, accounts, ALWAYS)).length > 0
}

const DAY_MS = 86_400_000
/** After everything that has an id. */
const ALWAYS = new Date('9999-12-31T23:59:59.999Z')

/** As a measurement keeps them: the smallest parts are dealt to the others. */
function sharesOf(
  touches: readonly Touch[],
  parts: Float64Array,
  background: number,
): Pick<WrittenCredit, 'background' | 'shares'> {
  const kept = background === 1 ? [] : keptShares(parts)
  const shares = kept.flatMap(({ index, share }) => {
    const touch = touches[index]
    if (touch === undefined) return []
    const { activityId, evidenceId, kind, actorHandleId, channelId, level, at } = touch
    const what = { activityId, evidenceId, kind, actorHandleId, channelId, level }
    return [{ ...what, reachedAt: at, share }]
  })
  return { shares, background: 1 - shares.reduce((sum, { share }) => sum + share, 0) }
}

/** What is no post may be about no topic that we know, and still lead to us. */
const CLAIMS: ReadonlySet<string> = new Set(['click', 'claim'])

/** What counts as a touch in a scope: of a topic what is about it, of all together what is about any. */
export async function touchesIn(
  tx: Transaction,
  { topicId, parameters }: Pick<CreditWish['run'], 'topicId' | 'parameters'>,
  accounts: readonly string[],
  before: Date,
): Promise<Touch[]> {
  const windowDays = Number(parameters.windowDays ?? 0)
  const wish = { of: { handles: accounts }, before, windowDays }
  if (topicId !== null) return touchesOf(tx, { ...wish, topicId })
  const touches = await touchesOf(tx, wish)
  return touches.filter(({ topicIds, kind }) => topicIds.length > 0 || CLAIMS.has(kind))
}

async function tell(tx: Transaction, changed: readonly string[]): Promise<void> {
  const [first] = changed
  if (first === undefined) return
  const one = changed.length === 1 ? { subjectId: first } : {}
  const detail = [`outcomes=${changed.length}`]
  await writeEvent(tx, OWN_WORKSPACE, { name: 'outcome.credited', detail, ...one })
}
