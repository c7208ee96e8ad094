/** What is to happen at an instant. */
export interface Due {
  atMs: number
}

/**
 * What is still to happen, earliest first; of the same instant, what was put in first. A binary heap
 * (Williams 1964): log n a step.
 */
export class Queue<Item extends Due> {
  readonly #heap: { item: Item; order: number }[] = []
  #order = 0

  put(item: Item): void {
    const heap = this.#heap
    const entry = { item, order: this.#order++ }
    let at = heap.length
    heap.push(entry)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !isBefore(entry, parent)) break
      heap[at] = parent
      at = above
    }
    heap[at] = entry
  }

  /** The earliest, if that is before the instant. */
  takeBefore(atMs: number): Item | undefined {
    const heap = this.#heap
    const first = heap[0]
    if (first === undefined || first.item.atMs >= atMs) return undefined
    const last = heap.pop()
    if (last !== undefined && heap.length > 0) this.#sink(last)
    return first.item
  }

  #sink(entry: { item: Item; order: number }): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
      if (left === undefined) break
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (!isBefore(child, entry)) break
      heap[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = entry
  }
}

interface Entry {
  item: Due
  order: number
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.item.atMs < b.item.atMs || (a.item.atMs === b.item.atMs && a.order < b.order)
}
