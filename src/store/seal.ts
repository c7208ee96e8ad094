import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { RandomBytes } from '#vocabulary/index.ts'

/** Keeps secrets unreadable for whoever has the database alone. */
export interface Seal {
  /** Encrypts a secret; it opens only with the same purpose (whose it is, and what for). */
  close(secret: string, purpose: string): Buffer
  /** The secret; undefined where it was sealed with another key, for another purpose, or damaged. */
  open(sealed: Uint8Array, purpose: string): string | undefined
}

const FORM = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh nonce a secret, under a key derived by HKDF (RFC 5869)
 * from the secret of the installation, which stands in its data folder or environment.
 */
export function createSeal(installationSecret: string, random: RandomBytes): Seal {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'enishi seal 1', 32))
  return {
    close: (secret, purpose) => {
      const nonce = new Uint8Array(NONCE_BYTES)
      random(nonce)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([Uint8Array.of(FORM), nonce, cipher.getAuthTag(), body])
    },
    open: (sealed, purpose) => {
      if (sealed[0] !== FORM || sealed.length < HEAD_BYTES) return undefined
      const bytes = Buffer.from(sealed)
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEAD_BYTES))
      const start = decipher.update(bytes.subarray(HEAD_BYTES))
      try {
        return Buffer.concat([start, decipher.final()]).toString('utf8')
      } catch {
        // The tag does not fit: this is the cipher's only way to say so.
        return undefined
      }
    },
  }
}

/** Tells one secret of an installation from another, without telling it: 16 hex digits. */
export function secretMark(installationSecret: string): string {
  return Buffer.from(hkdfSync('sha256', installationSecret, '', 'enishi mark 1', 8)).toString('hex')
}
