import type { ClaimClass } from '#vocabulary/index.ts'
import { keyHash } from './key-hash.ts'

/** A code as people type it: case, width and spaces mean nothing. */
export function codeKey(text: string): Buffer {
  return keyHash(text.normalize('NFKC').toUpperCase().replace(/\s+/g, ''))
}

/** What a claim is found again by. */
export function claimKey(kind: ClaimClass, text: string): Buffer {
  return kind === 'coupon' || kind === 'referral' ? codeKey(text) : keyHash(text)
}
