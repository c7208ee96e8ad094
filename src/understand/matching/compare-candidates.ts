import { Worker } from 'node:worker_threads'
import type { ReasonField } from '#vocabulary/index.ts'
import type { CandidatePairs } from './candidate-pairs.ts'
import { dateComparison } from './compare-dates.ts'
import { textComparison } from './compare-text.ts'
import type { FieldComparison } from './field-comparison.ts'
import { type PackedTexts, packTexts, textIn } from './packed-texts.ts'
import { readPlainPhone } from './read-phone.ts'
import { knownComparisons } from './record-table.ts'
import type { ValueColumn } from './value-column.ts'
import { ValueComparer } from './value-comparer.ts'

/** A column as other threads see it. */
interface SharedColumn {
  field: ReasonField
  isDates: boolean
  isCached: boolean
  ids: Int32Array
  texts: PackedTexts
}

/** What a thread helps with; all arrays are shared. */
export interface ComparingOrder {
  columns: readonly SharedColumn[]
  pairs: CandidatePairs
  levels: readonly Int8Array[]
  board: Int32Array
}

/** Below this many pairs, starting threads costs more than it saves. */
export const THREADS_FROM_PAIRS = 1_500_000
/** So many pairs of one column are one task. */
const TASK_PAIRS = 2 ** 18
/** States of a task on the board. */
const [FREE, TAKEN, DONE] = [0, 1, 2]
/** Other threads that finish no task for so long are not waited for. */
const STALLED_MS = 20_000

/**
 * Levels of all candidates, one array a column. With several threads each takes columns: this one from
 * the first on, the others from the last, until they meet. So no thread prepares the values of all
 * columns, and memory hardly grows. Levels depend on the two values alone, so they are the same
 * whoever compares; a task that another thread leaves undone is done here.
 */
export function compareCandidates(
  columns: readonly ValueColumn[],
  pairs: CandidatePairs,
  threads: number,
): readonly Int8Array[] {
  const inOrder = [...columns].sort((one, other) => turnOf(one) - turnOf(other))
  const count = pairs.first.length
  const levels = inOrder.map(() => new Int8Array(new SharedArrayBuffer(count)))
  const tasks = columns.length * Math.ceil(count / TASK_PAIRS)
  const board = new Int32Array(new SharedArrayBuffer(4 * tasks))
  if (threads > 1) help(inOrder, { pairs, levels, board }, threads - 1)
  const compare = (column: number, a: number, b: number) => inOrder[column]?.compare(a, b) ?? -1
  const work = { pairs, levels, idsOf: inOrder.map(({ ids }) => ids.values), compare }
  for (let task = 0; task < tasks; task++) if (take(board, task)) fulfil(work, board, task)
  for (let task = tasks - 1; task >= 0; task--) {
    if (!isDoneInTime(board, task)) fulfil(work, board, task)
  }
  return columns.map((column) => levels[inOrder.indexOf(column)] ?? new Int8Array(count))
}

/** Makes room for other threads: most columns are prepared over there, all but that of names. */
export function forgetOthers(columns: readonly ValueColumn[]): void {
  for (const column of columns) if (turnOf(column) > 0) column.forgetPrepared()
}

/** Names first: what is made of them is the largest, and this thread has it already. */
function turnOf({ comparison }: ValueColumn): number {
  return comparison.field === 'name' ? 0 : 1
}

function help(
  columns: readonly ValueColumn[],
  rest: Omit<ComparingOrder, 'columns'>,
  helpers: number,
): void {
  const workerData: ComparingOrder = { columns: columns.map(sharedColumn), ...rest }
  for (let helper = 0; helper < helpers; helper++) {
    const thread = new Worker(new URL('./comparing-thread.ts', import.meta.url), { workerData })
    // What a thread that dies leaves undone is done here, so the answer is whole all the same.
    thread.on('error', (error) => process.emitWarning(error))
  }
}

function sharedColumn({ comparison, isCached, ids, texts }: ValueColumn): SharedColumn {
  const shared = new Int32Array(new SharedArrayBuffer(4 * ids.length))
  shared.set(ids.done())
  const isDates = comparison.levels.some(({ agreement }) => agreement === 'year')
  return { field: comparison.field, isDates, isCached, ids: shared, texts: packTexts(texts) }
}

/** What another thread does: the last tasks that nobody has taken. */
export function helpComparing({ columns, pairs, levels, board }: ComparingOrder): void {
  const comparers = columns.map(comparerOf)
  const compare = (column: number, a: number, b: number) =>
    comparers[column]?.compare(a, b, columns[column]?.isCached === true) ?? -1
  const work = { pairs, levels, idsOf: columns.map(({ ids }) => ids), compare }
  for (let task = board.length - 1; task >= 0; task--) {
    if (take(board, task)) fulfil(work, board, task)
  }
}

function comparerOf({ field, isDates, texts }: SharedColumn): ValueComparer {
  const known = Object.values(knownComparisons(readPlainPhone)) as FieldComparison<unknown>[]
  const nothing = () => undefined
  const own = isDates ? dateComparison(field, nothing) : textComparison(field, nothing)
  const comparison = known.find((one) => one.field === field) ?? own
  return new ValueComparer(comparison as FieldComparison<unknown>, (value) => textIn(texts, value))
}

interface Work {
  pairs: CandidatePairs
  levels: readonly Int8Array[]
  idsOf: readonly Int32Array[]
  compare: (column: number, a: number, b: number) => number
}

function take(board: Int32Array, task: number): boolean {
  return Atomics.compareExchange(board, task, FREE, TAKEN) === FREE
}

function isDoneInTime(board: Int32Array, task: number): boolean {
  return (
    Atomics.load(board, task) === DONE ||
    Atomics.wait(board, task, TAKEN, STALLED_MS) !== 'timed-out'
  )
}

function fulfil({ pairs, levels, idsOf, compare }: Work, board: Int32Array, task: number): void {
  const tasksOfColumn = board.length / levels.length
  const column = Math.floor(task / tasksOfColumn)
  const [into, ids] = [levels[column], idsOf[column]]
  const { first, second } = pairs
  const from = (task % tasksOfColumn) * TASK_PAIRS
  const to = Math.min(first.length, from + TASK_PAIRS)
  if (into === undefined || ids === undefined) return
  for (let row = from; row < to; row++) {
    into[row] = compare(column, ids[first[row] ?? 0] ?? -1, ids[second[row] ?? 0] ?? -1)
  }
  Atomics.store(board, task, DONE)
  Atomics.notify(board, task)
}
