import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blueskyKind } from '#channels/bluesky/live.ts'
import { hearPayloads } from '#test/heard-payloads.ts'
import { testChannel, testListening } from '#test/listening.ts'
import { loopbackOutside } from '#test/loopback-outside.ts'
import { emptyStreamLog, liveTools, runStream } from '#test/stream-sessions.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { type JetstreamShim, startShim } from './jetstream-shim.ts'
import { type Pds, type PdsAccount, startPds } from './pds.ts'

/** Where bin/test-live.mjs has installed the PDS. */
const folder = process.env.ENISHI_LIVE_SERVER
if (folder === undefined) throw new Error('run it by: npm run test:live -- bluesky')

const POST = 'app.bsky.feed.post'
const LIKE = 'app.bsky.feed.like'
const REPOST = 'app.bsky.feed.repost'
const FOLLOW = 'app.bsky.graph.follow'
const LAST_WORDS = 'おやすみなさい'

let pds: Pds
let shim: JetstreamShim
let cast: Record<'alice' | 'bob' | 'carol' | 'dave', PdsAccount>

beforeAll(async () => {
  pds = await startPds(folder)
  shim = await startShim(pds.url)
  cast = {
    alice: await pds.createAccount('alice.test'),
    bob: await pds.createAccount('bob.test'),
    carol: await pds.createAccount('carol.test'),
    dave: await pds.createAccount('dave.test'),
  }
})

afterAll(async () => {
  await shim.close()
  await pds.close()
})

interface LoggedActivity {
  key: string
  type: string
  did: string
  isDeleted: boolean
  text: string | null
  parent: string | null
  object: string | null
  revision: number
}

async function readLog(workspace: TestWorkspace): Promise<Map<string, LoggedActivity>> {
  const { rows } = await workspace.run((tx) =>
    sql<LoggedActivity>`
      select a.external_key as key, a.type, h.external_id as did, a.deleted_at is not null as "isDeleted",
        p.text, a.parent_key as parent, o.external_id as object, a.revision
      from activity a join handle h on h.workspace_id = a.workspace_id and h.id = a.handle_id
      left join handle o on o.workspace_id = a.workspace_id and o.id = a.object_handle_id
      left join post p on p.workspace_id = a.workspace_id and p.activity_id = a.id`.execute(tx),
  )
  return new Map(rows.map((row) => [row.key, row]))
}

async function readHandles(workspace: TestWorkspace) {
  const { rows } = await workspace.run((tx) =>
    sql<{ did: string; username: string | null; isDeleted: boolean }>`
      select external_id as did, username, deleted_at is not null as "isDeleted" from handle`.execute(
      tx,
    ),
  )
  return new Map(rows.map((row) => [row.did, row]))
}

/** What happens on the network, with the stream cut twice. Answers the at-uris by name. */
async function liveThroughADay() {
  const { alice, bob, carol, dave } = cast
  const say = (who: PdsAccount, text: string, more: object = {}) =>
    who.create(POST, { text, langs: ['ja'], ...more })
  const answer = (root: { uri: string; cid: string }, parent = root) => ({
    reply: { root, parent },
  })

  const praise = await say(alice, 'Enishi を入れてみた。とても良い')
  const unrelated = await say(alice, '今日は良い天気')
  const reply = await say(bob, 'それ、どこで買えますか?', answer(praise))
  const deeper = await say(dave, '自分も知りたい', answer(praise, reply))
  const like = await bob.create(LIKE, { subject: praise })
  const takenBack = await dave.create(LIKE, { subject: praise })
  const elsewhere = await bob.create(LIKE, { subject: unrelated })
  shim.cutAll()
  const repost = await carol.create(REPOST, { subject: praise })
  const follow = await bob.create(FOLLOW, { subject: carol.did })
  const notOurs = await bob.create(FOLLOW, { subject: alice.did })
  const byCarol = await say(carol, '新しい記事を書きました')
  const quote = await say(bob, 'これ', {
    embed: { $type: 'app.bsky.embed.record', record: byCarol },
  })
  const ofDave = await say(dave, 'ENISHI は高い')
  const regretted = await say(alice, 'enishi の悪口')
  await alice.put(praise.uri, {
    text: 'Enishi を入れてみた。とても良い(追記: 3 日目)',
    langs: ['ja'],
  })
  await dave.remove(takenBack.uri)
  shim.cutAll()
  await alice.remove(regretted.uri)
  await alice.changeHandle('alice-two.test')
  await pds.deleteAccount(dave.did)
  const last = await say(carol, LAST_WORDS)
  const kept = { praise, reply, like, repost, follow, byCarol, quote, last }
  const gone = { deeper, takenBack, ofDave, regretted }
  return { kept, gone, leftAside: { unrelated, elsewhere, notOurs } }
}

