import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { checkDerived, dropExpired, listPersonTies, listTieActivities } from '#understand/index.ts'
import {
  type Arrival,
  type IncomingActivity,
  type IncomingHandle,
  TIE_KINDS,
  type TieKind,
} from '#vocabulary/index.ts'

const NOW = new Date('2026-10-31T00:00:00Z')
const RUNS = Number(process.env.ENISHI_PROPERTY_RUNS ?? 15)
const ACTORS: IncomingHandle[] = ['a', 'b', 'c'].map((externalId) => ({
  platform: 'shop',
  externalId,
  displayName: externalId,
}))
const actorOf = (n: number) => ACTORS[n % ACTORS.length] as IncomingHandle

interface Act {
  n: number
  type: 'Create' | 'Like' | 'Announce' | 'Follow'
  /** What it answers, shares or likes. */
  of: number | null
  /** Whom it names: of a post mentions, else the object. */
  names: number | null
  edit: number
}

/** Author and time follow from the number, so that whatever of it arrives first says them. */
function toArrival({ n, type, of, names, edit }: Act): IncomingActivity {
  const named = names === null ? undefined : actorOf(names)
  return {
    kind: 'activity',
    operation: edit === 0 ? 'create' : 'update',
    type,
    platform: 'shop',
    externalKey: `${n}`,
    // A second key, under which others may know it.
    ...(n % 4 === 0 && edit > 0 ? { alsoKnownAs: [`alias-${n}`] } : {}),
    actor: actorOf(n),
    publishedAt: new Date(Date.UTC(2026, 8, 1 + ((n * 5) % 9), 14, n)),
    ...(type === 'Create' ? { content: { text: `post ${edit}` } } : {}),
    ...(of === null ? {} : { parentKey: of % 4 === 0 && n % 2 === 0 ? `alias-${of}` : `${of}` }),
    ...(named === undefined
      ? {}
      : type === 'Create'
        ? { mentions: [named] }
        : { objectHandle: named }),
    ...(edit === 0 ? {} : { editedAt: new Date(Date.UTC(2026, 9, edit)) }),
  }
}

const ofSome = fc.option(fc.integer({ min: 0, max: 9 }))
const act: fc.Arbitrary<Act> = fc.record({
  n: fc.integer({ min: 0, max: 9 }),
  type: fc.constantFrom('Create', 'Create', 'Create', 'Like', 'Announce', 'Follow'),
  of: ofSome,
  names: ofSome,
  edit: fc.integer({ min: 0, max: 2 }),
})
const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  { weight: 8, arbitrary: act.map(toArrival) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 9 })
      .map((n): Arrival => ({ kind: 'deletion', platform: 'shop', externalKey: `${n}` })),
  },
)

async function open() {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening()
  return { workspace, hearAll: (some: Arrival[]) => hear(listening, workspace, channel, some) }
}

