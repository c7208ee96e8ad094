import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import {
  type MatchedPair,
  type MatchRecord,
  matchRecords,
  readPlainPhone,
} from '#understand/index.ts'

const FOLDER = fileURLToPath(new URL('../../shared/data/identity', import.meta.url))
if (!existsSync(FOLDER)) console.info(`skipped: no record sets in ${FOLDER}`)

type Row = Record<string, string>

/** The columns as they are, and put under the keys of the contract. The national id is left out. */
const MAPPINGS: Record<string, (row: Row) => Omit<MatchRecord, 'id'>> = {
  'columns as they are': ({ rec_id, soc_sec_id, ...more }) => ({ more: filled(more) }),
  'keys of the contract': (row) => ({
    ...filled({
      name: `${row.given_name} ${row.surname}`,
      birth: row.date_of_birth ?? '',
      address: `${row.street_number} ${row.address_1} ${row.address_2}`,
      location: row.suburb ?? '',
    }),
    more: filled({ postcode: row.postcode ?? '', state: row.state ?? '' }),
  }),
}

function filled(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value.trim() !== ''))
}

function readRecords(set: string, mapping: (row: Row) => Omit<MatchRecord, 'id'>): MatchRecord[] {
  const rows: Row[] = parse(readFileSync(`${FOLDER}/${set}.csv`), { columns: true, trim: true })
  return rows.map((row) => ({ id: row.rec_id ?? '', ...mapping(row) }))
}

/** `rec-12-org` and `rec-12-dup-3` are one person. */
const personOf = (id: string) => id.split('-')[1] ?? ''
const isRight = ({ a, b }: { a: string; b: string }) => personOf(a) === personOf(b)

function countTrue(records: readonly MatchRecord[]): number {
  const sizes = new Map<string, number>()
  for (const { id } of records) sizes.set(personOf(id), (sizes.get(personOf(id)) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

function f1Of(pairs: readonly { a: string; b: string }[], all: number): number {
  return (2 * pairs.filter(isRight).length) / (pairs.length + all)
}

function bestF1(pairs: readonly MatchedPair[], all: number): number {
  let right = 0
  let best = 0
  const sorted = [...pairs].sort((x, y) => y.weight - x.weight)
  for (const [at, pair] of sorted.entries()) {
    if (isRight(pair)) right++
    best = Math.max(best, (2 * right) / (at + 1 + all))
  }
  return best
}

function pairsOf(clusters: readonly string[][]): { a: string; b: string }[] {
  return clusters.flatMap((ids) => ids.flatMap((a, at) => ids.slice(at + 1).map((b) => ({ a, b }))))
}

function tellCalibration(pairs: readonly MatchedPair[]): string {
  const bounds = [0.5, 0.8, 0.95, 0.99, 1.01]
  return bounds
    .map((bound, at) => {
      const inside = pairs.filter(
        (p) => p.probability < bound && p.probability >= (bounds[at - 1] ?? 0),
      )
      const said = inside.reduce((sum, p) => sum + p.probability, 0) / inside.length
      return `${said.toFixed(3)}: ${(inside.filter(isRight).length / inside.length).toFixed(3)} of ${inside.length}`
    })
    .join(', ')
}

describe.skipIf(!existsSync(FOLDER)).each(['dataset1', 'dataset3'])('FEBRL %s', (set) => {
  it.each(Object.keys(MAPPINGS))('%s', (name) => {
    const records = readRecords(set, MAPPINGS[name] as (row: Row) => Omit<MatchRecord, 'id'>)
    const all = countTrue(records)
    const before = process.cpuUsage()
    const { pairs: judged, clusters } = matchRecords(records, readPlainPhone)
    const pairs = [...judged()]
    const { user, system } = process.cpuUsage(before)
    const same = pairs.filter(({ verdict }) => verdict === 'same')
    const precision = same.filter(isRight).length / same.length
    const figures = {
      best: bestF1(pairs, all),
      same: f1Of(same, all),
      clusters: f1Of(pairsOf(clusters), all),
      shown: f1Of(pairs, all),
    }
    const told = Object.entries(figures).map(([what, f1]) => `${what} ${f1.toFixed(4)}`)
    console.info(
      `FEBRL ${set}, ${name}: F1 ${told.join(', ')}; same: precision ${precision.toFixed(4)}; ${((user + system) / 1e6).toFixed(2)} CPU s; said and was: ${tellCalibration(pairs)}`,
    )
    expect(figures.best).toBeGreaterThanOrEqual(0.99)
    expect(figures.shown).toBeGreaterThanOrEqual(0.97)
    expect(figures.same).toBeGreaterThanOrEqual(0.97)
    expect(figures.clusters).toBeGreaterThanOrEqual(0.97)
    expect(precision).toBeGreaterThanOrEqual(0.995)
  })
})
