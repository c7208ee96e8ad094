import type { InjectOptions, RouteOptions } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROUTES, type RouteName } from '#http/contract/index.ts'
import type { Route } from '#http/contract/route.ts'
import { joinHandlers } from '#http/handlers.ts'
import { SetupToken } from '#http/setup-token.ts'
import { createApiKey, revokeApiKey } from '#store/api-keys.ts'
import { COMMUNITY_BODIES, insertCommunity } from '#test/communities.ts'
import { ENGAGE_BODIES, insertEngagement } from '#test/engage.ts'
import { EXPERIMENT_BODIES, EXPERIMENT_TABLES, insertExperiment } from '#test/experiments.ts'
import { insertImports } from '#test/imports.ts'
import { insertInvited } from '#test/invited.ts'
import { insertLinks, LINK_BODIES } from '#test/links.ts'
import { insertLog } from '#test/log-rows.ts'
import { insertMerge, MERGE_BODIES } from '#test/merge.ts'
import { insertOpinion, OPINION_BODIES } from '#test/opinion.ts'
import { insertOrganisation } from '#test/organisation.ts'
import { insertPlan, PLAN_BODIES } from '#test/plans.ts'
import { insertPrivacy, PRIVACY_BODIES, PRIVACY_TABLES } from '#test/privacy.ts'
import { insertRelations, RELATION_BODIES, RELATION_TABLES } from '#test/relations.ts'
import { seedLearning } from '#test/seed-learning.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { insertWebhook, WEBHOOK_BODIES } from '#test/webhooks.ts'
import { newId, randomBytes, testDoor } from '#test/workspace.ts'
import { readState, type WorkspaceState } from '#test/workspace-state.ts'
import { ROLES, type Role, SCOPES, type Scope } from '#vocabulary/index.ts'

/** What a caller presents, and how far it reaches. */
interface Credential {
  name: string
  headers: Record<string, string>
  role: Role | null
  scope: Scope | null
}

/** Whose the id in the path is; nobody's where the path has none. */
type Whose = 'own' | 'foreign' | 'unknown' | 'none'
const routes = Object.entries(ROUTES) as [RouteName, Route][]
const chance = { now: () => new Date(), random: randomBytes }

const registered: RouteOptions[] = []
let web: TestServer
let ours: Cast
let theirs: Cast
let ownIds: Record<string, string>
let foreignIds: Record<string, string>
let credentials: Credential[]
let theirsBefore: WorkspaceState

beforeAll(async () => {
  web = await startServer({ onRoute: (route) => void registered.push(route) })
  ours = await makeCast()
  theirs = await makeCast()
  ownIds = await fillWorkspace(ours.workspaceId, 'ours')
  foreignIds = await fillWorkspace(theirs.workspaceId, 'theirs')
  credentials = await makeCredentials()
  theirsBefore = await readState(web.door, theirs.workspaceId)
})

describe('every route x role x credential x workspace', () => {
  it('admits and refuses as the contract declares', { timeout: 180_000 }, async () => {
    const wrong: string[] = []
    let cases = 0
    for (const [name, route] of routes) {
      for (const credential of credentials) {
        for (const [whose, ids] of idsFor(route)) {
          cases += 1
          const status = await askRoute(route, credential, ids)
          const allowed = expectedOf(route, credential, whose)
          if (!allowed(status)) wrong.push(`${name} as ${credential.name}, ${whose} id: ${status}`)
        }
      }
    }
    console.info(
      `access: ${cases} cases over ${routes.length} routes, ${credentials.length} callers`,
    )
    expect(wrong).toEqual([])
    expect(cases).toBeGreaterThan(routes.length * credentials.length)
  })

  it('leaves the other workspace as it was', async () => {
    const after = await readState(web.door, theirs.workspaceId)
    expect(after).toEqual(theirsBefore)
    // Every table that a route can write to has a row that could have been changed.
    const filled = Object.keys(after).filter((table) => after[table]?.length !== 0)
    expect(filled).toEqual(expect.arrayContaining(TABLES_OF_ROUTES))
  })
})

