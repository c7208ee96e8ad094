/**
 * An import through all steps into a full log, with reads beside it as the pages make them:
 *
 *   node bench/beside.ts --folder DIR [--activities 20000] [--reads 20] [--log 1000000]
 *
 * The folder is filled as for bench/pages.ts. Prints activities per second, and p50 and p95 of the
 * reads over all pages' calls, which start at even distances whatever the earlier ones take.
 */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { Door } from '#store/door.ts'
import type { ImportOrder } from './import-thread.ts'
import { describeMachine } from './measure.ts'
import { openFilled, pageCalls } from './pages.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    activities: { type: 'string', default: '20000' },
    reads: { type: 'string', default: '20' },
    log: { type: 'string', default: '1000000' },
  },
})
if (values.folder === undefined) throw new Error('--folder DIR is needed')
const log = Number(values.log)
const { database, workspaceId } = await openFilled(values.folder, {
  activities: log,
  people: log / 10,
})
try {
  const before = await readFor(database.door, workspaceId, sleep(15_000))
  print('reads alone', before)
  await importBeside({
    connection: database.connection,
    workspaceId,
    activities: Number(values.activities),
    people: log / 10,
    seed: 1,
    keyPrefix: `beside-${Date.now()}-`,
  })
  process.stdout.write(`${describeMachine()}; log of ${log} activities\n`)
} finally {
  await database.close()
}

async function importBeside(order: ImportOrder): Promise<void> {
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), { workerData: order })
  await once(worker, 'message')
  const ended = once(worker, 'message')
  const times = await readFor(database.door, workspaceId, ended)
  const [{ tally, seconds, steps }] = await ended
  process.stdout.write(
    `import beside: ${(order.activities / seconds).toFixed(0)} activities/s, ${JSON.stringify(tally)}\n`,
  )
  for (const step of steps) {
    process.stdout.write(`  ${step.name.padEnd(16)} ${step.seconds.toFixed(1)} s\n`)
  }
  print('reads beside the import', times)
}

/** Milliseconds of each read until the end comes. */
async function readFor(door: Door, id: string, end: Promise<unknown>): Promise<number[]> {
  const calls = await pageCalls(door, id)
  const times: number[] = []
  let isOver = false
  void end.then(() => {
    isOver = true
  })
  const running: Promise<void>[] = []
  for (let turn = 0; !isOver; turn++) {
    const [, call] = calls[turn % calls.length] as (typeof calls)[number]
    const startedAt = performance.now()
    const read = door
      .inWorkspace(id, (tx) => call(tx, turn))
      .then(() => void times.push(performance.now() - startedAt))
    running.push(read)
    await sleep(1000 / Number(values.reads))
  }
  await Promise.all(running)
  return times.sort((a, b) => a - b)
}

function print(name: string, times: number[]): void {
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)
  process.stdout.write(
    `${name}: ${times.length} reads, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms\n`,
  )
}
