import { addExtension, Decoder } from 'cbor-x'

/** What a frame of `com.atproto.sync.subscribeRepos` says, as far as Jetstream shows it. */
export interface RepoFrame {
  /** `#commit`, `#identity`, `#account`, `#sync`, `#info`. */
  type: string
  body: Record<string, unknown>
}

/** A content id, as DAG-CBOR writes it: tag 42, a zero byte, the id. */
class ContentId {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

addExtension({
  Class: ContentId,
  tag: 42,
  decode: (bytes: Uint8Array) => new ContentId(bytes.subarray(1)),
  encode: (id: ContentId, encode: (bytes: Uint8Array) => Uint8Array) =>
    encode(Buffer.concat([Buffer.of(0), id.bytes])),
})

const decoder = new Decoder({ mapsAsObjects: true, useRecords: false })

/** Takes a frame apart: two CBOR objects, header and body (https://atproto.com/specs/event-stream). */
export function readFrame(bytes: Buffer): RepoFrame {
  const [header, body] = decoder.decodeMultiple(bytes) as unknown as [
    { t?: string },
    RepoFrame['body'],
  ]
  return { type: header.t ?? '', body }
}

/** One record that a commit created, updated or deleted. */
export interface RepoOperation {
  operation: string
  collection: string
  rkey: string
  /** As JSON has it; undefined for deletions. */
  record?: unknown
  cid?: string
}

/** The operations of a `#commit`, with the records out of its CAR blocks. */
export function operationsOf(body: RepoFrame['body']): RepoOperation[] {
  const blocks = readCar(body.blocks as Uint8Array)
  const operations = body.ops as { action: string; path: string; cid: ContentId | null }[]
  return operations.map(({ action, path, cid }) => {
    const [collection = '', rkey = ''] = path.split('/')
    const written = { operation: action, collection, rkey }
    if (cid === null) return written
    const name = cidText(cid.bytes)
    const block = blocks.get(name)
    if (block === undefined) throw new Error(`no block for ${path} ${name}`)
    return { ...written, record: asJson(decoder.decode(block)), cid: name }
  })
}

/** The blocks of a CAR, version 1 (https://ipld.io/specs/transport/car/carv1/), by content id. */
function readCar(bytes: Uint8Array): Map<string, Buffer> {
  const car = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const blocks = new Map<string, Buffer>()
  const header = readVarint(car, 0)
  for (let at = header.end + header.value; at < car.length; ) {
    const { value: length, end: start } = readVarint(car, at)
    const idEnd = contentIdEnd(car, start)
    blocks.set(cidText(car.subarray(start, idEnd)), car.subarray(idEnd, start + length))
    at = start + length
  }
  return blocks
}

function contentIdEnd(car: Buffer, start: number): number {
  const version = readVarint(car, start)
  const codec = readVarint(car, version.end)
  const hash = readVarint(car, codec.end)
  const digest = readVarint(car, hash.end)
  return digest.end + digest.value
}

function readVarint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0
  for (let at = start, scale = 1; ; at++, scale *= 128) {
    const byte = bytes.readUInt8(at)
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return { value, end: at + 1 }
  }
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** A content id as text: multibase `b`, RFC 4648 base 32 in lower case without padding. */
function cidText(bytes: Uint8Array): string {
  let text = 'b'
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31]
  }
  return bits === 0 ? text : text + BASE32[(held << (5 - bits)) & 31]
}

/** The data model as JSON writes it (https://atproto.com/specs/data-model): links and bytes as objects. */
function asJson(value: unknown): unknown {
  if (value instanceof ContentId) return { $link: cidText(value.bytes) }
  if (value instanceof Uint8Array) {
    return { $bytes: Buffer.from(value).toString('base64').replace(/=+$/, '') }
  }
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]))
}
