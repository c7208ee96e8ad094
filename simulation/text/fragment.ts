import type { Tones } from './phrasebook.ts'
import type { Chance, Register } from './text-request.ts'

/** What kinds of things the world sells; a fragment may be for some of them only. */
export type Kind = 'kettle' | 'grinder' | 'maker' | 'flask' | 'app' | 'refill' | 'other'

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['app', /\bapp\b|subscription|service/i],
  ['refill', /refill|filter|capsule|pod|beans/i],
  ['grinder', /grinder|mill/i],
  ['flask', /flask|thermos|bottle|tumbler|mug/i],
  ['maker', /maker|brewer|machine|espresso|dripper/i],
  ['kettle', /kettle|boiler/i],
]

/** What kind of thing a category names, by its English noun. */
export function kindOf(category: string): Kind {
  return KINDS.find(([, pattern]) => pattern.test(category))?.[0] ?? 'other'
}

/** One line of a phrasebook. */
export interface Fragment {
  text: string
  kinds?: readonly string[]
}

const parsed = new Map<string, readonly Fragment[]>()

/** The fragments of a block of lines; a block is read once. */
export function fragmentsOf(lines: string): readonly Fragment[] {
  let fragments = parsed.get(lines)
  if (!fragments) {
    fragments = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map(readLine)
    parsed.set(lines, fragments)
  }
  return fragments
}

function readLine(line: string): Fragment {
  const tagged = /^@([a-z,]+) (.*)$/.exec(line)
  return tagged ? { kinds: (tagged[1] ?? '').split(','), text: tagged[2] ?? '' } : { text: line }
}

/** The fragments of a register and of the one that it borrows from. */
export function fragmentsFor(
  tones: Tones | undefined,
  register: Register,
  borrowed?: Register,
): readonly Fragment[] {
  const own = fragmentsOf(tones?.[register] ?? '')
  return borrowed ? [...own, ...fragmentsOf(tones?.[borrowed] ?? '')] : own
}

/** Settles each `[this|that]` and `{2-5}` of a fragment. */
export function settle(text: string, chance: Chance): string {
  return text
    .replace(/\[([^[\]]*)\]/g, (_, choices: string) => pickOne(choices.split('|'), chance) ?? '')
    .replace(/\{(\d+)-(\d+)\}/g, (_, low: string, high: string) =>
      String(Number(low) + Math.floor(chance() * (Number(high) - Number(low) + 1))),
    )
}

/** One of the choices, all alike; undefined when there is none. */
export function pickOne<Choice>(choices: readonly Choice[], chance: Chance): Choice | undefined {
  return choices[Math.floor(chance() * choices.length)]
}
