/**
 * How many frames a second the picture of a community's ties is drawn with while it is panned:
 * `enishi serve` as a process of its own, headless Chromium that draws without a graphics card.
 *
 *   node bench/picture.ts [--people 500,5000,50000] [--seconds 3]
 *
 * Communities of these sizes are written straight into the database, with three ties a person, most of
 * them within circles of a hundred. Prints how long the picture took to stand, the frames while the pointer
 * drags over it, and for comparison over a table of the same page. CHROMIUM names the browser.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { chromium, type Page } from 'playwright-core'
import { buildGraph, placeNodes, rankPages } from '#graph/index.ts'
import { packTies, pictureOf } from '#measure/index.ts'
import { openDatabase } from '#store/database.ts'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { seededChance, uuidV7 } from '#vocabulary/index.ts'
import { vacuum } from './fill.ts'
import { describeMachine } from './measure.ts'

const MAIN = join(import.meta.dirname, '../src/app/main.ts')
const RUN = `import(${JSON.stringify(MAIN)}).then((m) => m.main(process.argv.slice(1))).then((c) => { process.exitCode = c })`
const OWNER = { email: 'owner@bench.example', password: 'correct horse battery' }
const TIES_A_PERSON = 3
const CIRCLE = 100
const AT_ONCE = 10_000

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '500,5000,50000' },
    seconds: { type: 'string', default: '3' },
  },
})
const sizes = values.people.split(',').map(Number)
const browserAt = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)
const folder = mkdtempSync(join(tmpdir(), 'enishi-bench-'))

async function main(): Promise<void> {
  try {
    if (browserAt === undefined) throw new Error('no Chromium found; name one with CHROMIUM=/path')
    await withServer(/(http:\S+)\/setup\?token=(\S+)/, openWorkspace)
    const communities = await fill(sizes)
    await withServer(/Enishi is at (http:\S+) /, ([, address = '']) =>
      measureAll(browserAt, address, communities),
    )
    process.stdout.write(`load ${loadavg()[0]?.toFixed(1)}, ${describeMachine()}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A server on the folder, from when it has said something until the work is done. */
async function withServer(
  says: RegExp,
  work: (said: RegExpExecArray) => Promise<void>,
): Promise<void> {
  const args = ['-e', RUN, 'serve', '--data', folder, '--port', '0']
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const closed = once(child, 'close')
  try {
    let said: RegExpExecArray | null = null
    let lines = ''
    for await (const line of createInterface({ input: child.stderr })) {
      lines += `${line}\n`
      said = says.exec(line)
      if (said !== null) break
    }
    if (said === null) throw new Error(`the server did not start:\n${lines}`)
    child.stderr.resume()
    await work(said)
  } finally {
    child.kill('SIGINT')
    await closed
  }
}

async function openWorkspace([, address, token]: RegExpExecArray): Promise<void> {
  const place = { workspace: 'Bench', language: 'en', timeZone: 'UTC', name: 'Owner' }
  const response = await fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address ?? '' },
    body: JSON.stringify({ token, ...OWNER, ...place }),
  })
  if (!response.ok) throw new Error(await response.text())
}

interface Filled {
  id: string
  people: number
}

/** A community of each size, with its people, their ties and their places. */
async function fill(all: readonly number[]): Promise<Filled[]> {
  const database = await openDatabase({ folder })
  try {
    const { id } = await database.door.asSystem((tx) =>
      tx.selectFrom('workspace').select('id').executeTakeFirstOrThrow(),
    )
    const filled: Filled[] = []
    for (const people of all) {
      const grown = grow(people)
      await database.door.inWorkspace(id, (tx) => writePeople(tx, id, grown), 'background')
      // Keys of a table that nothing is known of yet are looked up by going through it.
      await vacuum(database.connection)
      await database.door.inWorkspace(id, (tx) => write(tx, id, grown), 'background')
      filled.push({ id: grown.id, people })
    }
    await vacuum(database.connection)
    return filled
  } finally {
    await database.close()
  }
}

