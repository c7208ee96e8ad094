import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

/** Bytes given to a decompressor at once: deflate grows 1,032 times at most, so output comes in small steps. */
const STEP_BYTES = 16 * 1024

/** More came than was allowed. */
export class BodyTooLarge extends Error {
  constructor(bytesMax: number) {
    super(`over ${bytesMax} bytes`)
    this.name = 'BodyTooLarge'
  }
}

type Decompress = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>

/**
 * How to undo a Content-Encoding; undefined where it can't be. One coding only:
 * nobody stacks them but to hide a bomb.
 */
export function decompressorOf(contentEncoding: string | undefined): Decompress | undefined {
  switch (contentEncoding?.trim().toLowerCase() || 'identity') {
    case 'identity':
      return (bytes) => bytes
    case 'gzip':
    case 'x-gzip':
      return (bytes) => through(bytes, () => createGunzip({ chunkSize: STEP_BYTES }))
    case 'br':
      return (bytes) => through(bytes, () => createBrotliDecompress({ chunkSize: STEP_BYTES }))
    case 'deflate':
      return (bytes) => through(bytes, inflaterOf)
  }
}

/** "deflate" means zlib (RFC 9110, 8.4.1.2), but some servers send it bare; the first byte tells. */
function inflaterOf(first: Uint8Array): Transform {
  const isZlib = ((first[0] ?? 0) & 0x0f) === 8
  const options = { chunkSize: STEP_BYTES }
  return isZlib ? createInflate(options) : createInflateRaw(options)
}

/** An empty body stays empty, whatever it claims to be compressed with. */
async function* through(
  bytes: AsyncIterable<Uint8Array>,
  make: (first: Uint8Array) => Transform,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = stepsOf(bytes)
  const first = await iterator.next()
  if (first.done) return
  const transform = make(first.value)
  async function* all() {
    yield first.value as Uint8Array
    yield* iterator
  }
  // A fault at any place destroys the last stream with it, so the reader below sees it.
  yield* pipeline(Readable.from(all()), transform, (fault) => {
    if (fault) transform.destroy(fault)
  })
}

async function* stepsOf(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += STEP_BYTES) yield chunk.subarray(at, at + STEP_BYTES)
}

/** The same bytes; throws BodyTooLarge as soon as there are more than allowed. `onBytes` hears how many came. */
export async function* limitBytes(
  bytes: AsyncIterable<Uint8Array>,
  bytesMax: number,
  onBytes?: (bytesRead: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytesRead = 0
  for await (const chunk of bytes) {
    bytesRead += chunk.length
    onBytes?.(bytesRead)
    if (bytesRead > bytesMax) throw new BodyTooLarge(bytesMax)
    yield chunk
  }
}
