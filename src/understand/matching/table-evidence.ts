import { firstOf, secondOf } from './candidate-pairs.ts'
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
  /** The pairs that are left, as `pairOf` makes them, and their levels, a row of fields for each. */
  #pairs = new Float64Array(0)
  #kept = new Int8Array(0)
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
    return this.#pairs.length
  }

  /**
   * Compares the candidates and keeps those of which `isLeft` is true, asked while this holds the
   * pair. Most candidates share one value and nothing else.
   */
  narrow(candidates: Float64Array, isLeft: () => boolean): void {
    const fields = this.columns.length
    let rows = 0
    let kept = new Int8Array(Math.max(1, candidates.length >> 3) * fields)
    // Candidates that were looked at make room for those that are left.
    for (const pair of candidates) {
      this.read(firstOf(pair), secondOf(pair))
      if (!isLeft()) continue
      if ((rows + 1) * fields > kept.length) {
        const wider = new Int8Array(kept.length * 2)
        wider.set(kept)
        kept = wider
      }
      kept.set(this.levels, rows * fields)
      candidates[rows++] = pair
    }
    this.#pairs = candidates.slice(0, rows)
    this.#kept = kept.slice(0, rows * fields)
  }

  /** Reads a pair by its row; `a` and `b` are its records then. */
  readRow(row: number): void {
    const pair = this.#pairs[row] ?? 0
    this.a = firstOf(pair)
    this.b = secondOf(pair)
    const from = row * this.columns.length
    for (let field = 0; field < this.levels.length; field++) {
      this.levels[field] = this.#kept[from + field] ?? -1
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
    const said = [this.#sayOfName(a), this.#sayOfName(b)]
    this.isFromName = said.includes('whole')
    this.isPartlyFromName = isHandle && said.includes('some')
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