const urisOf = (named: Record<string, { uri: string }>) =>
  Object.values(named)
    .map(({ uri }) => uri)
    .sort()

test('a day on a real PDS is in the log as it is there', async () => {
  const address = shim.address
  const settings = blueskyKind.settle({
    ...{ address, apiAddress: pds.url, keywords: ['enishi'], accounts: ['carol.test'] },
  })
  const tools = liveTools(loopbackOutside)
  const running = runStream({
    ...{ kind: blueskyKind, settings, tools, log: emptyStreamLog() },
    isDone: ({ payloads }) => payloads.some(({ body }) => String(body).includes(LAST_WORDS)),
  })
  await expect.poll(() => shim.queries.length).toBe(1)
  const { kept, gone, leftAside } = await liveThroughADay()
  const log = await running
  expect(log.gaps).toEqual([])
  expect(log.opened).toBeGreaterThanOrEqual(3)

  const listening = await testListening()
  const workspace = await makeWorkspace()
  const channelId = await testChannel(workspace)
  const tally = await hearPayloads(listening, workspace, channelId, log.payloads)
  console.log('heard', log.counts, 'connections', shim.queries.length, 'tally', tally)
  expect(tally.refused).toBe(0)

  const logged = await readLog(workspace)
  const alive = [...logged.values()].filter(({ isDeleted }) => !isDeleted)
  expect(alive.map(({ key }) => key).sort()).toEqual(urisOf(kept))
  expect(
    [...logged.values()]
      .filter(({ isDeleted }) => isDeleted)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(urisOf(gone))
  for (const uri of urisOf(leftAside)) expect(logged.has(uri)).toBe(false)

  // What the PDS itself holds of those who are still there.
  for (const collection of [POST, LIKE, REPOST, FOLLOW]) {
    for (const { did } of [cast.alice, cast.bob, cast.carol]) {
      const there = await pds.recordsOf(did, collection)
      const here = alive.filter(({ key }) => key.startsWith(`at://${did}/${collection}/`))
      for (const { key, text } of here) expect(there.get(key)?.text ?? null).toBe(text)
      const expected = [...there.keys()].filter((uri) => !urisOf(leftAside).includes(uri))
      expect(here.map(({ key }) => key).sort()).toEqual(expected.sort())
    }
  }

  expect(logged.get(kept.praise.uri)).toMatchObject({ type: 'Create', revision: 2 })
  expect(logged.get(kept.reply.uri)).toMatchObject({ parent: kept.praise.uri })
  expect(logged.get(kept.like.uri)).toMatchObject({ type: 'Like', parent: kept.praise.uri })
  expect(logged.get(kept.repost.uri)).toMatchObject({ type: 'Announce', parent: kept.praise.uri })
  expect(logged.get(kept.follow.uri)).toMatchObject({ type: 'Follow', object: cast.carol.did })
  const handles = await readHandles(workspace)
  expect(handles.get(cast.alice.did)?.username).toBe('alice-two.test')
  expect(handles.get(cast.dave.did)?.isDeleted).toBe(true)
})
