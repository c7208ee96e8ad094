import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import encodeWebp, { init } from '@jsquash/webp/encode.js'
import jpeg from 'jpeg-js'
import { GifWriter } from 'omggif'
import { PNG } from 'pngjs'
import { seededChance } from '#vocabulary/index.ts'

/** Pixels of a picture that a test made. */
export interface MadePicture {
  width: number
  height: number
  data: Buffer
}

type Colour = readonly [number, number, number]

/** The colour at a place of a picture, 0..1 each way. */
type Paint = (x: number, y: number) => Colour

/**
 * Something like a portrait or a landscape: a ground that runs from one colour to another with a dozen
 * discs on it, all by chance from the seed.
 */
export function scene(seed: number): Paint {
  const chance = seededChance(seed, 'scene')
  const colour = (): Colour => [chance() * 255, chance() * 255, chance() * 255]
  const [from, to, turn] = [colour(), colour(), chance()]
  const discs = Array.from({ length: 12 }, () => ({
    ...{ x: chance(), y: chance(), radius: 0.06 + 0.22 * chance(), colour: colour() },
  }))
  return (x, y) => {
    const disc = discs.findLast((one) => Math.hypot(x - one.x, y - one.y) < one.radius)
    if (disc !== undefined) return disc.colour
    const share = turn * x + (1 - turn) * y
    return mix(from, to, share)
  }
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const at = (n: 0 | 1 | 2) => from[n] + (to[n] - from[n]) * share
  return [at(0), at(1), at(2)]
}

/** Warmer, with more contrast: what a filter of an app makes of a picture. */
export function recoloured(paint: Paint): Paint {
  const stretched = (value: number) => Math.min(255, Math.max(0, (value - 128) * 1.2 + 128))
  return (x, y) => {
    const [red, green, blue] = paint(x, y)
    return [stretched(Math.min(255, red * 1.12)), stretched(green), stretched(blue * 0.88)]
  }
}

/** One colour all over. */
export const plain: Paint = () => [70, 110, 190]

export function draw(paint: Paint, width: number, height = width): MadePicture {
  const data = Buffer.alloc(4 * width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = paint((x + 0.5) / width, (y + 0.5) / height)
      data.set([Math.round(red), Math.round(green), Math.round(blue), 255], 4 * (y * width + x))
    }
  }
  return { width, height, data }
}

export function asPng(picture: MadePicture): Buffer {
  return PNG.sync.write(picture)
}

export function asJpeg(picture: MadePicture, quality: number): Buffer {
  return jpeg.encode(picture, quality).data
}

/** With 6 levels of each colour. */
export function asGif({ width, height, data }: MadePicture): Buffer {
  const palette = Array.from({ length: 256 }, (_, at) => {
    const level = (n: number) => (Math.floor(at / n) % 6) * 51
    return at < 216 ? (level(36) << 16) | (level(6) << 8) | level(1) : 0
  })
  const step = (at: number) => Math.round((data[at] ?? 0) / 51)
  const pixels = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const at = 4 * pixel
    return 36 * step(at) + 6 * step(at + 1) + step(at + 2)
  })
  const bytes = Buffer.alloc(2 * width * height + 2_000)
  const writer = new GifWriter(bytes, width, height, { palette })
  writer.addFrame(0, 0, width, height, pixels)
  return bytes.subarray(0, writer.end())
}

export async function asWebp({ width, height, data }: MadePicture): Promise<Buffer> {
  const file = fileURLToPath(import.meta.resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm'))
  await init(await WebAssembly.compile(await readFile(file)))
  return Buffer.from(await encodeWebp({ width, height, data: Uint8ClampedArray.from(data) }))
}
