import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, it } from 'vitest'
import { type Database, openDatabase } from '#store/database.ts'
import { newInstallation, serve } from '#test/enishi-process.ts'
import { arrivalsOf, change, idOf, memberId } from '#test/learning.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import type { TestWorkspace } from '#test/workspace.ts'
import {
  checkDerived,
  correctReading,
  createReader,
  loadBaseModel,
  loadLanguageDetector,
  readQuality,
  understandHere,
} from '#understand/index.ts'
import { inventPosts } from '#understand/testing/invented-posts.ts'
import { smallBase } from '#understand/testing/small-base.ts'
import { seededChance } from '#vocabulary/index.ts'

const KILLS = Number(process.env.ENISHI_KILLS ?? 5)
const SEED = Number(process.env.ENISHI_SEED ?? Date.now() % 1_000_000)
const POSTS = Number(process.env.ENISHI_KILL_POSTS ?? 10_000)
const AT_ONCE = 400
const base = { name: loadBaseModel().name }
const earlier = smallBase('small-0')

it(`reads old posts again exactly once, through ${KILLS} kills of the server`, async () => {
  const random = seededChance(SEED, 'kills')
  const { folder, key } = await newInstallation('write')
  await withWorkspace(folder, fill)
  let { server, address } = await serve(folder)
  const seen: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const before = await untilMoved(address, key, seen.at(-1) ?? 0)
    await sleep(random() * 500)
    seen.push(before)
    server.child.kill('SIGKILL')
    await server.ended()
    ;({ server, address } = await serve(folder))
    // What was read again stays read.
    expect(await readAnew(address, key), `seed ${SEED}`).toBeGreaterThanOrEqual(before)
  }
  await untilMoved(address, key, POSTS - 1)
  console.log(`seed ${SEED}; kills at ${seen.join(' ')} of ${POSTS} posts`)
  expect(seen.filter((read) => read < POSTS).length, 'kills in the middle').toBeGreaterThan(0)
  server.child.kill('SIGTERM')
  expect(await server.ended()).toBe(0)
  await withWorkspace(folder, expectAllReadOnce)
})

/** Does something with the one workspace of an installation that no server runs on. */
async function withWorkspace(
  folder: string,
  work: (workspace: TestWorkspace, database: Database) => Promise<void>,
): Promise<void> {
  const database = await openDatabase({ folder })
  try {
    const { door } = database
    const { id } = await door.asSystem((tx) =>
      tx.selectFrom('workspace').select('id').executeTakeFirstOrThrow(),
    )
    await work({ id, slug: '', door, run: (inside) => door.inWorkspace(id, inside) }, database)
  } finally {
    await database.close()
  }
}

/** Posts that an earlier base read, one of them corrected, and a witness of every reading from now on. */
async function fill(workspace: TestWorkspace, database: Database): Promise<void> {
  const reader = createReader(await loadLanguageDetector(), earlier)
  const listening = await testListening(workspace.door, understandHere(reader))
  const channel = await testChannel(workspace)
  const arrivals = arrivalsOf(inventPosts(POSTS, seededChance(1, 'log'), 0.3))
  for (let at = 0; at < arrivals.length; at += AT_ONCE) {
    await hear(listening, workspace, channel, arrivals.slice(at, at + AT_ONCE))
  }
  const corrected = await idOf(workspace, 'p7')
  const truth = { truth: { stage: 'recommendation' }, origin: 'page' as const }
  await workspace.run((tx) =>
    correctReading(tx, workspace.id, corrected, truth, { ...change(), authorId: memberId }),
  )
  await placeWitness(database)
}

interface Witnessed {
  activityId: string
  was: string
  model: string
  times: number
}

/** The database itself notes which reading took the place of which; what is not committed isn't noted. */
async function placeWitness({ connection }: Database): Promise<void> {
  await asOwner(connection, async (client) => {
    await client.query(`
      create schema witness;
      create table witness.note (activity_id uuid, was text, model text);
      create function witness.note_reading() returns trigger language plpgsql security definer as $$
        begin
          insert into witness.note (activity_id, was, model)
            values (new.activity_id, old.model, new.model);
          return null;
        end $$;
      grant usage on schema witness to public;
      create trigger note_reading after update on reading
        for each row execute function witness.note_reading();`)
  })
}

async function witnessed({ connection }: Database): Promise<Witnessed[]> {
  return asOwner(connection, async (client) => {
    const { rows } = await client.query<Witnessed>(`
      select activity_id as "activityId", was, model, count(*)::integer as times
      from witness.note group by 1, 2, 3`)
    return rows
  })
}

async function asOwner<T>(
  connection: Database['connection'],
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

type Shown = Pick<Awaited<ReturnType<typeof readQuality>>, 'readBy' | 'rereading'>

/** Posts that the shipped base has read by now, as the page Quality shows them. */
async function readAnew(address: string, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(`${address}/api/v1/quality`, { headers })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${said}`)
  const { readBy, rereading } = JSON.parse(said) as Shown
  expect(rereading?.state).not.toBe('failed')
  // Portions move whole from one model to the other: no chart ever shows a post twice or not at all.
  expect(readBy.reduce((sum, { posts }) => sum + posts, 0)).toBe(POSTS)
  return readBy.find(({ model }) => model === base.name)?.posts ?? 0
}

/** Waits until more than `from` posts are read anew, or all. */
async function untilMoved(address: string, key: string, from: number): Promise<number> {
  for (;;) {
    const read = await readAnew(address, key)
    if (read > from || read === POSTS) return read
    await sleep(50)
  }
}

async function expectAllReadOnce(workspace: TestWorkspace, database: Database): Promise<void> {
  const notes = await witnessed(database)
  expect(new Set(notes.map(({ was, model }) => `${was} > ${model}`))).toEqual(
    new Set([`${earlier.name} > ${base.name}`]),
  )
  expect(notes.filter(({ times }) => times !== 1)).toEqual([])
  expect(new Set(notes.map(({ activityId }) => activityId)).size).toBe(POSTS)
  const quality = await workspace.run((tx) => readQuality(tx, workspace.id, base))
  expect(quality.readBy).toEqual([{ model: base.name, posts: POSTS }])
  expect(quality.rereading).toBeNull()
  expect(await workspace.door.inWorkspace(workspace.id, checkDerived, 'background')).toEqual([])
  await expectReadingsOfBase(workspace)
}

/** Every post says what the shipped base says of its text, but for what a member corrected. */
async function expectReadingsOfBase(workspace: TestWorkspace): Promise<void> {
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  const { rows } = await workspace.run((tx) =>
    sql<{ text: string; sentiment: string; stage: string; corrected: boolean }>`
      select p.text, r.sentiment, r.stage, r.corrected_by is not null as corrected
      from post p join reading r on r.workspace_id = p.workspace_id and r.activity_id = p.activity_id
      where p.workspace_id = ${workspace.id}`.execute(tx),
  )
  expect(rows).toHaveLength(POSTS)
  const wrong = rows.filter(({ text, sentiment, stage, corrected }) => {
    const said = reader.read(text)
    return said.sentiment !== sentiment || stage !== (corrected ? 'recommendation' : said.stage)
  })
  expect(wrong).toEqual([])
  expect(rows.filter(({ corrected }) => corrected)).toHaveLength(1)
}
