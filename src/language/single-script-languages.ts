import type { DetectedLanguage } from './detect.ts'

/** Scripts that (nearly) one language alone writes today, with the share of posts that this is true of. */
const SINGLE_SCRIPTS: readonly (readonly [
  first: number,
  last: number,
  lang: string,
  sure: number,
])[] = [
  [0x0370, 0x03ff, 'el', 0.97],
  [0x0530, 0x058f, 'hy', 0.98],
  [0x0590, 0x05ff, 'he', 0.97],
  [0x0980, 0x09ff, 'bn', 0.93],
  [0x0a00, 0x0a7f, 'pa', 0.98],
  [0x0a80, 0x0aff, 'gu', 0.98],
  [0x0b00, 0x0b7f, 'or', 0.98],
  [0x0b80, 0x0bff, 'ta', 0.98],
  [0x0c00, 0x0c7f, 'te', 0.98],
  [0x0c80, 0x0cff, 'kn', 0.98],
  [0x0d00, 0x0d7f, 'ml', 0.98],
  [0x0d80, 0x0dff, 'si', 0.98],
  [0x0e00, 0x0e7f, 'th', 0.98],
  [0x0e80, 0x0eff, 'lo', 0.98],
  [0x1000, 0x109f, 'my', 0.95],
  [0x10a0, 0x10ff, 'ka', 0.98],
  [0x1200, 0x137f, 'am', 0.9],
  [0x1780, 0x17ff, 'km', 0.98],
]

const MAY_BE_SINGLE =
  /[\u0370-\u03ff\u0530-\u05ff\u0980-\u109f\u10a0-\u10ff\u1200-\u137f\u1780-\u17ff]/

/** The language whose own script most of the letters are in; null where no such script prevails. */
export function singleScriptLanguage(text: string, letters: number): DetectedLanguage | null {
  if (!MAY_BE_SINGLE.test(text)) return null
  const counts = new Array<number>(SINGLE_SCRIPTS.length).fill(0)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const index = SINGLE_SCRIPTS.findIndex(([first, last]) => unit >= first && unit <= last)
    if (index !== -1) counts[index] = (counts[index] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const found = SINGLE_SCRIPTS[counts.indexOf(most)]
  if (found === undefined || most * 2 < letters || most < 2) return null
  return { lang: found[2], confidence: found[3] }
}
