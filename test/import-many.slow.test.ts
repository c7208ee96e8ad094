import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { ImportRun, ImportTrial } from '#http/contract/imports.ts'
import { openDatabase } from '#store/database.ts'
import { newFolder, newInstallation, serve } from '#test/enishi-process.ts'
import { listOfPeople, sizeOf } from '#test/many-people.ts'
import { residentBytes, type Spent, spentBy } from '#test/processes.ts'
import { countsOfTables } from '#test/table-counts.ts'
import { checkDerived } from '#understand/index.ts'

/** Rows of the list; 1,000,000 on demand: ENISHI_ROWS=1000000. */
const ROWS = Number(process.env.ENISHI_ROWS ?? 20_000)
const MEGABYTE = 1024 * 1024
/**
 * What the process may hold more at the end than at the beginning, and at all: server, import, reader
 * and matching in one. Its heaps are only cleared when they are full, which makes a saw of some 300 MB.
 */
const GROWTH_BYTES_MAX = 250 * MEGABYTE
const PEAK_BYTES_MAX = 1152 * MEGABYTE
/** The process is killed once this share of the rows is read. */
const KILL_AT = 0.2

interface Server {
  address: string
  key: string
  folder: string
  pid: number
  ended: () => Promise<number | null>
}

async function start(folder: string, key: string): Promise<Server> {
  const { server, address } = await serve(folder)
  return { address, key, folder, pid: server.child.pid ?? 0, ended: server.ended }
}

async function stop({ pid, ended }: Server): Promise<void> {
  process.kill(pid, 'SIGTERM')
  expect(await ended()).toBe(0)
}

