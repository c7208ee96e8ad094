/**
 * Records per second into the spool, each safe on disk before the next step of whoever waits for it,
 * against plain writes of the same bytes without fsync and against the fsync rate of the same disk:
 *
 *   node bench/spool.ts [--folder DIR] [--seconds 3] [--bytes 600]
 *
 * `alone`: one appender, one record at a time; `together`: a hundred appenders (group commit);
 * `batches`: one appender, 500 records at a time, as streams hand them on. Then what was written is
 * read back.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Spool } from '#stream/spool.ts'
import { encodeFrame, type SpoolRecord } from '#stream/spool-frame.ts'
import { describeMachine } from './measure.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: tmpdir() },
    seconds: { type: 'string', default: '3' },
    bytes: { type: 'string', default: '600' },
  },
})
const milliseconds = Number(values.seconds) * 1000
const folder = mkdtempSync(join(values.folder, 'enishi-spool-bench-'))
const record: SpoolRecord = {
  workspaceId: '01900000-0000-7000-8000-000000000000',
  channelId: '01900000-0000-7000-8000-000000000001',
  ...{ format: 'jetstream', scope: 'jetstream.example', receivedAt: new Date() },
  body: Buffer.alloc(Number(values.bytes), 'x'),
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Does it until the time is over; answers how often a second. */
async function perSecond(step: () => Promise<number>): Promise<number> {
  const startedAt = performance.now()
  let done = 0
  while (performance.now() - startedAt < milliseconds) done += await step()
  return (done * 1000) / (performance.now() - startedAt)
}

async function plainWrites(): Promise<number> {
  const file = await open(join(folder, 'plain'), 'w')
  const frame = encodeFrame(record)
  const frames = Array.from({ length: 500 }, () => frame)
  const rate = await perSecond(async () => {
    await file.writev(frames)
    return frames.length
  })
  await file.close()
  return rate
}

async function syncs(): Promise<number> {
  const file = await open(join(folder, 'syncs'), 'w')
  const frame = encodeFrame(record)
  const rate = await perSecond(async () => {
    await file.write(frame)
    await file.datasync()
    return 1
  })
  await file.close()
  return rate
}

try {
  say(`${describeMachine()}; records of ${values.bytes} bytes`)
  const spool = await Spool.open({
    folder: join(folder, 'spool'),
    onNews: (news) => say(JSON.stringify(news)),
  })
  const append = async (count: number) => {
    await spool.append(Array.from({ length: count }, () => record))
    return count
  }
  const plain = await plainWrites()
  const disk = await syncs()
  say(
    `plain writes, 500 at a time: ${plain.toFixed(0)}/s; fsyncs of this disk: ${disk.toFixed(0)}/s`,
  )
  const tell = (name: string, rate: number) =>
    say(
      `${name}: ${rate.toFixed(0)}/s, ${(rate / plain).toFixed(2)} of plain writes, ${(rate / disk).toFixed(1)} records an fsync of the disk`,
    )
  tell('alone', await perSecond(() => append(1)))
  const together = Array.from({ length: 100 }, () => perSecond(() => append(1)))
  tell(
    'together',
    (await Promise.all(together)).reduce((sum, rate) => sum + rate, 0),
  )
  tell('batches', await perSecond(() => append(500)))
  const { records } = spool.depth()
  const startedAt = performance.now()
  for (;;) {
    const taken = await spool.take(500, 8 * 1024 * 1024)
    if (taken === undefined) break
    await spool.moveTo(taken)
  }
  const rate = (records * 1000) / (performance.now() - startedAt)
  say(`read back and left behind, 500 at a time: ${rate.toFixed(0)}/s`)
  await spool.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
