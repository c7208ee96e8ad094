import { beforeAll, describe, expect, it } from 'vitest'
import { guessColumns } from '#listen/index.ts'
import { type SeededPerson, seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace } from '#test/workspace.ts'
import type { Role } from '#vocabulary/index.ts'
import type { Card, CustomField } from './contract/cards.ts'
import type { Handover } from './contract/handovers.ts'
import type { SavedList } from './contract/lists.ts'

let web: TestServer
let cast: Cast
let people: SeededPerson[]
const cookies = new Map<Role, string>()

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
  people = []
  for (let i = 0; i < 3; i++) people.push(await seedPerson(workspace, `p${i}`))
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

async function made<Body>(path: string, body: object, role: Role = 'manager'): Promise<Body> {
  const answer = await ask<Body>('POST', path, body, role)
  expect([path, answer.status, answer.body]).toEqual([path, 201, answer.body])
  return answer.body
}

const idOf = (i: number) => people[i]?.personId ?? ''

async function idsFor(query: string): Promise<string[]> {
  const { status, body } = await ask<{ items: { id: string }[] }>('GET', `/people?${query}`)
  expect(status).toBe(200)
  return body.items.map(({ id }) => id).sort()
}

describe('custom fields', () => {
  it('take what fits their kind, and say what they take otherwise', async () => {
    const fields = new Map<CustomField['kind'], CustomField>()
    const kinds = ['text', 'number', 'date', 'choice', 'choices', 'yes-no', 'url', 'money'] as const
    for (const kind of kinds) {
      const hasChoices = kind === 'choice' || kind === 'choices'
      const more = {
        ...(hasChoices ? { choices: [{ name: 'A' }, { name: 'B' }] } : {}),
        ...(kind === 'money' ? { currency: 'JPY' } : {}),
      }
      const body = { subject: 'person', name: `of ${kind}`, kind, ...more }
      fields.set(kind, await made<CustomField>('/custom-fields', body))
    }
    const choice = (kind: 'choice' | 'choices', i: number) => fields.get(kind)?.choices[i]?.id ?? ''
    const [a, b] = [choice('choices', 0), choice('choices', 1)]
    const cases: [CustomField['kind'], unknown, unknown][] = [
      ['text', ' x ', 'x'],
      ['text', '', undefined],
      ['number', -1.5, -1.5],
      ['number', '7', undefined],
      ['date', '2028-02-29', '2028-02-29'],
      ['date', '2026-02-29', undefined],
      ['choice', choice('choice', 1), choice('choice', 1)],
      ['choice', a, undefined],
      ['choices', [b, a, b], [a, b]],
      ['choices', [newId()], undefined],
      ['yes-no', false, false],
      ['yes-no', 'true', undefined],
      ['url', 'https://example.com', 'https://example.com/'],
      ['url', 'javascript:alert(1)', undefined],
      ['money', 1200, 1200],
      ['money', 0.5, undefined],
    ]
    for (const [kind, given, kept] of cases) {
      const id = fields.get(kind)?.id ?? ''
      const path = `/people/${idOf(0)}/card`
      const answer = await ask<Card & { field?: string }>('PATCH', path, {
        fields: { [id]: given },
      })
      const value = answer.body.fields
      if (kept === undefined) expect([kind, given, answer.status]).toEqual([kind, given, 400])
      else expect(value.find((field) => field.id === id)?.value).toEqual(kept)
    }
    const [number, choices] = [fields.get('number')?.id, fields.get('choices')?.id]
    expect(await idsFor(`field=${number}&fieldFrom=-2&fieldTo=-1`)).toEqual([idOf(0)])
    expect(await idsFor(`field=${number}&fieldFrom=-1`)).toEqual([])
    expect(await idsFor(`field=${choices}&fieldIs=${b}`)).toEqual([idOf(0)])
    expect(await idsFor(`field=${fields.get('yes-no')?.id}&fieldIs=false`)).toEqual([idOf(0)])
    // A choice that goes, goes from wherever it was chosen.
    const kept = { choices: [{ id: a, name: 'A' }] }
    expect((await ask('PATCH', `/custom-fields/${choices}`, kept)).status).toBe(200)
    expect(await idsFor(`field=${choices}&fieldIs=${b}`)).toEqual([])
    expect(await idsFor(`field=${choices}&fieldIs=${a}`)).toEqual([idOf(0)])
  })
})

