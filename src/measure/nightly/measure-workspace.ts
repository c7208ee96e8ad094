import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { NIL_UUID, type RandomBytes, type Topic } from '#vocabulary/index.ts'
import type { Run } from '../touches/people-of-handles.ts'
import { readTopicsListened } from '../touches/read-outcomes.ts'
import { readTouches } from '../touches/read-touches.ts'
import { readCommunitiesOfPeople } from './communities-of-people.ts'
import { readFirstSeen, readHappenings } from './happenings.ts'
import { measureGround, type ScopeMeasured } from './measure-scope.ts'
import { type Ground, LevelBook } from './scope-input.ts'
import { readStageWorths } from './stage-worth.ts'
import { writeMeasured } from './write-measured.ts'

export interface MeasureWish {
  workspaceId: string
  now: Date
  random: RandomBytes
  seed: number
  /** Told how long each part took, in seconds. */
  onPhase?: (phase: string, seconds: number) => void
}

/** Topics of these kinds are measured each by itself; campaigns are part of what is common to all. */
const MEASURED_KINDS: ReadonlySet<Topic['kind']> = new Set<Topic['kind']>([
  'own',
  'category',
  'competitor',
])

/**
 * Measures who causes what: all topics together, then each of ours, of a category and of competitors.
 * The log is read once for all; each scope is written in a transaction of its own, so that figures come
 * one by one. Records `influence.measured` for each.
 */
export async function measureWorkspace(door: Door, wish: MeasureWish): Promise<ScopeMeasured[]> {
  const run: Run = (work) => door.inWorkspace(wish.workspaceId, work, 'background')
  const topics = await run(readTopicsListened)
  const meant = topics.filter(({ kind }) => MEASURED_KINDS.has(kind)).map(({ id }) => id)
  return measureScopes(run, wish, [null, ...meant], topics)
}

async function measureScopes(
  run: Run,
  wish: MeasureWish,
  scopes: readonly (string | null)[],
  topics: readonly Topic[],
): Promise<ScopeMeasured[]> {
  const timed = phases(wish)
  const ground = await timed('read', () => readGround(run, topics))
  const timeZone = await run(readTimeZone)
  const worths = await timed('stages', () => readStageWorths(run, topics, wish.now))
  const done: ScopeMeasured[] = []
  for (const topicId of scopes) {
    const opinionOf = await timed('opinions', () => readOpinions(run, topicId))
    const { now, random, seed } = wish
    const asked = { topicId, now, random, seed, opinionOf, worths, timeZone }
    const measured = await timed('measure', () => measureGround(ground, asked))
    await timed('write', () => run((tx) => writeMeasured(tx, wish.workspaceId, measured)))
    done.push(measured)
  }
  return done
}

function phases({ onPhase }: MeasureWish) {
  return async <Answer>(phase: string, work: () => Promise<Answer>): Promise<Answer> => {
    const begun = performance.now()
    const answer = await work()
    onPhase?.(phase, (performance.now() - begun) / 1000)
    return answer
  }
}

/** Everything that is read of a workspace once, for all of its scopes. */
export async function readGround(run: Run, topics: readonly Topic[]): Promise<Ground> {
  const touches = await readTouches(run)
  const { all, steps } = await readHappenings(run, touches.accounts, topics)
  const firstSeen = await readFirstSeen(run, touches.accounts)
  const communities = await readCommunitiesOfPeople(run, touches.accounts)
  return { touches, happenings: all, levels: new LevelBook(steps), firstSeen, communities }
}

async function readTimeZone(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ zone: string }>`select time_zone as zone from workspace`.execute(tx)
  return rows[0]?.zone ?? 'UTC'
}

const AT_ONCE = 20_000

/** Of each post the opinion that it voices most typically, among those of the topic or of all. */
async function readOpinions(run: Run, topicId: string | null): Promise<Map<string, string>> {
  const opinionOf = new Map<string, string>()
  for (let after = NIL_UUID; ; ) {
    const from = after
    const rows = await run((tx) => selectOpinions(tx, topicId, from))
    for (const { activityId, opinionId } of rows) opinionOf.set(activityId, opinionId)
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return opinionOf
    after = last.activityId
  }
}

async function selectOpinions(tx: Transaction, topicId: string | null, after: string) {
  const among = topicId === null ? sql`true` : sql`o.topic_id = ${topicId}::uuid`
  const { rows } = await sql<{ activityId: string; opinionId: string }>`
    select distinct on (p.activity_id) p.activity_id as "activityId", p.shown_id as "opinionId"
    from opinion_post p join opinion o on o.workspace_id = p.workspace_id and o.id = p.shown_id
    where p.activity_id > ${after}::uuid and ${among}
    order by p.activity_id, p.typical desc, p.shown_id limit ${AT_ONCE}`.execute(tx)
  return rows
}
