import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { openExplaining } from '#app/readers.ts'
import { EventHub } from '#http/event-hub.ts'
import type { HttpContext } from '#http/handler.ts'
import { joinHandlers } from '#http/handlers.ts'
import { Metrics } from '#http/metrics.ts'
import { buildServer, type ServerParts } from '#http/server.ts'
import { SetupToken } from '#http/setup-token.ts'
import { openSignIn } from '#http/sign-in.ts'
import { addMember, openWorkspace } from '#store/accounts.ts'
import { openBell } from '#store/bell.ts'
import { type Door, openDoor } from '#store/door.ts'
import { migrate } from '#store/migrate.ts'
import { createSeal } from '#store/seal.ts'
import { deltasOf, loadBaseModel } from '#understand/index.ts'
import type { Role } from '#vocabulary/index.ts'
import { testListening, testUnderstanding } from './listening.ts'
import { testLiveTools } from './live.ts'
import { closeAfterFile } from './open-things.ts'
import { newId, randomBytes, type TestWorkspace, testDoor } from './workspace.ts'

const HOST = '127.0.0.1:3000'
const ORIGIN = `http://${HOST}`
export const PASSWORD = 'correct horse battery'

/** A server put together as the real one is; it answers without listening. */
export interface TestServer {
  server: FastifyInstance
  door: Door
  setup: SetupToken
  metrics: Metrics
  /** Lines of the log. */
  logged: Record<string, unknown>[]
  /** Asks as our own page would (with an Origin), or with the headers given. */
  ask(request: InjectOptions): Promise<LightMyRequestResponse>
  /** Signs in; answers the cookie header. */
  signIn(email: string, password?: string): Promise<string>
}

const SECRET = '0123456789abcdefghijklmnopqrstuvwxyz'

/** What handlers work with, over a database and a data folder of the test's own. */
export async function testContext(door: Door): Promise<HttpContext> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'enishi-data-'))
  closeAfterFile({ close: () => rmSync(dataFolder, { recursive: true, force: true }) })
  const listening = await testListening(door)
  const understanding = await testUnderstanding()
  const explainMove = await openExplaining(deltasOf(door))
  const clock = { now: () => new Date(), random: randomBytes }
  const [liveTools, hub] = [testLiveTools(), await testHub(door)]
  const base = { name: loadBaseModel().name }
  const seal = createSeal(SECRET, randomBytes)
  const reading = { understanding, explainMove, base }
  return { door, dataFolder, listening, ...reading, liveTools, hub, seal, ...clock }
}

/** Live updates over the run's database. */
async function testHub(door: Door): Promise<EventHub> {
  const bell = await openBell({ connectionString: inject('databaseUrl') })
  const hub = new EventHub({ door, bell, now: () => new Date(), log: () => undefined })
  closeAfterFile({
    close: async () => {
      await hub.close()
      await bell.close()
    },
  })
  return hub
}

export async function startServer(
  given: Partial<ServerParts> & { door?: Door } = {},
): Promise<TestServer> {
  const door = given.door ?? testDoor()
  const setup = new SetupToken(randomBytes)
  const metrics = new Metrics()
  const logged: Record<string, unknown>[] = []
  const server = await buildServer({
    context: await testContext(door),
    handlers: joinHandlers({ setup }),
    signIn: openSignIn(door, { secret: SECRET }),
    metrics,
    site: { host: '127.0.0.1' },
    log: (line) => logged.push(line),
    requestsPerMinuteMax: 1_000_000,
    ...given,
  })
  await server.ready()
  closeAfterFile(server)
  const ask = (request: InjectOptions) => {
    const headers = { host: HOST, origin: ORIGIN, ...request.headers }
    return server.inject({ ...request, headers })
  }
  const signIn = async (email: string, password = PASSWORD) => {
    const url = '/api/auth/sign-in/email'
    const answer = await ask({ method: 'POST', url, payload: { email, password } })
    if (answer.statusCode !== 200) throw new Error(`sign-in: ${answer.statusCode} ${answer.body}`)
    return cookieOf(answer)
  }
  return { server, door, setup, metrics, logged, ask, signIn }
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookieOf(answer: LightMyRequestResponse): string {
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

/** A workspace with one member of each role. */
export interface Cast {
  workspaceId: string
  slug: string
  email: Record<Role, string>
  userId: Record<Role, string>
}

/** The workspace of a cast, as tests reach past the server's door for it. */
export function workspaceOf({ door }: TestServer, { workspaceId, slug }: Cast): TestWorkspace {
  return { id: workspaceId, slug, door, run: (work) => door.inWorkspace(workspaceId, work) }
}

const chance = { now: () => new Date(), random: randomBytes }

export async function makeCast(door: Door = testDoor()): Promise<Cast> {
  const tag = newId().slice(-12)
  const emailOf = (role: Role) => `${role}@${tag}.example`
  const person = (role: Role) => ({
    ...{ name: role, email: emailOf(role), password: PASSWORD },
    language: 'en' as const,
  })
  const opened = await openWorkspace(door, chance, {
    ...{ name: `Cast ${tag}`, language: 'ja', timeZone: 'Asia/Tokyo' },
    ...{ owner: person('owner'), isAnother: true },
  })
  const { workspaceId, slug } = opened
  const add = async (role: Role) =>
    (await addMember(door, chance, workspaceId, { ...person(role), role })).userId
  const adding = [add('manager'), add('member'), add('viewer')] as const
  const [manager, member, viewer] = await Promise.all(adding)
  const userId = { owner: opened.userId, manager, member, viewer }
  const email = {
    ...{ owner: emailOf('owner'), manager: emailOf('manager') },
    ...{ member: emailOf('member'), viewer: emailOf('viewer') },
  }
  return { workspaceId, slug, email, userId }
}

/** A migrated database without any workspace, for what happens only once. */
export async function freshDatabase(): Promise<Door> {
  const url = new URL(inject('databaseUrl'))
  const name = `fresh_${newId().replaceAll('-', '')}`
  await onDatabase(url.href, (client) => client.query(`create database ${name}`))
  url.pathname = `/${name}`
  await onDatabase(url.href, migrate)
  return closeAfterFile(openDoor({ connectionString: url.href }))
}

async function onDatabase(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
