import { createGunzip, type Gunzip } from 'node:zlib'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'

export interface OpenInputOptions {
  /** Called with the bytes read of the source so far, compressed ones where it is compressed. */
  onBytes?: (bytesRead: number) => void
  /** Name of the input, for messages. */
  file?: string
  /** Output over bytes read beyond which gzip counts as a bomb. */
  gzipRatioMax?: number
  /** Output below which the ratio is not judged. */
  gzipRatioFreeBytes?: number
}

/**
 * The most that is given to gunzip at once. Deflate grows 1,032 times at most
 * (zlib.net/zlib_tech.html), so one slice never holds more than 16 MB of output.
 */
const SLICE_BYTES = 16 * 1024

/**
 * The bytes of an input, gunzipped where it starts as gzip does (RFC 1952, also
 * with several members). Nothing is read ahead of the consumer but one slice.
 * Throws an EnishiError: 'too-large' for a gzip bomb, 'bad-input' for gzip that
 * is cut off or damaged; what came before has been delivered by then.
 */
export async function* openInput(
  source: AsyncIterable<Uint8Array>,
  options: OpenInputOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  let head = Buffer.alloc(0)
  let mode: Gunzipper | 'plain' | undefined
  for await (const chunk of counted(source, options.onBytes)) {
    if (mode === undefined) {
      head = Buffer.concat([head, chunk])
      if (head.length < 2) continue
      mode = isGzip(head) ? new Gunzipper(options) : 'plain'
      yield* mode === 'plain' ? [head] : mode.unzip(head)
    } else if (mode === 'plain') yield chunk
    else yield* mode.unzip(chunk)
  }
  if (mode === undefined && head.length > 0) yield head
  if (mode !== undefined && mode !== 'plain') yield* mode.end()
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  onBytes: ((bytesRead: number) => void) | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytesRead = 0
  for await (const chunk of source) {
    bytesRead += chunk.length
    onBytes?.(bytesRead)
    if (chunk.length > 0) yield chunk
  }
}

/**
 * Gunzip, driven slice by slice. Reading the gunzip stream as an iterable would
 * drop what it had buffered when the input turns out to be damaged.
 */
class Gunzipper {
  readonly #gunzip: Gunzip
  readonly #options: OpenInputOptions
  #ready: Buffer[] = []
  #failure: Error | undefined
  #bytesIn = 0
  #bytesOut = 0

  constructor(options: OpenInputOptions) {
    this.#options = options
    this.#gunzip = createGunzip({ chunkSize: 64 * 1024 })
    this.#gunzip.on('data', (bytes: Buffer) => {
      this.#bytesOut += bytes.length
      this.#ready.push(bytes)
    })
    this.#gunzip.on('error', (error) => {
      this.#failure = error
    })
  }

  async *unzip(chunk: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      const slice = chunk.subarray(at, at + SLICE_BYTES)
      this.#bytesIn += slice.length
      await this.#settled((done) => this.#gunzip.write(slice, done))
      yield* this.#deliver()
    }
  }

  async *end(): AsyncGenerator<Uint8Array, void, undefined> {
    await this.#settled((done) => {
      this.#gunzip.once('end', done)
      this.#gunzip.end()
    })
    yield* this.#deliver()
  }

  #settled(start: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      this.#gunzip.once('close', resolve)
      start(() => {
        this.#gunzip.off('close', resolve)
        resolve()
      })
    })
  }

  *#deliver(): Generator<Uint8Array, void, undefined> {
    const ready = this.#ready
    this.#ready = []
    if (this.#isBomb()) {
      this.#gunzip.destroy()
      throw gzipBomb(this.#options.file)
    }
    yield* ready
    if (this.#failure !== undefined) throw brokenGzip(this.#options.file, this.#failure)
  }

  #isBomb(): boolean {
    const { gzipRatioMax, gzipRatioFreeBytes } = { ...LIMITS, ...this.#options }
    return this.#bytesOut > gzipRatioFreeBytes && this.#bytesOut > gzipRatioMax * this.#bytesIn
  }
}

function gzipBomb(file: string | undefined): EnishiError {
  return new EnishiError(
    'too-large',
    {
      ja: 'gzip の展開後の大きさが異常なため(圧縮爆弾の疑い)、ここで止めました。ここまでの行は取り込み済みです。正しいファイルなら、展開してから取り込んでください。',
      en: 'Stopped here: this gzip grows beyond reason (a decompression bomb?). What came before is kept. If the file is right, unpack it first and import the result.',
    },
    file === undefined ? {} : { file },
  )
}

function brokenGzip(file: string | undefined, cause: Error): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      ja: `gzip が途中で切れているか壊れています(${cause.message})。ここまでの行は取り込み済みです。ファイルを取得し直して、もう一度取り込んでください。`,
      en: `The gzip is cut off or damaged (${cause.message}). What came before is kept. Fetch the file again and repeat the import.`,
    },
    file === undefined ? {} : { file },
    cause,
  )
}
