import { bareText, gramsOf, MIN_HASH, signatureOf } from './min-hash.ts'

const { places: PLACES, bands: BANDS, agreeingMin: AGREEING_MIN } = MIN_HASH
const ROWS = PLACES / BANDS
/** Of one bucket a text is compared with at most so many that differ from each other. */
const COMPARED_MAX = 16
/** A band's key (32 bits) and a text's place stand in one number that a double holds exactly. */
const TEXTS_MAX = 2 ** 20

/** Takes texts one after another and then tells which are copies of each other. */
export interface CopyGrouper {
  add(text: string): void
  /** See {@link groupCopies}; for the texts that were added. */
  groups(): Int32Array
}

/**
 * A grouper with room for so many texts (2^20 at most). It keeps 128 bytes a text: the keys of 16
 * bands, and of each place its lowest byte, by which places that differ agree once in 256 times
 * (P. Li, A. C. König: "b-Bit Minwise Hashing", WWW 2010).
 */
export function createCopyGrouper(textsMax: number): CopyGrouper {
  if (textsMax > TEXTS_MAX) throw new Error(`At most ${TEXTS_MAX} texts are grouped at once`)
  const signed: Signed = {
    texts: new Int32Array(textsMax),
    count: 0,
    keys: new Uint32Array(textsMax * BANDS),
    places: new Uint8Array(textsMax * PLACES),
  }
  let texts = 0
  return {
    add: (text) => {
      const signature = signatureOf(gramsOf(bareText(text)))
      if (signature !== null) keep(signed, texts, signature)
      texts++
    },
    groups: () => groupSigned(signed, texts),
  }
}

/**
 * Which texts are copies of each other: for each text the index of the first of its copies (its own
 * where nothing before it is alike). Copies of copies belong together. Linear in the texts but for
 * sorting and for buckets, in which a text is compared with 16 at most; texts too short to tell stand
 * alone.
 */
export function groupCopies(texts: readonly string[]): Int32Array {
  const grouper = createCopyGrouper(texts.length)
  for (const text of texts) grouper.add(text)
  return grouper.groups()
}

/** What is kept of the texts that are long enough to compare. */
interface Signed {
  /** Which text each is. */
  texts: Int32Array
  count: number
  keys: Uint32Array
  places: Uint8Array
}

function keep(signed: Signed, text: number, signature: Uint32Array): void {
  const at = signed.count++
  signed.texts[at] = text
  for (let band = 0; band < BANDS; band++) {
    signed.keys[at * BANDS + band] = bandKey(signature, band)
  }
  // An Uint8Array keeps the lowest byte of what is put into it.
  signed.places.set(signature, at * PLACES)
}

function groupSigned(signed: Signed, texts: number): Int32Array {
  const first = Int32Array.from({ length: texts }, (_, index) => index)
  const sorted = new Float64Array(signed.count)
  for (let band = 0; band < BANDS; band++) {
    for (let at = 0; at < sorted.length; at++) {
      sorted[at] = (signed.keys[at * BANDS + band] as number) * TEXTS_MAX + at
    }
    sorted.sort()
    joinBuckets(signed, sorted, first)
  }
  return first.map((_, index) => rootOf(first, index))
}

/** Compares the texts of each bucket, which stand side by side. */
function joinBuckets(signed: Signed, sorted: Float64Array, first: Int32Array): void {
  let bucket = -1
  let met: number[] = []
  for (const entry of sorted) {
    const key = Math.floor(entry / TEXTS_MAX)
    const at = entry - key * TEXTS_MAX
    if (key !== bucket) [bucket, met] = [key, []]
    if (!joinAlike(signed, at, met, first) && met.length < COMPARED_MAX) met.push(at)
  }
}

/** Joins a text to those of its bucket that are alike; answers whether one of them is. */
function joinAlike(
  { texts, places }: Signed,
  at: number,
  met: readonly number[],
  first: Int32Array,
): boolean {
  let isAlike = false
  for (const other of met) {
    if (agreeingBytes(places, at, other) < AGREEING_MIN) continue
    isAlike = true
    const a = rootOf(first, texts[at] as number)
    const b = rootOf(first, texts[other] as number)
    first[Math.max(a, b)] = Math.min(a, b)
  }
  return isAlike
}

function agreeingBytes(places: Uint8Array, a: number, b: number): number {
  let agreeing = 0
  for (let place = 0; place < PLACES; place++) {
    if (places[a * PLACES + place] === places[b * PLACES + place]) agreeing++
  }
  return agreeing
}

function rootOf(first: Int32Array, index: number): number {
  let root = index
  while (first[root] !== root) root = first[root] as number
  first[index] = root
  return root
}

function bandKey(signature: Uint32Array, band: number): number {
  let key = band
  for (let row = 0; row < ROWS; row++) {
    key = Math.imul(key ^ (signature[band * ROWS + row] as number), 0x01000193)
    key ^= key >>> 15
  }
  return key
}
