/** A number in [0, 1): the only source of chance, so that the same seed gives the same bytes. */
export type Chance = () => number

/**
 * xoshiro128** 1.1 of D. Blackman and S. Vigna ("Scrambled linear pseudorandom number generators",
 * ACM TOMS 47(4), 2021; https://prng.di.unimi.it/xoshiro128starstar.c, public domain): 32 bits at a
 * time from four words that must not all be zero. Integer arithmetic only, so that every machine
 * draws the same.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state.map((word) => word >>> 0) as [number, number, number, number]
  return () => {
    const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return drawn
  }
}

/**
 * The named stream of chance of a seed, as numbers in [0, 1). Each part of the world draws from a
 * stream of its own, so that a change of one (another phrase) leaves the others as they were.
 */
export function seededChance(seed: number, stream: string): Chance {
  let word = (seed ^ 0x9e3779b9) >>> 0
  for (let i = 0; i < stream.length; i++) word = scramble(word ^ stream.charCodeAt(i))
  const next = () => {
    word = (word + 0x9e3779b9) >>> 0
    return scramble(word)
  }
  // Four zeros would stay zeros for ever; `| 1` costs one bit of the state.
  const draw = xoshiro128([next() | 1, next(), next(), next()])
  return () => draw() / 2 ** 32
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain). */
function scramble(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
