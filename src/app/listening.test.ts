import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { logState } from '#test/log-state.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { applyTopics, checkDerived, rebuildDerived } from '#understand/index.ts'
import type { Arrival, IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'

const HANAKO: IncomingHandle = { platform: 'shop', externalId: 'hanako', displayName: '山田 花子' }

function post(key: string, text: string, more: Partial<IncomingActivity> = {}): IncomingActivity {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: key,
    actor: HANAKO,
    publishedAt: new Date('2026-10-01T03:00:00Z'),
    content: { text },
    ...more,
  }
}

const gone = (externalKey: string): Arrival => ({ kind: 'deletion', platform: 'shop', externalKey })

async function addTopic(workspace: TestWorkspace, name: string): Promise<string> {
  const id = newId()
  await workspace.run(async (tx) => {
    await tx
      .insertInto('topic')
      .values({ workspace_id: workspace.id, id, name, kind: 'own', applied_at: null })
      .execute()
    await sql`update workspace set topics_revision = topics_revision + 1`.execute(tx)
  })
  return id
}

async function open() {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening()
  const hearAll = (...arrivals: Arrival[]) => hear(listening, workspace, channel, arrivals)
  return { workspace, hearAll }
}

const actors = ['a', 'b', 'c'].map((externalId) => ({ platform: 'shop', externalId }))
const texts = [
  'みつばち号を買った',
  'みつばち号が壊れた。最悪',
  'みつばち号おすすめ',
  'hello',
  'みつばち号 気になる',
]
/** Posts, likes, edits and deletions of a few accounts, meeting each other often. */
const arrival: fc.Arbitrary<Arrival> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        key: fc.integer({ min: 1, max: 8 }),
        actor: fc.constantFrom(...actors),
        text: fc.constantFrom(...texts),
        day: fc.integer({ min: 1, max: 28 }),
        type: fc.constantFrom('Create' as const, 'Create' as const, 'Like' as const),
        edit: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ key, actor, text, day, type, edit }) =>
        post(`${type}-${key}`, text, {
          actor,
          type,
          // No two posts at one instant: which of them is the later would be chance.
          publishedAt: new Date(Date.UTC(2026, 8, day, 20, key, type.length)),
          ...(edit === 0
            ? {}
            : { operation: 'update' as const, editedAt: new Date(Date.UTC(2026, 9, edit)) }),
          ...(type === 'Like' ? { parentKey: 'Create-1' } : {}),
        }),
      ),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 8 }).map((key) => gone(`Create-${key}`)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...actors)
      .map((actor) => ({ kind: 'account-deletion' as const, ...actor })),
  },
)

