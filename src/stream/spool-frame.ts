import { crc32 } from 'node:zlib'
import type { ImportFormat } from '#listen/index.ts'
import { LIMITS } from '#vocabulary/index.ts'

/** One thing heard, on its way to the log. */
export interface SpoolRecord {
  workspaceId: string
  channelId: string
  format: ImportFormat
  scope: string
  receivedAt: Date
  body: Buffer
}

/** `ENI1`: tells where a frame may begin, so that reading goes on behind a damaged one. */
const MAGIC = Buffer.from('ENI1')
/** Magic, length of the payload, checksum of length and payload; numbers are little-endian. */
export const FRAME_HEAD_BYTES = 12
/** The body of a record and the few names around it. */
const PAYLOAD_BYTES_MAX = LIMITS.recordBytesMax + 64 * 1024

/** A record as bytes: head of 12, then length of the names, the names as JSON, the body. */
export function encodeFrame(record: SpoolRecord): Buffer {
  const { workspaceId, channelId, format, scope, receivedAt, body } = record
  const names = Buffer.from(
    JSON.stringify([workspaceId, channelId, format, scope, receivedAt.getTime()]),
  )
  const payloadBytes = 4 + names.length + body.length
  const frame = Buffer.allocUnsafe(FRAME_HEAD_BYTES + payloadBytes)
  MAGIC.copy(frame)
  frame.writeUInt32LE(payloadBytes, 4)
  frame.writeUInt32LE(names.length, FRAME_HEAD_BYTES)
  names.copy(frame, FRAME_HEAD_BYTES + 4)
  body.copy(frame, FRAME_HEAD_BYTES + 4 + names.length)
  frame.writeUInt32LE(checksumOf(frame), 8)
  return frame
}

/** Length of the whole frame that may begin here; undefined where none can. Needs the head's bytes. */
export function frameBytesAt(bytes: Buffer, at: number): number | undefined {
  if (!MAGIC.equals(bytes.subarray(at, at + MAGIC.length))) return undefined
  const payloadBytes = bytes.readUInt32LE(at + 4)
  const isPossible = payloadBytes >= 4 && payloadBytes <= PAYLOAD_BYTES_MAX
  return isPossible ? FRAME_HEAD_BYTES + payloadBytes : undefined
}

/** Whether a whole frame says what was written. */
export function isSound(frame: Buffer): boolean {
  return frame.readUInt32LE(8) === checksumOf(frame)
}

/** The next place behind `from` where a frame may begin; -1 without. */
export function nextMagic(bytes: Buffer, from: number): number {
  return bytes.indexOf(MAGIC, from)
}

/** The record of a sound frame; its body is a copy, so that the bytes around it can go. */
export function decodeFrame(frame: Buffer): SpoolRecord {
  const namesBytes = frame.readUInt32LE(FRAME_HEAD_BYTES)
  const bodyAt = FRAME_HEAD_BYTES + 4 + namesBytes
  const names = frame.toString('utf8', FRAME_HEAD_BYTES + 4, bodyAt)
  const [workspaceId, channelId, format, scope, receivedAt] = JSON.parse(names) as Names
  const body = Buffer.from(frame.subarray(bodyAt))
  return { workspaceId, channelId, format, scope, receivedAt: new Date(receivedAt), body }
}

type Names = [string, string, ImportFormat, string, number]

function checksumOf(frame: Buffer): number {
  return crc32(frame.subarray(FRAME_HEAD_BYTES), crc32(frame.subarray(4, 8)))
}
