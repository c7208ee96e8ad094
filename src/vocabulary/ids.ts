/** Fills the array with random bytes; an argument so that tests can seed it. */
export type RandomBytes = (into: Uint8Array) => void

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then randomness.
 * The time is the activity's own, so ids sort by when something happened.
 */
export function uuidV7(timeMs: number, random: RandomBytes): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  writeTime(bytes, timeMs)
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  return formatUuid(bytes)
}

const TIME_MS_MAX = 2 ** 48 - 1

/** When an id (UUIDv7) was made, to the millisecond. */
export function timeOfUuid(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}

/**
 * The smallest UUIDv7 of that millisecond: a bound for ranges over ids. Times that no id can carry
 * are brought to the ends: before 1970 it is NIL_UUID, beyond the last millisecond MAX_UUID.
 */
export function uuidV7Floor(timeMs: number): string {
  if (timeMs <= 0) return NIL_UUID
  if (timeMs >= TIME_MS_MAX) return MAX_UUID
  const bytes = new Uint8Array(16)
  writeTime(bytes, timeMs)
  return formatUuid(bytes)
}

/** The id of nothing in particular: stands for "all topics" in roll-ups. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000'

/** Above every id that is given. */
export const MAX_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

function writeTime(bytes: Uint8Array, timeMs: number): void {
  const high = Math.floor(timeMs / 2 ** 32)
  const low = timeMs >>> 0
  bytes[0] = high >>> 8
  bytes[1] = high
  bytes[2] = low >>> 24
  bytes[3] = low >>> 16
  bytes[4] = low >>> 8
  bytes[5] = low
}

function formatUuid(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-'
    text += HEX[bytes[i] as number]
  }
  return text
}
