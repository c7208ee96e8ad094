import { expect } from 'vitest'
import { followEvents } from '#app/follow-events.ts'
import { ensureChannel, type Listening, toHeard } from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import type { Arrival, Role } from '#vocabulary/index.ts'
import { oneRound } from './bells.ts'
import { testListening } from './listening.ts'
import { type Cast, freshDatabase, makeCast, startServer, type TestServer } from './server.ts'
import { settle } from './settle.ts'
import { randomBytes } from './workspace.ts'

export type FollowedServer = Awaited<ReturnType<typeof startFollowed>>

/** A server on a database of its own, whose events are followed round by round: the consumer follows all workspaces. */
export async function startFollowed(now: () => Date) {
  const door = await freshDatabase()
  const web = await startServer({ door })
  const listening = await testListening(door)
  return {
    door,
    follow: () => follow(door, now),
    open: () => open(door, web, listening),
    settle: () => settle(door),
  }
}

/** Works off all events, as the process does in its role `work`. */
async function follow(door: Door, now: () => Date): Promise<string[]> {
  const lines: string[] = []
  const stopping = new AbortController()
  const bell = oneRound(() => stopping.abort())
  const log = (line: Record<string, unknown>) => void lines.push(JSON.stringify(line))
  await settle(door)
  await followEvents({ door, bell, chance: { now, random: randomBytes }, log }, stopping.signal)
  return lines
}

async function open(door: Door, web: TestServer, listening: Listening) {
  const cast = await makeCast(door)
  const { workspaceId } = cast
  const cookies = {} as Record<Role, string>
  for (const role of ['owner', 'manager', 'member', 'viewer'] as const) {
    cookies[role] = await web.signIn(cast.email[role])
  }
  const channel = { kind: 'activities', name: 'test' }
  const channelId = await door.inWorkspace(workspaceId, (tx) =>
    ensureChannel(tx, workspaceId, channel, new Date(), randomBytes),
  )
  return {
    cast,
    ...asker(web, cookies),
    hear: (...posts: Arrival[]) => hear(listening, cast, channelId, posts),
  }
}

function asker(web: TestServer, cookies: Record<Role, string>) {
  const ask = async (
    role: Role,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
  ) => {
    const request = { method, url: `/api/v1${path}`, headers: { cookie: cookies[role] } }
    const answer = await web.ask(payload === undefined ? request : { ...request, payload })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  const save = async (role: Role, input: object) => {
    const { status, body } = await ask(role, 'POST', '/saved-searches', input)
    expect(status).toBe(201)
    return body.id as string
  }
  const alerts = async (role: Role) => (await ask(role, 'GET', '/alerts')).body
  const searches = async (role: Role) => (await ask(role, 'GET', '/saved-searches')).body.items
  return { ask, save, alerts, searches }
}

async function hear(
  listening: Listening,
  { workspaceId }: Cast,
  channelId: string,
  arrivals: Arrival[],
): Promise<void> {
  const heard = arrivals.map((arrival, i) => {
    const payload = { format: 'activities', body: Buffer.from(JSON.stringify(arrival)) }
    return toHeard(arrival, { position: i + 1, line: i + 1 }, true, payload)
  })
  await listening.hear({ workspaceId, channelId, heard, refused: [] })
}

let posted = 0
/** A post that nobody heard before. */
export function post(text: string, publishedAt = new Date()): Arrival {
  posted += 1
  const actor = { platform: 'shop', externalId: 'hanako', displayName: '花子' }
  const key = { platform: 'shop', externalKey: `${posted}` }
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    ...key,
    actor,
    publishedAt,
    content: { text },
  }
}
