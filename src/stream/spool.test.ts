import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { appendFile, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Spool, type SpoolNews, type SpoolSettings } from './spool.ts'
import { type CreateSegment, createSegment } from './spool-files.ts'
import { encodeFrame, type SpoolRecord } from './spool-frame.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-spool-'))
  folders.push(folder)
  return join(folder, 'spool')
}

function recordOf(body: string | Buffer): SpoolRecord {
  return {
    ...{ workspaceId: 'w', channelId: 'c', format: 'jetstream', scope: 'はてな' },
    ...{ receivedAt: new Date(1_700_000_000_000), body: Buffer.from(body) },
  }
}

async function openSpool(folder: string, given: Partial<SpoolSettings> = {}) {
  const news: SpoolNews[] = []
  const onNews = (one: SpoolNews) => void news.push(one)
  return { news, spool: await Spool.open({ folder, onNews, ...given }) }
}

async function takeAll(spool: Spool): Promise<string[]> {
  const bodies: string[] = []
  for (;;) {
    const taken = await spool.take(7, 1_000_000)
    if (taken === undefined) return bodies
    bodies.push(...taken.records.map(({ body }) => body.toString()))
    await spool.moveTo(taken)
  }
}

function segmentsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spool'))
    .sort()
    .map((name) => join(folder, name))
}

/** A segment may be worked off and gone between being listed and being looked at. */
function bytesIn(folder: string): number {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return segmentsIn(folder).reduce((sum, path) => sum + sizeOf(path), 0)
}

