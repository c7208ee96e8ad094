import { beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace } from '#test/workspace.ts'
import type { Role } from '#vocabulary/index.ts'
import type { Card } from './contract/cards.ts'
import type { Assignment } from './contract/departments.ts'

let web: TestServer
let cast: Cast
let person: string
let who: Record<Role, string>
const cookies = new Map<Role, string>()

interface Named {
  id: string
  name: string
}

interface Member extends Named {
  role: Role
  departments: (Named & { title: string | null })[]
}

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  for (const role of ['manager', 'member', 'viewer'] as const) {
    cookies.set(role, await web.signIn(cast.email[role]))
  }
  const { workspaceId: id, slug } = cast
  const workspace: TestWorkspace = {
    ...{ id, slug, door: web.door },
    run: (work) => web.door.inWorkspace(id, work),
  }
  person = (await seedPerson(workspace, 'p0')).personId
  const { items } = (await ask<{ items: Member[] }>('GET', '/members')).body
  who = Object.fromEntries(items.map((one) => [one.role, one.id])) as Record<Role, string>
})

async function ask<Body>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  role: Role = 'manager',
) {
  const headers = { cookie: cookies.get(role) ?? '', 'accept-language': 'en' }
  const request = { method, url: `/api/v1${path}`, headers }
  const answer = await web.ask(body === undefined ? request : { ...request, payload: body })
  return { status: answer.statusCode, body: (answer.body && answer.json()) as Body }
}

async function made<Body>(path: string, body: object): Promise<Body> {
  const answer = await ask<Body>('POST', path, body)
  expect([path, answer.status, answer.body]).toEqual([path, 201, answer.body])
  return answer.body
}

const department = (name: string) => made<Named>('/departments', { name })

const assignmentsOf = async (query: string) =>
  (await ask<{ items: Assignment[] }>('GET', `/assignments?${query}`)).body.items

/** What `on` answers for a member, by the definition: both days belong to it. */
const isOn = (day: string) => (one: Assignment) =>
  one.since <= day && (one.until === null || one.until >= day)

describe('departments', () => {
  it('are one whatever the case and width of their name, and are renamed', async () => {
    const sales = await department('ＳＡＬＥＳ 1')
    expect((await department('sales 1')).id).toBe(sales.id)
    const other = await department('Support')
    const clash = await ask('PATCH', `/departments/${other.id}`, { name: 'Sales 1' })
    expect(clash.status).toBe(409)
    const renamed = await ask<Named>('PATCH', `/departments/${other.id}`, { name: 'Care' })
    expect(renamed.body.name).toBe('Care')
    expect((await ask('DELETE', `/departments/${other.id}`)).status).toBe(204)
    expect((await ask('DELETE', `/departments/${other.id}`)).status).toBe(404)
  })

  it('are changed by managers only', async () => {
    for (const role of ['member', 'viewer'] as const) {
      expect((await ask('POST', '/departments', { name: 'Own' }, role)).status).toBe(403)
      expect((await ask('GET', '/departments', undefined, role)).status).toBe(200)
    }
  })
})

