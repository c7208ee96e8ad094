import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Understanding } from '#listen/index.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addTopic,
  applyTopics,
  checkDerived,
  correctReading,
  createReader,
  deleteTopic,
  dropExpired,
  listTopics,
  loadBaseModel,
  loadLanguageDetector,
  patchTopic,
  rebuildDerived,
  understandHere,
} from '#understand/index.ts'
import type { Arrival, IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'

const change = () => ({ authorId: null, now: new Date(), random: randomBytes })
const RUNS = Number(process.env.ENISHI_PROPERTY_RUNS ?? 25)

/** The product's reader, but that it leaves the stage of a post with these signs open. */
async function leavingOpen(signs: string): Promise<Understanding> {
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  return understandHere({
    ...reader,
    read: (text, hint) => {
      const { unsure, ...reading } = reader.read(text, hint)
      const others = unsure.filter((part) => part !== 'stage')
      return { ...reading, unsure: text.includes(signs) ? ['stage', ...others] : others }
    },
  })
}

const BEE = 'みつばち号'
const WASP = 'すずめばち号'

async function open() {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening(workspace.door, await leavingOpen('？？'))
  return {
    workspace,
    hearAll: (arrivals: Arrival[]) => hear(listening, workspace, channel, arrivals),
    add: (name: string) =>
      workspace.run((tx) => addTopic(tx, { name, kind: 'own', aliases: [] }, change())),
    apply: () => applyTopics(workspace.door, workspace.id),
  }
}
type Opened = Awaited<ReturnType<typeof open>>

/** The last two are one person with two accounts. */
const ACTORS: IncomingHandle[] = [
  { platform: 'shop', externalId: 'a' },
  { platform: 'shop', externalId: 'b' },
  { platform: 'shop', externalId: 'c', verifiedEmail: 'c@example.com' },
  { platform: 'mail', externalId: 'd', verifiedEmail: 'c@example.com' },
]

/** What a post says of a topic: every stage, both sides, nothing, and what is left open. */
const SAYINGS = [
  (topic: string) => `${topic} 気になる`,
  (topic: string) => `${topic}と他社を比較中。迷う`,
  (topic: string) => `${topic}おすすめ`,
  (topic: string) => `${topic}はおすすめしない`,
  (topic: string) => `${topic}を買った`,
  (topic: string) => `${topic}を買ってよかった`,
  (topic: string) => `${topic}が壊れた。最悪`,
  (topic: string) => `${topic}を見かけた`,
  (topic: string) => `${topic} 気になる？？`,
  (topic: string) => `${topic}が壊れた。最悪？？`,
]

interface Said {
  n: number
  saying: number
  topic: string
  /** 0: as first written; a later edit replaces an earlier one. */
  edit: number
}

/** A post's author and time follow from its number: whatever of it arrives first says them. */
function post({ n, saying, topic, edit }: Said): IncomingActivity {
  const actor = ACTORS[n % ACTORS.length] as IncomingHandle
  return {
    kind: 'activity',
    operation: edit === 0 ? 'create' : 'update',
    type: 'Create',
    platform: actor.platform,
    externalKey: `post-${n}`,
    actor,
    publishedAt: new Date(Date.UTC(2026, 8, 1 + ((n * 7) % 24), 20, n)),
    content: { text: (SAYINGS[saying] as (topic: string) => string)(topic) },
    ...(edit === 0 ? {} : { editedAt: new Date(Date.UTC(2026, 9, edit)) }),
  }
}

const said: fc.Arbitrary<Arrival> = fc
  .record({
    n: fc.nat(23),
    saying: fc.nat(SAYINGS.length - 1),
    topic: fc.constantFrom(BEE, BEE, WASP),
    edit: fc.constantFrom(0, 0, 0, 1, 2),
  })
  .map(post)
const gone: fc.Arbitrary<Arrival> = fc.nat(23).map((n) => ({
  kind: 'deletion',
  platform: (ACTORS[n % ACTORS.length] as IncomingHandle).platform,
  externalKey: `post-${n}`,
}))
const closed: fc.Arbitrary<Arrival> = fc
  .constantFrom(...ACTORS)
  .map(({ platform, externalId }) => ({ kind: 'account-deletion', platform, externalId }))

const arrivals = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: said },
    { weight: 3, arbitrary: gone },
    { weight: 1, arbitrary: closed },
  ),
  { minLength: 1, maxLength: 12 },
)

