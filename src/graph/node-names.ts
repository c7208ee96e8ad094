/** Names of V8's Map end near here. */
const NAMES_MAX = 16_000_000
/** Ids below this are looked up in a table, those above in a map. */
const TABLE_MAX = 1 << 26

/** Numbers nodes 0, 1, … in order of first appearance; a node is named by an id below 2^32 or by text. */
export class NodeNames {
  count = 0
  private table: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 16)
  private readonly large = new Map<number, number>()
  private readonly texts = new Map<string, number>()
  /** The id of each node; for those named by text, nothing that counts. */
  private ids: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 16)
  private readonly textOf = new Map<number, string>()

  /** The node of an id; a new one if it is met for the first time. */
  ofId(id: number): number {
    if (id >= TABLE_MAX) return this.ofLargeId(id)
    if (id >= this.table.length) this.table = resized(this.table, id + 1)
    const known = this.table[id] as number
    if (known > 0) return known - 1
    const node = this.begin(id)
    this.table[id] = node + 1
    return node
  }

  /** The node of a text; null when there are too many different ones. */
  ofText(text: string): number | null {
    const known = this.texts.get(text)
    if (known !== undefined) return known
    if (this.texts.size >= NAMES_MAX) return null
    const node = this.begin(0)
    this.texts.set(text, node)
    this.textOf.set(node, text)
    return node
  }

  nameOf(node: number): number | string {
    return this.textOf.get(node) ?? (this.ids[node] as number)
  }

  private ofLargeId(id: number): number {
    const known = this.large.get(id)
    if (known !== undefined) return known
    const node = this.begin(id)
    this.large.set(id, node)
    return node
  }

  private begin(id: number): number {
    if (this.count === this.ids.length) this.ids = resized(this.ids, this.count + 1)
    this.ids[this.count] = id
    return this.count++
  }
}

function resized(array: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}