describe('a department that is called otherwise from a day on', () => {
  const listed = async (id: string) => {
    const path = '/departments?limit=200'
    const { items } = (await ask<{ items: (Named & { formerNames: object[] })[] }>('GET', path))
      .body
    return items.find((one) => one.id === id)
  }
  const rename = (id: string, body: object) => ask<Named>('PATCH', `/departments/${id}`, body)

  it('is shown with the name of then wherever somebody was in it', async () => {
    const sales = await department('第一営業部')
    const member = who.manager
    const stays = [
      { since: '2019-04-01', until: '2021-03-31' },
      { since: '2021-04-01', until: '2024-03-31' },
      { since: '2024-04-01', until: null },
    ]
    for (const stay of stays) {
      await made<Assignment>('/assignments', { member, department: sales.id, ...stay })
    }
    expect((await rename(sales.id, { name: '営業一部', since: '2021-04-01' })).status).toBe(200)
    expect((await rename(sales.id, { name: '営業本部', since: '2024-04-01' })).status).toBe(200)
    const shown = await assignmentsOf(`department=${sales.id}`)
    expect(shown.map(({ department: { name }, until }) => [name, until])).toEqual([
      ['営業本部', null],
      ['営業一部', '2024-03-31'],
      ['第一営業部', '2021-03-31'],
    ])
    expect(await listed(sales.id)).toMatchObject({
      name: '営業本部',
      formerNames: [
        { name: '営業一部', until: '2024-04-01' },
        { name: '第一営業部', until: '2021-04-01' },
      ],
    })
    const today = (await ask<{ items: Member[] }>('GET', '/members')).body.items
    expect(today.find(({ id }) => id === member)?.departments).toMatchObject([{ name: '営業本部' }])
    // A slip goes wherever today's name stands, and nowhere else.
    expect((await rename(sales.id, { name: '営業本部門' })).status).toBe(200)
    const mended = await assignmentsOf(`department=${sales.id}`)
    expect(mended.map((one) => one.department.name)).toEqual([
      '営業本部門',
      '営業一部',
      '第一営業部',
    ])
  })

  it('is refused days to come, days before an earlier change, and names of others', async () => {
    const lab = await department('第一研究所')
    await department('第二研究所')
    expect((await rename(lab.id, { name: '中央研究所', since: '2024-04-01' })).status).toBe(200)
    for (const [body, status] of [
      [{ name: '総合研究所', since: '2099-04-01' }, 400],
      [{ name: '総合研究所', since: '2024-04-01' }, 400],
      [{ name: '総合研究所', since: '2020-04-01' }, 400],
      [{ name: '総合研究所', since: 'soon' }, 400],
      [{ name: '第二研究所', since: '2025-04-01' }, 409],
    ] as const) {
      expect([body, (await rename(lab.id, body)).status]).toEqual([body, status])
    }
    expect(await listed(lab.id)).toMatchObject({ name: '中央研究所' })
    // The same name from another day on is no change.
    expect((await rename(lab.id, { name: '中央研究所', since: '2025-04-01' })).status).toBe(200)
    expect((await listed(lab.id))?.formerNames).toHaveLength(1)
  })
})

describe('a transfer', () => {
  it('ends where one was the day before, and keeps it', async () => {
    const [sales, planning] = [await department('営業部'), await department('企画部')]
    const member = who.member
    const first = await made<Assignment>('/assignments', {
      ...{ member, department: sales.id, title: '主任', since: '2025-04-01' },
    })
    const second = await made<Assignment>('/assignments', {
      ...{ member, department: planning.id, since: '2026-04-01', leaves: [first.id] },
    })
    expect(second).toMatchObject({ title: null, since: '2026-04-01', until: null })
    const all = await assignmentsOf(`member=${member}`)
    expect(all.map(({ department: { name }, until }) => [name, until])).toEqual([
      ['企画部', null],
      ['営業部', '2026-03-31'],
    ])
    for (const day of ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01']) {
      expect(await assignmentsOf(`member=${member}&on=${day}`)).toEqual(all.filter(isOn(day)))
    }
    expect(await assignmentsOf(`department=${sales.id}`)).toHaveLength(1)
    const today = (await ask<{ items: Member[] }>('GET', '/members')).body.items
    expect(today.find(({ id }) => id === member)?.departments).toEqual([
      { ...planning, title: null },
    ])
    const { items } = (await ask<{ items: (Named & { members: number })[] }>('GET', '/departments'))
      .body
    expect(items.find(({ id }) => id === planning.id)?.members).toBe(1)
    expect(items.find(({ id }) => id === sales.id)?.members).toBe(0)
    const removal = await ask('DELETE', `/departments/${sales.id}`)
    expect(removal.status).toBe(409)
  })

  it('refuses days in the wrong order, strangers, and the same place twice', async () => {
    const lab = await department('研究部')
    const member = who.viewer
    const body = { member, department: lab.id, since: '2026-04-01' }
    const first = await made<Assignment>('/assignments', body)
    const [own] = await assignmentsOf(`member=${who.member}`)
    const wrong: [object, number][] = [
      [body, 409],
      [{ ...body, since: '2025-01-01', until: '2026-04-01' }, 409],
      [{ ...body, since: '2025-02-01', until: '2025-01-01' }, 400],
      [{ ...body, department: newId() }, 400],
      [{ ...body, member: newId() }, 400],
      [{ ...body, leaves: [own?.id] }, 400],
      [{ ...body, since: '2026-04-01', leaves: [first.id] }, 400],
    ]
    for (const [wanted, status] of wrong) {
      expect([wanted, (await ask('POST', '/assignments', wanted)).status]).toEqual([wanted, status])
    }
    // What was refused has ended nothing.
    expect(await assignmentsOf(`member=${member}`)).toEqual([first])
    // Whoever was there before may come back.
    await made('/assignments', { ...body, since: '2025-01-01', until: '2026-03-31' })
    const path = `/assignments/${first.id}`
    expect((await ask('PATCH', path, { since: '2026-03-31' })).status).toBe(409)
    const mended = await ask<Assignment>('PATCH', path, { title: '研究員', until: '2026-05-01' })
    expect(mended.body).toMatchObject({ title: '研究員', since: '2026-04-01', until: '2026-05-01' })
    expect((await ask('DELETE', path)).status).toBe(204)
    expect(await assignmentsOf(`member=${member}`)).toHaveLength(1)
  })
})