type Step =
  | { kind: 'hear'; arrivals: Arrival[] }
  | { kind: 'add' | 'rename' | 'remove' | 'apply' }
  | { kind: 'expire'; days: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.integer({ min: 12, max: 30 }).map((days) => ({ kind: 'expire' as const, days })),
  },
  { weight: 6, arbitrary: arrivals.map((all) => ({ kind: 'hear' as const, arrivals: all })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('add' as const, 'rename' as const, 'remove' as const, 'apply' as const)
      .map((kind) => ({ kind })),
  },
)

/** Somebody who discovers, is satisfied and discovers again, the last post heard first. */
const ONCE_AROUND: Step[] = [
  { kind: 'hear', arrivals: [post({ n: 12, saying: 0, topic: BEE, edit: 0 })] },
  {
    kind: 'hear',
    arrivals: [
      post({ n: 8, saying: 5, topic: BEE, edit: 0 }),
      post({ n: 4, saying: 0, topic: BEE, edit: 0 }),
    ],
  },
]

/** Drops what was older than so many days at the end of the month in which all posts are. */
async function expire(workspace: TestWorkspace, days: number): Promise<void> {
  await workspace.run((tx) => tx.updateTable('workspace').set({ retention_days: days }).execute())
  const now = () => new Date(Date.UTC(2026, 8, 30))
  await dropExpired(workspace.door, workspace.id, { now, random: randomBytes })
}

async function take(opened: Opened, one: Step): Promise<void> {
  const { workspace, hearAll, add, apply } = opened
  if (one.kind === 'hear') await hearAll(one.arrivals)
  if (one.kind === 'apply') await apply()
  if (one.kind === 'expire') await expire(workspace, one.days)
  const { items } = await workspace.run((tx) => listTopics(tx, { limit: 50 }))
  const wasp = items.find(({ name }) => name !== BEE)
  if (one.kind === 'add' && wasp === undefined) await add(WASP)
  if (wasp === undefined) return
  if (one.kind === 'rename') {
    const name = wasp.name === WASP ? `${WASP}と` : WASP
    await workspace.run((tx) => patchTopic(tx, wasp.id, { name }, change()))
  }
  if (one.kind === 'remove') await workspace.run((tx) => deleteTopic(tx, wasp.id, change()))
}

/** All journeys, people named by their accounts: two runs that heard the same say the same. */
async function journeysOf(workspace: TestWorkspace) {
  const accounts = sql`(select string_agg(h.external_id, '+' order by h.external_id)
    from handle_ownership o join handle h on h.id = o.handle_id
    where o.person_id = j.person_id and o.until is null)`
  return workspace.run(async (tx) => {
    const { rows: moves } = await sql<{ from_stage: string; to_stage: string; round: number }>`
      select ${accounts} as person, t.name, a.external_key, j.from_stage, j.to_stage, j.stance, j.round, j.at
      from journey_move j join topic t on t.id = j.topic_id join activity a on a.id = j.activity_id
      order by 1, 2, j.activity_id`.execute(tx)
    const { rows: stages } = await sql`
      select ${accounts} as person, t.name, a.external_key, j.stage, j.stance, j.moved_stance, j.round
      from journey_stage j join topic t on t.id = j.topic_id join activity a on a.id = j.activity_id
      order by 1, 2`.execute(tx)
    const { rows: days } = await sql`
      select t.name, d.day, d.from_stage, d.to_stage, d.stance, d.moves from move_day d
      join topic t on t.id = d.topic_id order by 1, 2, 3, 4, 5`.execute(tx)
    return { moves, stages, days }
  })
}

