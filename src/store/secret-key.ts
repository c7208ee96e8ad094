import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EnishiError, type RandomBytes } from '#vocabulary/index.ts'
import { secretMark } from './seal.ts'

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

/** The same where there is one already; makes none. */
export function findSecretKey(settings: { data: string; secretKey?: string }): string | undefined {
  return settings.secretKey ?? readIfThere(join(settings.data, 'secret.key'))
}

/**
 * Puts the secret of another folder into this one, from its key file. Throws `bad-input` for what is no
 * key file or not the one with this mark, `conflict` where there is another one already.
 */
export function placeSecretKey(
  settings: { data: string; secretKey?: string },
  from: string,
  mark: string | undefined,
): void {
  const key = readIfThere(from) ?? ''
  if (key.length < SECRET_BYTES || (mark !== undefined && secretMark(key) !== mark)) {
    throw new EnishiError('bad-input', {
      en: `${from} is not the key file that belongs to this backup. It is called secret.key and stands in the data folder of the server that made it.`,
      ja: `${from} は、このバックアップの鍵ファイルではありません。バックアップを作ったサーバーのデータフォルダーにある secret.key を指定してください。`,
    })
  }
  const known = findSecretKey(settings)
  if (known === key) return
  if (known !== undefined) {
    throw new EnishiError('conflict', {
      en: `There is another key already: ENISHI_SECRET_KEY, or secret.key in ${settings.data}. Take that away, or restore without --secret-key.`,
      ja: `別の鍵がすでにあります（ENISHI_SECRET_KEY、または ${settings.data} の secret.key）。それを取り除くか、--secret-key を付けずに復元してください。`,
    })
  }
  mkdirSync(settings.data, { recursive: true, mode: 0o700 })
  writeFileSync(join(settings.data, 'secret.key'), key, { mode: 0o600, flag: 'wx' })
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
