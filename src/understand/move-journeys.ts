import type { Batch, Contribution } from '#listen/index.ts'
import type { Stage, Stance } from '#vocabulary/index.ts'
import { addCounts, type CountTable } from './count-table.ts'
import { journeyOf, NOWHERE, type Standing, standingAfter, type Telling } from './journey.ts'
import {
  beginReached,
  lockReached,
  type MoveChange,
  type Pair,
  pairKey,
  type Reached,
  writeMoves,
  writeReached,
} from './journey-rows.ts'
import { findMerged } from './root-of-people.ts'
import { type Late, spliceJourneys } from './splice-journeys.ts'

/**
 * Moves people along the cycle as the batch tells. What is newer than all that was known of a
 * person and topic is appended; posts that are late, edited or gone have a stretch of the journey
 * walked again. The rows of `journey_stage` are locked first, in the order of their key, so that two
 * batches that tell of the same journey follow each other.
 */
export async function moveJourneys(batch: Batch, dayOf: (at: Date) => string): Promise<void> {
  const changes = await changesOf(batch)
  if (changes.length === 0) return
  const moved = await takeIn(batch, changes)
  const cells = moved.map(({ sign, topicId, move }) => ({
    parts: [topicId, dayOf(move.at), move.from, move.to, move.stance],
    count: sign,
  }))
  await addCounts(batch, MOVE_DAY, cells)
}

export const MOVE_DAY: CountTable = {
  table: 'move_day',
  key: { topic_id: 'uuid', day: 'date', from_stage: 'text', to_stage: 'text', stance: 'text' },
  count: 'moves',
}

/** What a batch changes in one journey. */
interface JourneyChange extends Pair {
  /** By time. */
  told: Telling[]
  /** Posts that tell otherwise now, or nothing, by id. */
  untold: Map<string, Telling>
}

/**
 * Sorted by person and topic. Edits that tell the same are no change. A journey is that of the root:
 * whoever merges or splits people holds the workspace meanwhile.
 */
async function changesOf(batch: Batch): Promise<JourneyChange[]> {
  const changes = new Map<string, JourneyChange>()
  const told = batch.contributions.filter((one) => tellingOf(one) !== null)
  const ownerOf = (one: Contribution) => batch.personOfHandle.get(one.handleId) as string
  const merged = await findMerged(batch.tx, batch.workspaceId, [...new Set(told.map(ownerOf))])
  for (const one of told) {
    const telling = tellingOf(one)
    if (telling === null) continue
    const personId = merged.get(ownerOf(one)) ?? ownerOf(one)
    for (const topicId of one.reading?.topicIds ?? []) {
      const key = pairKey({ personId, topicId })
      const change = changes.get(key) ?? { personId, topicId, told: [], untold: new Map() }
      changes.set(key, change)
      note(change, telling, one.sign)
    }
  }
  for (const { told } of changes.values()) told.sort(byId)
  return [...changes]
    .filter(([, { told, untold }]) => told.length + untold.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change)
}

function byId(a: Telling, b: Telling): number {
  return a.activityId < b.activityId ? -1 : 1
}

/** What is taken back comes before what is told. */
function note({ told, untold }: JourneyChange, telling: Telling, sign: 1 | -1): void {
  const before = untold.get(telling.activityId)
  if (sign < 0) untold.set(telling.activityId, telling)
  else if (before?.stage === telling.stage && before.stance === telling.stance) {
    untold.delete(telling.activityId)
  } else told.push(telling)
}

function tellingOf({ activityId, publishedAt, reading }: Contribution): Telling | null {
  if (reading === undefined || reading.stage === 'none' || reading.isStageOpen) return null
  const { stage, stance } = reading
  return { activityId, stage: stage as Stage, stance: stance as Stance, at: publishedAt }
}

/** Answers the moves that journeys have gained and lost. */
async function takeIn(batch: Batch, changes: JourneyChange[]): Promise<MoveChange[]> {
  const reached = await lockReached(batch, changes)
  const begun: JourneyEnd[] = []
  const appended: JourneyEnd[] = []
  const late: Late[] = []
  for (const change of changes) {
    const known = reached.get(pairKey(change))
    if (change.untold.size > 0 || isLate(change, known)) late.push(lateOf(change, known))
    else if (known === undefined) begun.push(goOn(change, NOWHERE))
    else appended.push(goOn(change, known.standing))
  }
  await writeReached(
    batch,
    appended.map(({ end }) => end),
  )
  const missed = await begin(batch, begun)
  const isWritten = ({ end }: JourneyEnd) => !missed.has(pairKey(end))
  const gained = [...begun.filter(isWritten), ...appended].flatMap(({ moves }) => moves)
  await writeMoves(batch, gained)
  const spliced = await spliceJourneys(batch, late)
  const again = changes.filter((change) => missed.has(pairKey(change)))
  return [...gained, ...spliced, ...(again.length > 0 ? await takeIn(batch, again) : [])]
}

interface JourneyEnd {
  moves: MoveChange[]
  end: Reached
}

function goOn({ personId, topicId, told }: JourneyChange, from: Standing): JourneyEnd {
  const moves = journeyOf(told, from)
  const last = moves.at(-1)
  const latest = told.at(-1) as Telling
  const standing = last === undefined ? from : standingAfter(last)
  return {
    moves: moves.map((move) => ({ sign: 1, personId, topicId, move })),
    end: { personId, topicId, latest, standing },
  }
}

/** Answers the keys of journeys that another batch has begun meanwhile: they are known by now. */
async function begin(batch: Batch, begun: JourneyEnd[]): Promise<Set<string>> {
  const ends = begun.map(({ end }) => end)
  const written = await beginReached(batch, ends)
  return new Set(ends.map(pairKey).filter((key) => !written.has(key)))
}

function isLate({ told }: JourneyChange, known: Reached | undefined): boolean {
  const [first] = told
  return known !== undefined && first !== undefined && first.activityId <= known.latest.activityId
}

function lateOf({ personId, topicId, told, untold }: JourneyChange, known: Reached | undefined) {
  const ids = [...told.map(({ activityId }) => activityId), ...untold.keys()].sort()
  const [floor, ceiling] = [ids.at(0) as string, ids.at(-1) as string]
  const isWithin = known !== undefined && ceiling < known.latest.activityId
  return { personId, topicId, floor, ceiling, added: untold.size > 0 || !isWithin ? null : told }
}
