import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addDeal, addList, patchCard, patchDeal } from '#engage/index.ts'
import { verifyAudit } from '#store/audit-chain.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { changeIn } from '#test/change.ts'
import { AKANE, makePrivacyWorld } from '#test/privacy-world.ts'
import { makeWorkspace, newId } from '#test/workspace.ts'
import { addRelation, erasePerson, listAudit } from '#understand/index.ts'
import { AUDIT_ACTS, entersAudit, UNAUDITED_EVENTS } from '#vocabulary/index.ts'

const ROOT = `${import.meta.dirname}/..`
const PAGE = { limit: 50 }

/** Names of events as the sources write them, beside those that are put together from parts. */
function namesInSources(): string[] {
  const found = globSync('src/**/*.ts', { cwd: ROOT })
    .filter((path) => !path.includes('.test.'))
    .map((path) => readFileSync(`${ROOT}/${path}`, 'utf8'))
    .filter((text) => /\b(?:writeEvent|recordAccountEvent|tell)\(/.test(text))
    .flatMap((text) => [
      ...text.matchAll(/\btell\(\s*tx,\s*(?:workspaceId,\s*)?'([a-z-]+\.[a-z-]+)'/g),
      ...text.matchAll(/recordAccountEvent\([^']*'([a-z-]+\.[a-z-]+)'/g),
      ...text.matchAll(/\bname: '([a-z-]+\.[a-z-]+)'/g),
      ...text.matchAll(/const name\b[^\n]*'([a-z-]+\.[a-z-]+)'/g),
    ])
    .map(([, name = '']) => name)
  return [...new Set(found)].toSorted()
}

const BUILT = [
  ...['person', 'organisation', 'deal'].flatMap((kind) =>
    ['owner-changed', 'fields-changed', 'tagged'].map((what) => `${kind}.${what}`),
  ),
  ...['person', 'organisation'].flatMap((kind) =>
    ['relation-added', 'relation-changed', 'relation-removed'].map((what) => `${kind}.${what}`),
  ),
  ...['moved', 'won', 'lost', 'reopened'].map((what) => `deal.${what}`),
  ...['done', 'stopped', 'failed'].map((what) => `import.${what}`),
  ...['submitted', 'started', 'ended', 'withdrawn', 'approved'].map((what) => `experiment.${what}`),
]

describe('events', () => {
  it('each enter the audit chain, or stay out of it for a reason', () => {
    const names = namesInSources()
    expect(names.length).toBeGreaterThan(90)
    const known = (name: string) => entersAudit(name) || name in UNAUDITED_EVENTS
    expect([...names, ...BUILT].filter((name) => !known(name))).toEqual([])
    expect(AUDIT_ACTS).toHaveLength(new Set(AUDIT_ACTS).size)
  })

  it('enter it in their own transaction: undone with it, there with it', async () => {
    const { run } = await makeWorkspace()
    const event = { name: 'list.removed', subjectId: newId() }
    const undone = run(async (tx) => {
      await writeEvent(tx, OWN_WORKSPACE, event)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await run(verifyAudit)).toMatchObject({ entries: 0, brokenAt: null })
    await run((tx) => writeEvent(tx, OWN_WORKSPACE, event))
    await run((tx) => writeEvent(tx, OWN_WORKSPACE, { name: 'note.added', subjectId: newId() }))
    const { items } = await run((tx) => listAudit(tx, {}, PAGE))
    expect(items).toMatchObject([{ seq: 1, act: 'list.removed', by: null }])
  })
})

describe('the list of the audit chain', () => {
  it('tells what changed from what to what, and is searched by what, whom, who and when', async () => {
    const workspace = await makeWorkspace()
    const { run } = workspace
    const [ito, ann] = [newId(), newId()]
    await run((tx) =>
      sql`insert into person (workspace_id, id, display_name, sort_key)
        values (${workspace.id}, ${ito}, '糸 Ｉｔｏ', 'i')`.execute(tx),
    )
    const by = (author: string) => ({ ...changeIn(workspace, author), manages: true })
    const listening = { hear: () => Promise.reject(new Error('none is won')) }
    const dealBy = { ...by(ann), ...listening } as never
    await run((tx) => addRelation(tx, { personId: ito }, { kind: 'customer' }, by(ann)))
    const deal = await run((tx) => addDeal(tx, { name: '椅子百脚' }, dealBy))
    await run((tx) => patchDeal(tx, deal.id, { name: '机百台' }, dealBy))
    await run((tx) =>
      patchCard(tx, { kind: 'person', id: ito }, { owner: ann }, by(newId()) as never),
    )
    await run((tx) => addList(tx, { name: 'L', subject: 'person', filter: {} } as never, by(ann)))
    const ask = async (filter: Parameters<typeof listAudit>[1]) =>
      (await run((tx) => listAudit(tx, filter, PAGE))).items
    expect((await ask({ about: 'relation' })).map((one) => [one.act, one.subject?.name])).toEqual([
      ['person.relation-added', '糸 Ｉｔｏ'],
    ])
    expect(await ask({ about: 'deal', q: '机百' })).toMatchObject(
      [
        {
          act: 'deal.changed',
          by: ann,
          changes: [{ field: 'name', from: '椅子百脚', to: '机百台' }],
          erased: 0,
        },
        { act: 'deal.added' },
        { act: 'pipeline.added' },
      ].slice(0, 2),
    )
    expect((await ask({ q: 'ito' })).length).toBeGreaterThanOrEqual(2)
    expect((await ask({ person: ito, about: 'owner' })).map((one) => one.changes)).toEqual([
      [{ field: 'main', from: null, to: ann, shown: null }],
    ])
    expect(await ask({ member: ann, about: 'list' })).toMatchObject([
      { act: 'list.added', subject: { kind: 'list', name: 'L' } },
    ])
    expect(await ask({ about: 'deal', q: '商談' })).toMatchObject([
      { act: 'pipeline.added', subject: { kind: 'pipeline' } },
    ])
    expect((await ask({ member: ann })).map((one) => one.act)).not.toContain('person.owner-changed')
    expect(await ask({ to: '2020-01-01' })).toEqual([])
    const first = await run((tx) => listAudit(tx, {}, { limit: 2 }))
    const rest = await run((tx) => listAudit(tx, {}, { limit: 2, cursor: first.next ?? '' }))
    const places = [...first.items, ...rest.items].map(({ seq }) => seq)
    expect(places).toEqual(places.toSorted((a, b) => b - a))
    expect(await run(verifyAudit)).toMatchObject({ brokenAt: null })
  })

  it('forgets the values of who was erased, and still holds', async () => {
    const { workspace, akane } = await makePrivacyWorld()
    const { run } = workspace
    await run((tx) => addRelation(tx, { personId: akane }, { kind: 'media' }, changeIn(workspace)))
    const before = await run(verifyAudit)
    expect(before).toMatchObject({ brokenAt: null })
    expect(before.values).toBeGreaterThan(0)
    const name = AKANE.displayName ?? ''
    await run((tx) => erasePerson(tx, akane, name, changeIn(workspace)))
    const after = await run(verifyAudit)
    expect(after.brokenAt).toBeNull()
    expect(after.erased).toBeGreaterThan(before.erased)
    const { items } = await run((tx) => listAudit(tx, { about: 'relation' }, PAGE))
    expect(items[0]).toMatchObject({ act: 'person.relation-added', subject: null, changes: [] })
  })
})
