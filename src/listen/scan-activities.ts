import { sql } from 'kysely'
import { matchesPhrases } from '#language/index.ts'
import { rowsToFill } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { LIMITS } from '#vocabulary/index.ts'
import type { IdRange } from './activity-filter.ts'
import {
  estimateRows,
  fromIds,
  fromSearch,
  probesFor,
  type ResolvedFilter,
  type Source,
  sourcesFor,
} from './activity-sources.ts'

/** Ids that hold the filter, newest first; `next` is the last id looked at, null at the end. */
export interface Found {
  ids: string[]
  next: string | null
}

export interface Scan {
  filter: ResolvedFilter
  phrases: readonly string[]
  range: IdRange
  limit: number
}

/**
 * Looks along the most selective index, newest first, until the page is full, the range is
 * exhausted or enough rows (`LIMITS.rowsLookedAtMax`) have been looked at; then `next` goes on from there.
 */
export async function scanActivities(tx: Transaction, scan: Scan): Promise<Found> {
  const { source, ...chosen } = await chooseSource(tx, scan)
  const probes = probesFor(scan.filter, source)
  const rowsMax = Math.ceil(chosen.rowsMax / Math.max(1, probes.count))
  const isExact = probes.isNothing && scan.phrases.length === 0
  const range = { ...scan.range }
  const ids: string[] = []
  let rows = isExact ? scan.limit + 1 : 4 * (scan.limit + 1)
  for (let looked = 0; looked < rowsMax; ) {
    const batch = await readBatch(tx, source.newest(range, rows), probes)
    ids.push(...(await holdingPhrases(tx, batch.ids, scan.phrases)))
    if (ids.length > scan.limit) return fullPage(ids, scan.limit)
    if (batch.looked < rows || batch.last === null) return { ids, next: null }
    looked += batch.looked
    range.before = batch.last
    rows = Math.min(rowsToFill(scan.limit + 1, ids.length, looked, rows), rowsMax - looked)
  }
  return { ids, next: range.before }
}

function fullPage(ids: string[], limit: number): Found {
  const page = ids.slice(0, limit)
  return { ids: page, next: page.at(-1) ?? null }
}

/** Below so many rows a filter leads a search, and the words are looked for in its posts. */
const SEARCHED_ROWS_MAX = 3_000

async function chooseSource(
  tx: Transaction,
  { filter, range }: Scan,
): Promise<{ source: Source; rowsMax: number }> {
  const sources = sourcesFor(filter)
  const isNarrowed = !sources.every(({ settles }) => settles.length === 0 || settles[0] === 'post')
  if (filter.tokens === undefined) {
    const { source } = await mostSelective(tx, sources, range, sources.length > 1)
    return { source, rowsMax: LIMITS.rowsLookedAtMax }
  }
  const search = { source: fromSearch(filter.tokens), rowsMax: LIMITS.searchHitsLookedAtMax }
  if (!isNarrowed) return search
  const { source, rows } = await mostSelective(tx, sources, range, true)
  return rows <= SEARCHED_ROWS_MAX ? { source, rowsMax: SEARCHED_ROWS_MAX } : search
}

async function mostSelective(
  tx: Transaction,
  sources: readonly Source[],
  range: IdRange,
  isEstimated: boolean,
): Promise<{ source: Source; rows: number }> {
  let best: { source: Source; rows: number } | undefined
  for (const source of sources) {
    const rows = isEstimated ? await estimateRows(tx, source, range) : 0
    if (best === undefined || rows < best.rows) best = { source, rows }
  }
  if (best === undefined) throw new Error('A filter without a source')
  return best
}

interface Batch {
  looked: number
  last: string | null
  ids: string[]
}

/** Which of these activities hold the filter, newest first. */
export async function scanAmong(
  tx: Transaction,
  candidates: readonly string[],
  { filter, phrases, range }: Omit<Scan, 'limit'>,
): Promise<string[]> {
  const source = fromIds(candidates)
  const newest = source.newest(range, candidates.length)
  const { ids } = await readBatch(tx, newest, probesFor(filter, source))
  return holdingPhrases(tx, ids, phrases)
}

async function readBatch(
  tx: Transaction,
  newest: ReturnType<Source['newest']>,
  { joins, where }: ReturnType<typeof probesFor>,
): Promise<Batch> {
  const { rows } = await sql<Batch>`
    with batch as materialized (${newest})
    select (select count(*)::integer from batch) as looked,
      (select id from batch order by id limit 1) as last,
      array(select batch.id::text from batch ${joins} where ${where} order by batch.id desc) as ids
  `.execute(tx)
  return rows[0] ?? { looked: 0, last: null, ids: [] }
}

async function holdingPhrases(
  tx: Transaction,
  ids: string[],
  phrases: readonly string[],
): Promise<string[]> {
  if (phrases.length === 0 || ids.length === 0) return ids
  const { rows } = await sql<{ id: string; title: string | null; text: string }>`
    select activity_id as id, title, text from post where activity_id = any(${ids}::uuid[])
  `.execute(tx)
  const holding = new Set<string>()
  for (const { id, title, text } of rows) {
    if (matchesPhrases(`${title ?? ''}\n${text}`, phrases)) holding.add(id)
  }
  return ids.filter((id) => holding.has(id))
}
