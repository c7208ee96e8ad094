/**
 * How long it takes to find out who a new account is, on the embedded database with many people known:
 * keys, candidates, judgement and what is written down, one account at a time, beside a round trip
 * that only begins and ends a transaction. CPU time is that of this process and of the database
 * (Linux): what it would take on a machine that has nothing else to do, the disk apart.
 *
 *   node bench/match-live.ts [--people 100000] [--accounts 500] [--seed 1]
 */
import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { openDatabase } from '#store/database.ts'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { countedKeysOf } from '#understand/candidates/local-judge.ts'
import { keysOfAccount } from '#understand/candidates/match-keys.ts'
import { createPeopleCount, type MatchRecord, matchAccounts } from '#understand/index.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { makeMatchWorld } from './match-people.ts'
import { cpuMsBetween, describeMachine, readCpuMs } from './measure.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    accounts: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
})
const random = (into: Uint8Array) => void randomFillSync(into)
const newId = () => uuidV7(Date.now(), random)
const AT_ONCE = 2_000
const LIVE_MS_MAX = 50
/** The first ones compile what the server has compiled long ago. */
const WARM_UP = 20

console.log(describeMachine())
const folder = mkdtempSync(join(tmpdir(), 'enishi-bench-match-'))
const database = await openDatabase({ folder })
try {
  await run()
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

async function run(): Promise<void> {
  const { door } = database
  const workspaceId = newId()
  await door.asSystem((tx) =>
    sql`insert into workspace (id, slug, name, language, time_zone)
      values (${workspaceId}, 'bench', 'Bench', 'ja', 'Asia/Tokyo')`.execute(tx),
  )
  const inside = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const people = Number(values.people)
  const accounts = Number(values.accounts)
  const { records } = makeMatchWorld({ people, kind: 'social', seed: Number(values.seed) })
  const known = records.slice(0, -accounts)
  for (let from = 0; from < known.length; from += AT_ONCE) {
    await inside((tx) => seed(tx, workspaceId, known.slice(from, from + AT_ONCE), true))
  }
  await inside((tx) => sql`select enishi.refresh_statistics()`.execute(tx))
  console.log(`${known.length} accounts are known`)
  const countPeople = createPeopleCount()
  const chance = { workspaceId, authorId: null, random }
  const times: number[] = []
  const trips: number[] = []
  const cpu: number[] = []
  const pid = database.postmasterPid
  const readCpu = () => (pid === undefined ? new Map() : readCpuMs(pid))
  let [merged, found] = [0, 0]
  for (const record of records.slice(-accounts)) {
    const [id = ''] = await inside((tx) => seed(tx, workspaceId, [record], false))
    const begun = performance.now()
    await inside((tx) => sql`select 1`.execute(tx))
    const between = performance.now()
    const cpuBefore = readCpu()
    const done = await matchAccounts(inside, [id], { ...chance, now: new Date() }, countPeople)
    times.push(performance.now() - between)
    trips.push(between - begun)
    cpu.push(cpuMsBetween(cpuBefore, readCpu()))
    merged += done.merged
    found += done.found
  }
  const p = (list: number[], share: number) =>
    list.slice(WARM_UP).toSorted((a, b) => a - b)[Math.floor((list.length - WARM_UP) * share)] ??
    Number.NaN
  console.log(`${accounts} new accounts: ${merged} joined, ${found} put into the queue`)
  for (const share of [0.5, 0.95, 0.99]) {
    const [own, trip] = [p(times, share), p(trips, share)]
    console.log(
      `p${share * 100}: ${own.toFixed(1)} ms, ${(own / trip).toFixed(1)} empty transactions (${trip.toFixed(1)} ms); ${p(cpu, share).toFixed(1)} ms of CPU`,
    )
  }
  console.log(`limit at p99: ${LIVE_MS_MAX} ms`)
}

/** Accounts with a person each, and their keys where they are known already. */
async function seed(
  tx: Transaction,
  workspaceId: string,
  records: readonly MatchRecord[],
  withKeys: boolean,
): Promise<string[]> {
  const rows = records.map((record) => ({ record, id: newId(), person: newId() }))
  await insertRows(
    tx,
    'person',
    workspaceId,
    { id: 'uuid', display_name: 'text', sort_key: 'text' },
    rows.map(({ record, person }) => ({
      ...{ id: person, display_name: record.name ?? record.id, sort_key: record.name ?? record.id },
    })),
  )
  const columns = {
    ...({ id: 'uuid', platform: 'text', external_id: 'text', username: 'text' } as const),
    ...({ display_name: 'text', url: 'text', bio: 'text' } as const),
  }
  await insertRows(
    tx,
    'handle',
    workspaceId,
    columns,
    rows.map(({ record, id }) => ({
      ...{ id, platform: record.platform ?? 'x', external_id: record.id },
      ...{ username: record.handle, display_name: record.name, url: record.url, bio: record.bio },
    })),
  )
  const owned = rows.map(({ id, person }) => ({ handle_id: id, person_id: person, reason: 'born' }))
  const owning = { handle_id: 'uuid', person_id: 'uuid', reason: 'text' } as const
  await insertRows(tx, 'handle_ownership', workspaceId, owning, owned)
  if (withKeys) {
    const keys = rows.flatMap(({ record, id }) =>
      [...new Set([...keysOfAccount({ record, emails: [] }), ...countedKeysOf(record)])].map(
        (key) => ({
          ...{ key, handle_id: id },
        }),
      ),
    )
    await insertRows(tx, 'match_key', workspaceId, { key: 'bigint', handle_id: 'uuid' }, keys)
  }
  return rows.map(({ id }) => id)
}
