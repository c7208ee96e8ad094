import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js'
import jpeg from 'jpeg-js'
import { GifReader } from 'omggif'
import { PNG } from 'pngjs'
import type { Picture } from './picture-hash.ts'

/** Pixels a picture may have; what its header says is looked at before anything is decoded. */
const PIXELS_MAX = 6_000_000

/** Why bytes are no picture that is looked at. */
export type PictureFault = 'not-a-picture' | 'too-many-pixels' | 'broken'

/** The formats that are read, by their first bytes; whatever the sender calls them. */
type Format = 'png' | 'jpeg' | 'gif' | 'webp'

/**
 * The pixels of a PNG, JPEG, GIF or WebP, of a GIF the first frame; or why there are none. Never throws.
 * How long decoding takes is not limited here: whoever calls it with bytes from outside does so in a
 * thread that can be ended.
 */
export async function readPicture(bytes: Buffer): Promise<Picture | { fault: PictureFault }> {
  const format = formatOf(bytes)
  if (format === undefined) return { fault: 'not-a-picture' }
  try {
    const pixels = PIXELS[format](bytes)
    if (!(pixels > 0)) return { fault: 'broken' }
    if (pixels > PIXELS_MAX) return { fault: 'too-many-pixels' }
    return await DECODERS[format](bytes)
  } catch (error) {
    return { fault: isBomb(error) ? 'too-many-pixels' : 'broken' }
  }
}

function formatOf(bytes: Buffer): Format | undefined {
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : undefined
}

/** Width times height as the header has them. */
const PIXELS: Record<Format, (bytes: Buffer) => number> = {
  png: (bytes) => bytes.readUInt32BE(16) * bytes.readUInt32BE(20),
  jpeg: pixelsOfJpeg,
  gif: (bytes) => bytes.readUInt16LE(6) * bytes.readUInt16LE(8),
  webp: pixelsOfWebp,
}

const DECODERS: Record<Format, (bytes: Buffer) => Picture | Promise<Picture>> = {
  png: (bytes) => PNG.sync.read(plainPng(bytes)),
  jpeg: (bytes) =>
    jpeg.decode(bytes, {
      ...{ useTArray: true, formatAsRGBA: true, tolerantDecoding: false },
      ...{ maxResolutionInMP: PIXELS_MAX / 1e6, maxMemoryUsageInMB: 256 },
    }),
  gif: (bytes) => {
    const reader = new GifReader(bytes)
    const { width, height } = reader
    const data = new Uint8Array(4 * width * height)
    reader.decodeAndBlitFrameRGBA(0, data)
    return { width, height, data }
  },
  webp: async (bytes) => {
    webpReady ??= prepareWebp()
    await webpReady
    return decodeWebp(Uint8Array.from(bytes).buffer)
  },
}

/** Chunks that make the picture; others may unfold to any size, or say what nobody asks. */
const PNG_CHUNKS: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
/** Eight bytes for each pixel at the most, and one a row, of which interlaced ones have twice as many. */
const PNG_BYTES_A_PIXEL = 10
const PNG_BYTES_BESIDE = 4_096

/** A PNG with nothing but its pixels, of which it is known that they unfold to what fits. */
function plainPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)]
  const pixels: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (PNG_CHUNKS.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IDAT') pixels.push(bytes.subarray(at + 8, end - 4))
    at = end
  }
  const bytesMax = PNG_BYTES_A_PIXEL * PIXELS.png(bytes) + PNG_BYTES_BESIDE
  inflateSync(Buffer.concat(pixels), { maxOutputLength: bytesMax })
  return Buffer.concat(kept)
}

function isBomb(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'ERR_BUFFER_TOO_LARGE' || /limit exceeded/.test(message ?? '')
}

/** The first frame header (SOF) of a JPEG (ITU-T T.81, B.1.1.4). */
function pixelsOfJpeg(bytes: Buffer): number {
  for (let at = 2; at + 9 <= bytes.length; ) {
    const marker = bytes.readUInt16BE(at)
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7)
    }
    // Filling bytes may stand before a marker.
    at += marker === 0xffff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return 0
}

/** The size in the first chunk of a WebP (RFC 9649). */
function pixelsOfWebp(bytes: Buffer): number {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return (bytes.readUInt16LE(26) & 0x3fff) * (bytes.readUInt16LE(28) & 0x3fff)
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21)
      return ((packed & 0x3fff) + 1) * (((packed >>> 14) & 0x3fff) + 1)
    }
    case 'VP8X':
      return (bytes.readUIntLE(24, 3) + 1) * (bytes.readUIntLE(27, 3) + 1)
    default:
      return 0
  }
}

let webpReady: Promise<void> | undefined

/** The decoder is libwebp in WebAssembly; it hands its pixels over as the browser's ImageData. */
async function prepareWebp(): Promise<void> {
  Object.assign(globalThis, { ImageData: PixelsOfWebp })
  const file = fileURLToPath(import.meta.resolve('@jsquash/webp/codec/dec/webp_dec.wasm'))
  await initWebp(await WebAssembly.compile(await readFile(file)))
}

class PixelsOfWebp {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
