import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { oneRound } from '#test/bells.ts'
import { type FollowedServer, startFollowed } from '#test/followed.ts'
import { seedPerson } from '#test/seed.ts'
import { randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { conditionsTouchedBy } from '#understand/index.ts'
import { followRules } from './follow-rules.ts'

let followed: FollowedServer

beforeAll(async () => {
  followed = await startFollowed(() => new Date())
})

/** Works off all events once, as the process does in its role `work`. */
async function follow(): Promise<string[]> {
  const lines: string[] = []
  const stopping = new AbortController()
  const bell = oneRound(() => stopping.abort())
  const chance = { now: () => new Date(), random: randomBytes }
  const log = (line: Record<string, unknown>) => void lines.push(JSON.stringify(line))
  await followed.settle()
  await followRules({ door: followed.door, bell, chance, log }, stopping.signal)
  return lines
}

describe('rules of relations', () => {
  it('are applied when what they look at changes, without waiting for the day', async () => {
    const { ask, cast } = await followed.open()
    const { door } = followed
    const { workspaceId: id } = cast
    const workspace: TestWorkspace = {
      id,
      slug: '',
      door,
      run: (work) => door.inWorkspace(id, work),
    }
    const one = await seedPerson(workspace, '花子')
    const tag = (await ask('owner', 'POST', '/tags', { name: 'VIP' })).body.id
    const conditions = [
      { condition: 'tagged', tag },
      { condition: 'bought', withinDays: 1 },
    ]
    const rule = { kind: 'customer', name: 'VIP', match: 'any', conditions }
    expect((await ask('owner', 'POST', '/relation-rules', rule)).status).toBe(201)
    await follow()
    const relations = async () =>
      (await ask('owner', 'GET', `/people/${one.personId}`)).body.relations
    const card = (change: object) => ask('owner', 'PATCH', `/people/${one.personId}/card`, change)
    await card({ addTags: [tag] })
    expect(await relations()).toEqual([])
    expect(await follow()).toEqual([])
    expect(await relations()).toEqual(['customer'])
    await card({ removeTags: [tag] })
    expect(await follow()).toEqual([])
    expect(await relations()).toEqual([])
    const { rows } = await workspace.run((tx) =>
      sql<{ detail: string[] }>`select detail from event where name = 'relations.searched'
        order by xid, id`.execute(tx),
    )
    expect(rows.map(({ detail }) => detail)).toEqual([
      ['begun=1', 'ended=0'],
      ['begun=0', 'ended=1'],
    ])
  })

  it.each([
    ['person.tagged', ['tagged', 'listed']],
    ['person.fields-changed', ['field', 'listed']],
    ['tag.removed', ['tagged', 'listed']],
    ['list.changed', ['listed']],
    ['reading.corrected', ['stage', 'listed']],
    ['relations.searched', undefined],
    ['tag.added', undefined],
    ['constructor', undefined],
  ])('after %s look at %s', (name, conditions) => {
    expect(conditionsTouchedBy(name)?.conditions).toEqual(conditions)
  })

  it('wait longer where posts asked for it', () => {
    expect(conditionsTouchedBy('activities.heard')?.by).toBe('posts')
    expect(conditionsTouchedBy('person.merged')?.by).toBe('posts')
    expect(conditionsTouchedBy('person.unmerged')?.by).toBe('members')
    expect(conditionsTouchedBy('organisation.person-added')?.by).toBe('members')
  })
})
