import fc from 'fast-check'
import { sql } from 'kysely'
import { addTopic } from '#understand/index.ts'
import {
  type Arrival,
  INFLUENCE_OUTCOMES,
  type IncomingActivity,
  OUTCOME_TYPES,
} from '#vocabulary/index.ts'
import { changeIn } from './change.ts'
import { hear, testChannel, testListening } from './listening.ts'
import { makeWorkspace, newId, type TestWorkspace } from './workspace.ts'

/** Random logs of six accounts that post, answer, pass on, follow and buy, and runs made by hand to credit them. */

export const BEE = 'みつばち号'
const WASP = 'すずめばち号'
const SAYINGS = [
  ...[`${BEE} 気になる`, `${BEE}と他社を比較中。迷う`, `${BEE}おすすめ`, `${BEE}を買ってよかった`],
  ...[`${BEE}が壊れた。最悪`, `${WASP}と比較中。迷う`, `${WASP}おすすめ`, 'なし'],
]
export const HOUR_MS = 3_600_000
/** Now, less some days: what is older than a month is no news. */
export const BEGIN = Date.now() - 9 * 24 * HOUR_MS

export interface Act {
  n: number
  by: number
  type: 'Create' | 'Like' | 'Announce' | 'Follow' | 'Outcome'
  saying: number
  of: number | null
  thread: number | null
  names: number | null
}

export const actor = (n: number) => ({ platform: 'shop', externalId: 'abcdef'[n % 6] ?? 'a' })

export function toArrival({ n, by, type, saying, of, thread, names }: Act): IncomingActivity {
  const isPost = type === 'Create'
  return {
    ...{ kind: 'activity', operation: 'create', type, platform: 'shop', externalKey: `${n}` },
    actor: actor(by),
    publishedAt: new Date(BEGIN + ((n * 7) % 40) * 5 * HOUR_MS),
    ...(isPost ? { content: { text: SAYINGS[saying % SAYINGS.length] ?? '' } } : {}),
    ...(of === null || type === 'Follow' || type === 'Outcome' ? {} : { parentKey: `${of}` }),
    ...(thread === null || !isPost ? {} : { threadKey: `${thread}` }),
    ...(names === null || !isPost ? {} : { mentions: [actor(names)] }),
    ...(type === 'Follow' ? { objectHandle: actor(names ?? by + 1) } : {}),
    ...(type === 'Outcome' ? { outcome: outcomeOf(saying) } : {}),
  }
}

function outcomeOf(saying: number) {
  const type = OUTCOME_TYPES[saying % OUTCOME_TYPES.length] ?? 'purchase'
  return { type, valueMinor: 1_000 + saying, currency: 'JPY', about: saying % 2 === 0 ? BEE : 'x' }
}

const number = fc.nat({ max: 39 })
const act: fc.Arbitrary<Act> = fc.record({
  n: number,
  by: fc.nat({ max: 5 }),
  type: fc.constantFrom('Create', 'Create', 'Create', 'Like', 'Announce', 'Follow', 'Outcome'),
  saying: fc.nat({ max: 15 }),
  of: fc.option(number, { freq: 4 }),
  thread: fc.option(fc.nat({ max: 3 }), { freq: 2 }),
  names: fc.option(fc.nat({ max: 5 }), { freq: 2 }),
})
export const log = fc.uniqueArray(act, { minLength: 25, maxLength: 36, selector: ({ n }) => n })

export const TAU_DAYS = 2
export const WINDOW_DAYS = 5
export const OTHERS = 0.7
export const thetaOf = (type: string) =>
  0.4 + (INFLUENCE_OUTCOMES as readonly string[]).indexOf(type) / 9

/** Measurements of all topics and of ours, made by hand; accounts a and b push more than others. */
async function plantRuns(workspace: TestWorkspace, channel: string, topic: string) {
  const theta = { [channel]: Object.fromEntries(INFLUENCE_OUTCOMES.map((t) => [t, thetaOf(t)])) }
  const kernel = { tauDays: TAU_DAYS, windowDays: WINDOW_DAYS, multiplierOfOthers: OTHERS }
  await workspace.run(async (tx) => {
    for (const topicId of [null, topic]) {
      const run = newId()
      await sql`insert into influence_run (workspace_id, id, scope_id, topic_id, state, measured_at,
          people, touches, outcomes, unlinked, credited, background, low, high, parameters, replicates)
        values (${workspace.id}, ${run}, ${topicId ?? workspace.id}, ${topicId}, 'measured',
          ${new Date()}, 1, 1, 30, 0, 0, 30, 0, 0, ${JSON.stringify({ ...kernel, theta })}, '{}')`.execute(
        tx,
      )
      await sql`insert into influence_multiplier (workspace_id, run_id, handle_id, multiplier)
        select workspace_id, ${run}, id, case external_id when 'a' then 3 else 1.5 end
        from handle where external_id in ('a', 'b')`.execute(tx)
    }
  })
}

const NOTHING: Omit<Act, 'n' | 'by'> = {
  ...{ type: 'Create', saying: 7, of: null, thread: null, names: null },
}

/** A workspace in which everybody has said something, with runs planted. */
export async function openCredit() {
  const workspace = await makeWorkspace()
  const add = (name: string, kind: 'own' | 'competitor') =>
    workspace.run((tx) => addTopic(tx, { name, kind, aliases: [] }, changeIn(workspace)))
  const { id: topic } = await add(BEE, 'own')
  await add(WASP, 'competitor')
  const channel = await testChannel(workspace)
  const listening = await testListening()
  await hear(
    listening,
    workspace,
    channel,
    [...'abcdef'].map((_, i) => toArrival({ ...NOTHING, n: 100 + i, by: i })),
  )
  await plantRuns(workspace, channel, topic)
  return {
    workspace,
    topic,
    hearAll: (some: Arrival[]) => hear(listening, workspace, channel, some),
  }
}
