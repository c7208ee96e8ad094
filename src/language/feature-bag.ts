/** 2^18 buckets do as well as 2^22 for short posts (measured), at a sixteenth of the memory. */
const BUCKET_BITS = 18
export const BUCKETS = 2 ** BUCKET_BITS

const ROOM_AT_FIRST = 512

/**
 * The features of one text: hashed buckets with values, and for each the piece of the folded text it
 * was made of (start = end where it has no place). One bag is filled and read again and again, so
 * that reading a million posts allocates nothing a feature.
 */
export class FeatureBag {
  buckets = new Uint32Array(ROOM_AT_FIRST)
  values = new Float32Array(ROOM_AT_FIRST)
  starts = new Uint32Array(ROOM_AT_FIRST)
  ends = new Uint32Array(ROOM_AT_FIRST)
  size = 0

  clear(): void {
    this.size = 0
  }

  /** Adds one feature; `hash` may be any 32-bit number, its bucket is cut out of it. */
  add(hash: number, value: number, start: number, end: number): void {
    this.addBucket(bucketOf(hash), value, start, end)
  }

  addBucket(bucket: number, value: number, start = 0, end = 0): void {
    if (this.size === this.buckets.length) this.#grow()
    const at = this.size++
    this.buckets[at] = bucket
    this.values[at] = value
    this.starts[at] = start
    this.ends[at] = end
  }

  /** Multiplies the values of the features from `from` on, which belong to one family. */
  scale(from: number, factor: number): void {
    for (let at = from; at < this.size; at++) {
      this.values[at] = (this.values[at] as number) * factor
    }
  }

  /** Makes the features a vector of length 1, so that long texts weigh no more than short ones. */
  normalise(): void {
    let squares = 0
    for (let at = 0; at < this.size; at++) squares += (this.values[at] as number) ** 2
    if (squares > 0) this.scale(0, 1 / Math.sqrt(squares))
  }

  #grow(): void {
    const room = this.buckets.length * 2
    this.buckets = copyInto(new Uint32Array(room), this.buckets)
    this.values = copyInto(new Float32Array(room), this.values)
    this.starts = copyInto(new Uint32Array(room), this.starts)
    this.ends = copyInto(new Uint32Array(room), this.ends)
  }
}

function copyInto<A extends Uint32Array | Float32Array>(target: A, source: A): A {
  target.set(source)
  return target
}

/** The bucket of a hash: the finisher of MurmurHash3 (A. Appleby, public domain), then its low bits. */
function bucketOf(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & (BUCKETS - 1)
}

/** A running hash, one character or word further (FNV-1a over 16-bit units). */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** The hash of a word, for features that are known by name. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = hashOn(hash, name.charCodeAt(at))
  return hash
}
