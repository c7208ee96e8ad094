import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { ImportRun } from '#http/contract/imports.ts'
import { openDatabase } from '#store/database.ts'
import { isProcessAlive } from '#store/embedded/process-alive.ts'
import { newInstallation, serve } from '#test/enishi-process.ts'
import { logState } from '#test/log-state.ts'
import { checkDerived } from '#understand/index.ts'

const KILLS = Number(process.env.ENISHI_KILLS ?? 10)
const SEED = Number(process.env.ENISHI_SEED ?? Date.now() % 1_000_000)
const RECORDS = Number(process.env.ENISHI_KILL_RECORDS ?? 40_000)

/** mulberry32: kills at the same moments for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Posts, edits, likes and deletions by 300 people, as `import --as activities` takes them. */
function exportFile(): string {
  const lines: string[] = []
  for (let i = 0; i < RECORDS; i++) {
    const actor = { platform: 'shop', handle: `h${i % 300}`, name: `人 ${i % 300}` }
    const published = new Date(Date.UTC(2026, 3, 1) + i * 61_000).toISOString()
    const base = { id: `a${i}`, actor, published }
    if (i % 20 === 19) lines.push(JSON.stringify({ ...base, type: 'Delete', object: `p${i - 7}` }))
    else if (i % 20 === 13)
      lines.push(
        JSON.stringify({
          ...base,
          type: 'Update',
          updated: published,
          object: { id: `p${i - 6}`, type: 'Note', content: `直した ${i}` },
        }),
      )
    else if (i % 5 === 4) lines.push(JSON.stringify({ ...base, type: 'Like', object: `p${i - 4}` }))
    else
      lines.push(
        JSON.stringify({
          ...base,
          type: 'Create',
          object: { id: `p${i}`, type: 'Note', content: `みつばち号 ${i} を買った。よい` },
        }),
      )
  }
  return `${lines.join('\n')}\n`
}

async function ask<Answer>(
  address: string,
  key: string,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, ...init.headers }
  const answer = await fetch(`${address}/api/v1${path}`, { ...init, headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

async function beginUpload(address: string, key: string, text: string): Promise<string> {
  const upload = await ask<{ uploadId: string; format: string }>(
    address,
    key,
    '/uploads?name=export.jsonl',
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: text,
    },
  )
  expect(upload.format).toBe('activities')
  const run = await ask<ImportRun>(address, key, '/imports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      uploadId: upload.uploadId,
      fileName: 'export.jsonl',
      format: 'activities',
    }),
  })
  return run.id
}

async function progressOf(address: string, key: string, id: string) {
  for (;;) {
    try {
      return await ask<ImportRun>(address, key, `/imports/${id}`)
    } catch (error) {
      // The database was killed a moment ago; the server starts it again.
      if (!/ 50[03] /.test(String(error))) throw error
      await sleep(100)
    }
  }
}

/** Waits until the import has moved on, or ended. */
async function untilMoved(address: string, key: string, id: string, from: number) {
  for (;;) {
    const run = await progressOf(address, key, id)
    if (run.state !== 'running' || run.tally.read > from) return run
    await sleep(20)
  }
}

async function untilDone(address: string, key: string, id: string) {
  for (;;) {
    const run = await progressOf(address, key, id)
    if (run.state !== 'running') return run
    await sleep(100)
  }
}

function postmasterOf(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres/db/postmaster.pid'), 'utf8'), 10)
}

async function stateOf(folder: string) {
  const database = await openDatabase({ folder })
  try {
    const { id } = await database.door.asSystem((tx) =>
      tx.selectFrom('workspace').select('id').executeTakeFirstOrThrow(),
    )
    const { door } = database
    const workspace = {
      id,
      slug: '',
      door,
      run: <T>(work: Parameters<typeof door.inWorkspace<T>>[1]) =>
        door.inWorkspace(id, work, 'background'),
    }
    return { state: await logState(workspace), differences: await workspace.run(checkDerived) }
  } finally {
    await database.close()
  }
}

describe('kill -9 in the middle of an import', () => {
  it(`loses and doubles nothing: ${KILLS} kills of server and database at random moments`, async () => {
    const text = exportFile()
    const random = randomFrom(SEED)
    const calm = await newInstallation('write')
    const quiet = await serve(calm.folder)
    const quietImport = await beginUpload(quiet.address, calm.key, text)
    const undisturbed = await untilDone(quiet.address, calm.key, quietImport)
    expect(undisturbed).toMatchObject({ state: 'done', tally: { read: RECORDS, refused: 0 } })
    quiet.server.child.kill('SIGTERM')
    expect(await quiet.server.ended()).toBe(0)

    const { folder, key } = await newInstallation('write')
    let { server, address } = await serve(folder)
    const id = await beginUpload(address, key, text)
    const seen: string[] = []
    let reached = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const before = await untilMoved(address, key, id, reached)
      reached = before.tally.read
      await sleep(random() * 300)
      const target = random() < 0.5 ? 'server' : 'database'
      seen.push(`${target}@${before.tally.read}`)
      if (target === 'database') {
        const pid = postmasterOf(folder)
        if (isProcessAlive(pid)) process.kill(pid, 'SIGKILL')
      } else {
        server.child.kill('SIGKILL')
        await server.ended()
        ;({ server, address } = await serve(folder))
      }
      const after = await progressOf(address, key, id)
      // What was acknowledged as read stays read.
      expect(after.tally.read, `seed ${SEED}`).toBeGreaterThanOrEqual(before.tally.read)
    }
    const disturbed = await untilDone(address, key, id)
    console.log(`seed ${SEED}; kills: ${seen.join(' ')}; of ${RECORDS}`)
    expect(disturbed.tally, `seed ${SEED}`).toEqual(undisturbed.tally)
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    const [left, right] = [await stateOf(calm.folder), await stateOf(folder)]
    expect(right.state, `seed ${SEED}`).toEqual(left.state)
    expect([left.differences, right.differences]).toEqual([[], []])
    const midway = seen.filter((one) => !one.endsWith(`@${RECORDS}`) && !one.endsWith('@0'))
    expect(midway.length, 'kills in the middle').toBeGreaterThanOrEqual(KILLS - 2)
  }, 900_000)
})
