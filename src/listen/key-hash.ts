import { hash } from 'node:crypto'
import type { IncomingActivity } from '#vocabulary/index.ts'

/** The first 16 bytes of SHA-256: what keys and contents are compared by. */
function shortHash(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, 16)
}

/** What our own exports write in front of the hash of a key that the log has forgotten. */
export const HASHED_KEY = 'enishi-hash:'

/** The hash under which `activity_source` knows a source's key. */
export function keyHash(key: string): Buffer {
  if (!key.startsWith(HASHED_KEY)) return shortHash(key)
  const hex = key.slice(HASHED_KEY.length)
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : shortHash(key)
}

/** Two forms of an activity with the same content hash say the same. */
export function contentHash(activity: IncomingActivity): Buffer {
  const { content, objectHandle, outcome } = activity
  return shortHash(
    JSON.stringify([
      activity.type,
      activity.actor.externalId,
      content?.title ?? null,
      content?.text ?? null,
      content?.isExcerpt ?? false,
      activity.parentKey ?? null,
      objectHandle?.externalId ?? null,
      // Absent, not null, where there is none: hashes stay what they were.
      ...(outcome === undefined
        ? []
        : [
            outcome.type,
            outcome.valueMinor ?? null,
            outcome.currency ?? null,
            outcome.about ?? null,
          ]),
    ]),
  )
}
