import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { getTopic } from '#understand/index.ts'
import {
  EnishiError,
  type InfluenceOutcome,
  outcomeOfStage,
  type Stage,
  type TopicKind,
} from '#vocabulary/index.ts'

/** One topic, or all of them together. */
export interface Scope {
  /** The topic's id, or the workspace's. */
  id: string
  topic: { id: string; name: string; kind: TopicKind } | null
}

/** Whose figures are asked for. Throws `not-found` for a topic that is none. */
export async function scopeOf(tx: Transaction, topicId: string | undefined): Promise<Scope> {
  if (topicId !== undefined) {
    const { id, name, kind } = await getTopic(tx, topicId)
    return { id, topic: { id, name, kind } }
  }
  const { rows } = await sql<{ id: string }>`
    select current_setting('enishi.workspace')::uuid as id`.execute(tx)
  return { id: rows[0]?.id ?? '', topic: null }
}

/** Which outcomes are asked for; days are of the workspace's time zone, both included. */
export interface OutcomesAsked {
  outcome?: InfluenceOutcome | undefined
  /** Moves to this stage. */
  stage?: Stage | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Instants from which (included) and until which (not included) outcomes count. */
export interface Span {
  since: Date | null
  before: Date | null
}

/** Whether days are asked for, and not all that was measured. */
export function isNarrowed({ since, before }: Span): boolean {
  return since !== null || before !== null
}

/**
 * The instants between which the days lie. Throws `bad-input` for a first day that is after the last.
 */
export async function spanOf(tx: Transaction, { from, to }: OutcomesAsked): Promise<Span> {
  if (from === undefined && to === undefined) return { since: null, before: null }
  if (from !== undefined && to !== undefined && from > to) throw turnedRound(from, to)
  const { rows } = await sql<Span>`
    select ${from ?? null}::date::timestamp at time zone time_zone as since,
      (${to ?? null}::date + 1)::timestamp at time zone time_zone as before from workspace`.execute(
    tx,
  )
  return rows[0] ?? { since: null, before: null }
}

function turnedRound(from: string, to: string): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: `The span begins (${from}) after it ends (${to}). Exchange the two days, or leave one out.`,
      ja: `期間の初日（${from}）が末日（${to}）より後です。入れ替えるか、どちらかを省いてください。`,
    },
    { field: 'to' },
  )
}

/** The one outcome type that is asked for; null for all. Throws `bad-input` where two are. */
export function typeAsked({ outcome, stage }: OutcomesAsked): InfluenceOutcome | null {
  if (stage === undefined) return outcome ?? null
  const ofStage = outcomeOfStage(stage)
  if (outcome === undefined || outcome === ofStage) return ofStage
  throw new EnishiError(
    'bad-input',
    {
      en: `A stage (${stage}) and an outcome (${outcome}) are asked for at once. Give one of them.`,
      ja: `段階（${stage}）と成果（${outcome}）が同時に指定されています。どちらか一方にしてください。`,
    },
    { field: 'stage' },
  )
}