describe('the spool', () => {
  it('hands back what was appended, with everything around it', async () => {
    const { spool } = await openSpool(newFolder())
    const record = recordOf(Buffer.from([0, 255, 69, 78, 73, 49]))
    await spool.append([record])
    expect(spool.depth()).toMatchObject({ records: 1 })
    expect((await spool.take(10, 1000))?.records).toEqual([record])
    expect(await spool.take(10, 1000)).toBeUndefined()
    await spool.close()
  })

  it('is for nobody else to read', async () => {
    const folder = newFolder()
    const { spool } = await openSpool(folder)
    await spool.append([recordOf('x')])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(segmentsIn(folder)[0] ?? '').mode & 0o777).toBe(0o600)
    await spool.close()
  })

  it('deletes segments that are worked off, and waits for that when it is full', async () => {
    const folder = newFolder()
    const { spool } = await openSpool(folder, { bytesMax: 40_000, segmentBytes: 8_000 })
    const body = 'x'.repeat(1_000)
    let bytesMost = 0
    const offering = (async () => {
      for (let i = 0; i < 100; i++) {
        await spool.append([recordOf(`${i} ${body}`)])
        bytesMost = Math.max(bytesMost, bytesIn(folder))
      }
    })()
    await vi.waitUntil(() => spool.depth().bytes > 38_000, 10_000)
    const seen: string[] = []
    while (seen.length < 100) {
      seen.push(...(await takeAll(spool)))
      await spool.untilArrival(AbortSignal.timeout(50))
    }
    await offering
    expect(bytesMost).toBeLessThanOrEqual(40_000)
    expect(seen.map((one) => Number(one.split(' ')[0]))).toEqual([...Array(100).keys()])
    expect(segmentsIn(folder).length).toBeLessThanOrEqual(2)
    expect(spool.depth().records).toBe(0)
    await spool.close()
  })

  it('deletes the last file too once nothing in it waits, and goes on in a new one', async () => {
    const folder = newFolder()
    const { spool, news } = await openSpool(folder)
    await spool.append([recordOf('a'), recordOf('b')])
    await spool.leaveNothing()
    expect(segmentsIn(folder), 'nothing is worked off').toHaveLength(1)
    const some = await spool.take(1, 1_000_000)
    if (some !== undefined) await spool.moveTo(some)
    await spool.leaveNothing()
    expect(segmentsIn(folder), 'one still waits').toHaveLength(1)
    expect(await takeAll(spool)).toEqual(['b'])
    await spool.leaveNothing()
    expect(segmentsIn(folder)).toEqual([])
    expect(spool.depth()).toEqual({ records: 0, bytes: 0 })
    await spool.leaveNothing()
    await spool.append([recordOf('c')])
    const isTaken = await spool.take(1, 1_000_000)
    expect(isTaken?.records.map(({ body }) => body.toString())).toEqual(['c'])
    await spool.leaveNothing()
    expect(segmentsIn(folder), 'taken, but not worked off').toHaveLength(1)
    await spool.close()
    const next = await openSpool(folder)
    expect(await takeAll(next.spool)).toEqual(['c'])
    await next.spool.leaveNothing()
    expect(segmentsIn(folder), 'left by another process').toEqual([])
    await next.spool.append([recordOf('d')])
    expect(await takeAll(next.spool)).toEqual(['d'])
    expect([...news, ...next.news]).toEqual([])
    await next.spool.close()
  })

  it('says nothing is safe while the disk is full, and loses nothing', async () => {
    const folder = newFolder()
    let failures = 3
    const failing: CreateSegment = async (path) => {
      const file = await createSegment(path)
      return {
        ...file,
        write: async (bytes, at) => {
          if (failures-- <= 0) return file.write(bytes, at)
          // Half of it got through before the disk was full.
          await file.write([Buffer.concat(bytes).subarray(0, 20)], at)
          throw new Error('ENOSPC: no space left on device')
        },
      }
    }
    const { spool, news } = await openSpool(folder, { createSegment: failing, retryMs: 5 })
    await Promise.all([spool.append([recordOf('a')]), spool.append([recordOf('b')])])
    expect(news.map(({ kind }) => kind)).toEqual(Array(3).fill('cannot-write'))
    // An attempt that failed leaves no file behind.
    expect(segmentsIn(folder)).toHaveLength(1)
    await spool.close()
    const again = await openSpool(folder)
    expect(await takeAll(again.spool)).toEqual(['a', 'b'])
    await again.spool.close()
  })

  it('skips a damaged record and tells it; what stands around it is read', async () => {
    const folder = newFolder()
    const { spool } = await openSpool(folder)
    for (const body of ['first', 'second ENI1', 'third']) await spool.append([recordOf(body)])
    await spool.close()
    const [path = ''] = segmentsIn(folder)
    const bytes = readFileSync(path)
    const at = bytes.indexOf('second')
    bytes.writeUInt8(0, at)
    writeFileSync(path, bytes)
    const again = await openSpool(folder)
    expect(await takeAll(again.spool)).toEqual(['first', 'third'])
    const [offset, length] = [encodeFrame(recordOf('first')), encodeFrame(recordOf('second ENI1'))]
    expect(again.news).toEqual([
      { kind: 'damaged', segment: 1, offset: offset.length, bytes: length.length },
    ])
    await again.spool.close()
  })

  it.each([
    ['between others', 'second', ['first', 'third']],
    ['at the end', 'third', ['first', 'second']],
  ])('waits for more behind damage %s that came while it runs', async (_, damaged, kept) => {
    const folder = newFolder()
    const { spool, news } = await openSpool(folder)
    for (const body of ['first', 'second', 'third']) await spool.append([recordOf(body)])
    const [path = ''] = segmentsIn(folder)
    const bytes = readFileSync(path)
    bytes.writeUInt8(0, bytes.indexOf(damaged))
    writeFileSync(path, bytes)
    expect(await takeAll(spool)).toEqual(kept)
    expect(news).toMatchObject([{ kind: 'damaged' }])
    expect(spool.depth()).toEqual({ records: 0, bytes: 0 })
    const controller = new AbortController()
    const arrival = spool.untilArrival(controller.signal).then(() => 'arrival')
    const meanwhile = new Promise((resolve) => setImmediate(resolve, 'waiting'))
    expect(await Promise.race([arrival, meanwhile])).toBe('waiting')
    await spool.append([recordOf('fourth')])
    expect(await arrival).toBe('arrival')
    expect(spool.depth().records).toBe(1)
    expect(await takeAll(spool)).toEqual(['fourth'])
    await spool.close()
  })

  it('makes room before it stores its place, and tells where that fails', async () => {
    const folder = newFolder()
    const settings = { segmentBytes: 100 }
    const { spool, news } = await openSpool(folder, settings)
    for (const body of ['first', 'second', 'third']) await spool.append([recordOf(body)])
    const taken = await spool.take(3, 1_000)
    if (taken === undefined) throw new Error('nothing taken')
    // Where the place is to be written stands something else: it fails like a full disk.
    mkdirSync(join(folder, 'place.json.new'))
    expect(await spool.moveTo(taken)).toBe(false)
    expect(news).toMatchObject([{ kind: 'cannot-write' }])
    expect(segmentsIn(folder)).toHaveLength(1)
    await spool.close()
    // What has its segment yet is found again: recorded twice, never lost.
    const again = await openSpool(folder, settings)
    expect(again.spool.depth().records).toBe(1)
    rmSync(join(folder, 'place.json.new'), { recursive: true })
    expect(await takeAll(again.spool)).toEqual(['third'])
    expect(again.spool.depth()).toEqual({ records: 0, bytes: 0 })
    await again.spool.close()
  })

  it('cuts off the end of what was being written, and tells it', async () => {
    const folder = newFolder()
    const { spool } = await openSpool(folder)
    await spool.append([recordOf('whole')])
    await spool.close()
    const [path = ''] = segmentsIn(folder)
    await appendFile(path, encodeFrame(recordOf('torn')).subarray(0, 30))
    const again = await openSpool(folder)
    expect(again.news).toEqual([{ kind: 'torn-tail', segment: 1, bytes: 30 }])
    expect(await takeAll(again.spool)).toEqual(['whole'])
    await again.spool.close()
  })
})

