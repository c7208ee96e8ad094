/**
 * Edge lists from bytes, piece by piece: text lines `source target [weight]`, or pairs of little-endian
 * uint32. Nodes are numbered in order of first appearance.
 *
 * Text: columns are parted by spaces or tabs; a line that begins with # is a comment; ids are whole
 * numbers below 2^32 without leading zeros, everything else is a name. Where the weight is left out it is 1.
 *
 * A first line `n m` (how many nodes and edges, as in files of the OPIM and SNAP collections) is told
 * from an edge only where nothing else fits: both numbers whole, exactly m edges follow, all their ids
 * are whole numbers of 0 … n - 1 or 1 … n, and m is above n (or the edges have a weight and it has
 * not). As an edge it would join two nodes of which none occurs again and one of which happens to be
 * the number of the lines that follow.
 */
import { EdgeBuffer, type EdgeList } from './edge-list.ts'
import { NodeNames } from './node-names.ts'

/** What can be wrong with an edge list. */
export type EdgeFaultReason =
  | 'target-missing'
  | 'too-many-columns'
  | 'weight-not-a-number'
  | 'weight-negative'
  | 'weight-too-large'
  | 'weight-not-a-chance'
  | 'weight-missing'
  | 'not-text'
  | 'line-too-long'
  | 'half-a-pair'
  | 'too-many-names'

/** An edge list that is not one: says where and why. Callers put it into words. */
export class EdgeFault extends Error {
  readonly reason: EdgeFaultReason
  /** Lines count from 1; of pairs, the pair. */
  readonly line: number
  readonly field: 'source' | 'target' | 'weight' | undefined
  readonly value: string

  constructor(reason: EdgeFaultReason, line: number, value = '', field?: EdgeFault['field']) {
    super(`${reason} at ${line}: ${value}`)
    this.name = 'EdgeFault'
    this.reason = reason
    this.line = line
    this.field = field
    this.value = value
  }
}

/** What a reader answers at the end. */
export interface ReadEdges {
  list: EdgeList
  names: NodeNames
  /** Whether any line had a weight. */
  hasWeights: boolean
  /** The first line `n m`, where there was one. */
  header?: { nodes: number; edges: number }
}

export interface TextRules {
  /** Weights are chances of (0, 1], and either all lines have one or none; anything else is refused. */
  chances?: boolean
  /** The third column is left unread. */
  ignoresWeights?: boolean
}

export interface EdgeReader {
  push(bytes: Uint8Array): void
  /** @throws EdgeFault where the end is cut off */
  end(): ReadEdges
}

/** A line longer than this is no edge. */
const LINE_BYTES_MAX = 1 << 16
const [TAB, NEWLINE, RETURN, SPACE, HASH] = [9, 10, 13, 32, 35]

/** Reads text lines. Throws {@link EdgeFault} at the first bad one. */
export class TextEdgeReader implements EdgeReader {
  private readonly rules: TextRules
  private readonly names = new NodeNames()
  private readonly edges = new EdgeBuffer()
  private readonly decoder = new TextDecoder('utf-8', { fatal: true })
  private rest = new Uint8Array(0)
  private line = 0
  private hasWeights = false
  /** How many lines have two columns, and the first two of them. */
  private weightless = 0
  private readonly weightlessAt: number[] = []
  /** The first edge's columns, while it may be a header. */
  private first: { nodes: number; edges: number } | null = null
  private isFirst = true
  /** Of the edges after the first: the least and greatest id; NaN with a name. */
  private idMin = Infinity
  private idMax = -1

  constructor(rules: TextRules = {}) {
    this.rules = rules
  }

  push(piece: Uint8Array): void {
    const bytes = this.rest.length === 0 ? piece : joined(this.rest, piece)
    let start = 0
    for (;;) {
      const end = bytes.indexOf(NEWLINE, start)
      if (end < 0) break
      this.readLine(bytes, start, end)
      start = end + 1
    }
    this.rest = bytes.slice(start)
    if (this.rest.length > LINE_BYTES_MAX) throw new EdgeFault('line-too-long', this.line + 1)
  }