/** Counted from the log one activity at a time, by the words of the definition. */
async function slowTies(workspace: TestWorkspace): Promise<string[]> {
  const { log, keys, mentions } = await workspace.run(async (tx) => ({
    log: (
      await sql<Row>`select id, type, platform, handle_id as "by", object_handle_id as object,
      encode(parent_hash, 'hex') as parent, deleted_at is null as "isThere",
      (published_at at time zone 'Asia/Tokyo')::date::text as day from activity`.execute(tx)
    ).rows,
    keys: (
      await sql<{ key: string; id: string }>`select encode(external_key_hash, 'hex') as key,
      activity_id as id from activity_source`.execute(tx)
    ).rows,
    mentions: await tx.selectFrom('activity_mention').selectAll().execute(),
  }))
  const byId = new Map(log.map((row) => [row.id, row]))
  const idOf = new Map(keys.map(({ key, id }) => [key, id]))
  const counts = new Map<string, number>()
  const count = (one: Row, to: string | null | undefined, kind: TieKind) => {
    if (!to || to === one.by) return
    const key = `${one.by} ${to} ${one.day} ${kind}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const one of log.filter(({ isThere }) => isThere)) {
    const author = byId.get(idOf.get(one.parent ?? '') ?? '')?.by
    if (one.type === 'Create') count(one, author, 'answers')
    if (one.type === 'Like') count(one, one.object ?? author, 'likes')
    if (one.type === 'Announce') count(one, one.object ?? author, 'shares')
    if (one.type === 'Follow') count(one, one.object, 'follows')
    for (const { activity_id, handle_id } of mentions) {
      if (activity_id === one.id) count(one, handle_id, 'mentions')
    }
  }
  return [...counts].map(([key, n]) => `${key} ${n}`).sort()
}

interface Row {
  id: string
  type: string
  by: string
  object: string | null
  parent: string | null
  isThere: boolean
  day: string
}

async function keptTies(workspace: TestWorkspace): Promise<string[]> {
  const rows = await workspace.run((tx) => tx.selectFrom('tie').selectAll().execute())
  return rows
    .flatMap((row) =>
      TIE_KINDS.filter((kind) => row[kind] !== 0).map(
        (kind) => `${row.from_handle_id} ${row.to_handle_id} ${row.day} ${kind} ${row[kind]}`,
      ),
    )
    .sort()
}

const differences = (workspace: TestWorkspace) => workspace.run((tx) => checkDerived(tx))

describe('ties between people', () => {
  it('are those of the log, whatever arrives in whatever order and batches', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(arrival, { minLength: 1, maxLength: 12 }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (batches) => {
          const { workspace, hearAll } = await open()
          for (const batch of batches) await hearAll(batch)
          const kept = await keptTies(workspace)
          expect(kept).toEqual(await slowTies(workspace))
          expect(await differences(workspace)).toEqual([])
          seen += kept.length
        },
      ),
      { numRuns: RUNS },
    )
    expect(seen).toBeGreaterThan(RUNS)
  })

  it('miss nothing when an answer and its post come in two batches at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { workspace, hearAll } = await open()
      await hearAll([toArrival({ n: 9, type: 'Create', of: null, names: 0, edit: 0 })])
      const some = (from: number, step: number) =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8]
          .filter((n) => n % 2 === from)
          .map((n) => toArrival({ n, type: 'Create', of: (n + step) % 9, names: null, edit: 0 }))
      await Promise.all([hearAll(some(0, 1)), hearAll(some(1, 1))])
      expect(await keptTies(workspace)).toEqual(await slowTies(workspace))
    }
  })

  it('lose what retention drops, and what answered it', async () => {
    const { workspace, hearAll } = await open()
    await hearAll([
      {
        ...toArrival({ n: 0, type: 'Create', of: null, names: 1, edit: 0 }),
        publishedAt: new Date('2026-01-05'),
      },
      {
        ...toArrival({ n: 1, type: 'Create', of: 0, names: null, edit: 0 }),
        publishedAt: new Date('2026-10-05'),
      },
    ])
    expect(await keptTies(workspace)).toHaveLength(2)
    await workspace.run((tx) => sql`update workspace set retention_days = 100`.execute(tx))
    await dropExpired(workspace.door, workspace.id, { now: () => NOW, random: randomBytes })
    expect(await keptTies(workspace)).toEqual([])
    expect(await differences(workspace)).toEqual([])
  })
})

describe('ties of a person', () => {
  it('name who turns to whom, weigh the recent more, and lead to the posts', async () => {
    const { workspace, hearAll } = await open()
    const say = (
      n: number,
      by: string,
      at: string,
      more: Partial<IncomingActivity> = {},
    ): Arrival => ({
      ...toArrival({ n, type: 'Create', of: null, names: null, edit: 0 }),
      externalKey: `p${n}`,
      actor: { platform: 'shop', externalId: by, displayName: by },
      publishedAt: new Date(at),
      ...more,
    })
    await hearAll([
      say(1, 'hana', '2026-10-30T03:00:00Z'),
      // The old friend answered twice, long ago; the new one once, yesterday.
      say(2, 'old', '2026-02-01T03:00:00Z', { parentKey: 'p1' }),
      say(3, 'old', '2026-02-02T03:00:00Z', { parentKey: 'p1' }),
      say(4, 'new', '2026-10-30T04:00:00Z', { parentKey: 'p1' }),
      say(5, 'hana', '2026-10-30T05:00:00Z', { parentKey: 'p4' }),
    ])
    const person = async (name: string) =>
      (
        await workspace.run((tx) =>
          tx
            .selectFrom('person')
            .select('id')
            .where('display_name', '=', name)
            .executeTakeFirstOrThrow(),
        )
      ).id
    const [hana, old, fresh] = [await person('hana'), await person('old'), await person('new')]
    const read = (id: string, more = {}) =>
      workspace.run((tx) => listPersonTies(tx, id, { limit: 10, ...more }, NOW))
    const { items } = await read(hana)
    expect(items.map(({ person }) => person.name)).toEqual(['new', 'old'])
    expect(items[0]).toMatchObject({
      given: { answers: 1 },
      received: { answers: 1 },
      lastOn: '2026-10-30',
      isOurs: false,
    })
    expect(items[0]?.strength).toBeCloseTo(2 * 2 ** (-1 / 90), 6)
    expect(items[1]?.strength).toBeCloseTo(2 ** (-272 / 90) + 2 ** (-271 / 90), 6)
    // Merged, both of them are one; what they did leads to the posts.
    await workspace.run((tx) =>
      tx.updateTable('person').set({ merged_into: old }).where('id', '=', fresh).execute(),
    )
    const merged = await read(hana)
    expect(merged.items).toMatchObject([{ person: { id: old }, received: { answers: 3 } }])
    const pair = { id: hana, other: fresh }
    const acts = (by?: 'id' | 'other', cursor?: string, limit = 2) =>
      workspace.run((tx) => listTieActivities(tx, pair, by, { limit, cursor }))
    const first = await acts()
    expect(first.items).toHaveLength(2)
    const rest = await acts(undefined, first.next ?? '')
    expect(rest.items).toHaveLength(2)
    expect(rest.next).toBeNull()
    expect((await acts('id', undefined, 9)).items).toHaveLength(1)
    expect((await acts('other', undefined, 9)).items).toHaveLength(3)
  })
})
