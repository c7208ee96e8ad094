import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { topicsOfWorld } from '#simulation/index.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { loadWorld } from './load-world.ts'

let dataFolder: string
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'enishi-load-world-'))
})
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

async function load({ id: workspaceId, door }: TestWorkspace, jobId: string): Promise<void> {
  const chance = { now: () => new Date('2026-11-01T00:00:00Z'), random: randomBytes }
  const parts = { door, dataFolder, chance, wish: { people: 50, days: 14 } }
  const job = { workspaceId, id: jobId, kind: 'load-world' as const, subjectId: null, attempts: 1 }
  await loadWorld(parts, job)
}

function seen(workspace: TestWorkspace) {
  return workspace.run(async (tx) => {
    const topics = await tx.selectFrom('topic').select('name').orderBy('name').execute()
    const runs = await tx
      .selectFrom('import')
      .select(['format', 'file_name'])
      .orderBy('format')
      .execute()
    const jobs = await tx
      .selectFrom('job')
      .select('subject_id')
      .where('kind', '=', 'import')
      .distinct()
      .execute()
    const channels = await tx.selectFrom('channel').select(['name', 'kind']).execute()
    return { topics: topics.map(({ name }) => name), runs, jobs: jobs.length, channels }
  })
}

it('sets up topics and puts imports in line, once also where it is done twice', async () => {
  const [workspace, jobId] = [await makeWorkspace(), newId()]
  await load(workspace, jobId)
  const once = await seen(workspace)
  expect(once.topics).toEqual(
    topicsOfWorld()
      .map(({ name }) => name)
      .sort(),
  )
  expect(once.runs.map(({ format }) => format)).toEqual([
    'activities',
    'outcomes-csv',
    'people-csv',
  ])
  expect(once.jobs).toBe(3)
  expect(new Set(once.channels.map(({ name }) => name))).toEqual(new Set(['サンプルの世界']))
  await load(workspace, jobId)
  expect(await seen(workspace)).toEqual(once)
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('world-'))).toEqual([])
})
