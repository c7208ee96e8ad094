import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

/** How much text beyond ASCII is looked at before its encoding is decided. */
const SAMPLE_BYTES = 64 * 1024

/**
 * Text of bytes, in whole characters (no surrogate pair is ever cut), without
 * byte order mark. Without `encoding` it is found from the first 64 KB that
 * start at the first byte beyond ASCII. Undecodable bytes become U+FFFD.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  options: { encoding?: TextEncoding; onEncoding?: (encoding: TextEncoding) => void } = {},
): AsyncGenerator<string, void, undefined> {
  let held: Buffer = Buffer.alloc(0)
  let decoder = options.encoding && decoderOf(options.encoding, options.onEncoding)
  for await (const chunk of bytes) {
    if (decoder !== undefined) {
      yield decoder.write(chunk)
      continue
    }
    held = held.length === 0 ? bufferOf(chunk) : Buffer.concat([held, chunk])
    // Short first chunks wait: a byte order mark or UTF-16 must be seen whole.
    if (held.length < 4) continue
    if (isPlainAscii(held)) {
      yield held.toString('latin1')
      held = Buffer.alloc(0)
    } else if (held.length >= SAMPLE_BYTES) {
      decoder = decoderOf(detectEncoding(held), options.onEncoding)
      yield decoder.write(held)
    }
  }
  decoder ??= decoderOf(detectEncoding(held, true), options.onEncoding, held)
  yield decoder.end()
}

interface ChunkDecoder {
  write(chunk: Uint8Array): string
  end(): string
}

function decoderOf(
  encoding: TextEncoding,
  onEncoding: ((encoding: TextEncoding) => void) | undefined,
  held?: Uint8Array,
): ChunkDecoder {
  onEncoding?.(encoding)
  const decoder = encoding.startsWith('utf') ? unicodeDecoder(encoding) : tableDecoder(encoding)
  if (held === undefined) return decoder
  return { write: decoder.write, end: () => decoder.write(held) + decoder.end() }
}

function unicodeDecoder(encoding: TextEncoding): ChunkDecoder {
  const decoder = new TextDecoder(encoding)
  return {
    write: (chunk) => decoder.decode(chunk, { stream: true }),
    end: () => decoder.decode(),
  }
}

function tableDecoder(encoding: TextEncoding): ChunkDecoder {
  const decoder = iconv.getDecoder(encoding)
  return {
    write: (chunk) => decoder.write(bufferOf(chunk)),
    end: () => decoder.end() ?? '',
  }
}

/**
 * The encoding that a sample is in: by its byte order mark, else UTF-8 where it
 * is valid as such, else UTF-16 by its zero bytes, else EUC-JP where it is clear
 * (valid, with kana), else CP932. A character cut at the sample's end does not
 * count unless the sample is complete.
 */
export function detectEncoding(sample: Uint8Array, isComplete = false): TextEncoding {
  const marked = encodingOfMark(sample)
  if (marked !== undefined) return marked
  const wide = encodingOfZeros(sample)
  if (wide !== undefined) return wide
  const utf8 = countUtf8(sample, isComplete)
  if (utf8.invalid === 0 || utf8.valid > 20 * utf8.invalid) return 'utf-8'
  return isClearlyEucJp(sample, isComplete) ? 'euc-jp' : 'cp932'
}

function encodingOfMark(sample: Uint8Array): TextEncoding | undefined {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without mark: line breaks and commas are zero in every other byte. */
function encodingOfZeros(sample: Uint8Array): TextEncoding | undefined {
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even += 1
    if (sample[i + 1] === 0) odd += 1
  }
  const pairs = sample.length / 2
  if (odd > pairs * 0.4 && even < pairs / 100) return 'utf-16le'
  if (even > pairs * 0.4 && odd < pairs / 100) return 'utf-16be'
  return undefined
}

function isPlainAscii(bytes: Buffer): boolean {
  return isAscii(bytes) && !bytes.includes(0)
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Counts multi-byte sequences of UTF-8 (RFC 3629), and bytes that are in none. */
function countUtf8(sample: Uint8Array, isComplete: boolean): { valid: number; invalid: number } {
  const counts = { valid: 0, invalid: 0 }
  for (let i = 0; i < sample.length; ) {
    const first = sample[i] ?? 0
    if (first < 0x80) {
      i += 1
      continue
    }
    const length = utf8Length(first)
    const tail = continuationBytes(sample, i, length)
    const isCut = length > 0 && !isComplete && i + tail + 1 >= sample.length
    if (length > 0 && tail === length - 1) counts.valid += 1
    else if (!isCut) counts.invalid += 1
    i += tail + 1
  }
  return counts
}

function utf8Length(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}

function continuationBytes(sample: Uint8Array, at: number, length: number): number {
  let count = 0
  while (count < length - 1 && ((sample[at + count + 1] ?? 0) & 0xc0) === 0x80) count += 1
  return count
}

/**
 * Valid EUC-JP, of which a quarter is kana. CP932 text is not valid so (its kanji
 * and kana lead with 81-9F), unless it is all half-width kana; and that has no
 * A4/A5 (half-width comma and middle dot) in front of so many of its characters.
 */
function isClearlyEucJp(sample: Uint8Array, isComplete: boolean): boolean {
  let pairs = 0
  let kana = 0
  for (let i = 0; i < sample.length; i += 1) {
    const first = sample[i] ?? 0
    if (first < 0x80) continue
    const length = first === 0x8f ? 3 : 2
    if (i + length > sample.length) return !isComplete && kana * 4 >= pairs && kana > 0
    if (!isEucLead(first) || (sample[i + 1] ?? 0) < 0xa1) return false
    pairs += 1
    if (first === 0xa4 || first === 0xa5) kana += 1
    i += length - 1
  }
  return kana > 0 && kana * 4 >= pairs
}

function isEucLead(byte: number): boolean {
  return byte === 0x8e || byte === 0x8f || (byte >= 0xa1 && byte <= 0xfe)
}
