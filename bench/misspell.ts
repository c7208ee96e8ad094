import type { Chance } from '#vocabulary/index.ts'

const KEYS = 'qwertyuiopasdfghjklzxcvbnm'
/** What reading machines take for one another, and what sounds alike. */
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ...([
    ['m', 'rn'],
    ['l', '1'],
    ['o', '0'],
    ['cl', 'd'],
    ['s', '5'],
    ['b', '8'],
  ] as const),
  ...([
    ['ph', 'f'],
    ['ck', 'k'],
    ['ie', 'y'],
    ['c', 'k'],
    ['v', 'w'],
    ['tt', 't'],
  ] as const),
  ...([
    ['田', '由'],
    ['郎', '朗'],
    ['藤', '籐'],
    ['ょ', 'よ'],
    ['う', ''],
  ] as const),
]

/** One slip in a text: of the keyboard, the ear, the eye or a reading machine. */
export function misspell(chance: Chance, text: string): string {
  const way = chance()
  const at = Math.floor(chance() * text.length)
  const key = KEYS[Math.floor(chance() * KEYS.length)] ?? 'e'
  const isDigit = /\d/.test(text[at] ?? '')
  const typed = isDigit ? String(Math.floor(chance() * 10)) : key
  if (way < 0.25) return text.slice(0, at) + typed + text.slice(at + 1)
  if (way < 0.4) return text.slice(0, at) + text.slice(at + 1)
  if (way < 0.55) return text.slice(0, at) + typed + text.slice(at)
  if (way < 0.75)
    return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
  const fitting = LOOKALIKES.filter(([one]) => text.includes(one))
  const [one = '', other = ''] = fitting[Math.floor(chance() * fitting.length)] ?? []
  return one === '' ? text.slice(0, at) + text.slice(at + 1) : text.replace(one, other)
}
