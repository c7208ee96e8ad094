/**
 * How soon a post is seen, in a full log: `enishi serve` as a process of its own, one stream open,
 * posts one after another through POST /activities.
 *
 *   node bench/live.ts [--folder DIR] [--activities 1000000] [--people 100000] [--posts 50]
 *
 * The folder is filled as for bench/pages.ts. Prints, from the moment of asking: when POST answered,
 * when the event was there, and when the list that the page then asks for had the post.
 */
import { spawn } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createApiKey } from '#store/api-keys.ts'
import type { Door } from '#store/door.ts'
import { describeMachine, type Measured, printTable } from './measure.ts'
import { openFilled } from './pages.ts'

const MAIN = join(import.meta.dirname, '../src/app/main.ts')
const RUN = `import(${JSON.stringify(MAIN)}).then((m) => m.main(process.argv.slice(1))).then((c) => { process.exitCode = c })`
const WARM_UP = 5

const chance = {
  now: () => new Date(),
  random: (into: Uint8Array) => void randomFillSync(into),
}

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    activities: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '100000' },
    posts: { type: 'string', default: '50' },
  },
})
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'enishi-bench-'))
try {
  const key = await prepare()
  const served = await serve()
  try {
    printTable(await measureAll(served.address, key, Number(values.posts)))
    process.stdout.write(`${values.activities} activities, ${describeMachine()}\n`)
  } finally {
    served.child.kill('SIGINT')
    await once(served.child, 'close')
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}

/** A filled folder and a key to it. */
async function prepare(): Promise<string> {
  const size = { activities: Number(values.activities), people: Number(values.people) }
  const { database, workspaceId } = await openFilled(folder, size)
  try {
    await openAccounts(database.door, workspaceId)
    const wanted = { workspaceId, name: 'bench', scope: 'write', userId: null } as const
    return (await createApiKey(database.door, chance, wanted)).key
  } finally {
    await database.close()
  }
}

/** The fill makes no accounts. */
async function openAccounts(door: Door, id: string): Promise<void> {
  await door.asAccounts((tx) =>
    tx
      .insertInto('organization')
      .values({ id, name: 'Bench', slug: `bench-${id.slice(-8)}`, createdAt: chance.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

async function serve() {
  const args = ['-e', RUN, 'serve', '--data', folder, '--port', '0']
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /Enishi is at (http:\S+) /.exec(line)?.[1]
    if (address !== undefined) {
      child.stderr.resume()
      return { child, address }
    }
  }
  throw new Error('the server did not start')
}

async function measureAll(address: string, key: string, posts: number): Promise<Measured[]> {
  const headers = { authorization: `Bearer ${key}` }
  const response = await fetch(`${address}/api/v1/stream`, { headers })
  const events = readEvents(response)
  const times = { answered: [] as number[], heard: [] as number[], listed: [] as number[] }
  for (let turn = -WARM_UP; turn < posts; turn++) {
    const startedAt = performance.now()
    const passed = () => performance.now() - startedAt
    const heard = events.next('activities.heard').then(passed)
    const id = await post(address, headers, `${startedAt}`)
    const answered = passed()
    const heardMs = await heard
    await findInList(address, headers, id)
    const listed = passed()
    if (turn < 0) continue
    times.answered.push(answered)
    times.heard.push(heardMs)
    times.listed.push(listed)
  }
  return Object.entries(times).map(([name, all]) => summarise(`until ${name}`, all))
}

async function post(address: string, headers: Record<string, string>, id: string): Promise<string> {
  const actor = { platform: 'bench', handle: 'live', name: 'Live' }
  const response = await fetch(`${address}/api/v1/activities`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ id, type: 'Create', actor, content: `今届いた投稿 ${id}` }),
  })
  const { items } = (await response.json()) as { items: { activityId: string }[] }
  return items[0]?.activityId ?? ''
}

async function findInList(address: string, headers: Record<string, string>, id: string) {
  const response = await fetch(`${address}/api/v1/activities`, { headers })
  if (!response.ok) throw new Error(await response.text())
  const { items } = (await response.json()) as { items: { id: string }[] }
  if (!items.some((item) => item.id === id)) throw new Error(`${id} is not in the list`)
}

/** The events of a stream, by name. */
function readEvents({ body }: Response) {
  if (body === null) throw new Error('no stream')
  const waiting: { name: string; resolve: () => void }[] = []
  const read = async () => {
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      for (const [, name] of text.matchAll(/^event: (\S+)$/gm)) {
        const found = waiting.findIndex((one) => one.name === name)
        if (found !== -1) waiting.splice(found, 1)[0]?.resolve()
      }
    }
  }
  read().catch((error: Error) => process.stderr.write(`the stream ended: ${error.message}\n`))
  return {
    next: (name: string) => new Promise<void>((resolve) => waiting.push({ name, resolve })),
  }
}

function summarise(name: string, all: number[]): Measured {
  const times = all.toSorted((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  const [p50 = Number.NaN, p95 = Number.NaN, max = Number.NaN] = [at(0.5), at(0.95), at(1)]
  return { name, calls: times.length, items: 1, p50, p95, max }
}