const TABLES_OF_ROUTES = [
  ...['activity', 'affiliation', 'alert', 'channel', 'event', 'import', 'language_model'],
  ...['assignment', 'department', 'department_former_name', 'pipeline', 'pipeline_stage', 'task'],
  ...['contact', 'contact_person', 'deal', 'deal_move', 'deal_person', 'note', 'note_mention'],
  ...['community', 'opinion', 'opinion_decision', 'organisation', 'organisation_handle', 'person'],
  ...['organisation_merge'],
  ...['match_candidate', 'person_field_change', 'person_merge', 'person_not_same'],
  ...['engagement_plan', 'engagement_plan_person', 'import_trial'],
  ...['code', 'saved_search', 'topic', 'tracked_link', 'webhook', 'webhook_delivery', 'workspace'],
  ...[...EXPERIMENT_TABLES, ...PRIVACY_TABLES, ...RELATION_TABLES],
  ...['api_key', 'invitation', 'member'],
]

describe('the list of routes', () => {
  it('has nothing registered that is not declared', () => {
    /** Outside of the contract, each for a reason: sign-in itself and the watchers of the process. */
    const known = [
      'GET /api/auth/get-session',
      'POST /api/auth/sign-out',
      'POST /api/auth/sign-in/email',
      'POST /api/auth/change-password',
      'GET /healthz',
      'GET /l/:code',
      'HEAD /l/:code',
      'GET /readyz',
      'GET /metrics',
    ]
    expect(undeclaredIn(registered).sort()).toEqual(known.sort())
    expect(registered).toHaveLength(routes.length + known.length)
  })

  it('has a handler for each', () => {
    const handlers = joinHandlers({ setup: new SetupToken(randomBytes) })
    expect(Object.keys(handlers).sort()).toEqual(routes.map(([name]) => name).sort())
  })

  it('notices a route that is registered without a declaration', () => {
    const sneaked = { method: 'GET', url: '/api/v1/sneaked' } as RouteOptions
    expect(undeclaredIn([...registered, sneaked])).toContain('GET /api/v1/sneaked')
  })
})

function undeclaredIn(found: RouteOptions[]): string[] {
  const declared = new Set(
    routes.map(([, r]) => `${r.method} ${urlOf(r.path, (name) => `:${name}`)}`),
  )
  return found.map((route) => `${route.method} ${route.url}`).filter((one) => !declared.has(one))
}

describe('functions that run as their owner', () => {
  it('are exactly the known ones, each with a fixed search path', async () => {
    const { rows } = await testDoor().inWorkspace(ours.workspaceId, (tx) =>
      sql<{ name: string; path: string }>`
        select p.proname as name, (select c from unnest(p.proconfig) c where c like 'search_path=%') as path
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname in ('enishi', 'accounts', 'public') order by 1`.execute(tx),
    )
    expect(rows).toEqual([
      { name: 'refresh_statistics', path: 'search_path=pg_catalog, pg_temp' },
      { name: 'search_people', path: 'search_path=pg_catalog, pg_temp' },
      { name: 'search_posts', path: 'search_path=pg_catalog, pg_temp' },
    ])
  })

  const people = sql<{ id: string }>`select enishi.search_people('theirs'::tsquery, 10) as id`
  const posts = sql<{
    id: string
  }>`select enishi.search_posts('theirs'::tsquery, null, null, 10) as id`

  it('find what is in the own workspace and nothing of another', async () => {
    for (const query of [people, posts]) {
      const own = await web.door.inWorkspace(theirs.workspaceId, (tx) => query.execute(tx))
      expect(own.rows).toHaveLength(1)
      const foreign = await web.door.inWorkspace(ours.workspaceId, (tx) => query.execute(tx))
      expect(foreign.rows).toEqual([])
    }
  })

  it('are denied to the roles beside the application', async () => {
    for (const query of [people, posts]) {
      const asAccounts = web.door.asAccounts((tx) => query.execute(tx))
      await expect(asAccounts).rejects.toThrow(/permission denied/)
      const asSystem = web.door.asSystem((tx) => query.execute(tx))
      await expect(asSystem).rejects.toThrow(/permission denied/)
    }
  })
})

/** The statuses that a caller may get. */
function expectedOf(
  route: Route,
  credential: Credential,
  whose: Whose,
): (status: number) => boolean {
  const { access } = route
  if (access.who === 'public') return (status) => ![401, 500].includes(status)
  const isKey = credential.scope !== null
  if (!isKey && credential.role === null) return (status) => status === 401
  if (isKey && access.scope === null) return (status) => status === 403
  const isEnough = isKey
    ? ranks(SCOPES, credential.scope, access.scope)
    : ranks(ROLES, credential.role, access.role)
  if (!isEnough) return (status) => status === 403
  if (whose === 'foreign' || whose === 'unknown') return (status) => status === 404
  return (status) => ![401, 403, 404, 500, 503].includes(status)
}

