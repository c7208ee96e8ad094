import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  countEnding,
  type Ending,
  emptyTally,
  type IncomingActivity,
  type RandomBytes,
  type Tally,
} from '#vocabulary/index.ts'
import {
  type Batch,
  emptyTieLedger,
  type Heard,
  type ListenStep,
  type Refused,
  type TopicSet,
  type Understanding,
} from './batch.ts'
import { type ChangeLedger, emptyLedger } from './change-ledger.ts'
import { cutAtAccountDeletions, cutIntoRounds } from './rounds.ts'
import { createStepMeter, type StepMeter } from './step-meter.ts'
import { loadTopicSet } from './topic-set.ts'

/** The parts of listening; the composition root puts them together. */
export interface ListeningParts {
  door: Door
  steps: readonly ListenStep[]
  understanding: Understanding
  now: () => Date
  random: RandomBytes
}

/** What is heard together: the arrivals of a few hundred records of one channel. */
export interface Hearing {
  workspaceId: string
  channelId: string
  /** Written as the author of the event; undefined where a machine listens. */
  memberId?: string
  heard: Heard[]
  refused: Refused[]
  /** The topics with which `readAhead` has read the texts. */
  topics?: TopicSet
  /** Runs in the same transaction, after everything else: an import stores its position. */
  alsoIn?: (tx: Transaction, tally: Tally, ledger: ChangeLedger) => Promise<void>
}

export interface Listening {
  /**
   * Reads, records and rolls up one hearing in one transaction. Afterwards each arrival carries its
   * ending. Answers the tally of its counted arrivals and refusals.
   */
  hear(hearing: Hearing, pool?: 'interactive' | 'background'): Promise<Tally>
  /**
   * Records a hearing without texts in a transaction of somebody else's: what the business counts
   * belongs to the change that it comes from. The caller tries again where the database asks for it.
   */
  hearIn(tx: Transaction, hearing: Hearing): Promise<Tally>
  /** Reads the texts of a hearing before its turn, while an earlier one is being recorded. */
  readAhead(hearing: Hearing, pool?: 'interactive' | 'background'): Promise<void>
  meter: StepMeter
}

/** Codes of PostgreSQL for transactions that may simply be tried again. */
const RETRIED = new Set(['40001', '40P01'])
const TRIES_MAX = 5

export function createListening(parts: ListeningParts): Listening {
  const meter = createStepMeter(['understand', ...parts.steps.map((step) => step.name), 'commit'])
  const readAhead: Listening['readAhead'] = async (hearing, pool = 'interactive') => {
    hearing.topics = await loadTopics(parts, hearing, pool)
    await understand(parts, meter, hearing)
  }
  return {
    meter,
    readAhead,
    hearIn: (tx, hearing) => hearIn(parts, meter, hearing, tx),
    hear: async (hearing, pool = 'interactive') => {
      if (hearing.topics === undefined) await readAhead(hearing, pool)
      for (let tries = 1; ; tries++) {
        const answer = await tryToRecord(parts, meter, hearing, pool, tries)
        if (answer === 'again') continue
        if ('tally' in answer) return answer.tally
        hearing.topics = answer.topics
        await understand(parts, meter, hearing)
      }
    },
  }
}

async function hearIn(
  parts: ListeningParts,
  meter: StepMeter,
  hearing: Hearing,
  tx: Transaction,
): Promise<Tally> {
  if (hearing.heard.some((one) => contentOf(one) !== undefined))
    throw new Error('Texts are read outside')
  for (;;) {
    // The first attempt holds the workspace and answers its topics; they then stay as they are.
    const answer = await record(parts, meter, hearing, tx)
    if ('tally' in answer) return answer.tally
    hearing.topics = answer.topics
  }
}

type Attempt = { tally: Tally } | { topics: TopicSet } | 'again'

async function tryToRecord(
  parts: ListeningParts,
  meter: StepMeter,
  hearing: Hearing,
  pool: 'interactive' | 'background',
  tries: number,
): Promise<Attempt> {
  try {
    const startedAt = performance.now()
    let worked = startedAt
    const answer = await parts.door.inWorkspace(
      hearing.workspaceId,
      async (tx) => {
        const recorded = await record(parts, meter, hearing, tx)
        worked = performance.now()
        return recorded
      },
      pool,
    )
    meter.note('commit', performance.now() - worked, 1)
    return answer
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (tries >= TRIES_MAX || !RETRIED.has(code)) throw error
    return 'again'
  }
}

async function loadTopics(
  parts: ListeningParts,
  hearing: Hearing,
  pool: 'interactive' | 'background',
): Promise<TopicSet> {
  return parts.door.inWorkspace(hearing.workspaceId, (tx) => loadTopicSet(tx), pool)
}

