/** Edges as they are read, before anything is merged: three parallel arrays. */
export interface EdgeList {
  /** Nodes are numbered 0 … nodes - 1. */
  nodes: number
  sources: Uint32Array
  targets: Uint32Array
  /** Parallel to the edges; null where every weight is 1. Finite and not negative. */
  weights: Float32Array | null
}

/** Grows an edge list edge by edge: amortised constant time, at most twice the room. */
export class EdgeBuffer {
  count = 0
  sources: Uint32Array<ArrayBuffer>
  targets: Uint32Array<ArrayBuffer>
  /** Appears with the first weight other than 1. */
  weights: Float32Array<ArrayBuffer> | null = null

  constructor(capacity = 1024) {
    this.sources = new Uint32Array(Math.max(1, capacity))
    this.targets = new Uint32Array(Math.max(1, capacity))
  }

  add(source: number, target: number, weight: number): void {
    const at = this.count
    if (at === this.sources.length) this.grow(at + 1)
    this.sources[at] = source
    this.targets[at] = target
    if (this.weights !== null) this.weights[at] = weight
    else if (weight !== 1) this.beginWeights()[at] = weight
    this.count = at + 1
  }

  /** Room for so many edges more of weight 1: write from `count` on, then raise it. */
  reserve(more: number): { sources: Uint32Array; targets: Uint32Array } {
    if (this.count + more > this.sources.length) this.grow(this.count + more)
    return { sources: this.sources, targets: this.targets }
  }

  /** The edges so far, without copying: later additions may show in them. */
  list(nodes: number): EdgeList {
    return {
      nodes,
      sources: this.sources.subarray(0, this.count),
      targets: this.targets.subarray(0, this.count),
      weights: this.weights?.subarray(0, this.count) ?? null,
    }
  }

  private beginWeights(): Float32Array {
    this.weights = new Float32Array(this.sources.length).fill(1)
    return this.weights
  }

  private grow(least: number): void {
    const length = Math.max(least, this.sources.length * 2)
    this.sources = copied(new Uint32Array(length), this.sources)
    this.targets = copied(new Uint32Array(length), this.targets)
    if (this.weights !== null) this.weights = copied(new Float32Array(length).fill(1), this.weights)
  }
}

function copied<Numbers extends Uint32Array | Float32Array>(into: Numbers, from: Numbers): Numbers {
  into.set(from)
  return into
}