function ranks<Rank>(order: readonly Rank[], held: Rank | null, needed: Rank | null): boolean {
  if (held === null || needed === null) return false
  return order.indexOf(held) <= order.indexOf(needed)
}

/**
 * With ids in the path: those that another workspace owns, those that nobody does, under one's own
 * the second of another workspace and, where nothing is changed by asking, those of the own workspace.
 */
function idsFor(route: Route): [Whose, string[]][] {
  if (route.params === undefined) return [['none', []]]
  const [noun = '', ...more] = nounsOf(route.path)
  const find = (ids: Record<string, string>, name: string): string => {
    const id = ids[name]
    if (id === undefined) throw new Error(`no row for ${name} of ${route.path}: add one below`)
    return id
  }
  const own = [noun, ...more].map((name) => find(ownIds, name))
  const foreign = [noun, ...more].map((name) => find(foreignIds, name))
  const ids: [Whose, string[]][] = [
    ['foreign', foreign],
    ['unknown', own.map(() => newId())],
  ]
  if (more.length > 0) ids.push(['foreign', [...own.slice(0, 1), ...foreign.slice(1)]])
  return route.method === 'GET' ? [...ids, ['own', own]] : ids
}

/** The path before each id: `/organisations`, `+/people` of /organisations/{id}/people/{affiliation}. */
function nounsOf(path: string): string[] {
  return path
    .split(/\/\{\w+\}/)
    .slice(0, -1)
    .map((before, i) => (i === 0 ? before : `+${before}`))
}

/** A valid body for each route that changes something by id, so that only the id can be at fault. */
const BODIES: Partial<Record<string, object>> = {
  'PUT /activities/{id}/reading': { sentiment: 'negative' },
  'POST /quality/queue/{id}': { skip: true },
  'PATCH /channels/{id}': { retentionDays: 7 },
  'PATCH /people/{id}': { displayName: 'taken' },
  'PATCH /topics/{id}': { name: 'taken' },
  'PATCH /organisations/{id}': { name: 'taken' },
  'POST /organisations/{id}/people': { person: '00000000-0000-7000-8000-000000000000' },
  'POST /organisations/{id}/accounts': { person: '00000000-0000-7000-8000-000000000000' },
  ...MERGE_BODIES,
  ...ENGAGE_BODIES,
  ...EXPERIMENT_BODIES,
  ...LINK_BODIES,
  ...COMMUNITY_BODIES,
  ...PLAN_BODIES,
  ...OPINION_BODIES,
  ...PRIVACY_BODIES,
  ...RELATION_BODIES,
  ...WEBHOOK_BODIES,
  'PATCH /imports/{id}': { state: 'stopped' },
  'PATCH /members/{id}': { role: 'viewer' },
}

async function askRoute(route: Route, credential: Credential, ids: string[]): Promise<number> {
  const payload = BODIES[`${route.method} ${route.path}`] ?? {}
  const request: InjectOptions = {
    method: route.method,
    url: urlOf(route.path, (_, i) => ids[i] ?? ''),
    headers: credential.headers,
  }
  if (route.answer === 'events') return askStream(request)
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(route.method)
  const answer = await web.ask(hasBody ? { ...request, payload } : request)
  return answer.statusCode
}

/** A stream answers with its headers and goes on. */
async function askStream(request: InjectOptions): Promise<number> {
  const answer = await web.ask({ ...request, payloadAsStream: true })
  answer.stream().destroy()
  return answer.statusCode
}

function urlOf(path: string, fill: (name: string, i: number) => string): string {
  let i = 0
  return `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => fill(name, i++))}`
}

