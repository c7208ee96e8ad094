import { nameReadings } from './readings.ts'
import { looseSound, mayBeRomajiOf, soundOfKana } from './sound.ts'

const LENGTH_MAX = 5

/**
 * Whether a name in characters may be read with this sound, character by character, as name readings
 * (名乗り), Chinese and Japanese readings allow. Weak evidence: many readings fit many names.
 */
export function mayBeRead(han: string, sound: string, isExact: boolean): boolean {
  const characters = [...han]
  if (characters.length > LENGTH_MAX) return false
  return reads(characters, 0, '', isExact ? sound : looseSound(sound), isExact ? undefined : sound)
}

/**
 * Whether the characters from `at` on may be read as the rest. With a romanisation the rest is
 * without lengths, and at the end the lengths that it does write must be in what was read.
 */
function reads(
  characters: readonly string[],
  at: number,
  read: string,
  rest: string,
  romaji: string | undefined,
): boolean {
  const character = characters[at]
  if (character === undefined) {
    return rest === '' && (romaji === undefined || mayBeRomajiOf(romaji, read))
  }
  for (const sound of soundsOf(character)) {
    const one = romaji === undefined ? sound : looseSound(sound)
    if (!rest.startsWith(one)) continue
    if (reads(characters, at + 1, read + sound, rest.slice(one.length), romaji)) return true
  }
  return false
}

function soundsOf(character: string): readonly string[] {
  const known = nameReadings().characters.get(character)
  if (known !== undefined) return known
  const kana = soundOfKana(character)
  return kana === undefined ? [] : [kana]
}
