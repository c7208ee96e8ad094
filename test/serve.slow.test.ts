import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isProcessAlive } from '#store/embedded/process-alive.ts'
import { type EnishiProcess, runEnishi } from '#test/enishi-process.ts'

const PASSWORD = 'correct horse battery'
const READY = /Enishi is at (http:\S+) \(ready after [0-9.]+ s\)/

let folder: string
let data: string
let running: EnishiProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enishi-serve-'))
  data = join(folder, 'data')
  running = []
})

afterEach(async () => {
  for (const { child, ended } of running) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended()
  }
  await stopDatabase()
  rmSync(folder, { recursive: true, force: true })
})

function start(args: string[] = [], env: Record<string, string> = {}): EnishiProcess {
  const one = runEnishi(['serve', '--data', data, '--port', '0', ...args], { env })
  running.push(one)
  return one
}

async function address(one: EnishiProcess): Promise<string> {
  return (await one.says(READY))[1] ?? ''
}

function postmaster(): number {
  return Number(readFileSync(join(data, 'postgres/db/postmaster.pid'), 'utf8').split('\n')[0])
}

/** What a killed server left running. */
async function stopDatabase(): Promise<void> {
  if (!existsSync(join(data, 'postgres/db/postmaster.pid'))) return
  const pid = postmaster()
  if (isProcessAlive(pid)) process.kill(pid, 'SIGINT')
  await expect.poll(() => isProcessAlive(pid), { timeout: 20_000 }).toBe(false)
}