describe('tags and owners', () => {
  it('are the same whatever their width, are merged, and narrow people down', async () => {
    const path = (i: number) => `/people/${idOf(i)}/card`
    const first = await ask<Card>('PATCH', path(0), { newTags: ['VIP', 'ＶＩＰ', '東京'] })
    expect(first.body.tags.map(({ name }) => name).sort()).toEqual(['VIP', '東京'])
    await ask('PATCH', path(1), { newTags: ['とうきょう'] })
    const tags = await ask<{ items: { id: string; name: string }[] }>('GET', '/tags')
    const tag = (name: string) => tags.body.items.find((one) => one.name === name)?.id ?? ''
    const into = { into: tag('東京') }
    expect((await ask('POST', `/tags/${tag('とうきょう')}/merge`, into)).status).toBe(200)
    expect(await idsFor(`tag=${tag('東京')}`)).toEqual([idOf(0), idOf(1)].sort())
    expect(await idsFor(`tag=${tag('とうきょう')}`)).toEqual([])
    const taken = await ask('PATCH', `/tags/${tag('VIP')}`, { name: '東京' })
    expect(taken.status).toBe(409)
    const owner = cast.userId.member
    const owned = await ask<Card>('PATCH', path(2), { owner })
    expect(owned.body.owner).toEqual({ id: owner, name: 'member' })
    expect(await idsFor(`owner=${owner}`)).toEqual([idOf(2)])
    expect(await idsFor('owner=nobody')).toEqual([idOf(0), idOf(1)].sort())
    expect((await ask('PATCH', path(2), { owner: newId() })).status).toBe(400)
  })

  it('are handed over with open tasks, and acknowledged by the receiver alone', async () => {
    const [giver, receiver] = [cast.userId.member, cast.userId.manager]
    const about = { kind: 'person', id: idOf(2) }
    const task = await made<{ id: string }>('/tasks', { title: 'promise', about }, 'member')
    const body = { giver, receiver, reason: 'leave', summary: '来週、見積もりを送る約束' }
    const others = { ...body, giver: receiver, receiver: giver }
    expect((await ask('POST', '/handovers', others, 'member')).status).toBe(403)
    const handover = await made<Handover & { items: object[] }>('/handovers', body, 'member')
    expect(handover).toMatchObject({ people: 1, promises: 1, acknowledgedAt: null })
    expect(handover.items).toContainEqual({ kind: 'task', id: task.id, name: 'promise' })
    expect(await idsFor(`owner=${giver}`)).toEqual([])
    expect(await idsFor(`owner=${receiver}`)).toEqual([idOf(2)])
    const card = await ask<Card>('GET', `/people/${idOf(2)}/card`)
    const ended = card.body.owners.map((one) => [one.member?.id, one.until === null])
    expect(ended).toEqual([
      [receiver, true],
      [giver, false],
    ])
    const mine = await ask<{ items: Handover[] }>('GET', '/handovers?receiver=me&state=waiting')
    expect(mine.body.items.map(({ id }) => id)).toEqual([handover.id])
    const path = `/handovers/${handover.id}/acknowledgement`
    expect((await ask('POST', path, undefined, 'member')).status).toBe(403)
    expect((await ask<Handover>('POST', path)).body.acknowledgedAt).not.toBeNull()
    const again = await ask('POST', '/handovers', body)
    expect(again.status).toBe(400)
  })

  it('are of what is chosen, one by one, with the tasks and next contacts about it', async () => {
    const [giver, receiver] = [cast.userId.member, cast.userId.manager]
    const [one, two] = [idOf(0), idOf(1)]
    for (const id of [one, two]) await ask('PATCH', `/people/${id}/card`, { owner: giver })
    const about = { kind: 'person', id: one }
    const task = await made<{ id: string }>('/tasks', { title: 'call', about, owner: giver })
    await made('/tasks', { title: 'loose', owner: giver })
    for (const id of [one, two]) {
      await made(`/people/${id}/relations`, { kind: 'advocate', since: '2026-01-01' })
    }
    const programme = await made<{ id: string }>('/programmes', {
      ...{ kind: 'advocate', rhythmDays: 30, owner: giver },
    })
    type Held = {
      items: { id: string; tasks: { id: string }[]; contacts: { nextOn: string }[] }[]
      otherTasks: { title: string }[]
    }
    const held = await ask<Held>('GET', `/owners/held?giver=${giver}`)
    expect(held.body.items.map(({ id }) => id).sort()).toEqual([one, two].sort())
    expect(held.body.items.find(({ id }) => id === one)).toMatchObject({
      ...{ tasks: [{ id: task.id, title: 'call' }], contacts: [{ kind: 'advocate' }] },
    })
    expect(held.body.otherTasks).toMatchObject([{ title: 'loose' }])

    const part = { giver, receiver, reason: 'transfer', summary: '一人だけ' }
    const handover = await made<Handover>('/handovers', { ...part, subjects: [about] })
    expect(handover).toMatchObject({ people: 1, promises: 1, nextContacts: 1 })
    expect(await idsFor(`owner=${giver}`)).toEqual([two])
    const owners = await ask<{ items: { of: { id: string }; owner: { id: string } }[] }>(
      'GET',
      `/programmes/${programme.id}/members`,
    )
    const ownerOf = (id: string) => owners.body.items.find(({ of }) => of.id === id)?.owner.id
    expect([ownerOf(one), ownerOf(two)]).toEqual([receiver, giver])

    const rest = await made<Handover>('/handovers', { ...part, summary: '残りすべて' })
    expect(rest).toMatchObject({ people: 1, promises: 1, nextContacts: 1 })
    const after = await ask<Held>('GET', `/owners/held?giver=${giver}`)
    expect(after.body).toMatchObject({ items: [], otherTasks: [], otherContacts: [] })
    await ask('DELETE', `/programmes/${programme.id}`)
  })
})

