import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { Stage, StayEnding } from '#vocabulary/index.ts'
import type { StayBlocks } from './chain-intervals.ts'
import { type StayScope, withStays } from './stay-rows.ts'
import { ENDINGS, type Ending, staysOf } from './stays.ts'

/** People are dealt into so many blocks by their ids; all stays of somebody are in one. */
const BLOCKS = 32

interface BlockRow {
  stage: Stage
  ending: StayEnding
  days: number
  block: number
  stays: number
}

/** The stays of one topic by block of people, in whole days: enough for intervals, and small. */
export async function readStayBlocks(tx: Transaction, scope: StayScope): Promise<StayBlocks> {
  const { rows } = await sql<BlockRow>`
    ${withStays(scope)}
    select stage, ending, floor(days)::float8 as days,
      hashtext(person_id::text) & ${sql.lit(BLOCKS - 1)} as block, count(*)::integer as stays
    from stay group by 1, 2, 3, 4 order by 3, 1, 2, 4`.execute(tx)
  const numbers = new Map<string, number>()
  const cells: { stage: Stage; next: Ending | null; days: number; stays: number }[] = []
  const cellOf = rows.map(({ stage, ending, days, stays }) => {
    const next = ENDINGS.find((one) => one === ending) ?? null
    const key = `${stage} ${next} ${days}`
    const cell = numbers.get(key) ?? cells.push({ stage, next, days, stays: 0 }) - 1
    numbers.set(key, cell)
    ;(cells[cell] as { stays: number }).stays += stays
    return cell
  })
  const counts = new Float64Array(BLOCKS * cells.length)
  rows.forEach(({ block, stays }, i) => {
    counts[block * cells.length + (cellOf[i] as number)] = stays
  })
  return { cells: staysOf(cells), counts, blocks: BLOCKS }
}
