/**
 * Finds many patterns in one pass over a text.
 * A. V. Aho, M. J. Corasick: "Efficient string matching: an aid to bibliographic search",
 * Communications of the ACM 18 (1975) 333-340. Symbols are UTF-16 code units; the goto function is
 * one open-addressed hash table, so memory grows with the patterns and not with the alphabet.
 */
export interface Automaton {
  /** Dense symbol of each code unit that occurs in a pattern; 0 for all others. */
  readonly symbolOf: Uint16Array
  /** goto from the root, by symbol. */
  readonly fromRoot: Int32Array
  readonly edges: EdgeTable
  /** The state of the longest proper suffix. */
  readonly failure: Int32Array
  /** The nearest state on the way of failures (or the state itself) at which a pattern ends; 0 for none. */
  readonly output: Int32Array
  /** First pattern that ends at the state; -1 for none. */
  readonly patternAt: Int32Array
  /** Another pattern with the same text; -1 for none. */
  readonly samePattern: Int32Array
  readonly lengths: Int32Array
  /** Steps taken lately, which are nearly all steps of the next text. */
  readonly lately: StepMemo
}

/**
 * Where a step led, direct-mapped; four numbers a slot: the state it was taken from, the symbol, the
 * state reached, and that state's output. Side by side they are one look into memory.
 */
interface StepMemo {
  readonly mask: number
  readonly steps: Int32Array
}

interface EdgeTable {
  readonly mask: number
  readonly from: Int32Array
  readonly symbol: Uint16Array
  readonly to: Int32Array
}

/** `pattern` is the index of what was found at [start, end) of the text, in UTF-16 code units. */
export type OnMatch = (pattern: number, start: number, end: number) => void

/** Builds the automaton in time linear in the patterns. Empty patterns never match; equal ones all do. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const trie = growTrie(patterns)
  const { failure, output } = linkFailures(trie)
  return {
    symbolOf: trie.symbolOf,
    fromRoot: trie.fromRoot,
    edges: trie.edges,
    failure,
    output,
    patternAt: trie.patternAt,
    samePattern: trie.samePattern,
    lengths: Int32Array.from(patterns, (pattern) => pattern.length),
    lately: emptyMemo(trie.states),
  }
}

const MEMO_SLOTS_MAX = 2 ** 14

/** No slot is of state 0, whose steps need no memo. */
function emptyMemo(states: number): StepMemo {
  const size = Math.min(MEMO_SLOTS_MAX, 2 ** Math.ceil(Math.log2(states + 1)))
  return { mask: size - 1, steps: new Int32Array(4 * size) }
}

/** Reports every occurrence of every pattern, overlapping ones too, in order of their ends. */
export function scan(automaton: Automaton, text: string, onMatch: OnMatch): void {
  const { symbolOf, fromRoot, output } = automaton
  const { mask, steps } = automaton.lately
  let state = 0
  for (let at = 0; at < text.length; at++) {
    const symbol = symbolOf[text.charCodeAt(at)] as number
    let ending = 0
    if (symbol === 0) state = 0
    else if (state === 0) {
      state = fromRoot[symbol] as number
      ending = output[state] as number
    } else {
      const slot = 4 * ((Math.imul(state, 0x9e3779b1) ^ (symbol * 0x1f)) & mask)
      if (steps[slot] !== state || steps[slot + 1] !== symbol) {
        remember(automaton, slot, state, symbol)
      }
      state = steps[slot + 2] as number
      ending = steps[slot + 3] as number
    }
    if (ending !== 0) reportEndings(automaton, ending, at + 1, onMatch)
  }
}

/** Takes a step from a state other than the root, and notes where it led. */
function remember(automaton: Automaton, slot: number, from: number, symbol: number): void {
  const { steps } = automaton.lately
  const to = step(automaton, from, symbol)
  steps[slot] = from
  steps[slot + 1] = symbol
  steps[slot + 2] = to
  steps[slot + 3] = automaton.output[to] as number
}

function step(
  automaton: Pick<Automaton, 'edges' | 'fromRoot' | 'failure'>,
  from: number,
  symbol: number,
): number {
  let state = from
  while (state !== 0) {
    const next = follow(automaton.edges, state, symbol)
    if (next !== 0) return next
    state = automaton.failure[state] as number
  }
  return automaton.fromRoot[symbol] as number
}

function reportEndings(automaton: Automaton, first: number, end: number, onMatch: OnMatch): void {
  const { output, failure, patternAt, samePattern, lengths } = automaton
  for (let state = first; state !== 0; state = output[failure[state] as number] as number) {
    let pattern = patternAt[state] as number
    while (pattern !== -1) {
      onMatch(pattern, end - (lengths[pattern] as number), end)
      pattern = samePattern[pattern] as number
    }
  }
}