/** Reads the texts with the hearing's topics. Outside of any transaction. */
async function understand(
  parts: ListeningParts,
  meter: StepMeter,
  hearing: Hearing,
): Promise<void> {
  const posts = hearing.heard.filter((one) => contentOf(one) !== undefined)
  const texts = posts.map((one) => {
    const content = contentOf(one) as NonNullable<IncomingActivity['content']>
    return { title: content.title, text: content.text, languageHint: content.languageHint }
  })
  const topics = hearing.topics as TopicSet
  const work = () => parts.understanding.understand(texts, topics)
  const understood = await meter.time('understand', work, texts.length)
  for (const [i, one] of posts.entries()) one.understood = understood[i]
}

function contentOf(heard: Heard): IncomingActivity['content'] {
  return heard.arrival.kind === 'activity' ? heard.arrival.content : undefined
}

async function record(
  parts: ListeningParts,
  meter: StepMeter,
  hearing: Hearing,
  tx: Transaction,
): Promise<{ tally: Tally } | { topics: TopicSet }> {
  const { timeZone, revision, readerVersion } = await holdWorkspace(tx)
  const { topics } = hearing
  if (revision !== topics?.revision || readerVersion !== topics.reader?.version) {
    return { topics: await loadTopicSet(tx) }
  }
  for (const heard of hearing.heard) forget(heard)
  const empty: Batch = {
    workspaceId: hearing.workspaceId,
    channelId: hearing.channelId,
    ...(hearing.memberId === undefined ? {} : { memberId: hearing.memberId }),
    timeZone,
    arrivedAt: parts.now(),
    random: parts.random,
    tx,
    heard: [],
    buried: [],
    contributions: [],
    personOfHandle: new Map(),
    ties: emptyTieLedger(),
    ledger: emptyLedger(),
  }
  for (const part of cutAtAccountDeletions(hearing.heard)) {
    await recordPart(parts.steps, meter, { ...empty, heard: part })
  }
  const last = parts.steps.filter((step) => step.isLast === true)
  await runSteps(meter, last, { ...empty, heard: hearing.heard })
  const tally = tallyOf(hearing)
  await tell(tx, hearing, tally, empty.arrivedAt)
  await hearing.alsoIn?.(tx, tally, empty.ledger)
  return { tally }
}

async function recordPart(
  steps: readonly ListenStep[],
  meter: StepMeter,
  part: Batch,
): Promise<void> {
  const isWhole = (step: ListenStep) => step.isForWholeBatch === true
  await runSteps(meter, steps.filter(isWhole), part)
  for (const heard of cutIntoRounds(part.heard)) {
    const round = { ...part, heard, buried: [], contributions: [] }
    await runSteps(
      meter,
      steps.filter((step) => !isWhole(step) && step.isLast !== true),
      round,
    )
  }
}

async function runSteps(
  meter: StepMeter,
  steps: readonly ListenStep[],
  batch: Batch,
): Promise<void> {
  for (const step of steps) {
    await meter.time(step.name, () => step.run(batch), batch.heard.length)
  }
}

/** A transaction that is tried again starts from nothing. */
function forget(heard: Heard): void {
  heard.handleId = undefined
  heard.objectHandleId = undefined
  heard.mentionHandleIds = []
  heard.activityId = undefined
  heard.subjectId = undefined
  heard.plan = undefined
  heard.ending = undefined
}

/**
 * Holds the workspace's row shared: whoever changes topics, or the model that reads, waits for the batches in flight, and
 * batches after that read with the new topics, so the search of older posts misses none.
 */
async function holdWorkspace(tx: Transaction): Promise<HeldWorkspace> {
  const { rows } = await sql<HeldWorkspace>`
    select time_zone as "timeZone", topics_revision as revision, reader_version as "readerVersion"
    from workspace for share
  `.execute(tx)
  return rows[0] as HeldWorkspace
}

interface HeldWorkspace {
  timeZone: string
  revision: number
  readerVersion: number
}

function tallyOf(hearing: Hearing): Tally {
  const tally = emptyTally()
  for (const heard of hearing.heard) {
    if (heard.isCounted) countEnding(tally, (heard.ending as Ending).kind)
  }
  for (const _ of hearing.refused) countEnding(tally, 'refused')
  return tally
}

async function tell(tx: Transaction, hearing: Hearing, tally: Tally, at: Date): Promise<void> {
  if (tally.new + tally.updated + tally.deleted === 0) return
  const counts = (['new', 'updated', 'deleted'] as const).map((kind) => `${kind}=${tally[kind]}`)
  await writeEvent(tx, hearing.workspaceId, {
    name: 'activities.heard',
    subjectId: hearing.channelId,
    detail: [...counts, ...spanOfNew(hearing), `at=${at.toISOString()}`],
    ...(hearing.memberId === undefined ? {} : { authorId: hearing.memberId }),
  })
}

/** The lowest and the highest id of what is new: with the time of arrival they find it in the log. */
function spanOfNew({ heard }: Hearing): string[] {
  const ids = heard.flatMap(({ ending, activityId }) =>
    ending?.kind === 'new' && activityId !== undefined ? [activityId] : [],
  )
  ids.sort()
  const [from, to] = [ids.at(0), ids.at(-1)]
  if (from === undefined) return []
  return [`from=${from}`, `to=${to}`]
}
