import { sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import type { Arm, EngagedBy } from '#vocabulary/index.ts'
import { peopleOfArm } from './people-of-arm.ts'
import { noExperiment } from './read-experiments.ts'
import type { PersonInArm, ShownHit } from './tally-arms.ts'

/** Whom a figure of the results counts. */
export interface ArmAsked {
  /** Without one: all channels, everybody once. */
  channel?: string | undefined
  arm?: Arm | undefined
  /**
   * `hit`: to whom it happened; `engaged`: whom we engaged; `waiting`: whose time is not over;
   * `contaminated`: held out and engaged all the same, their time over or not.
   */
  only?: 'hit' | 'engaged' | 'waiting' | 'contaminated' | undefined
}

/** Somebody in an arm of an experiment, and what happened to them within the horizon. */
export interface ListedSubject {
  person: { id: string; name: string }
  arm: Arm
  assignedAt: string
  engagedAt: string | null
  engagedBy: EngagedBy | null
  isWaiting: boolean
  /** The first first; the activity shows it. At most ten, of `hitsAll`. */
  hits: { id: string; at: string }[]
  hitsAll: number
}

const HITS_SHOWN_MAX = 10

/**
 * Exactly the people that a figure of the results counts, those assigned last first: of the arms, those
 * whose time is over. One pass over the experiment a page. Throws `not-found`, and `bad-input` for a
 * foreign cursor.
 */
export async function listArm(
  tx: Transaction,
  id: string,
  asked: ArmAsked,
  page: PageRequest,
  now: Date,
): Promise<Listed<ListedSubject>> {
  const counted = await tx
    .selectFrom('experiment')
    .select(['id', 'outcome', 'topic_id as topicId', 'horizon_days as horizonDays'])
    .select('started_at as startedAt')
    .where('id', '=', id)
    .executeTakeFirst()
  if (counted === undefined) throw noExperiment()
  const { startedAt } = counted
  if (startedAt === null) return { items: [], next: null }
  const after = page.cursor === undefined ? null : readPlace(page.cursor)
  const wanted = {
    channelId: asked.channel ?? null,
    until: after?.from ?? null,
    isWaiting: asked.only === 'contaminated' ? null : asked.only === 'waiting',
    isWanted: (one: PersonInArm) => isAsked(one, asked) && (after === null || isBehind(one, after)),
  }
  const shown: PersonInArm<ShownHit>[] = []
  let isMore = false
  for await (const one of peopleOfArm(tx, { ...counted, startedAt }, wanted, now)) {
    if (asked.only === 'hit' && one.hits.length === 0) continue
    isMore = shown.length === page.limit
    if (isMore) break
    shown.push(one)
  }
  const last = shown.at(-1)
  const next = isMore && last !== undefined ? [String(last.from.getTime()), last.rootId] : null
  return { items: await show(tx, shown), next: next === null ? null : writeCursor(next) }
}

/** Whether somebody is asked for, as far as it is no matter of what happened to them. */
function isAsked(one: PersonInArm, { arm, only }: ArmAsked): boolean {
  if (arm !== undefined && one.arm !== arm) return false
  if (only === 'contaminated') return one.arm === 'hold-out' && one.isEngaged
  return only !== 'engaged' || one.isEngaged
}

interface Place {
  from: Date
  rootId: string
}

function readPlace(cursor: string): Place {
  const [at = '', rootId = ''] = readCursor(cursor, 2)
  // Anything that this server did not write is refused in the words of a cursor.
  if (!/^\d{1,15}$/.test(at)) readCursor('', 2)
  return { from: new Date(Number(at)), rootId }
}

function isBehind({ from, rootId }: PersonInArm, after: Place): boolean {
  const [own, other] = [from.getTime(), after.from.getTime()]
  return own < other || (own === other && rootId < after.rootId)
}

async function show(
  tx: Transaction,
  people: readonly PersonInArm<ShownHit>[],
): Promise<ListedSubject[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from person
    where id = any(${people.map(({ rootId }) => rootId)}::uuid[])`.execute(tx)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return people.flatMap(({ rootId, arm, from, met, isWaiting, hits }) => {
    const name = names.get(rootId)
    if (name === undefined) return []
    const [engaged] = met
      .flatMap(({ engagedAt, engagedBy }) => (engagedAt === null ? [] : [{ engagedAt, engagedBy }]))
      .sort((a, b) => a.engagedAt.getTime() - b.engagedAt.getTime())
    const first = hits.toSorted((a, b) => a.at.getTime() - b.at.getTime()).slice(0, HITS_SHOWN_MAX)
    return [
      {
        ...{ person: { id: rootId, name }, arm, isWaiting, assignedAt: from.toISOString() },
        engagedAt: engaged?.engagedAt.toISOString() ?? null,
        engagedBy: engaged?.engagedBy ?? null,
        hits: first.map(({ shownBy, at }) => ({ id: shownBy, at: at.toISOString() })),
        hitsAll: hits.length,
      },
    ]
  })
}