describe('listening', () => {
  it('keeps one row an activity however often it arrives', async () => {
    const { workspace, hearAll } = await open()
    expect(await hearAll(post('1', 'よい'), post('1', 'よい'))).toMatchObject({
      new: 1,
      duplicate: 1,
    })
    const before = await logState(workspace)
    expect(await hearAll(post('1', 'よい'))).toMatchObject({ new: 0, duplicate: 1 })
    expect(await logState(workspace)).toEqual(before)
  })

  it('replaces what was edited, and takes no older form back', async () => {
    const { workspace, hearAll } = await open()
    const first = post('1', '届いた。最高')
    const edit = post('1', '壊れた。最悪', {
      operation: 'update',
      editedAt: new Date('2026-10-02'),
    })
    expect(await hearAll(first, edit)).toMatchObject({ new: 1, updated: 1 })
    const edited = await logState(workspace)
    expect(edited.activities).toMatchObject([
      { text: '壊れた。最悪', revision: 2, sentiment: 'negative' },
    ])
    expect(edited.payloads).toHaveLength(2)
    expect(await hearAll(first, edit)).toMatchObject({ duplicate: 2 })
    expect(await logState(workspace)).toEqual(edited)
  })

  it('notices a change that the source does not date', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', 'a'))
    expect(await hearAll(post('1', 'b'))).toMatchObject({ updated: 1 })
    expect(await hearAll(post('1', 'c'))).toMatchObject({ updated: 1 })
    expect(await hearAll(post('1', 'a'))).toMatchObject({ duplicate: 1 })
    expect((await logState(workspace)).activities).toMatchObject([{ text: 'c', revision: 3 }])
  })

  it('leaves a tombstone without words, also when the deletion comes first', async () => {
    const { workspace, hearAll } = await open()
    expect(await hearAll(post('1', '秘密'), gone('1'), gone('1'), post('1', '秘密'))).toMatchObject(
      {
        new: 1,
        deleted: 1,
        duplicate: 2,
      },
    )
    expect(await hearAll(gone('2'), post('2', '早い'))).toMatchObject({ deleted: 1, duplicate: 1 })
    const state = await logState(workspace)
    expect(state.activities).toMatchObject([{ external_key: '1', is_deleted: true, text: null }])
    expect([state.payloads, state.days, state.people]).toEqual([[], [], []])
  })

  it('buries all that an account did when the account goes', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', 'a'), post('2', 'b'))
    const account: Arrival = { kind: 'account-deletion', platform: 'shop', externalId: 'hanako' }
    expect(await hearAll(account, account)).toMatchObject({ deleted: 1, duplicate: 1 })
    const state = await logState(workspace)
    expect(state.activities).toMatchObject([{ is_deleted: true }, { is_deleted: true }])
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('joins handles on exact signals only', async () => {
    const { workspace, hearAll } = await open()
    const mail = {
      platform: 'mail',
      externalId: 'taro@example.com',
      displayName: 'Taro',
      verifiedEmail: 'taro@example.com',
    }
    const shop = {
      platform: 'shop',
      externalId: 't1',
      displayName: 'たろう',
      verifiedEmail: 'Taro@Example.com',
    }
    const namesake = { platform: 'forum', externalId: 't2', displayName: 'Taro' }
    const page = { platform: 'bluesky', externalId: 'did:plc:t', url: 'https://bsky.app/profile/t' }
    const linked = {
      platform: 'mastodon',
      externalId: 'https://m.example/@t',
      verifiedLinks: ['https://bsky.app/profile/t'],
    }
    const say = (actor: IncomingHandle, key: string) =>
      post(key, 'x', { actor, platform: actor.platform })
    await hearAll(say(mail, '1'), say(namesake, '2'), say(linked, '3'))
    await hearAll(say(shop, '4'), say(page, '5'))
    const { rows } = await workspace.run((tx) =>
      sql<{ handles: string[] }>`select array_agg(h.external_id order by h.external_id) as handles
        from handle_person hp join handle h on h.workspace_id = hp.workspace_id and h.id = hp.handle_id
        group by hp.person_id order by 1`.execute(tx),
    )
    expect(rows.map((row) => row.handles)).toEqual([
      ['did:plc:t', 'https://m.example/@t'],
      ['t1', 'taro@example.com'],
      ['t2'],
    ])
  })

  it('follows profiles that change, keeps what they do not say, and finds people under old names', async () => {
    const { workspace, hearAll } = await open()
    const profile = (more: Partial<IncomingHandle>): Arrival => ({
      kind: 'profile',
      handle: { platform: 'shop', externalId: 'h', ...more },
    })
    await hearAll(profile({ displayName: '山田 花子', username: 'hana', kind: 'person' }))
    const other = { platform: 'shop', externalId: 'o', displayName: 'Other' }
    await hearAll({ kind: 'profile', handle: other })
    const tally = await hearAll(profile({ displayName: '佐藤 花子', kind: 'unknown' }), {
      kind: 'profile',
      handle: { ...other, bio: 'new' },
    })
    expect(tally).toMatchObject({ updated: 2 })
    const { handles } = await logState(workspace)
    expect(handles).toMatchObject([
      {
        external_id: 'h',
        display_name: '佐藤 花子',
        username: 'hana',
        kind: 'person',
        person: '佐藤 花子',
      },
      { external_id: 'o', display_name: 'Other', person: 'Other' },
    ])
    const [{ tokens }] = handles as [{ tokens: string }]
    for (const name of ['山田', '佐藤', 'hana']) expect(tokens).toContain(`'${name}'`)
    expect(await hearAll(profile({ displayName: '佐藤 花子' }))).toMatchObject({ duplicate: 1 })
  })

  it('joins handles that are new in one batch as it does over several', async () => {
    const { workspace, hearAll } = await open()
    const mail = { platform: 'mail', externalId: 'm', verifiedEmail: 'a@example.com' }
    const shop = { platform: 'shop', externalId: 's', verifiedEmail: 'a@example.com' }
    const page = { platform: 'bluesky', externalId: 'b', url: 'https://bsky.app/profile/a' }
    const linked = {
      platform: 'mastodon',
      externalId: 'l',
      verifiedEmail: 'a@example.com',
      verifiedLinks: ['https://bsky.app/profile/a'],
    }
    const say = (actor: IncomingHandle, key: string) =>
      post(key, 'x', { actor, platform: actor.platform })
    await hearAll(say(mail, '1'), say(shop, '2'))
    await hearAll(say(page, '3'))
    const { rows } = await workspace.run((tx) =>
      sql<{ handles: string[] }>`select array_agg(h.external_id order by h.external_id) as handles
        from handle_person hp join handle h on h.workspace_id = hp.workspace_id and h.id = hp.handle_id
        group by hp.person_id order by 1`.execute(tx),
    )
    expect(rows.map((row) => row.handles)).toEqual([['b'], ['m', 's']])
    // Meets two persons: which of them it is, is no certainty.
    await hearAll(say(linked, '4'))
    const { people } = await logState(workspace)
    expect(people).toHaveLength(3)
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('finds topics in new posts, and in old ones when a topic is added', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', 'ミツバチ号を買った'), post('2', 'ﾐﾂﾊﾞﾁ号が壊れた'), post('3', 'なし'))
    await addTopic(workspace, 'みつばち号')
    await hearAll(post('4', '【みつばち号】おすすめ'))
    expect(await applyTopics(workspace.door, workspace.id)).toHaveLength(1)
    const state = await logState(workspace)
    expect(state.topics).toMatchObject([
      { external_key: '1', starts_at: 0, ends_at: 5 },
      { external_key: '2', starts_at: 0 },
      { external_key: '4', starts_at: 1, ends_at: 6 },
    ])
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('agrees with a rebuild from the log, however batches are cut, and twice is once (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arrival, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        async (arrivals, size) => {
          const plain = arrivals.map((one) =>
            'content' in one && one.type === 'Like' ? withoutContent(one) : one,
          )
          const [whole, cut] = [await open(), await open()]
          for (const { workspace } of [whole, cut]) {
            await workspace.run((tx) =>
              sql`insert into topic (workspace_id, id, name, kind, applied_at) values (${workspace.id}, '00000000-0000-7000-8000-000000000001', 'みつばち号', 'own', now())`.execute(
                tx,
              ),
            )
          }
          await whole.hearAll(...plain)
          for (let i = 0; i < plain.length; i += size)
            await cut.hearAll(...plain.slice(i, i + size))
          const state = await logState(whole.workspace)
          expect(await logState(cut.workspace)).toEqual(state)
          expect(await whole.workspace.run(checkDerived)).toEqual([])
          await whole.hearAll(...plain.filter((one) => one.kind !== 'account-deletion'))
          expect(await whole.workspace.run(checkDerived)).toEqual([])
        },
      ),
      { numRuns: Number(process.env.ENISHI_PROPERTY_RUNS ?? 25) },
    )
  }, 120_000)

  it('says what differs, and puts it right', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', 'a'))
    await workspace.run((tx) => sql`update reading_day set posts = 7`.execute(tx))
    expect(await workspace.run(checkDerived)).toEqual([
      { table: 'reading_day', missing: 1, surplus: 1 },
    ])
    await workspace.run((tx) => rebuildDerived(tx, workspace.id))
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('hears the same keys from two batches at once without losing or doubling any', async () => {
    const { workspace, hearAll } = await open()
    const posts = Array.from({ length: 40 }, (_, i) => post(`k${i}`, `text ${i}`))
    const tallies = await Promise.all([
      hearAll(...posts),
      hearAll(...posts.toReversed()),
      hearAll(...posts),
    ])
    expect(tallies.reduce((sum, tally) => sum + tally.new, 0)).toBe(40)
    expect((await logState(workspace)).activities).toHaveLength(40)
    expect(await workspace.run(checkDerived)).toEqual([])
  })
})

function withoutContent(activity: IncomingActivity): IncomingActivity {
  const { content: _, ...rest } = activity
  return rest
}