describe('lists', () => {
  it('are saved as CSV, with whom nobody may contact marked', async () => {
    const tag = await made<{ id: string }>('/tags', { name: 'csv' })
    for (const i of [0, 1]) await ask('PATCH', `/people/${idOf(i)}/card`, { addTags: [tag.id] })
    await made(`/people/${idOf(1)}/do-not-contact`, { channel: 'mail', reason: 'x' })
    const body = { name: 'C', subject: 'person', filter: { tag: tag.id } }
    const list = await made<SavedList>('/lists', body)
    const path = `/lists/${list.id}/items.csv`
    const download = async (role: Role, url = path) =>
      web.ask({
        ...{ method: 'GET', url: `/api/v1${url}` },
        headers: { cookie: cookies.get(role) ?? '' },
      })
    const answer = await download('manager')
    expect(answer.headers['content-type']).toContain('text/csv')
    const [header, ...lines] = answer.body.trimEnd().split('\r\n')
    expect(header).toBe(
      '\uFEFFname,family,given,reading,organisation,role,relation,email,phone,do_not_contact,consent,relation_since,relation_until,owner,second_owner,tags',
    )
    expect(lines.map((line) => line.split(',').at(0)).sort()).toEqual(['p0', 'p1'])
    expect(lines.find((line) => line.startsWith('p1'))).toMatch(
      /,mail,,2026-01-01,,manager,,csv;東京$/,
    )
    const other = lines.find((line) => line.startsWith('p0'))?.split(',') ?? []
    expect([...other.slice(9, 11), other.at(-1)]).toEqual(['', '', expect.stringContaining('csv')])
    expect((await download('member')).statusCode).toBe(403)

    const risky = { name: '=1+1', owner: cast.userId.member, source: 'csv' }
    const deal = await made<{ id: string }>('/deals', risky)
    const deals = { name: 'D', subject: 'deal', filter: { q: 'csv' } }
    const saved = await made<SavedList>('/lists', deals)
    const file = await download('manager', `/lists/${saved.id}/items.csv`)
    const [, row = ''] = file.body.trimEnd().split('\r\n')
    // A spreadsheet must not run what somebody typed.
    expect(row).toContain(",'=1+1,")
    expect(row).toMatch(/,open,.*,csv,\S[^,]*,,,$/)
    await ask('DELETE', `/deals/${deal.id}`)
  })

  it('carry owners, tags, notes and days of relations in columns that imports guess', async () => {
    const one = await made<{ id: string }>('/organisations', { name: 'みなみ商店' })
    const { manager, member } = cast.userId
    const patch = { owner: manager, secondOwner: member, newTags: ['列', '春'] }
    await ask('PATCH', `/organisations/${one.id}/card`, patch)
    const relation = { kind: 'customer', since: '2024-04-01' }
    await made(`/organisations/${one.id}/relations`, relation)
    for (const text of ['=一つ目', '二つ目'])
      await made('/notes', { text, about: { kind: 'organisation', id: one.id } })
    const filter = { q: 'みなみ商店' }
    const list = await made<SavedList>('/lists', { name: 'O', subject: 'organisation', filter })
    const { body } = await web.ask({
      ...{ method: 'GET', url: `/api/v1/lists/${list.id}/items.csv` },
      headers: { cookie: cookies.get('manager') ?? '' },
    })
    const [header = '', ...rows] = body.replace('\uFEFF', '').split('\r\n')
    const columns = header.split(',')
    expect(guessColumns(columns, [], 'organisations-csv')).toMatchObject({
      ...{ relation: 'relation', relationSince: 'relation_since', owner: 'owner' },
      ...{ relationUntil: 'relation_until', secondOwner: 'second_owner', tags: 'tags' },
      note: 'note',
    })
    expect(rows.join('\n').trimEnd()).toBe(
      `みなみ商店,,,customer,0,2024-04-01,,manager,member,列;春,"'=一つ目\n§§§\n二つ目"`,
    )
    await ask('DELETE', `/lists/${list.id}`)
  })

  it('hold who matches today, are seen where shared, and are narrowed further', async () => {
    const tag = await made<{ id: string }>('/tags', { name: 'listed' })
    for (const i of [0, 1]) await ask('PATCH', `/people/${idOf(i)}/card`, { addTags: [tag.id] })
    const body = { name: 'L', subject: 'person', filter: { tag: tag.id } }
    const list = await made<SavedList>('/lists', body)
    const path = `/lists/${list.id}`
    expect((await ask('GET', path)).body).toMatchObject({ count: 2, isMore: false })
    expect(await idsFor(`list=${list.id}`)).toEqual([idOf(0), idOf(1)].sort())
    await ask('PATCH', `/people/${idOf(0)}/card`, { removeTags: [tag.id] })
    expect(await idsFor(`list=${list.id}`)).toEqual([idOf(1)])
    expect(await idsFor(`list=${list.id}&tag=${newId()}`)).toEqual([])
    expect((await ask('GET', path, undefined, 'member')).status).toBe(404)
    expect((await ask('PATCH', path, { isShared: true })).status).toBe(200)
    expect((await ask('GET', path, undefined, 'member')).status).toBe(200)
    expect((await ask('DELETE', path, undefined, 'member')).status).toBe(403)
    expect((await ask('GET', `/organisations?list=${list.id}`)).status).toBe(400)
    const foreign = { ...body, filter: { fields: [{ field: newId(), is: 'x' }] } }
    expect((await ask('POST', '/lists', foreign)).status).toBe(400)
  })

  it('are of deals and organisations as well', async () => {
    const deal = await made<{ id: string }>('/deals', { name: 'd', owner: cast.userId.member })
    const other = await made<{ id: string }>('/deals', { name: 'e' })
    await ask('PATCH', `/deals/${other.id}/card`, { newTags: ['hot'], owner: cast.userId.manager })
    const filter = { owner: cast.userId.member }
    const list = await made<SavedList>('/lists', { name: 'D', subject: 'deal', filter })
    const found = await ask<{ items: { id: string }[] }>('GET', `/deals?list=${list.id}`)
    expect(found.body.items.map(({ id }) => id)).toEqual([deal.id])
    const shown = await ask<{ owner: { id: string } }>('GET', `/deals/${other.id}`)
    expect(shown.body.owner.id).toBe(cast.userId.manager)
    const organisation = await made<{ id: string }>('/organisations', { name: '縁商事' })
    await made('/organisations', { name: '別会社' })
    await ask('PATCH', `/organisations/${organisation.id}/card`, { newTags: ['hot'] })
    const { body } = await ask<{ items: { id: string; name: string }[] }>('GET', '/tags')
    const hot = body.items.find(({ name }) => name === 'hot')?.id
    const tagged = await ask<{ items: { name: string }[] }>('GET', `/organisations?tag=${hot}`)
    expect(tagged.body.items.map(({ name }) => name)).toEqual(['縁商事'])
    const ofDeals = await ask<{ items: { id: string }[] }>('GET', `/deals?tag=${hot}`)
    expect(ofDeals.body.items.map(({ id }) => id)).toEqual([other.id])
  })
})