async function expectAgreement({ workspace }: Opened): Promise<void> {
  expect(await workspace.run(checkDerived)).toEqual([])
  const kept = await journeysOf(workspace)
  await workspace.run((tx) => rebuildDerived(tx, workspace.id))
  expect(await journeysOf(workspace)).toEqual(kept)
}

describe('journeys', () => {
  it('equal those of a rebuild, whatever is late, edited, deleted, expired or renamed (property)', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const opened = await open()
        await opened.add(BEE)
        await opened.apply()
        for (const one of steps) {
          await take(opened, one)
          expect(await opened.workspace.run(checkDerived)).toEqual([])
        }
        await opened.apply()
        for (const { from_stage, to_stage, round } of (await journeysOf(opened.workspace)).moves) {
          seen.add(`${from_stage}-${to_stage}`).add(`round ${Math.min(round, 2)}`)
        }
        await expectAgreement(opened)
      }),
      { numRuns: RUNS, examples: [[ONCE_AROUND]] },
    )
    // The property would hold of nothing as well.
    for (const kind of ['none-discovery', 'satisfaction-discovery', 'round 2']) {
      expect(seen).toContain(kind)
    }
  }, 240_000)

  it('are the same in whatever order and batches their posts arrive (property)', async () => {
    const some = fc
      .array(fc.oneof({ weight: 12, arbitrary: said }, { weight: 1, arbitrary: gone }), {
        minLength: 2,
        maxLength: 40,
      })
      .map(distinct)
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.integer({ min: 1, max: 9 }),
        ),
      )
    await fc.assert(
      fc.asyncProperty(some, async ([inOrder, shuffled, size]) => {
        const [first, second] = [await open(), await open()]
        for (const opened of [first, second]) {
          await opened.add(BEE)
          await opened.apply()
        }
        await first.hearAll(inOrder)
        for (let i = 0; i < shuffled.length; i += size) {
          await second.hearAll(shuffled.slice(i, i + size))
        }
        expect(await journeysOf(second.workspace)).toEqual(await journeysOf(first.workspace))
      }),
      { numRuns: RUNS },
    )
  }, 240_000)

  it('are moved by no guess: a stage left open counts once a member has decided it', async () => {
    const opened = await open()
    await opened.add(BEE)
    await opened.apply()
    await opened.hearAll([post({ n: 0, saying: 8, topic: BEE, edit: 0 })])
    expect((await journeysOf(opened.workspace)).moves).toEqual([])
    const { id } = await opened.workspace.run((tx) =>
      tx.selectFrom('activity').select('id').executeTakeFirstOrThrow(),
    )
    await opened.workspace.run((tx) =>
      correctReading(
        tx,
        opened.workspace.id,
        id,
        { truth: { stage: 'discovery' }, origin: 'page' },
        change(),
      ),
    )
    expect((await journeysOf(opened.workspace)).moves).toMatchObject([
      { from_stage: 'none', to_stage: 'discovery' },
    ])
    await expectAgreement(opened)
  })

  it('hears of the same people in batches at once without losing a move', async () => {
    const opened = await open()
    await opened.add(BEE)
    await opened.apply()
    const all = Array.from({ length: 72 }, (_, i) =>
      post({ n: i, saying: (i * i) % 7, topic: BEE, edit: 0 }),
    )
    const batches = Array.from({ length: 6 }, (_, i) => all.filter((__, n) => n % 6 === i))
    await Promise.all(batches.map((batch) => opened.hearAll(batch)))
    expect((await journeysOf(opened.workspace)).moves.length).toBeGreaterThan(20)
    await expectAgreement(opened)
  })
})

/** One form of each post and edit: which of two that claim the same time is the later would be chance. */
function distinct(all: Arrival[]): Arrival[] {
  const byName = new Map(all.map((one) => [nameOf(one), one]))
  return [...byName.values()]
}

function nameOf(one: Arrival): string {
  if (one.kind !== 'activity') return JSON.stringify(one)
  return `${one.externalKey} ${one.editedAt?.getTime() ?? 0}`
}
