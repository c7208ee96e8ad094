import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EnishiError, type RandomBytes } from '#vocabulary/index.ts'

const SECRET_BYTES = 32

/**
 * The secret that signs cookies: what is configured, else the key file of the data folder (mode
 * 0600), made at the first start. The file appears whole or not at all, so that two starts agree.
 */
export function readSecretKey(
  settings: { data: string; secretKey?: string },
  random: RandomBytes,
): string {
  if (settings.secretKey !== undefined) return settings.secretKey
  const file = join(settings.data, 'secret.key')
  const key = readIfThere(file) ?? makeFile(file, random)
  if (key.length >= SECRET_BYTES) return key
  throw new EnishiError('fault', {
    en: `The key file ${file} is damaged. Restore it, or delete it to make a new one; everybody then signs in again.`,
    ja: `鍵ファイル ${file} が壊れています。復元するか、削除して作り直してください（全員の再サインインが必要になります）。`,
  })
}

function makeFile(file: string, random: RandomBytes): string {
  const bytes = new Uint8Array(SECRET_BYTES)
  random(bytes)
  const aside = `${file}.${process.pid}`
  rmSync(aside, { force: true })
  writeFileSync(aside, Buffer.from(bytes).toString('base64url'), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(aside, file)
  } catch (error) {
    // Another start was quicker: its key counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
