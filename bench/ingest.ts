/**
 * Activities per second through all steps of listening, and as a ratio of the same rows inserted
 * into the same tables with the same indexes, in batches of the same size, in the same run:
 *
 *   node bench/ingest.ts [--activities 30000] [--people 3000] [--url postgres://…] [--seed 1]
 *
 * The order is listening, inserting, listening, each into a workspace of its own; the ratio is that
 * of the mean of the two listenings. Without --url a fresh embedded database is used (fsync on).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openListeningHere, systemRandom } from '#app/listening.ts'
import { INPUT_FORMATS } from '#channels/registry.ts'
import { beginImport, importFile } from '#listen/index.ts'
import { type Database, openDatabase } from '#store/database.ts'
import type { Door } from '#store/door.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { exportLines } from './generated-export.ts'
import { insertAgain, readRows } from './insert-again.ts'
import { describeMachine } from './measure.ts'

const { values } = parseArgs({
  options: {
    activities: { type: 'string', default: '30000' },
    people: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    url: { type: 'string' },
  },
})
const size = {
  activities: Number(values.activities),
  people: Number(values.people),
  seed: Number(values.seed),
}

const folder = mkdtempSync(join(tmpdir(), 'enishi-ingest-'))
const database = await openDatabase({
  folder,
  ...(values.url === undefined ? {} : { url: values.url }),
})
try {
  await compare(database)
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

async function compare({ door, kind }: Database): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(
    `${describeMachine()}; ${kind} database; ${size.activities} activities of ${size.people} people, seed ${size.seed}`,
  )
  const first = await listen(door, 'a')
  say(`listening:  ${first.rate.toFixed(0)}/s  (${first.steps})`)
  const rows = await readRows(door, first.workspaceId)
  const plain = await insertAgain(door, await newWorkspace(door), rows)
  say(`inserting the same ${plain.rows} rows: ${(size.activities / plain.seconds).toFixed(0)}/s`)
  const second = await listen(door, 'b')
  say(`listening:  ${second.rate.toFixed(0)}/s  (${second.steps})`)
  const ratio = (first.rate + second.rate) / 2 / (size.activities / plain.seconds)
  say(`ratio: ${ratio.toFixed(2)} of plain inserting (aim: 0.50)`)
}

async function newWorkspace(door: Door): Promise<string> {
  const id = uuidV7(Date.now(), systemRandom)
  await door.asSystem((tx) =>
    tx
      .insertInto('workspace')
      .values({
        id,
        slug: `bench-${id.slice(0, 8)}-${id.slice(24)}`,
        name: 'Bench',
        language: 'ja',
        time_zone: 'Asia/Tokyo',
      })
      .execute(),
  )
  return id
}

async function* linesAsBytes(keyPrefix: string): AsyncGenerator<Uint8Array, void, undefined> {
  let block = ''
  for (const line of exportLines({ ...size, keyPrefix })) {
    block += `${line}\n`
    if (block.length < 64 * 1024) continue
    yield Buffer.from(block)
    block = ''
  }
  yield Buffer.from(block)
}

async function listen(door: Door, keyPrefix: string) {
  const workspaceId = await newWorkspace(door)
  const listening = await openListeningHere(door)
  const wanted = {
    format: 'activities',
    fileName: 'bench',
    channelName: 'bench',
    fingerprint: keyPrefix,
  } as const
  const run = await door.inWorkspace(workspaceId, (tx) =>
    beginImport(tx, workspaceId, wanted, new Date(), systemRandom),
  )
  const startedAt = performance.now()
  const { tally } = await importFile({
    ...{ door, listening, workspaceId, run },
    format: INPUT_FORMATS.activities,
    source: linesAsBytes(keyPrefix),
    scope: 'bench',
    timeZone: 'Asia/Tokyo',
    now: () => new Date(),
  })
  const seconds = (performance.now() - startedAt) / 1000
  if (tally.new !== size.activities)
    throw new Error(`only ${tally.new} of ${size.activities} are new`)
  const counts = listening.meter.counts()
  const steps = counts.map((step) => `${step.name} ${step.seconds.toFixed(1)} s`).join(', ')
  return { workspaceId, rate: size.activities / seconds, steps }
}
