import type { NameOrder } from './terms.ts'

/** Scripts in which the family name stands first, whatever the workspace prefers for Latin ones. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** The full name as the workspace writes it; null where neither part is known. */
export function fullName(
  { familyName, givenName }: { familyName: string | null; givenName: string | null },
  order: NameOrder,
): string | null {
  const isFixed = FAMILY_FIRST.test(`${familyName ?? ''}${givenName ?? ''}`)
  const parts =
    isFixed || order === 'family-first' ? [familyName, givenName] : [givenName, familyName]
  const known = parts.filter((part) => part !== null && part !== '')
  return known.length === 0 ? null : known.join(' ')
}
