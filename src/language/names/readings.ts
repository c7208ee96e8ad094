import { CHARACTER_READINGS } from './data/character-readings.ts'
import { FAMILY_NAMES } from './data/family-names.ts'
import { GIVEN_NAMES } from './data/given-names.ts'
import { foldHan } from './han-folds.ts'
import { looseSound, soundOfKana } from './sound.ts'

/** What is known of how names are read; all keys are folded characters, all readings sounds. */
export interface Readings {
  family: ReadonlyMap<string, readonly string[]>
  given: ReadonlyMap<string, readonly string[]>
  /** Loose sounds that are a family or a given name. */
  familySounds: ReadonlySet<string>
  givenSounds: ReadonlySet<string>
  characters: ReadonlyMap<string, readonly string[]>
}

let readings: Readings | undefined

/** The readings, put together on first use. */
export function nameReadings(): Readings {
  readings ??= gather()
  return readings
}

function gather(): Readings {
  const family = new Map<string, string[]>()
  const given = new Map<string, string[]>()
  const characters = new Map<string, string[]>()
  for (const entry of FAMILY_NAMES.trim().split(/\s+/)) addEntry(family, entry)
  for (const entry of CHARACTER_READINGS.trim().split(/\s+/)) addEntry(characters, entry)
  for (const line of GIVEN_NAMES.trim().split(/[\n、]/)) {
    const [reading = '', ...names] = line.split(' ')
    const sound = soundIn(reading)
    for (const name of names) add(given, name, sound)
  }
  return {
    family,
    given,
    characters,
    familySounds: looseSoundsOf(family),
    givenSounds: looseSoundsOf(given),
  }
}

/** 菅野かんの/すがの: the reading begins with the first hiragana. */
function addEntry(table: Map<string, string[]>, entry: string): void {
  const start = entry.search(/[\u3041-\u3096]/)
  for (const reading of entry.slice(start).split('/')) {
    add(table, entry.slice(0, start), soundIn(reading))
  }
}

function soundIn(reading: string): string {
  const sound = soundOfKana(reading)
  if (sound === undefined) throw new Error(`The reading ${reading} is not in hiragana`)
  return sound
}

function add(table: Map<string, string[]>, name: string, sound: string): void {
  const key = foldHan(name)
  const known = table.get(key)
  if (known === undefined) table.set(key, [sound])
  else if (!known.includes(sound)) known.push(sound)
}

function looseSoundsOf(table: ReadonlyMap<string, readonly string[]>): Set<string> {
  const sounds = new Set<string>()
  for (const all of table.values()) for (const sound of all) sounds.add(looseSound(sound))
  return sounds
}