interface Trie {
  states: number
  symbolOf: Uint16Array
  fromRoot: Int32Array
  edges: EdgeTable
  parent: Int32Array
  symbolInto: Uint16Array
  depth: Int32Array
  patternAt: Int32Array
  samePattern: Int32Array
}

function growTrie(patterns: readonly string[]): Trie {
  const statesMax = patterns.reduce((sum, pattern) => sum + pattern.length, 1)
  const { symbolOf, symbols } = numberSymbols(patterns)
  const trie: Trie = {
    states: 1,
    symbolOf,
    fromRoot: new Int32Array(symbols + 1),
    edges: emptyEdges(statesMax),
    parent: new Int32Array(statesMax),
    symbolInto: new Uint16Array(statesMax),
    depth: new Int32Array(statesMax),
    patternAt: new Int32Array(statesMax).fill(-1),
    samePattern: new Int32Array(patterns.length).fill(-1),
  }
  patterns.forEach((pattern, index) => {
    if (pattern !== '') addPattern(trie, pattern, index)
  })
  return trie
}

function numberSymbols(patterns: readonly string[]): { symbolOf: Uint16Array; symbols: number } {
  const symbolOf = new Uint16Array(0x10000)
  let symbols = 0
  for (const pattern of patterns) {
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at)
      if (symbolOf[unit] === 0) symbolOf[unit] = ++symbols
    }
  }
  return { symbolOf, symbols }
}

function addPattern(trie: Trie, pattern: string, index: number): void {
  let state = 0
  for (let at = 0; at < pattern.length; at++) {
    const symbol = trie.symbolOf[pattern.charCodeAt(at)] as number
    const next = state === 0 ? (trie.fromRoot[symbol] as number) : follow(trie.edges, state, symbol)
    state = next === 0 ? addState(trie, state, symbol) : next
  }
  trie.samePattern[index] = trie.patternAt[state] as number
  trie.patternAt[state] = index
}

function addState(trie: Trie, parent: number, symbol: number): number {
  const state = trie.states++
  trie.parent[state] = parent
  trie.symbolInto[state] = symbol
  trie.depth[state] = (trie.depth[parent] as number) + 1
  if (parent === 0) trie.fromRoot[symbol] = state
  else addEdge(trie.edges, parent, symbol, state)
  return state
}

function linkFailures(trie: Trie): { failure: Int32Array; output: Int32Array } {
  const failure = new Int32Array(trie.states)
  const output = new Int32Array(trie.states)
  const links = { edges: trie.edges, fromRoot: trie.fromRoot, failure }
  for (const state of byDepth(trie)) {
    const parent = trie.parent[state] as number
    const symbol = trie.symbolInto[state] as number
    if (parent !== 0) failure[state] = step(links, failure[parent] as number, symbol)
    const endsHere = trie.patternAt[state] !== -1
    output[state] = endsHere ? state : (output[failure[state] as number] as number)
  }
  return { failure, output }
}

/** All states but the root, shallow ones first (counting sort). */
function byDepth(trie: Trie): Int32Array {
  const deepest = trie.depth.reduce((max, depth) => Math.max(max, depth), 0)
  const starts = new Int32Array(deepest + 2)
  for (let state = 1; state < trie.states; state++)
    add(starts, (trie.depth[state] as number) + 1, 1)
  for (let depth = 1; depth < starts.length; depth++)
    add(starts, depth, starts[depth - 1] as number)
  const order = new Int32Array(trie.states - 1)
  for (let state = 1; state < trie.states; state++) {
    const depth = trie.depth[state] as number
    order[starts[depth] as number] = state
    add(starts, depth, 1)
  }
  return order
}

function add(counts: Int32Array, at: number, amount: number): void {
  counts[at] = (counts[at] as number) + amount
}

function emptyEdges(count: number): EdgeTable {
  const size = 2 ** Math.ceil(Math.log2(count * 2 + 2))
  return {
    mask: size - 1,
    from: new Int32Array(size),
    symbol: new Uint16Array(size),
    to: new Int32Array(size),
  }
}

function slotOf(mask: number, from: number, symbol: number): number {
  const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & mask
}

function addEdge(edges: EdgeTable, from: number, symbol: number, to: number): void {
  let slot = slotOf(edges.mask, from, symbol)
  while (edges.to[slot] !== 0) slot = (slot + 1) & edges.mask
  edges.from[slot] = from
  edges.symbol[slot] = symbol
  edges.to[slot] = to
}

/** The state that the edge leads to; 0 where there is none. */
function follow(edges: EdgeTable, from: number, symbol: number): number {
  let slot = slotOf(edges.mask, from, symbol)
  for (;;) {
    const to = edges.to[slot] as number
    if (to === 0 || (edges.from[slot] === from && edges.symbol[slot] === symbol)) return to
    slot = (slot + 1) & edges.mask
  }
}