/** Everybody has three ties, two of them within a circle of a hundred, at random. */
function grow(people: number) {
  const chance = seededChance(people, 'a community for a picture')
  const ties = Array.from({ length: people * TIES_A_PERSON }, (_, i) => {
    const from = Math.floor(i / TIES_A_PERSON)
    const first = i % TIES_A_PERSON === 0 ? 0 : from - (from % CIRCLE)
    const among = i % TIES_A_PERSON === 0 ? people : Math.min(CIRCLE, people - first)
    return { from, to: first + Math.floor(chance() * among) }
  }).filter(({ from, to }) => from !== to)
  const column = (of: 'from' | 'to') => Uint32Array.from(ties, (tie) => tie[of])
  const weights = new Float32Array(ties.length).fill(1)
  const edges = { nodes: people, sources: column('from'), targets: column('to'), weights }
  const graph = buildGraph(edges, { rows: 'both' })
  const random = (into: Uint8Array) => {
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(chance() * 256)
  }
  const { ranks } = rankPages(graph)
  const newId = () => uuidV7(Date.now(), random)
  return {
    ...{ id: newId(), people, ties, places: placeNodes(graph), ranks },
    picture: pictureOf(graph, ranks),
    accounts: Array.from({ length: people }, () => ({ person: newId(), handle: newId() })),
  }
}

async function writePeople(
  tx: Transaction,
  workspace: string,
  { people, accounts }: ReturnType<typeof grow>,
): Promise<void> {
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = accounts.slice(from, from + AT_ONCE)
    const name = (i: number) => `Person ${from + i} of ${people}`
    const named = some.map(({ person }, i) => ({ id: person, name: name(i) }))
    await insertRows(
      ...([tx, 'person', workspace] as const),
      { id: 'uuid', display_name: 'text', sort_key: 'text' },
      named.map(({ id, name }) => ({ id, display_name: name, sort_key: name })),
    )
    await insertRows(
      ...([tx, 'handle', workspace] as const),
      { id: 'uuid', platform: 'text', external_id: 'text', username: 'text' },
      some.map(({ handle }, i) => ({
        ...{ id: handle, platform: 'bench', external_id: name(i), username: name(i) },
      })),
    )
  }
}

async function write(
  tx: Transaction,
  workspace: string,
  { id, people, ties, places, ranks, accounts, picture }: ReturnType<typeof grow>,
): Promise<void> {
  await sql`insert into community (workspace_id, id, name, people, ties, posts, recent_posts,
      before_posts, weeks, health, active_share, answer_rate, reciprocity, newcomers_kept, stages,
      languages, relevance, relevant_posts, rival_posts, ours, rivals, is_to_join, born_at, people_told)
    values (${workspace}, ${id}, ${`${people} people`}, ${people}, ${ties.length}, 0, 0, 0,
      '{0,0,0,0,0,0,0,0,0,0,0,0}', 50, 0.5, 0.5, 0.5, 0.5, '[]', '[]', 0, 0, 0, 0, 0, false, now(),
      ${people})`.execute(tx)
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = accounts.slice(from, from + AT_ONCE)
    await insertRows(
      ...([tx, 'handle_ownership', workspace] as const),
      { handle_id: 'uuid', person_id: 'uuid', reason: 'text' },
      some.map(({ handle, person }) => ({ handle_id: handle, person_id: person, reason: 'born' })),
    )
    await insertRows(
      ...([tx, 'community_member', workspace] as const),
      {
        ...({ community_id: 'uuid', handle_id: 'uuid', is_first: 'boolean' } as const),
        ...({ rank: 'real', core: 'integer', leap: 'real', strength: 'real' } as const),
        ...({ x: 'real', y: 'real', place: 'integer' } as const),
      },
      some.map(({ handle }, i) => ({
        ...{ community_id: id, handle_id: handle, is_first: true, core: 2, leap: 0.1, strength: 3 },
        rank: (ranks[from + i] ?? 0) * people,
        ...{ x: places.x[from + i], y: places.y[from + i] },
        place: picture.places[from + i],
      })),
    )
  }
  await tx
    .insertInto('community_picture')
    .values({
      ...{ workspace_id: workspace, community_id: id },
      ...{ ties: packTies(picture.ties), has_all: picture.hasAll },
    })
    .execute()
  const handleOf = (node: number) => accounts[node]?.handle
  for (let from = 0; from < ties.length; from += AT_ONCE) {
    await insertRows(
      ...([tx, 'tie', workspace] as const),
      {
        ...({ from_handle_id: 'uuid', to_handle_id: 'uuid', day: 'date' } as const),
        ...({ answers: 'integer', mentions: 'integer', shares: 'integer' } as const),
        ...({ likes: 'integer', follows: 'integer' } as const),
      },
      ties.slice(from, from + AT_ONCE).map((tie) => ({
        ...{ from_handle_id: handleOf(tie.from), to_handle_id: handleOf(tie.to) },
        day: new Date().toISOString().slice(0, 10),
        ...{ answers: 1, mentions: 0, shares: 0, likes: 0, follows: 0 },
      })),
      sql`on conflict do nothing`,
    )
  }
}

