import type { Community, InterfaceLanguage } from '../../terms.ts'

type Named = Pick<Community, 'name' | 'phrases'>

/** A member's words, else what was found; undefined where there is nothing to call it. */
export function communityName(
  { name, phrases }: Named,
  language: InterfaceLanguage,
): string | undefined {
  if (name !== null) return name
  return phrases.length > 0 ? phrases.join(language === 'ja' ? '・' : ', ') : undefined
}
