import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type ExperimentState, type InfluenceOutcome } from '#vocabulary/index.ts'

interface Named {
  id: string
  name: string
}

/** An experiment with our own engagement, as pages show it. */
export interface Experiment {
  id: string
  name: string
  question: string
  state: ExperimentState
  holdoutShare: number
  outcome: InfluenceOutcome
  /** Null: whatever it is about. */
  topic: Named | null
  /** Empty: everywhere. */
  channels: Named[]
  horizonDays: number
  liftSought: number | null
  peoplePlanned: number | null
  createdAt: string
  createdBy: string | null
  submittedAt: string | null
  submittedBy: string | null
  decidedAt: string | null
  decidedBy: string | null
  decisionNote: string | null
  startedAt: string | null
  endedAt: string | null
  /** People so far, merged ones as one. */
  people: { assigned: number; heldOut: number; engaged: number }
}

export interface ExperimentFilter {
  state?: ExperimentState | undefined
  /** In the name or the question. */
  q?: string | undefined
}

type Times = 'createdAt' | 'submittedAt' | 'decidedAt' | 'startedAt' | 'endedAt'
type Row = Omit<Experiment, Times | 'people'> &
  Experiment['people'] & { [Time in Times]: Date | null }

/** Experiments with names and counts, of those that `where` finds. */
const SHOWN = sql`
  e.id, e.name, e.question, e.state, e.holdout_share as "holdoutShare", e.outcome,
  (select jsonb_build_object('id', t.id, 'name', t.name) from topic t where t.id = e.topic_id) as topic,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name), '[]')
    from experiment_channel x join channel c on c.id = x.channel_id
    where x.experiment_id = e.id) as channels,
  e.horizon_days as "horizonDays", e.lift_sought as "liftSought", e.people_planned as "peoplePlanned",
  e.created_at as "createdAt", e.created_by as "createdBy", e.submitted_at as "submittedAt",
  e.submitted_by as "submittedBy", e.decided_at as "decidedAt", e.decided_by as "decidedBy",
  e.decision_note as "decisionNote", e.started_at as "startedAt", e.ended_at as "endedAt",
  met.assigned, met."heldOut", met.engaged`

/** Of each person the arm of the first assignment. */
const MET = sql`
  cross join lateral (
    select count(*)::integer as assigned, (count(*) filter (where arm = 'hold-out'))::integer as "heldOut",
      (count(*) filter (where is_engaged))::integer as engaged
    from (
      select (array_agg(s.arm order by s.assigned_at, s.handle_id))[1] as arm,
        bool_or(s.engaged_at is not null) as is_engaged
      from experiment_subject s
      cross join lateral (select * from handle_person where handle_person.handle_id = s.handle_id offset 0) hp
      where s.experiment_id = e.id group by hp.person_id
    ) person) met`

function shown({ assigned, heldOut, engaged, ...row }: Row): Experiment {
  const text = (at: Date | null) => at?.toISOString() ?? null
  return {
    ...row,
    createdAt: row.createdAt?.toISOString() ?? '',
    submittedAt: text(row.submittedAt),
    decidedAt: text(row.decidedAt),
    startedAt: text(row.startedAt),
    endedAt: text(row.endedAt),
    people: { assigned, heldOut, engaged },
  }
}

/** Experiments, the newest first. Throws `bad-input` for a foreign cursor. */
export async function listExperiments(
  tx: Transaction,
  { state, q = '' }: ExperimentFilter,
  page: PageRequest,
): Promise<Listed<Experiment>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await sql<Row>`
    select ${SHOWN} from (
      select * from experiment where (${state ?? null}::text is null or state = ${state ?? null})
        and (${before}::uuid is null or id < ${before}::uuid)
        and (${q} = '' or strpos(lower(name || ' ' || question), lower(${q})) > 0)
      order by id desc limit ${page.limit + 1}
    ) e ${MET} order by e.id desc`.execute(tx)
  const items = rows.slice(0, page.limit).map(shown)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? writeCursor([last.id]) : null }
}

/** Throws `not-found`. */
export async function getExperiment(tx: Transaction, id: string): Promise<Experiment> {
  const { rows } = await sql<Row>`
    select ${SHOWN} from experiment e ${MET} where e.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw noExperiment()
  return shown(rows[0])
}

export function noExperiment(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such experiment. GET /experiments lists those that there are.',
    ja: 'この効果検証は見つかりません。GET /experiments で一覧を確認してください。',
  })
}