async function ask<Answer>(
  { address, key }: Server,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, ...init.headers }
  const answer = await fetch(`${address}/api/v1${path}`, { ...init, headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

function send<Answer>(server: Server, path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return ask(server, path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Hands the file over as a stream; answers what asks for its import or trial. */
async function upload(server: Server, file: string): Promise<object> {
  const body = Readable.toWeb(createReadStream(file)) as unknown as NonNullable<RequestInit['body']>
  const headers = { 'content-type': 'application/octet-stream' }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const path = '/uploads?name=crm.csv'
  const { uploadId, format } = await ask<{ uploadId: string; format: string }>(server, path, init)
  expect(format).toBe('people-csv')
  return { uploadId, format, fileName: 'crm.csv' }
}

/** Most that was resident, by tenths of the rows that were read meanwhile. */
class Memory {
  readonly #tenths = new Array<number>(10).fill(0)

  note(read: number, pid: number): void {
    const tenth = Math.min(9, Math.floor((read / ROWS) * 10))
    this.#tenths[tenth] = Math.max(this.#tenths[tenth] ?? 0, residentBytes(pid))
  }

  /** How much more the last two tenths hold than the first two of the process that ends the import. */
  get growth(): number {
    const most = (from: number, to: number) => Math.max(...this.#tenths.slice(from, to))
    const begun = KILL_AT * 10 + 1
    return most(8, 10) - most(begun, begun + 2)
  }

  get peak(): number {
    return Math.max(...this.#tenths)
  }

  words(): string {
    return this.#tenths.map((bytes) => Math.round(bytes / MEGABYTE)).join(' ')
  }
}

/** Time on the clock and of processors, over several runs of a server. */
class Stopwatch {
  #since: Spent | undefined
  #sum: Spent = { clock: 0, server: 0, database: 0 }

  start({ pid, folder }: Server): void {
    this.#since = spentBy(pid, folder)
  }

  stop({ pid, folder }: Server): void {
    const until = spentBy(pid, folder)
    for (const key of ['clock', 'server', 'database'] as const) {
      this.#sum[key] += until[key] - (this.#since?.[key] ?? until[key])
    }
  }

  /** Says what it came to and begins anew. */
  tell(what: string, server: Server): void {
    this.stop(server)
    const { clock, server: own, database } = this.#sum
    const rates = `${Math.round(ROWS / clock)} rows/s on the clock, ${Math.round(ROWS / (own + database))} in a second of processor`
    const spent = `${clock.toFixed(1)} s; processor ${own.toFixed(1)} s and ${database.toFixed(1)} s of PostgreSQL`
    console.info(`${what}: ${rates} (${spent})`)
    this.#sum = { clock: 0, server: 0, database: 0 }
  }
}

/** Looks at an import until so many rows are read, or it is over. */
async function untilRead(server: Server, id: string, rows: number, memory: Memory) {
  for (;;) {
    const run = await ask<ImportRun>(server, `/imports/${id}`)
    memory.note(run.tally.read, server.pid)
    if (run.state !== 'running' || run.tally.read >= rows) return run
    await sleep(100)
  }
}

async function untilOver<Run extends { state: string }>(
  server: Server,
  path: string,
  state: string,
): Promise<Run> {
  for (;;) {
    const run = await ask<Run>(server, path)
    if (run.state !== state) return run
    await sleep(200)
  }
}

/** Lines and reasons of the refused rows, as the file for download says them. */
async function refusedLines({ address, key }: Server, id: string): Promise<[number, string][]> {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(`${address}/api/v1/imports/${id}/refusals.csv`, { headers })
  const [, ...lines] = (await answer.text()).trimEnd().split('\r\n')
  return lines.map((row) => {
    const [, line = '', reason = ''] = row.split(',')
    return [Number(line), reason]
  })
}

/** Rows that are left of what an import makes, and what roll-ups say wrongly. */
async function stateOf(folder: string) {
  const database = await openDatabase({ folder })
  try {
    const { door } = database
    const { id } = await door.asSystem((tx) =>
      tx.selectFrom('workspace').select('id').executeTakeFirstOrThrow(),
    )
    const counts = await door.inWorkspace(id, countsOfTables, 'background')
    const differences = await door.inWorkspace(id, (tx) => checkDerived(tx), 'background')
    return { counts, differences }
  } finally {
    await database.close()
  }
}

describe(`a list of ${ROWS} people, 2 % of them bad`, () => {
  it('is imported over a kill -9 in constant memory, and taken back without a trace', async () => {
    const size = sizeOf(ROWS)
    const file = join(newFolder(), 'crm.csv')
    await pipeline(Readable.from(listOfPeople(ROWS)), createWriteStream(file))
    const { folder, key } = await newInstallation('write')
    let server = await start(folder, key)
    const [memory, watch] = [new Memory(), new Stopwatch()]
    const order = await upload(server, file)

    watch.start(server)
    const { id } = await send<ImportRun>(server, '/imports', order)
    const before = await untilRead(server, id, ROWS * KILL_AT, memory)
    expect(before.state).toBe('running')
    watch.stop(server)
    process.kill(server.pid, 'SIGKILL')
    await server.ended()
    server = await start(folder, key)
    watch.start(server)
    const after = await untilRead(server, id, 0, memory)
    expect(after.tally.read).toBeGreaterThanOrEqual(before.tally.read)
    const whole = await untilRead(server, id, Number.POSITIVE_INFINITY, memory)
    watch.tell('imported', server)
    console.info(`resident by tenths of the rows: ${memory.words()} MB`)

    const { people, bad, repeated, badLines } = size
    expect(whole.state).toBe('done')
    expect(whole.tally).toMatchObject({ read: ROWS, new: people, refused: bad, deleted: 0 })
    expect(whole.tally.updated + whole.tally.duplicate).toBe(repeated)
    const refused = await refusedLines(server, id)
    expect(refused.map(([line]) => line)).toEqual(badLines)
    expect(new Set(refused.map(([, reason]) => reason))).toEqual(new Set(['bad-field']))
    expect(memory.growth).toBeLessThan(GROWTH_BYTES_MAX)
    expect(memory.peak).toBeGreaterThan(50 * MEGABYTE)
    expect(memory.peak).toBeLessThan(PEAK_BYTES_MAX)

    watch.start(server)
    await ask<ImportRun>(server, `/imports/${id}/undo`, { method: 'POST' })
    const undone = await untilOver<ImportRun>(server, `/imports/${id}`, 'undoing')
    watch.tell('taken back', server)
    expect(undone).toMatchObject({ state: 'undone', undo: { edited: 0, referred: 0, gone: 0 } })
    expect(undone.undo?.removed.person).toBe(people)
    await stop(server)
    expect(await stateOf(folder)).toEqual({ counts: {}, differences: [] })

    // As if the list had never been there: a trial of it finds everybody new.
    server = await start(folder, key)
    const again = await upload(server, file)
    watch.start(server)
    const trial = await send<ImportTrial>(server, '/imports/trials', again)
    const path = `/imports/trials/${trial.id}`
    const { findings } = await untilOver<ImportTrial>(server, path, 'running')
    watch.tell('tried', server)
    expect(findings).toMatchObject({ read: ROWS, new: people, repeated, refused: bad })
    expect(findings).toMatchObject({ refusedBy: { 'bad-field': bad } })
    await stop(server)
  }, 10_800_000)
})
