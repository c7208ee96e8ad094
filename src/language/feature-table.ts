import { FeatureBag } from './feature-bag.ts'

/** Features of many texts one after another; text t has [offsets[t], offsets[t + 1]). */
export interface FeatureTable {
  offsets: Uint32Array
  buckets: Uint32Array
  values: Float32Array
}

const ROOM_AT_FIRST = 2 ** 16

/** Puts the features of `count` texts side by side; `fill` adds those of one to an empty bag. */
export function tableOfFeatures(
  count: number,
  fill: (text: number, bag: FeatureBag) => void,
): FeatureTable {
  const bag = new FeatureBag()
  const offsets = new Uint32Array(count + 1)
  let buckets: Uint32Array = new Uint32Array(ROOM_AT_FIRST)
  let values: Float32Array = new Float32Array(ROOM_AT_FIRST)
  let size = 0
  for (let text = 0; text < count; text++) {
    bag.clear()
    fill(text, bag)
    if (size + bag.size > buckets.length) {
      const room = Math.max(size + bag.size, buckets.length * 2)
      buckets = into(new Uint32Array(room), buckets)
      values = into(new Float32Array(room), values)
    }
    buckets.set(bag.buckets.subarray(0, bag.size), size)
    values.set(bag.values.subarray(0, bag.size), size)
    size += bag.size
    offsets[text + 1] = size
  }
  return { offsets, buckets: buckets.slice(0, size), values: values.slice(0, size) }
}

function into<A extends Uint32Array | Float32Array>(target: A, source: A): A {
  target.set(source)
  return target
}

/** The table of some of its texts, in the order asked for. */
export function selectTexts(table: FeatureTable, texts: ArrayLike<number>): FeatureTable {
  const chosen = Array.from(texts)
  return tableOfFeatures(chosen.length, (at, bag) =>
    fillFromTable(bag, table, chosen[at] as number),
  )
}

/** Adds the features of one text of a table to a bag; their places in the text are not kept. */
export function fillFromTable(bag: FeatureBag, table: FeatureTable, text: number): void {
  const { offsets, buckets, values } = table
  for (let at = offsets[text] as number; at < (offsets[text + 1] as number); at++) {
    bag.addBucket(buckets[at] as number, values[at] as number)
  }
}
