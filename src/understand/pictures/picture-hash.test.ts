import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  asGif,
  asJpeg,
  asPng,
  asWebp,
  draw,
  type MadePicture,
  plain,
  recoloured,
  scene,
} from '#test/pictures.ts'
import { pictureHash } from './picture-hash.ts'
import { readPicture } from './read-picture.ts'

async function hashOf(bytes: Buffer): Promise<string | undefined> {
  const picture = await readPicture(bytes)
  if ('fault' in picture) throw new Error(picture.fault)
  return pictureHash(picture)
}

function bitsApart(a = '', b = ''): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let bits = 0
  for (; differing > 0n; differing >>= 1n) bits += Number(differing & 1n)
  return bits
}

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1)

describe('the hash of a picture', () => {
  test.each([
    ['resized', (seed: number) => asPng(draw(scene(seed), 48))],
    ['stretched', (seed: number) => asPng(draw(scene(seed), 200, 150))],
    ['compressed as JPEG', (seed: number) => asJpeg(draw(scene(seed), 128), 30)],
    ['resized and compressed', (seed: number) => asJpeg(draw(scene(seed), 96), 50)],
    ['as GIF of few colours', (seed: number) => asGif(draw(scene(seed), 128))],
    ['as WebP', (seed: number) => asWebp(draw(scene(seed), 128))],
    ['recoloured', (seed: number) => asJpeg(draw(recoloured(scene(seed)), 160), 70)],
  ])('hardly changes when it is %s', async (_how, make) => {
    const distances: number[] = []
    for (const seed of SEEDS.slice(0, 16)) {
      const original = pictureHash(draw(scene(seed), 160))
      distances.push(bitsApart(original, await hashOf(await make(seed))))
    }
    expect(distances.filter((bits) => bits <= 10).length).toBeGreaterThanOrEqual(15)
  })

  test('is far from that of another', () => {
    const hashes = SEEDS.map((seed) => pictureHash(draw(scene(seed), 128)))
    const distances = hashes.flatMap((one, at) =>
      hashes.slice(at + 1).map((other) => bitsApart(one, other)),
    )
    expect(Math.min(...distances)).toBeGreaterThan(10)
  })

  test('is not there where there is nothing to see', () => {
    expect(pictureHash(draw(plain, 64))).toBeUndefined()
    expect(pictureHash({ width: 2, height: 2, data: new Uint8Array(16) })).toBeUndefined()
  })

  test('is there for one pixel and for a row of them', () => {
    expect(pictureHash(draw(scene(1), 1))).toBeUndefined()
    expect(pictureHash(draw(scene(1), 300, 1))).toMatch(/^[0-9a-f]{16}$/)
  })

  test('has the value of the definition, computed step by step', () => {
    const picture = draw(scene(7), 32)
    expect(pictureHash(picture)).toBe(slowHash(picture))
  })
})

/** Two sums over all fields for each frequency, as the definition has it; for 32 × 32 pixels. */
function slowHash({ data }: MadePicture): string {
  const brightness = (x: number, y: number) => {
    const at = 4 * (32 * y + x)
    return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  }
  const frequency = (u: number, v: number) => {
    let sum = 0
    for (let y = 0; y < 32; y++) {
      for (let x = 0; x < 32; x++) {
        const across = Math.cos((u * (2 * x + 1) * Math.PI) / 64)
        sum += brightness(x, y) * across * Math.cos((v * (2 * y + 1) * Math.PI) / 64)
      }
    }
    return sum
  }
  const values = Array.from({ length: 64 }, (_, at) =>
    frequency((at % 8) + 1, Math.floor(at / 8) + 1),
  )
  const sorted = values.toSorted((a, b) => a - b)
  const median = ((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2
  const bits = values.map((value) => (value > median ? '1' : '0')).join('')
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

describe('bytes that are no picture', () => {
  test('are told from pictures', async () => {
    for (const bytes of ['', '<!doctype html><p>hello', '<svg xmlns="x"></svg>', 'RIFF????WAVE']) {
      expect(await readPicture(Buffer.from(bytes))).toEqual({ fault: 'not-a-picture' })
    }
  })

  test('or only half of one are broken', async () => {
    const picture = draw(scene(3), 64)
    for (const whole of [
      asPng(picture),
      asJpeg(picture, 80),
      asGif(picture),
      await asWebp(picture),
    ])
      for (const length of [13, 40, Math.floor(whole.length / 2)]) {
        expect(await readPicture(whole.subarray(0, length))).toEqual({ fault: 'broken' })
      }
  })

  test('that claim more than is looked at are not decoded', async () => {
    const png = asPng(draw(scene(3), 8))
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    const gif = asGif(draw(scene(3), 8))
    gif.writeUInt16LE(65_535, 6)
    gif.writeUInt16LE(65_535, 8)
    const jpeg = asJpeg(draw(scene(3), 8), 80)
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(60_000, frame + 5)
    jpeg.writeUInt16BE(60_000, frame + 7)
    for (const bytes of [png, gif, jpeg]) {
      expect(await readPicture(bytes)).toEqual({ fault: 'too-many-pixels' })
    }
  })

  test('that unfold to a thousand times their size are let be', async () => {
    const bomb = pngOf(4, deflateSync(Buffer.alloc(100_000_000)))
    expect(bomb.length).toBeLessThan(110_000)
    const memoryBefore = process.memoryUsage().arrayBuffers
    expect(await readPicture(bomb)).toEqual({ fault: 'too-many-pixels' })
    expect(process.memoryUsage().arrayBuffers - memoryBefore).toBeLessThan(10_000_000)
  })

  test('in a chunk that nobody asks for do no harm', async () => {
    const whole = asPng(draw(scene(3), 16))
    const profile = Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(50_000_000))])
    const bytes = Buffer.concat([whole.subarray(0, 33), chunk('iCCP', profile), whole.subarray(33)])
    expect(await readPicture(bytes)).toMatchObject({ width: 16, height: 16 })
  })
})

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of so many pixels a side with whatever is said to be them. */
function pngOf(side: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', pixels), end])
}
