import { filled } from './compare-contacts.ts'
import { onesIn } from './compare-text.ts'
import { type FieldComparison, level } from './field-comparison.ts'

/** A picture as text: where it is a hash of what it shows (16 hexadecimal digits), its two halves. */
export interface PreparedPicture {
  text: string
  high: number
  low: number
  isHash: boolean
}

const LEVELS = [
  level('exact', 0.3, 1e-4, 1),
  level('close', 0.05, 1e-4, 0.5),
  level('different', 0.65, 0.9998),
]

/** Bits of 64 that differ when a picture was only resized or compressed anew. */
const SAME_BITS_MAX = 4
/** The same where it was recoloured or cut a little, too. */
const CLOSE_BITS_MAX = 10
/** A stock photo or a cartoon may be rare here and frequent elsewhere. */
const SEEN_ELSEWHERE = 1e-4

/**
 * Profile pictures: by a hash of what they show, in levels of how many bits differ (Hamming), or, where
 * only an address or another hash is known, as equal or not. What is said in two ways says nothing.
 */
export const avatarComparison: FieldComparison<PreparedPicture> = {
  field: 'avatar',
  levels: LEVELS,
  textOf: ({ avatar }) => filled(avatar, pictureText),
  prepare: preparePicture,
  compare: (a, b) => {
    if (a.text === b.text) return 0
    if (a.isHash !== b.isHash) return -1
    if (!a.isHash) return 2
    const bits = onesIn(a.high ^ b.high) + onesIn(a.low ^ b.low)
    if (bits <= SAME_BITS_MAX) return 0
    return bits <= CLOSE_BITS_MAX ? 1 : 2
  },
  frequencyMin: ({ isHash }) => (isHash ? SEEN_ELSEWHERE : 1e-6),
}

function pictureText(text: string): string {
  const trimmed = text.trim()
  return isPictureHash(trimmed) ? trimmed.toLowerCase() : trimmed
}

function preparePicture(text: string): PreparedPicture {
  const isHash = isPictureHash(text)
  const half = (from: number) => (isHash ? Number.parseInt(text.slice(from, from + 8), 16) | 0 : 0)
  return { text, high: half(0), low: half(8), isHash }
}

/** Hashes of 64 bits of any making are alike in how they are compared. */
function isPictureHash(text: string): boolean {
  return /^[0-9a-f]{16}$/i.test(text)
}

/**
 * Keys under which a picture is found: itself, and of a hash each quarter in its place. Two hashes that
 * differ in three bits have a quarter in common (pigeonhole); of ten bits, often.
 */
export function pictureKeys(text: string): string[] {
  if (!isPictureHash(text)) return [`v ${text}`]
  const quarters = [0, 4, 8, 12].map((from) => `v${from} ${text.slice(from, from + 4)}`)
  return [`v ${text}`, ...quarters]
}
