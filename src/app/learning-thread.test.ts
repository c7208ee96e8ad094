import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, inject, it } from 'vitest'
import { seedChannel, seedPerson, seedPost, seedRollUps } from '#test/seed.ts'
import { makeWorkspace, newId, randomBytes } from '#test/workspace.ts'
import {
  askToTrain,
  checkDerived,
  correctReading,
  loadBaseModel,
  readQuality,
  rebuildDerived,
} from '#understand/index.ts'
import type { LearningWork } from './learning-thread.ts'

const base = { name: loadBaseModel().name }
const change = () => ({ authorId: newId(), now: new Date(), random: randomBytes })

async function openLog() {
  const workspace = await makeWorkspace()
  const channel = await seedChannel(workspace, 'log')
  const { handleId: by } = await seedPerson(workspace, '山田 花子')
  const ids: string[] = []
  for (const [at, text] of [
    'アプリがまた落ちた。最悪',
    '届いた！最高です',
    '使い方は？',
  ].entries()) {
    ids.push(await seedPost(workspace, { at: `2026-10-0${at + 1}T00:00:00Z`, by, channel, text }))
  }
  await seedRollUps(workspace)
  await workspace.run((tx) => rebuildDerived(tx, workspace.id))
  return { workspace, ids }
}

/** Runs the thread to its end; answers what it failed with. */
async function runThread(work: LearningWork): Promise<unknown[]> {
  const connection = { connectionString: inject('databaseUrl') }
  const url = new URL('./learning-thread.ts', import.meta.url)
  const worker = new Worker(url, { workerData: { connection, work } })
  const failures: unknown[] = []
  worker.on('message', (failure) => failures.push(failure))
  await once(worker, 'exit')
  return failures
}

it('reads what another model read', { timeout: 60_000 }, async () => {
  const { workspace } = await openLog()
  expect(await runThread({ kind: 'read-again', workspaceId: workspace.id })).toEqual([])
  const quality = await workspace.run((tx) => readQuality(tx, workspace.id, base))
  expect(quality.readBy).toEqual([{ model: base.name, posts: 3 }])
  expect(await workspace.run(checkDerived)).toEqual([])
})

it('trains a candidate, and says where it fails', { timeout: 60_000 }, async () => {
  const { workspace, ids } = await openLog()
  const { id: workspaceId } = workspace
  const correction = { truth: { churn: 'yes' }, origin: 'page' as const }
  const candidateId = await workspace.run(async (tx) => {
    await correctReading(tx, workspaceId, ids[0] ?? '', correction, change())
    await askToTrain(tx, workspaceId, base, change())
    const job = await tx.selectFrom('job').select('subject_id').executeTakeFirstOrThrow()
    return job.subject_id ?? ''
  })
  expect(await runThread({ kind: 'train-model', workspaceId, candidateId })).toEqual([])
  const { models } = await workspace.run((tx) => readQuality(tx, workspaceId, base))
  expect(models).toMatchObject([
    { version: 1, state: 'refused', reason: 'too-few-audits', learntFrom: 1 },
    { version: 0, state: 'running' },
  ])
  const failures = await runThread({ kind: 'train-model', workspaceId, candidateId: 'none' })
  expect(failures).toMatchObject([{ failure: { isLost: false } }])
})
