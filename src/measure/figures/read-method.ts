import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ActorLevel, NotProven } from '#vocabulary/index.ts'
import { ACTOR_LEVELS } from '#vocabulary/index.ts'
import type { Line } from './line.ts'
import { type NamedPerson, namePeople } from './name-people.ts'
import { besides, type ChannelBeside, comparatorsIn } from './read-comparators.ts'
import { linesOfRun } from './read-lines.ts'
import { type Ground, groundOf, type Run, readRun } from './read-run.ts'
import { readInfluenceSummary } from './read-summary.ts'
import { type Scope, scopeOf } from './scope.ts'
import { allOf } from './shares-of.ts'
import { type OutcomeRow, type ShownOutcome, showOutcomes } from './show-outcomes.ts'
import { type ShownChannel, showChannels } from './show-posts.ts'
import type { ShownPlacebos } from './shown-placebos.ts'
import { type ShownStageValues, showStageValues } from './stage-worths.ts'

/** The five questions through which the method is explained, with the workspace's own figures. */
export interface MethodQuestions {
  /** How did this one come about? */
  path: {
    outcome: ShownOutcome
    background: number
    touches: number
    largest: { share: number; person: NamedPerson | null; channel: ShownChannel | null }
  } | null
  /** Why not last click? */
  lastClick: {
    outcomes: number
    preceded: number
    credited: number
    /** The channel on which the two differ most. */
    channel: ChannelBeside | null
  } | null
  /** What would have happened anyway? */
  anyway: { outcomes: number; background: number; controls: number; strata: number | null } | null
  /** How sure is that? */
  certainty: {
    credit: number
    low: number
    high: number
    level: number
    replicates: number
    placebo: number
    placebos: ShownPlacebos | null
    enough: boolean
  } | null
  /** Who moves people: those who bought, or those who recommend? */
  movers: LevelFigure[] | null
}

export type LevelFigure = Pick<
  Line,
  'credit' | 'low' | 'high' | 'placebo' | 'placebos' | 'outcomes' | 'touches' | 'enough'
> & { level: ActorLevel }

export interface InfluenceMethod extends Ground {
  questions: MethodQuestions
  notProven: { kind: NotProven; figure: number | null }[]
  /** What the stages are worth by which moves are reckoned in money. */
  stageValues: ShownStageValues[]
}

/**
 * What the page needs that explains the method: five worked questions, and three things that the figures
 * do not prove. Questions without an answer yet are null. Throws `not-found` for a topic that is none.
 */
export async function readMethod(
  tx: Transaction,
  topicId: string | undefined,
): Promise<InfluenceMethod> {
  const scope = await scopeOf(tx, topicId)
  const run = await readRun(tx, scope)
  const ground = await groundOf(tx, run, allOf(scope))
  if (run === null || run.outcomes === 0) {
    const questions = { path: null, lastClick: null, anyway: null, certainty: null, movers: null }
    return { ...ground, questions, notProven: notProven(run, null), stageValues: [] }
  }
  const movers = await readMovers(tx, scope, run)
  const questions = {
    path: await readExample(tx, scope),
    lastClick: await readLastClick(tx, scope, run),
    anyway: anywayOf(run),
    certainty: await readCertainty(tx, topicId, run),
    movers,
  }
  const stageValues = await showStageValues(tx, run.id)
  return { ...ground, questions, notProven: notProven(run, movers), stageValues }
}

/** `cause`: outcomes without experiment; `prevention`: touches by who advises against; `unseen`: outcomes without a person. */
function notProven(
  run: Run | null,
  movers: readonly LevelFigure[] | null,
): InfluenceMethod['notProven'] {
  const against = movers?.find(({ level }) => level === 'advises-against')
  return [
    { kind: 'cause', figure: run?.outcomes ?? null },
    { kind: 'prevention', figure: against?.touches ?? null },
    { kind: 'unseen', figure: run?.unlinked ?? null },
  ]
}

interface ExampleRow extends OutcomeRow {
  background: number
  touches: number
  share: number
  actorHandleId: string
  channelId: string
}

/** Of the latest outcomes the one of which the most was credited. */
const EXAMPLES = 500

async function readExample(tx: Transaction, scope: Scope): Promise<MethodQuestions['path']> {
  const { rows } = await sql<ExampleRow>`
    select c.outcome_id as "outcomeId", c.type, c.handle_id as "handleId", c.at,
      c.value_minor as "valueMinor", c.currency, c.worth_minor as "worthMinor",
      c.worth_currency as "worthCurrency", c.background, s.touches, s.share,
      s.actor_handle_id as "actorHandleId", s.channel_id as "channelId"
    from (
      select * from (
        select * from outcome_credit where scope_id = ${scope.id}::uuid
        order by at desc, outcome_id desc limit ${EXAMPLES}) latest
      where background < 1 order by background, at desc, outcome_id, type limit 1) c
    cross join lateral (
      select s.*, count(*) over () as touches from credit_share s
      where s.scope_id = c.scope_id and s.outcome_id = c.outcome_id and s.type = c.type
      order by s.share desc, s.number limit 1) s`.execute(tx)
  const [row] = rows
  const [outcome] = await showOutcomes(tx, rows)
  if (row === undefined || outcome === undefined) return null
  const people = await namePeople(tx, [row.actorHandleId])
  const channels = await showChannels(tx, [row.channelId])
  const person = people.get(row.actorHandleId) ?? null
  const channel = channels.get(row.channelId) ?? null
  const { background, touches, share } = row
  return { outcome, background, touches, largest: { share, person, channel } }
}

async function readLastClick(
  tx: Transaction,
  scope: Scope,
  run: Run,
): Promise<MethodQuestions['lastClick']> {
  const compared = comparatorsIn(run)
  if (compared === undefined) return null
  const channels = await besides(tx, scope, run, compared)
  const apart = ({ lastTouch, credit }: ChannelBeside) => Math.abs(lastTouch - credit)
  const [channel = null] = channels.sort((a, b) => apart(b) - apart(a))
  const { outcomes, credited } = run
  return { outcomes, credited, preceded: compared.preceded, channel }
}

function anywayOf(run: Run): MethodQuestions['anyway'] {
  const { outcomes, background, parameters } = run
  const strata = parameters.strata as { count?: number } | undefined
  const controls = Number(parameters.controls ?? 0)
  return { outcomes, background, controls, strata: strata?.count ?? null }
}

async function readCertainty(
  tx: Transaction,
  topicId: string | undefined,
  run: Run,
): Promise<MethodQuestions['certainty']> {
  const summary = await readInfluenceSummary(tx, { topic: topicId })
  const { credit, low, high, placebo, placebos, enough } = summary
  const level = Number(run.parameters.level ?? 0.9)
  const replicates = Object.values(run.replicates)[0]?.length ?? 0
  return { credit, low, high, level, replicates, placebo, placebos, enough }
}

async function readMovers(tx: Transaction, scope: Scope, run: Run): Promise<LevelFigure[]> {
  const wanted = { scope, type: null, since: null, before: null }
  const lines = await linesOfRun(tx, 'level', run, wanted)
  return ACTOR_LEVELS.flatMap((level) => {
    const line = lines.find(({ key }) => key === level)
    if (line === undefined) return []
    const { credit, low, high, placebo, placebos, outcomes, touches, enough } = line
    return [{ level, credit, low, high, placebo, placebos, outcomes, touches, enough }]
  })
}