describe('who looked after somebody', () => {
  it('is shown with the departments of then', async () => {
    const [north, south, west] = [
      await department('北営業所'),
      await department('南営業所'),
      await department('西営業所'),
    ]
    const member = who.owner
    const [before, meanwhile] = ['2020-04-01', '2020-10-01']
    const first = await made<Assignment>('/assignments', {
      ...{ member, department: north.id, since: before },
    })
    const second = await made<Assignment>('/assignments', {
      ...{ member, department: south.id, since: meanwhile, leaves: [first.id] },
    })
    await ask('PATCH', `/people/${person}/card`, { owner: member })
    // A transfer that is still to come is not shown.
    await made('/assignments', {
      ...{ member, department: west.id, since: '2099-04-01', leaves: [second.id] },
    })
    const owners = async () => (await ask<Card>('GET', `/people/${person}/card`)).body.owners
    expect((await owners()).map(({ departments }) => departments)).toEqual([[south]])
    // Of an ownership in the past the whole time counts.
    await web.door.inWorkspace(cast.workspaceId, (tx) =>
      tx
        .updateTable('owner')
        .set({ since: new Date('2020-09-01T00:00:00Z'), until: new Date('2020-12-01T00:00:00Z') })
        .where('member_id', '=', member)
        .execute(),
    )
    await ask('PATCH', `/people/${person}/card`, { owner: who.viewer })
    const [today, past] = await owners()
    expect(past?.departments).toEqual([north, south])
    expect(today?.member?.id).toBe(who.viewer)
  })

  it('keeps the departments of whoever has left', async () => {
    const care = await department('カスタマーサポート')
    const member = who.member
    await made('/assignments', { member, department: care.id, since: '2026-01-01' })
    await made('/assignments', {
      ...{ member, department: (await department('総務部')).id, since: '2099-01-01' },
    })
    await ask('PATCH', `/people/${person}/card`, { owner: member })
    expect((await ask('DELETE', `/members/${member}`)).status).toBe(204)
    const left = await assignmentsOf(`member=${member}`)
    expect(left.every(({ until }) => until !== null && until < '2099-01-01')).toBe(true)
    const { owners } = (await ask<Card>('GET', `/people/${person}/card`)).body
    const [today] = owners
    expect(today?.member).toEqual({ id: member, name: null })
    expect(today?.departments.map(({ name }) => name)).toContain('カスタマーサポート')
  })
})