  end(): ReadEdges {
    if (this.rest.length > 0) this.readLine(this.rest, 0, this.rest.length)
    this.rest = new Uint8Array(0)
    const header = this.first !== null && this.isHeader(this.first) ? this.first : null
    const missingAt = this.weightlessAt[header === null ? 0 : 1]
    if (this.rules.chances === true && this.hasWeights && missingAt !== undefined) {
      throw new EdgeFault('weight-missing', missingAt, '', 'weight')
    }
    if (header === null) {
      const list = this.edges.list(this.names.count)
      return { list, names: this.names, hasWeights: this.hasWeights }
    }
    return { ...this.withoutFirst(), hasWeights: this.hasWeights, header }
  }

  private isHeader({ nodes, edges }: { nodes: number; edges: number }): boolean {
    const { count } = this.edges
    const columnsDiffer = this.weightless === 1
    const idsFit = this.idMax < nodes || (this.idMin >= 1 && this.idMax <= nodes)
    return count > 1 && edges === count - 1 && idsFit && (edges > nodes || columnsDiffer)
  }

  /** The list without the first edge: its two nodes, which occur nowhere else, go too. */
  private withoutFirst(): Pick<ReadEdges, 'list' | 'names'> {
    const { count, sources, targets, weights } = this.edges
    const names = new NodeNames()
    const renamed = new EdgeBuffer(count)
    for (let i = 1; i < count; i++) {
      const s = names.ofId(this.names.nameOf(sources[i] as number) as number)
      const t = names.ofId(this.names.nameOf(targets[i] as number) as number)
      renamed.add(s, t, weights?.[i] ?? 1)
    }
    return { list: renamed.list(names.count), names }
  }

  private readLine(bytes: Uint8Array, lineStart: number, lineEnd: number): void {
    this.line++
    if (lineEnd - lineStart > LINE_BYTES_MAX) throw new EdgeFault('line-too-long', this.line)
    let at = lineStart
    if (this.line === 1 && bytes[at] === 0xef && bytes[at + 1] === 0xbb) at += 3
    at = skipBlank(bytes, at, lineEnd)
    if (at >= lineEnd || bytes[at] === HASH) return
    const sourceEnd = skipToken(bytes, at, lineEnd)
    const targetAt = skipBlank(bytes, sourceEnd, lineEnd)
    if (targetAt >= lineEnd) {
      throw new EdgeFault('target-missing', this.line, this.text(bytes, at, sourceEnd), 'target')
    }
    const targetEnd = skipToken(bytes, targetAt, lineEnd)
    const weightAt = skipBlank(bytes, targetEnd, lineEnd)
    const weight = this.readWeight(bytes, weightAt, lineEnd)
    const sourceId = idOf(bytes, at, sourceEnd)
    const targetId = idOf(bytes, targetAt, targetEnd)
    this.noteIds(sourceId, targetId)
    const source = this.nodeOf(sourceId, bytes, at, sourceEnd)
    this.edges.add(source, this.nodeOf(targetId, bytes, targetAt, targetEnd), weight)
  }

  private noteIds(source: number, target: number): void {
    if (this.isFirst) {
      this.isFirst = false
      if (source >= 0 && target >= 0 && this.weightless === 1) {
        this.first = { nodes: source, edges: target }
      }
      return
    }
    if (source < 0 || target < 0) this.first = null
    this.idMin = Math.min(this.idMin, source, target)
    this.idMax = Math.max(this.idMax, source, target)
  }

  private nodeOf(id: number, bytes: Uint8Array, start: number, end: number): number {
    if (id >= 0) return this.names.ofId(id)
    const node = this.names.ofText(this.text(bytes, start, end))
    if (node === null) throw new EdgeFault('too-many-names', this.line)
    return node
  }

  private readWeight(bytes: Uint8Array, start: number, lineEnd: number): number {
    if (start >= lineEnd) {
      this.weightless++
      if (this.weightless < 3) this.weightlessAt.push(this.line)
      return 1
    }
    const end = skipToken(bytes, start, lineEnd)
    if (skipBlank(bytes, end, lineEnd) < lineEnd) {
      throw new EdgeFault('too-many-columns', this.line, this.text(bytes, start, lineEnd).trim())
    }
    if (this.rules.ignoresWeights === true) return 1
    this.hasWeights = true
    const weight = decimalOf(bytes, start, end) ?? this.parseWeight(bytes, start, end)
    if (this.rules.chances === true && !(weight > 0 && weight <= 1)) {
      this.refuseWeight('weight-not-a-chance', bytes, start, end)
    }
    return weight
  }

