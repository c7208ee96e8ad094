import type { CandidatePairs } from './candidate-pairs.ts'
import type { PairEvidence } from './pair-weights.ts'
import type { RecordTable } from './record-table.ts'
import { type SayOfName, sayOfName } from './say-of-name.ts'
import type { ValueColumn } from './value-column.ts'

const SAYS: readonly SayOfName[] = ['whole', 'some', 'nothing']
const CHOSEN_ALIKE: ReadonlySet<string> = new Set(['other-platform', 'close', 'part'])
/** From this level of e-mail addresses on, it is the mailbox that was chosen alike, not the address. */
const MAILBOX_FROM = 3

/** Reads what is to be weighed of two records of a table, into the same arrays each time. */
export class TableEvidence implements PairEvidence {
  readonly columns: readonly ValueColumn[]
  readonly levels: Int8Array
  readonly logFrequency: Float64Array
  isFromName = false
  isPartlyFromName = false
  a = 0
  b = 0
  /** Log frequency of each value of each column. */
  frequencies: readonly Float64Array[] = []
  readonly #table: RecordTable
  /** The pairs that are left, and their levels, an array a field. */
  #pairs: CandidatePairs = { first: new Int32Array(0), second: new Int32Array(0) }
  #kept: readonly Int8Array[] = []
  readonly #handle: number
  readonly #email: number
  readonly #name: number
  /** Levels at which two handles were chosen alike. */
  readonly #chosen: ReadonlySet<number>
  /** 1 for each level of a field at which it matters how frequent the value is. */
  readonly #byFrequency: readonly Uint8Array[]
  /** Of each record its place in `SAYS` from 1 on, 0 before it is asked: it meets many others. */
  readonly #said: Uint8Array

  constructor(table: RecordTable, columns: readonly ValueColumn[]) {
    this.#table = table
    this.#said = new Uint8Array(table.size)
    this.columns = columns
    this.#byFrequency = columns.map(({ levels }) =>
      Uint8Array.from(levels, ({ byFrequency }) => (byFrequency > 0 ? 1 : 0)),
    )
    this.levels = new Int8Array(columns.length)
    this.logFrequency = new Float64Array(columns.length)
    const at = (field: string) => columns.findIndex(({ comparison }) => comparison.field === field)
    this.#handle = at('handle')
    this.#email = at('email')
    this.#name = at('name')
    const levels = columns[this.#handle]?.comparison.levels ?? []
    this.#chosen = new Set(
      levels.flatMap(({ agreement }, place) => (CHOSEN_ALIKE.has(agreement) ? [place] : [])),
    )
  }

  /** Pairs that are left. */
  get rows(): number {
    return this.#pairs.first.length
  }

  /**
   * Keeps those of the compared candidates of which `isLeft` is true, asked while this holds the pair.
   * Most candidates share one value and nothing else.
   */
  narrow(pairs: CandidatePairs, levels: readonly Int8Array[], isLeft: () => boolean): void {
    this.#pairs = pairs
    this.#kept = levels
    let rows = 0
    // Candidates that were looked at make room for those that are left.
    for (let row = 0; row < pairs.first.length; row++) {
      this.readRow(row)
      if (!isLeft()) continue
      pairs.first[rows] = this.a
      pairs.second[rows] = this.b
      for (let field = 0; field < levels.length; field++) {
        const column = levels[field]
        if (column !== undefined) column[rows] = this.levels[field] ?? -1
      }
      rows++
    }
    this.#pairs = {
      first: Int32Array.from(pairs.first.subarray(0, rows)),
      second: Int32Array.from(pairs.second.subarray(0, rows)),
    }
    this.#kept = levels.map((column) => Int8Array.from(column.subarray(0, rows)))
  }

  /** Reads a pair by its row; `a` and `b` are its records then. */
  readRow(row: number): void {
    this.a = this.#pairs.first[row] ?? 0
    this.b = this.#pairs.second[row] ?? 0
    for (let field = 0; field < this.levels.length; field++) {
      this.levels[field] = this.#kept[field]?.[row] ?? -1
    }
    this.#readRest(this.a, this.b)
  }

  read(a: number, b: number): void {
    this.#compare(a, b)
    this.#readRest(a, b)
  }

  #compare(a: number, b: number): void {
    for (let field = 0; field < this.columns.length; field++) {
      const column = this.columns[field]
      const ids = column?.ids.values
      this.levels[field] = column?.compare(ids?.[a] ?? -1, ids?.[b] ?? -1) ?? -1
    }
  }

  #readRest(a: number, b: number): void {
    for (let field = 0; field < this.columns.length; field++) {
      const level = this.levels[field] ?? -1
      // Most values differ, whatever their frequency.
      if (level < 0 || this.#byFrequency[field]?.[level] !== 1) continue
      const ids = this.columns[field]?.ids.values
      const known = this.frequencies[field]
      // A slip of the pen is rare; what was meant is as frequent as the more frequent of the two.
      const ofA = known?.[ids?.[a] ?? -1] ?? -30
      const ofB = known?.[ids?.[b] ?? -1] ?? -30
      this.logFrequency[field] = Math.max(ofA, ofB)
    }
    this.#readNames(a, b)
  }

  /** How much of what they chose alike is the name of either. */
  #readNames(a: number, b: number): void {
    this.isFromName = false
    this.isPartlyFromName = false
    if ((this.levels[this.#name] ?? -1) < 0) return
    const isHandle = this.#chosen.has(this.levels[this.#handle] ?? -1)
    if (!isHandle && (this.levels[this.#email] ?? -1) < MAILBOX_FROM) return
    const [ofA, ofB] = [this.#sayOfName(a), this.#sayOfName(b)]
    this.isFromName = ofA === 'whole' || ofB === 'whole'
    this.isPartlyFromName = isHandle && (ofA === 'some' || ofB === 'some')
  }

  #sayOfName(record: number): SayOfName {
    const known = SAYS[(this.#said[record] ?? 0) - 1]
    if (known !== undefined) return known
    const said = this.#readSayOfName(record)
    this.#said[record] = SAYS.indexOf(said) + 1
    return said
  }

  #readSayOfName(record: number): SayOfName {
    const { handle, email, name } = this.#table.known
    const person = name.prepared(name.ids.values[record] ?? 0)
    const chosen = handle.ids.values[record] ?? -1
    if (chosen >= 0) return sayOfName(handle.prepared(chosen).core, person)
    const address = email.ids.values[record] ?? -1
    return address >= 0 ? sayOfName(email.prepared(address).local, person) : 'nothing'
  }
}
