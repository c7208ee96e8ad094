import { sql } from 'kysely'
import { expect } from 'vitest'
import { seedPerson } from './seed.ts'
import { makeCast, type TestServer } from './server.ts'
import { type TestWorkspace, testDoor } from './workspace.ts'

/** So many days ago in Japan, where the workspaces are. */
export const daysAgo = (days: number) =>
  new Date(Date.now() + 9 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** A rule of one condition. */
export function oneOf(input: object) {
  const { kind, name, ...condition } = input as { kind: string; name?: string }
  return { kind, ...(name === undefined ? {} : { name }), conditions: [condition] }
}

/** A workspace whose owner asks about rules of relations, by HTTP. */
export class RuleHouse {
  readonly workspace: TestWorkspace
  readonly #web: TestServer
  readonly #cookie: string

  constructor(web: TestServer, workspace: TestWorkspace, cookie: string) {
    this.#web = web
    this.workspace = workspace
    this.#cookie = cookie
  }

  async ask(method: Method, path: string, payload?: object) {
    const request = { method, url: `/api/v1${path}`, headers: { cookie: this.#cookie } }
    const answer = await this.#web.ask(payload === undefined ? request : { ...request, payload })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }

  person(name: string) {
    return seedPerson(this.workspace, name)
  }

  async relationsOf(id: string) {
    return (await this.ask('GET', `/people/${id}/relations`)).body.items
  }

  async search() {
    return (await this.ask('POST', '/relation-proposals/search', {})).body
  }

  /** Adds the rule after its preview, which must say what it then does. */
  async addRule(input: object) {
    const preview = await this.ask('POST', '/relation-rules/preview', input)
    expect(preview.status, JSON.stringify(preview.body)).toBe(200)
    const rule = await this.ask('POST', '/relation-rules', input)
    expect(rule.status, JSON.stringify(rule.body)).toBe(201)
    expect(rule.body.people).toBe(preview.body.people)
    return { preview: preview.body, rule: rule.body }
  }

  async makeTag(name: string): Promise<string> {
    const { status, body } = await this.ask('POST', '/tags', { name })
    expect(status).toBe(201)
    return body.id
  }

  /** Changes somebody's card. */
  async put(id: string, card: object): Promise<void> {
    const { status, body } = await this.ask('PATCH', `/people/${id}/card`, card)
    expect(status, JSON.stringify(body)).toBe(200)
  }
}

export async function openRuleHouse(web: TestServer): Promise<RuleHouse> {
  const cast = await makeCast()
  const cookie = await web.signIn(cast.email.owner)
  const { workspaceId: id } = cast
  const door = testDoor()
  const workspace: TestWorkspace = { id, slug: '', door, run: (work) => door.inWorkspace(id, work) }
  await workspace.run((tx) => sql`update workspace set time_zone = 'Asia/Tokyo'`.execute(tx))
  return new RuleHouse(web, workspace, cookie)
}
