import { withoutUmlautE } from './fold-latin.ts'
import { nicknameGroups } from './nicknames.ts'
import type { NameForm, NamePart, PersonName } from './person-name.ts'

const SOUNDS_MAX = 4

/**
 * Keys by which the same name meets in a block, whatever its writing and order: `h:` characters
 * without variants, `s:` sounds (kana, romanisation, listed readings), `l:` Latin letters with
 * nicknames as one. Two that share none may still be one person (a slip of the pen).
 */
export function nameKeys(name: PersonName): string[] {
  const keys = new Set<string>()
  for (const form of name.forms) for (const key of keysOfForm(form)) keys.add(key)
  return [...keys]
}

function keysOfForm(form: NameForm): string[] {
  if (form.family === undefined || form.given === undefined) {
    return form.others.flatMap((part) => wordsOf(part))
  }
  const keys: string[] = form.script === 'han' ? [`h:${form.joined}`] : []
  for (const family of wordsOf(form.family)) {
    for (const given of wordsOf(form.given)) {
      if (family[0] === given[0] && family[0] !== 'h') keys.push(joinedKey(family, given))
    }
  }
  return keys
}

function joinedKey(a: string, b: string): string {
  const kind = a.slice(0, 2)
  const [first = '', second = ''] = [a.slice(2), b.slice(2)].sort()
  return `${kind}${first} ${second}`
}

function wordsOf(part: NamePart): string[] {
  const sounds = part.looseSounds.slice(0, SOUNDS_MAX).map((sound) => `s:${sound}`)
  if (part.script === 'han') return [`h:${part.text}`, ...sounds]
  if (part.script === 'kana') return sounds.length === 0 ? [`l:${part.text}`] : sounds
  const groups = nicknameGroups(part.text).map((group) => `l:${group}`)
  return [...sounds, ...(groups.length > 0 ? groups : [`l:${withoutUmlautE(part.text)}`])]
}