async function setUp(at: string, token: string): Promise<Response> {
  return fetch(`${at}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ token, workspace: 'Acme', name: 'A', email: 'a@acme.example', password: PASSWORD },
      ...{ language: 'en', timeZone: 'Asia/Tokyo' },
    }),
  })
}

function isNeeded(at: string): Promise<unknown> {
  return fetch(`${at}/api/v1/setup`).then((answer) => answer.json())
}

describe('enishi serve', { timeout: 120_000 }, () => {
  it('starts, takes the one-time link, stops cleanly at Ctrl-C and takes its database along', async () => {
    const server = start()
    const at = await address(server)
    const [, token = ''] = await server.says(/\/setup\?token=(\S+)/)
    expect((await fetch(`${at}/readyz`)).status).toBe(200)
    expect((await setUp(at, token)).status).toBe(201)
    expect((await setUp(at, token)).status).toBe(403)
    const pid = postmaster()
    server.child.kill('SIGINT')
    expect(await server.ended()).toBe(0)
    expect(isProcessAlive(pid)).toBe(false)
    const again = start()
    await address(again)
    expect(again.err()).not.toContain('token=')
  })

  it('tells a second start who holds the folder', async () => {
    const first = start()
    const at = await address(first)
    const second = start()
    expect(await second.ended()).toBe(1)
    expect(second.err()).toContain(`process ${first.child.pid}`)
    expect(second.err()).toContain(at)
    expect((await fetch(`${at}/readyz`)).status).toBe(200)
  })

  it('lets init and key create work beside it', async () => {
    const server = start()
    const at = await address(server)
    const init = ['init', '--workspace', '縁珈琲', '--email', 'Y@E.example', '--name', '結子']
    const made = runEnishi([...init, '--data', data], { input: `${PASSWORD}\n` })
    expect(await made.ended()).toBe(0)
    expect(JSON.parse(made.out())).toMatchObject({ slug: expect.stringMatching(/^workspace-/) })
    expect(await isNeeded(at)).toEqual({ isNeeded: false })
    const twice = runEnishi([...init, '--data', data], { input: `${PASSWORD}\n` })
    expect(await twice.ended()).toBe(2)
    const key = runEnishi(['key', 'create', '--name', 'ci', '--scope', 'admin', '--data', data])
    expect(await key.ended()).toBe(0)
    expect(key.out()).toMatch(/^enishi_\w{32}_[\w-]{43}\n$/)
    const headers = { authorization: `Bearer ${key.out().trim()}` }
    const listed = await fetch(`${at}/api/v1/api-keys`, { headers })
    expect(await listed.json()).toMatchObject({ items: [{ name: 'ci', scope: 'admin' }] })
  })

  it.each(['server', 'server and database'])(
    'after kill -9 of the %s starts again with all that was acknowledged',
    async (what) => {
      const server = start()
      const at = await address(server)
      const [, token = ''] = await server.says(/\/setup\?token=(\S+)/)
      expect((await setUp(at, token)).status).toBe(201)
      const pid = postmaster()
      server.child.kill('SIGKILL')
      await server.ended()
      if (what !== 'server') process.kill(pid, 'SIGKILL')
      const again = start()
      const next = await address(again)
      expect(await isNeeded(next)).toEqual({ isNeeded: false })
      expect(postmaster() === pid).toBe(what === 'server')
      again.child.kill('SIGTERM')
      expect(await again.ended()).toBe(0)
      expect(isProcessAlive(pid)).toBe(false)
    },
  )

  it('starts its database again when somebody kills that', async () => {
    const server = start()
    const at = await address(server)
    await server.says(/token=/)
    const pid = postmaster()
    process.kill(pid, 'SIGKILL')
    await server.says(/database was killed/)
    await expect
      .poll(async () => (await fetch(`${at}/readyz`)).status, { timeout: 30_000 })
      .toBe(200)
    expect(postmaster()).not.toBe(pid)
    server.child.kill('SIGINT')
    expect(await server.ended()).toBe(0)
    expect(existsSync(join(data, 'postgres/db/postmaster.pid'))).toBe(false)
  })

  it('ends at once at the second Ctrl-C', async () => {
    const server = start()
    const at = await address(server)
    const held = new AbortController()
    // A request whose body never ends keeps the server finishing.
    const endless = new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{')) })
    const init = { method: 'POST', body: endless, duplex: 'half', signal: held.signal }
    const headers = { 'content-type': 'application/json' }
    const request = fetch(`${at}/api/v1/setup`, { ...init, headers } as RequestInit)
    const gone = request.catch((error: Error) => error)
    await expect.poll(() => connectionsTo(server)).toBeGreaterThan(0)
    server.child.kill('SIGINT')
    await server.says(/Stopping/)
    server.child.kill('SIGINT')
    expect(await server.ended()).toBe(130)
    held.abort()
    await gone
  })
})

/** Established connections of the server, as the kernel counts them. */
function connectionsTo({ child }: EnishiProcess): number {
  const established = readFileSync(`/proc/${child.pid}/net/tcp`, 'utf8').split('\n')
  return established.filter((line) => line.split(/\s+/)[4] === '01').length
}

describe('a start that cannot be', { timeout: 60_000 }, () => {
  it('says which port is taken and how to choose another', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as { port: number }
    const server = start(['--port', String(port)])
    expect(await server.ended()).toBe(1)
    expect(server.err()).toMatch(new RegExp(`Port ${port} is taken.*--port`))
    holder.close()
  })

  it('says that the folder cannot be written to', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    data = join(file, 'data')
    const server = start()
    expect(await server.ended()).toBe(1)
    expect(server.err()).toMatch(/cannot be written to.*--data/)
  })

  it('says that its key is damaged, and ends with its database', async () => {
    mkdirSync(data)
    writeFileSync(join(data, 'secret.key'), 'short')
    const server = start()
    expect(await server.ended()).toBe(1)
    expect(server.err()).toMatch(/secret\.key is damaged/)
    expect(existsSync(join(data, 'postgres/db/postmaster.pid'))).toBe(false)
  })

  it('says that the database of DATABASE_URL cannot be reached, without its password', async () => {
    const server = start([], { DATABASE_URL: 'postgres://enishi:hush@127.0.0.1:1/enishi' })
    expect(await server.ended()).toBe(1)
    expect(server.err()).toMatch(/cannot be reached.*DATABASE_URL/)
    expect(server.err()).not.toContain('hush')
  })

  it.each([
    [['serve', '--port', 'x'], /--port/],
    [['serve', '--nonsense'], /Usage: enishi serve/],
    [['nonsense'], /no command nonsense/],
    [['key', 'create', '--name', 'x', '--scope', 'all'], /--scope must be one of/],
    [['init', '--workspace', 'x'], /--email is missing/],
  ])('%j: exit 2 and the way out', async (args, words) => {
    const one = runEnishi(args)
    expect(await one.ended()).toBe(2)
    expect(one.err()).toMatch(words)
    expect(one.out()).toBe('')
  })

  it('speaks Japanese on a Japanese terminal', async () => {
    const one = runEnishi(['nonsense'], { env: { LANG: 'ja_JP.UTF-8' } })
    await one.ended()
    expect(one.err()).toContain('コマンド nonsense はありません')
    const help = runEnishi(['help'], { env: { LC_ALL: 'ja_JP.UTF-8' } })
    expect(await help.ended()).toBe(0)
    expect(help.out()).toContain('サーバーを動かす')
  })
})