type Act =
  | { kind: 'append'; sizes: number[] }
  | { kind: 'take'; max: number; isMoved: boolean }
  | { kind: 'crash'; torn: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    sizes: fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('take' as const),
    max: fc.integer({ min: 1, max: 20 }),
    isMoved: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('crash' as const),
    torn: fc.integer({ min: 0, max: 6_000 }),
  }),
)

describe('whatever is appended, taken and torn', () => {
  it('reads all that was acknowledged, in order, at least once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const folder = newFolder()
        const settings = { segmentBytes: 9_000, bytesMax: 100_000_000 }
        let { spool } = await openSpool(folder, settings)
        let count = 0
        const seen: number[] = []
        const take = async (max: number, isMoved: boolean) => {
          const taken = await spool.take(max, 10_000)
          const ids = taken?.records.map(({ body }) => Number(body.toString().split(' ')[0])) ?? []
          seen.push(...ids)
          if (isMoved && taken !== undefined) await spool.moveTo(taken)
          if (isMoved && max % 2 === 1) await spool.leaveNothing()
          return ids.length
        }
        const crash = async (torn: number) => {
          await spool.close()
          // Beyond the last fsync anything may stand: part of frames that nobody acknowledged.
          const path = segmentsIn(folder).at(-1)
          const unsafe = Buffer.concat(
            [2_000, 10, 3_500].map((size) => encodeFrame(recordOf(`-1 ${'u'.repeat(size)}`))),
          )
          if (path !== undefined) {
            const safe = statSync(path).size
            await appendFile(path, unsafe)
            await truncate(path, safe + Math.min(torn, unsafe.length))
          }
          ;({ spool } = await openSpool(folder, settings))
        }
        for (const one of acts) {
          if (one.kind === 'take') await take(one.max, one.isMoved)
          else if (one.kind === 'crash') await crash(one.torn)
          else {
            const adding = one.sizes.map((size) => recordOf(`${count++} ${'x'.repeat(size)}`))
            await Promise.all(adding.map((record) => spool.append([record])))
          }
        }
        await crash(0)
        const before = seen.length
        while ((await take(20, true)) > 0);
        await spool.close()
        // What was not moved past is read (again) after the last opening: all, in order.
        const last = seen.slice(before).filter((id) => id !== -1)
        const expected = Array.from({ length: count }, (_, id) => id)
        const firsts = [...new Set(seen.filter((id) => id !== -1))]
        expect(firsts).toEqual(expected)
        expect(last).toEqual(expected.slice(count - last.length))
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
