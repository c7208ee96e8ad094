import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#store/database.ts'
import type { Transaction } from '#store/door.ts'
import { type EnishiProcess, runEnishi } from '#test/enishi-process.ts'
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
let data: string
let enishi: EnishiProcess | undefined
let ask: (path: string, body?: object) => Promise<{ status: number; answer: unknown }>
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
  console.info(`a PDS at ${pds.url}, four accounts, a Jetstream at ${shim.address}`)
  data = mkdtempSync(join(tmpdir(), 'enishi-live-'))
  ask = await startEnishi()
})

afterAll(async () => {
  if (enishi?.child.exitCode === null) enishi.child.kill('SIGTERM')
  await enishi?.ended()
  await shim?.close()
  await pds?.close()
  rmSync(data, { recursive: true, force: true })
})

/** A real Enishi with an empty log; answers how to ask it. */
async function startEnishi(): Promise<typeof ask> {
  const who = ['--workspace', 'live', '--email', 'a@example.com', '--name', 'A']
  const init = runEnishi(['init', ...who, '--data', data], { input: 'a long enough password\n' })
  expect(await init.ended(), init.err()).toBe(0)
  const made = runEnishi(['key', 'create', '--name', 'k', '--scope', 'admin', '--data', data])
  expect(await made.ended(), made.err()).toBe(0)
  const headers = {
    authorization: `Bearer ${made.out().trim()}`,
    'content-type': 'application/json',
  }
  const env = { ENISHI_ALLOW_HOSTS: '127.0.0.1, localhost' }
  enishi = runEnishi(['serve', '--port', '0', '--data', data], { env })
  const [, address] = await enishi.says(/(http:\/\/[\d.]+:\d+)/)
  return async (path, body) => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(`${address}/api/v1${path}`, { headers, ...sent })
    return { status: answer.status, answer: await answer.json() }
  }
}

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

interface LoggedHandle {
  did: string
  username: string | null
  isDeleted: boolean
}

/** What the log holds once the server has ended. */
async function readLog(): Promise<{
  activities: Map<string, LoggedActivity>
  handles: Map<string, LoggedHandle>
}> {
  const database = await openDatabase({ folder: data })
  try {
    const { door } = database
    const [workspace] = await door.asSystem((tx) =>
      tx.selectFrom('workspace').select('id').execute(),
    )
    return await door.inWorkspace(workspace?.id ?? '', async (tx) => ({
      activities: new Map((await activitiesOf(tx)).map((row) => [row.key, row])),
      handles: new Map((await handlesOf(tx)).map((row) => [row.did, row])),
    }))
  } finally {
    await database.close()
  }
}

async function activitiesOf(tx: Transaction): Promise<LoggedActivity[]> {
  const { rows } = await sql<LoggedActivity>`
    select a.external_key as key, a.type, h.external_id as did, a.deleted_at is not null as "isDeleted",
      p.text, a.parent_key as parent, o.external_id as object, a.revision
    from activity a join handle h on h.workspace_id = a.workspace_id and h.id = a.handle_id
    left join handle o on o.workspace_id = a.workspace_id and o.id = a.object_handle_id
    left join post p on p.workspace_id = a.workspace_id and p.activity_id = a.id`.execute(tx)
  return rows
}

async function handlesOf(tx: Transaction): Promise<LoggedHandle[]> {
  const { rows } = await sql<LoggedHandle>`
    select external_id as did, username, deleted_at is not null as "isDeleted" from handle`.execute(
    tx,
  )
  return rows
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
  // A PDS drops what it has not yet told of an account that goes.
  await expect.poll(() => shim.knows(ofDave.uri), { timeout: 20_000 }).toBe(true)
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

/** Presses the test button while somebody says something; answers the at-uri of what was said. */
async function tryOut(settings: object): Promise<string> {
  const probing = ask('/channels/probe', { kind: 'bluesky', settings })
  const queries = shim.queries.length
  await expect.poll(() => shim.queries.length, { timeout: 60_000 }).toBe(queries + 1)
  const { uri } = await cast.bob.create(POST, { text: 'まだ誰も聞いていない' })
  const { status, answer } = await probing
  console.info('probe', JSON.stringify(answer))
  expect(status).toBe(200)
  expect(answer).toMatchObject({ kind: 'works' })
  expect(JSON.stringify(answer)).toContain(cast.carol.did)
  return uri
}

interface ChannelHealth {
  gaps: unknown[]
  health: { events: number; taken: number; condition: string }
}

async function findPosts(words: string): Promise<unknown[]> {
  const { answer } = await ask(`/activities?q=${encodeURIComponent(words)}`)
  return (answer as { items: unknown[] }).items
}

test('a day on a real PDS is in the log as it is there', async () => {
  const settings = {
    ...{ address: shim.address, apiAddress: pds.url },
    ...{ keywords: ['enishi'], accounts: ['carol.test'] },
  }
  const unheard = await tryOut(settings)
  const added = await ask('/channels', { kind: 'bluesky', name: 'Bluesky', settings })
  expect(added.status, JSON.stringify(added.answer)).toBe(201)
  const { id } = added.answer as { id: string }
  await expect.poll(() => shim.queries.length, { timeout: 60_000 }).toBe(2)
  const { kept, gone, leftAside: notWanted } = await liveThroughADay()
  const leftAside = { ...notWanted, unheard: { uri: unheard } }
  await expect.poll(() => findPosts(LAST_WORDS), { timeout: 60_000 }).toHaveLength(1)
  let health: ChannelHealth = { gaps: [], health: { events: 0, taken: 0, condition: '' } }
  await expect
    .poll(
      async () => {
        health = (await ask(`/channels/${id}`)).answer as ChannelHealth
        return health.health.taken
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(Object.keys({ ...kept, ...gone }).length)
  console.info(
    `${shim.queries.length - 1} connections of the channel,`,
    JSON.stringify(health.health),
  )
  expect(health).toMatchObject({ gaps: [], health: { condition: 'listening' } })
  // The test button's, the first and at least one after a cut.
  expect(shim.queries.length).toBeGreaterThan(2)
  enishi?.child.kill('SIGTERM')
  expect(await enishi?.ended()).toBe(0)
  const { activities: logged, handles } = await readLog()
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
  expect(handles.get(cast.alice.did)?.username).toBe('alice-two.test')
  expect(handles.get(cast.dave.did)?.isDeleted).toBe(true)
})
