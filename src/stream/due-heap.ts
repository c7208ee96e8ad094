/** A time at which something is due. */
export interface Due {
  id: string
  at: number
}

/** What is due next, first: a binary heap. Adding and taking cost the logarithm of its size. */
export class DueHeap {
  readonly #items: Due[] = []

  get size(): number {
    return this.#items.length
  }

  peek(): Due | undefined {
    return this.#items[0]
  }

  add(due: Due): void {
    const items = this.#items
    let at = items.push(due) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = items[above] as Due
      if (parent.at <= due.at) break
      items[at] = parent
      at = above
    }
    items[at] = due
  }

  take(): Due | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (items.length > 0 && last !== undefined) this.#sinkFromTop(last)
    return first
  }

  #sinkFromTop(due: Due): void {
    const items = this.#items
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      const [left, right] = [items[below], items[below + 1]]
      if (left === undefined) break
      if (right !== undefined && right.at < left.at) below += 1
      const child = items[below] as Due
      if (child.at >= due.at) break
      items[at] = child
      at = below
    }
    items[at] = due
  }
}
