import { isOrganisationLike } from '#language/names/index.ts'
import { coreOf, isShared } from './compare-contacts.ts'
import type { MatchRecord } from './match-record.ts'

const IMPERSONAL_HANDLE =
  /(?:^|[_.-])(?:official|koushiki|bot|support|news|info|pr)$|^(?:info|support|official|news)[_.-]/
const IMPERSONAL_BIO =
  /公式アカウント|公式(?:x|twitter)|official (?:account|page)|自動投稿|\bbot\b/i

/** Whether a record may be one person's: not an organisation's, a bot's or an office's. */
export function isPersonLike(record: MatchRecord): boolean {
  const { kind, name, handle, bio } = record
  if (kind !== undefined && kind !== 'unknown') return kind === 'person'
  // Some families are called Bank or Church; who was born is a person.
  const isNamed = name !== undefined && name.trim() !== '' && record.birth === undefined
  if (isNamed && isOrganisationLike(name)) return false
  const plain = handle?.normalize('NFKC').trim().toLowerCase().replace(/^@/, '')
  if (plain !== undefined && (IMPERSONAL_HANDLE.test(plain) || isShared(coreOf(plain))))
    return false
  return bio === undefined || !IMPERSONAL_BIO.test(bio.slice(0, 200))
}
