import type { CaseTouches } from './case-touches.ts'
import { shared } from './exposures.ts'
import { type Draw, type PlaceboKind, type Placebos, placebosOf } from './placebos.ts'
import type { RiskSets } from './risk-sets.ts'
import type { Timeline } from './timeline.ts'

/** A way to cut credit: by channel, by level, by opinion, by actor. */
export interface Cut {
  name: string
  /** Of each touch as it came in, its key; -1 where it has none. */
  of: Int32Array
  /** The same where edges are reversed and whoever was reached is the actor; absent: as `of`. */
  reversed?: Int32Array
  /** So many keys are told apart, those with the most credit; absent: all. */
  most?: number
  /** Which those are. */
  only?: ReadonlySet<number>
}

/** One figure that is asked for: a key of a cut, of one type of outcome or (-1) of all together. */
export interface Cell {
  cut: string
  key: number
  type: number
  /** Outcomes that a touch of this key preceded within the window. */
  outcomes: number
}

/** The cells into which the touches of the cases fall. */
export interface Cells {
  list: readonly Cell[]
  /** Of each case touch (a row), its cell; -1: none. Each column is one cut, whole or by type. */
  columns: readonly Int32Array[]
}

/**
 * Numbers the cells that occur, each cut whole and, where asked, by type; what no touch before an outcome
 * falls into is no figure.
 */
export function cellsOf(
  cuts: readonly Cut[],
  touches: CaseTouches,
  timeline: Timeline,
  sets: RiskSets,
  forms: readonly boolean[] = [false, true],
): Cells {
  const list: Cell[] = []
  const columns: Int32Array[] = []
  for (const cut of cuts) {
    for (const isByType of forms) {
      columns.push(columnOf(cut, isByType, touches, timeline, sets, list))
    }
  }
  return { list, columns }
}

function columnOf(
  { name, of, only }: Cut,
  isByType: boolean,
  touches: CaseTouches,
  timeline: Timeline,
  sets: RiskSets,
  list: Cell[],
): Int32Array {
  const column = shared(Int32Array, touches.event.length).fill(-1)
  const numbers = new Map<string, number>()
  const lastEvent = new Map<number, number>()
  for (let i = 0; i < column.length; i++) {
    const key = of[timeline.row[touches.touch[i] as number] as number] as number
    if (key < 0 || only?.has(key) === false) continue
    const event = touches.event[i] as number
    const type = isByType ? (sets.type[event] as number) : -1
    const known = numbers.get(`${key} ${type}`)
    const number = known ?? list.length
    if (known === undefined) {
      numbers.set(`${key} ${type}`, number)
      list.push({ cut: name, key, type, outcomes: 0 })
    }
    column[i] = number
    const cell = list[number] as Cell
    if (lastEvent.get(number) !== event) cell.outcomes += 1
    lastEvent.set(number, event)
  }
  return column
}

/** Keeps of cuts that ask for the most the keys with the most credit; `credit` is by cell. */
export function keepMost(cuts: readonly Cut[], { list }: Cells, credit: Float64Array): Cut[] {
  return cuts.map((cut) => {
    if (cut.most === undefined) return cut
    const ranked = list
      .flatMap((cell, i) =>
        cell.cut === cut.name ? [{ ...cell, credit: credit[i] as number }] : [],
      )
      .sort((a, b) => b.credit - a.credit || b.outcomes - a.outcomes || a.key - b.key)
    return { ...cut, only: new Set(ranked.slice(0, cut.most).map(({ key }) => key)) }
  })
}

/** Sums the parts that placebos give by cell and draw: cells are those of the real touches. */
export class PlaceboCells {
  readonly #draws: number
  readonly #sums: Record<PlaceboKind, Float64Array>
  /** Of each cut, its keys and the number of the cell by type + 1. */
  readonly #cuts: { cut: Cut; numbers: Map<number, Int32Array> }[]
  readonly #cells: number

  constructor(cuts: readonly Cut[], { list }: Cells, types: number, draws: number) {
    const sums = () => new Float64Array(draws * list.length)
    this.#draws = draws
    this.#cells = list.length
    this.#sums = { credited: sums(), shuffledTimes: sums(), reversedEdges: sums() }
    this.#cuts = cuts.map((cut) => {
      const numbers = new Map<number, Int32Array>()
      list.forEach((cell, number) => {
        if (cell.cut !== cut.name) return
        const byType = numbers.get(cell.key) ?? new Int32Array(types + 1).fill(-1)
        byType[cell.type + 1] = number
        numbers.set(cell.key, byType)
      })
      return { cut, numbers }
    })
  }

  /** A part of an outcome of this type, given to the touch in this row of what came in. */
  add({ kind, draw }: Draw, inputRow: number, type: number, part: number): void {
    const sums = this.#sums[kind].subarray(draw * this.#cells)
    for (const { cut, numbers } of this.#cuts) {
      const of = kind === 'reversedEdges' ? (cut.reversed ?? cut.of) : cut.of
      const byType = numbers.get(of[inputRow] as number)
      addTo(sums, byType?.[0], part)
      addTo(sums, byType?.[type + 1], part)
    }
  }

  /** What the draws credit one cell. */
  of(cell: number): Placebos {
    const drawn = (sums: Float64Array) =>
      Array.from({ length: this.#draws }, (_, draw) => sums[draw * this.#cells + cell] as number)
    const { credited, shuffledTimes, reversedEdges } = this.#sums
    return placebosOf({
      credited: drawn(credited),
      shuffledTimes: drawn(shuffledTimes),
      reversedEdges: drawn(reversedEdges),
    })
  }
}

function addTo(sums: Float64Array, number: number | undefined, part: number): void {
  if (number === undefined || number < 0) return
  sums[number] = (sums[number] as number) + part
}