async function makeCredentials(): Promise<Credential[]> {
  const nobody = { role: null, scope: null }
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const cookies = new Map<Role, string>()
  for (const role of ROLES) cookies.set(role, await web.signIn(ours.email[role]))
  const keys = new Map<Scope, string>()
  for (const scope of SCOPES) keys.set(scope, (await keyOf(scope)).key)
  const owner = cookies.get('owner') ?? ''
  return [
    { name: 'nobody', headers: {}, ...nobody },
    ...ROLES.map((role) => ({
      ...{ name: `a session of ${role}`, role, scope: null },
      headers: { cookie: cookies.get(role) ?? '' },
    })),
    ...SCOPES.map((scope) => ({
      ...{ name: `a key to ${scope}`, role: null, scope },
      headers: bearer(keys.get(scope) ?? ''),
    })),
    { name: 'a revoked key', headers: bearer(await revokedKey()), ...nobody },
    { name: 'a made-up key', headers: bearer('enishi_x'), ...nobody },
    { name: 'a key with another secret', headers: bearer(forged(keys.get('admin'))), ...nobody },
    { name: 'a bad key beside a session', headers: { cookie: owner, ...bearer('x') }, ...nobody },
    { name: 'an expired session', headers: { cookie: await expiredSession() }, ...nobody },
    { name: 'a forged session', headers: { cookie: owner.replace(/=.{5}/, '=AAAAA') }, ...nobody },
  ]
}

function keyOf(scope: Scope) {
  const { workspaceId, userId } = ours
  return createApiKey(web.door, chance, { workspaceId, name: scope, scope, userId: userId.owner })
}

async function revokedKey(): Promise<string> {
  const { id, key } = await keyOf('admin')
  const { workspaceId } = ours
  await revokeApiKey(web.door, { workspaceId, id, userId: null, now: new Date() })
  return key
}

/** The public half of a real key with a secret of the right form. */
function forged(key = ''): string {
  return key.slice(0, -43) + 'A'.repeat(43)
}

async function expiredSession(): Promise<string> {
  const cookie = await web.signIn(ours.email.owner)
  const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
  const { numUpdatedRows } = await web.door.asAccounts((tx) =>
    tx
      .updateTable('session')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('token', '=', token)
      .executeTakeFirst(),
  )
  expect(numUpdatedRows).toBe(1n)
  return cookie
}

/** One row of each noun in a workspace; answers their ids by the path before the id (see `nounsOf`). */
async function fillWorkspace(workspaceId: string, name: string): Promise<Record<string, string>> {
  const log = await web.door.inWorkspace(workspaceId, (tx) => insertLog(tx, workspaceId, name))
  const { topic, person, handle, channel, activity } = log
  const made = await web.door.inWorkspace(workspaceId, async (tx) => {
    const imports = await insertImports(tx, workspaceId, channel)
    const opinion = await insertOpinion(tx, workspaceId, name, topic)
    const merges = await insertMerge(tx, workspaceId, person)
    const engaged = await insertEngagement(tx, workspaceId, name, person)
    const relations = {
      ...(await insertRelations(tx, workspaceId, name, { person, handle })),
      ...(await insertPrivacy(tx, workspaceId, person)),
      '/communities': await insertCommunity(tx, workspaceId, { handle, topic, activity }),
    }
    const organisation = await insertOrganisation(tx, workspaceId, name, { person, handle })
    const links = await insertLinks(tx, workspaceId, channel)
    const experiment = await insertExperiment(tx, workspaceId, { channel, handle })
    const plans = await insertPlan(tx, workspaceId, handle)
    const webhooks = await insertWebhook(tx, workspaceId, person)
    const found = { webhooks, opinion, experiment, plans, links, engaged, imports, relations }
    return { ...found, ...merges, ...organisation }
  })
  const learning = await web.door.inWorkspace(workspaceId, (tx) =>
    seedLearning(tx, workspaceId, activity, name.length),
  )
  const key = await createApiKey(web.door, chance, {
    ...{ workspaceId, name, scope: 'read', userId: null },
  })
  return {
    ...{
      '/channels': channel,
      '/topics': topic,
      '/people': person,
      '/activities': activity,
      '/influence/paths': activity,
      ...made.imports,
      '/saved-searches': log.search,
      '/opinions': made.opinion,
      '/experiments': made.experiment,
    },
    '/api-keys': key.id,
    ...made.links,
    ...made.webhooks,
    ...made.plans,
    ...made.engaged,
    '/organisations': made.organisation,
    '/organisations/merges': made.organisationMerge,
    '+/people': made.affiliation,
    '+/accounts': handle,
    '+/handles': handle,
    '/people/candidates': made.candidate,
    '/people/merges': made.merge,
    '/people/not-same': made.notSame,
    ...made.relations,
    ...(await insertInvited(web.door, workspaceId)),
    ...learning,
  }
}