  private parseWeight(bytes: Uint8Array, start: number, end: number): number {
    const text = this.text(bytes, start, end)
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)
    const weight = isNumber ? Number(text) : Number.NaN
    if (Number.isNaN(weight)) this.refuseWeight('weight-not-a-number', bytes, start, end)
    if (weight < 0) this.refuseWeight('weight-negative', bytes, start, end)
    // Weights are kept as Float32, and sums of them must stay numbers too.
    if (weight > 1e30) this.refuseWeight('weight-too-large', bytes, start, end)
    return weight
  }

  private refuseWeight(
    reason: EdgeFaultReason,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): never {
    throw new EdgeFault(reason, this.line, this.text(bytes, from, to), 'weight')
  }

  private text(bytes: Uint8Array, start: number, end: number): string {
    const ascii = asciiOf(bytes, start, end)
    if (ascii !== undefined) return ascii
    const part = bytes.subarray(start, end)
    if (part.some((byte) => byte < 32 && byte !== TAB)) throw new EdgeFault('not-text', this.line)
    try {
      return this.decoder.decode(part)
    } catch (cause) {
      if (cause instanceof TypeError) throw new EdgeFault('not-text', this.line)
      throw cause
    }
  }
}

function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(rest.length + piece.length)
  bytes.set(rest)
  bytes.set(piece, rest.length)
  return bytes
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB || byte === RETURN
}

function skipBlank(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(bytes[at])) at++
  return at
}

function skipToken(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && !isBlank(bytes[at])) at++
  return at
}

/** The text of printable ASCII, without the decoder's cost a call; undefined for anything else. */
function asciiOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > 64) return undefined
  let text = ''
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte < 32 || byte > 126) return undefined
    text += String.fromCharCode(byte)
  }
  return text
}

/** The id that a token is; -1 where it is a name. */
function idOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start
  if (length > 10 || (length > 1 && bytes[start] === 48)) return -1
  let id = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) return -1
    id = id * 10 + digit
  }
  return id <= 0xffffffff ? id : -1
}

/** Plain decimals of up to 15 digits, exactly as `Number` reads them; undefined for anything else. */
function decimalOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end - start > 16) return undefined
  let [digits, scale, isAfterPoint] = [0, 1, false]
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte === 46 && !isAfterPoint && end - start > 1) isAfterPoint = true
    else if (byte >= 48 && byte <= 57) {
      digits = digits * 10 + byte - 48
      if (isAfterPoint) scale *= 10
    } else return undefined
  }
  return digits > 999_999_999_999_999 ? undefined : digits / scale
}

/** Reads pairs of little-endian uint32. `pairs` is how many to expect, where it is known. */
export class PairEdgeReader implements EdgeReader {
  private readonly names = new NodeNames()
  private readonly edges: EdgeBuffer
  private readonly held = new Uint8Array(8)
  private heldBytes = 0

  constructor(pairs = 0) {
    this.edges = new EdgeBuffer(pairs)
  }

  push(piece: Uint8Array): void {
    let at = 0
    while (this.heldBytes > 0 && at < piece.length) {
      this.held[this.heldBytes++] = piece[at++] as number
      if (this.heldBytes < 8) continue
      this.heldBytes = 0
      this.addPairs(this.held, 0, 1)
    }
    const pairs = Math.floor((piece.length - at) / 8)
    this.addPairs(piece, at, pairs)
    for (let i = at + pairs * 8; i < piece.length; i++) {
      this.held[this.heldBytes++] = piece[i] as number
    }
  }

  end(): ReadEdges {
    if (this.heldBytes > 0) throw new EdgeFault('half-a-pair', this.edges.count + 1)
    return { list: this.edges.list(this.names.count), names: this.names, hasWeights: false }
  }

  private addPairs(piece: Uint8Array, from: number, pairs: number): void {
    const { names, edges } = this
    const { sources, targets } = edges.reserve(pairs)
    const view = new DataView(piece.buffer, piece.byteOffset + from, pairs * 8)
    const { count } = edges
    for (let i = 0; i < pairs; i++) {
      sources[count + i] = names.ofId(view.getUint32(i * 8, true))
      targets[count + i] = names.ofId(view.getUint32(i * 8 + 4, true))
    }
    edges.count = count + pairs
  }
}
