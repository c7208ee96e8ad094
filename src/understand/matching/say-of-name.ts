import type { PersonName } from '#language/names/index.ts'
import type { NameForm } from '#language/names/person-name.ts'
import { looseSound, soundOfRomaji } from '#language/names/sound.ts'

const PART_CHARS_MIN = 3

/** Sounds of handles met before; emptied when full. */
const sounds = new Map<string, string>()
const SOUNDS_MAX = 200_000

function soundOf(core: string): string {
  const known = sounds.get(core)
  if (known !== undefined) return known
  const letters = core.replace(/[^a-z]/g, '')
  const sound = looseSound(soundOfRomaji(letters) ?? letters)
  if (sounds.size >= SOUNDS_MAX) sounds.clear()
  sounds.set(core, sound)
  return sound
}

/** Letters beside the name that make a handle more than the name: a surname that isn't shown. */
const MORE_CHARS_MIN = 3

/** How much of a handle is the name. */
export type SayOfName = 'whole' | 'some' | 'nothing'

/**
 * How much of a handle is the name: all of it (`kentanaka`, `tanaka_k`), as anybody of that name may
 * choose, some of it (`takuya_ono` of たくや), or nothing. Names in other scripts are looked for by
 * their sounds.
 */
export function sayOfName(core: string, { forms }: PersonName): SayOfName {
  const sound = soundOf(core)
  const letters = core.replace(/\d+$/, '')
  let isSome = false
  for (const form of forms) {
    const { family, given, others } = form
    let [written, heard] = [letters, sound]
    for (const part of [family, given, ...others]) {
      if (part === undefined) continue
      if (isLong(part.text)) written = written.replace(part.text, '')
      for (const one of part.looseSounds) if (isLong(one)) heard = heard.replace(one, '')
    }
    const isPart = written.length < letters.length || heard.length < sound.length
    if (isTaken(letters, written) || isTaken(sound, heard)) return 'whole'
    if (isPart && isRestOf(heard, form)) return 'whole'
    isSome ||= isPart
  }
  return isSome ? 'some' : 'nothing'
}

/**
 * Where given and family name meet in Roman letters they may share a vowel (`shotaaoki` is heard as
 * `syotaoki`): what is left beside one of them is the other without its first or last letter.
 */
function isRestOf(left: string, { family, given }: NameForm): boolean {
  return [family, given].some((part) =>
    part?.looseSounds.some(
      (sound) => isLong(sound) && (left === sound.slice(1) || left === sound.slice(0, -1)),
    ),
  )
}

function isTaken(whole: string, left: string): boolean {
  return left.length < whole.length && left.length < MORE_CHARS_MIN
}

function isLong(word: string): boolean {
  return word.length >= PART_CHARS_MIN
}