async function measureAll(
  executablePath: string,
  address: string,
  communities: readonly Filled[],
): Promise<void> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
  ]
  const browser = await chromium.launch({ executablePath, args })
  try {
    const viewport = { width: 1400, height: 900 }
    const context = await browser.newContext({ baseURL: address, locale: 'en-GB', viewport })
    context.setDefaultTimeout(300_000)
    const headers = { origin: address }
    await context.request.post('/api/auth/sign-in/email', { data: OWNER, headers })
    const page = await context.newPage()
    for (const community of communities) await measureOne(page, community)
  } finally {
    await browser.close()
  }
}

async function measureOne(page: Page, { id, people }: Filled): Promise<void> {
  const begun = performance.now()
  await page.goto(`/communities/${id}?view=graph&size=${people}`)
  await page.locator('.ties-frame canvas').first().waitFor()
  await page.evaluate(TWO_FRAMES)
  const seconds = (performance.now() - begun) / 1_000
  const [answered = 0, arrived = 0, bytes = 0] = await page.evaluate<number[]>(ANSWER)
  const shown = await page.locator('.ties-frame').locator('xpath=preceding::p[1]').textContent()
  const frames = await pannedOver(page, '.ties-frame')
  await page.goto(`/communities/${id}?view=people`)
  await page.locator('table.plain tbody tr').first().waitFor()
  const still = await pannedOver(page, 'table.plain')
  process.stdout.write(
    `${shown ?? ''}\n  there after ${seconds.toFixed(1)} s (the first byte of it after ${answered.toFixed(1)}, ` +
      `the last of ${(bytes / 1e6).toFixed(1)} MB after ${arrived.toFixed(1)}); ${frames.toFixed(1)} frames a second while panned, ` +
      `${still.toFixed(1)} over a table\n`,
  )
}

/** Seconds from the beginning of the page to the first and the last byte of the graph, and its bytes. */
const ANSWER = `(() => {
  const all = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/graph'))
  const graph = all.at(-1)
  return graph === undefined ? [] :
    [graph.responseStart / 1000, graph.responseEnd / 1000, graph.encodedBodySize]
})()`

const TWO_FRAMES = `new Promise((answer) => requestAnimationFrame(() => requestAnimationFrame(answer)))`

/** Counts the frames that the page draws for a while. */
const FRAMES = (forMs: number) => `new Promise((answer) => {
  const from = performance.now()
  let frames = 0
  const tick = (now) => {
    frames += 1
    if (now - from < ${forMs}) requestAnimationFrame(tick)
    else answer((frames * 1000) / (now - from))
  }
  requestAnimationFrame(tick)
})`

/** Frames a second while the pointer drags over something. */
async function pannedOver(page: Page, what: string): Promise<number> {
  const box = await page.locator(what).boundingBox()
  if (box === null) throw new Error(`${what} has no place`)
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(300, box.height / 2)]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const forMs = Number(values.seconds) * 1_000
  const counted = page.evaluate<number>(FRAMES(forMs))
  const until = performance.now() + forMs
  for (let step = 0; performance.now() < until; step++) {
    await page.mouse.move(x + 120 * Math.sin(step / 8), y + 90 * Math.cos(step / 8))
  }
  await page.mouse.up()
  return counted
}

await main()
