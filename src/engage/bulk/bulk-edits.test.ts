import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { insertPerson } from '#test/organisation.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { closeContact, doNotContactOf } from '#understand/index.ts'
import { getCard, patchCard } from '../cards/cards.ts'
import type { DealChange } from '../deals/deal-outcome.ts'
import { addField } from '../fields/fields.ts'
import { tagNamed } from '../tags/tags.ts'
import type { BulkChange } from './bulk-change.ts'
import { makeBulkEdit, previewBulkEdit, undoBulkEdit } from './bulk-edits.ts'

const by = (workspace: TestWorkspace): DealChange => ({
  ...changeIn(workspace),
  hear: () => Promise.reject(new Error('people reach no log')),
})

/** What the model knows of one person. */
interface Model {
  owner: string | null
  text: string | null
  isTagged: boolean
}

const PEOPLE = 3
const MEMBERS = [newId(), newId()] as const
const TEXTS = ['x', 'y'] as const

type Step =
  | { do: 'edit'; what: keyof Model; value: number; who: number[]; keep: boolean }
  | { do: 'alone'; what: keyof Model; value: number; who: number }
  | { do: 'undo'; edit: number }

const what = fc.constantFrom<keyof Model>('owner', 'text', 'isTagged')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('edit' as const),
    ...{ what, value: fc.nat(2), keep: fc.boolean() },
    who: fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1 }),
  }),
  fc.record({ do: fc.constant('alone' as const), what, value: fc.nat(2), who: fc.nat(PEOPLE - 1) }),
  fc.record({ do: fc.constant('undo' as const), edit: fc.nat(5) }),
)

function stateAt(name: keyof Model, value: number): string | boolean | null {
  if (name === 'isTagged') return value > 0
  return (name === 'owner' ? MEMBERS : TEXTS)[value] ?? null
}

async function prepare() {
  const workspace = await makeWorkspace()
  const people = Array.from({ length: PEOPLE }, () => newId())
  const change = by(workspace)
  const made = await workspace.run(async (tx) => {
    for (const id of people) await insertPerson(tx, workspace.id, id, `n${id.slice(-5)}`)
    const tag = (await tagNamed(tx, '重要', change)).id
    const wanted = { subject: 'person' as const, name: '担当メモ', kind: 'text' as const }
    return { tag, field: (await addField(tx, wanted, change)).id }
  })
  return { workspace, people, ...made }
}

type World = Awaited<ReturnType<typeof prepare>>

function changeOf({ tag, field }: World, name: keyof Model, value: number): BulkChange {
  const state = stateAt(name, value)
  if (name === 'isTagged') return { kind: 'tag', tag, isOn: state === true }
  if (name === 'owner') {
    return { kind: 'owner', rank: 'main', member: typeof state === 'string' ? state : null }
  }
  return { kind: 'field', field, value: state }
}

async function readAll({ workspace, people }: World): Promise<Model[]> {
  return workspace.run(async (tx) => {
    const models: Model[] = []
    for (const id of people) {
      const card = await getCard(tx, { kind: 'person', id }, new Date())
      const text = card.fields[0]?.value
      models.push({
        owner: card.owner?.id ?? null,
        text: typeof text === 'string' ? text : null,
        isTagged: card.tags.length > 0,
      })
    }
    return models
  })
}

describe('edits of many rows', () => {
  it('change, keep and restore what a plain model says, whatever is edited between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const world = await prepare()
        const { workspace, people } = world
        const model: Model[] = people.map(() => ({ owner: null, text: null, isTagged: false }))
        type Row = { who: number; before: unknown; after: unknown }
        const edits: { id: string; what: keyof Model; rows: Row[]; isUndone: boolean }[] = []
        const set = (who: number, name: keyof Model, value: unknown) =>
          Object.assign(model[who] ?? {}, { [name]: value })
        for (const one of steps) {
          const change = by(workspace)
          if (one.do === 'undo') {
            const edit = edits[one.edit]
            if (edit === undefined || edit.isUndone) continue
            const fits = edit.rows.filter((row) => model[row.who]?.[edit.what] === row.after)
            for (const row of fits) set(row.who, edit.what, row.before)
            const undone = await workspace.run((tx) => undoBulkEdit(tx, edit.id, change))
            edit.isUndone = true
            const kept = edit.rows.length - fits.length
            expect([undone.restored, undone.kept]).toEqual([fits.length, kept])
            expect(undone.keptRows).toHaveLength(kept)
            continue
          }
          const value = stateAt(one.what, one.value)
          const bulk = changeOf(world, one.what, one.value)
          if (one.do === 'alone') {
            const id = people[one.who] ?? ''
            const patch =
              bulk.kind === 'owner'
                ? { owner: bulk.member }
                : bulk.kind === 'field'
                  ? { fields: { [bulk.field]: bulk.value } }
                  : { [value === true ? 'addTags' : 'removeTags']: [world.tag] }
            await workspace.run((tx) => patchCard(tx, { kind: 'person', id }, patch, change))
            set(one.who, one.what, value)
            continue
          }
          const rows = one.who
            .map((who) => ({ who, before: model[who]?.[one.what] ?? null, after: value }))
            .filter(({ before }) => before !== value)
          const isLost = ({ before }: Row) => typeof before === 'string' && value !== null
          const made = one.keep ? rows.filter((row) => !isLost(row)) : rows
          const input = {
            ...{ subject: 'person' as const, change: bulk },
            ids: one.who.map((who) => people[who] ?? ''),
            onConflict: one.keep ? ('keep' as const) : ('overwrite' as const),
          }
          const preview = await workspace.run((tx) => previewBulkEdit(tx, input))
          expect(preview).toMatchObject({
            ...{ rows: one.who.length, changes: made.length, same: one.who.length - rows.length },
            conflicts: rows.filter(isLost).length,
          })
          if (made.length === 0) {
            const edit = workspace.run((tx) => makeBulkEdit(tx, input, change))
            await expect(edit).rejects.toMatchObject({ code: 'conflict' })
            continue
          }
          const { id, changes } = await workspace.run((tx) => makeBulkEdit(tx, input, change))
          expect(changes).toBe(made.length)
          for (const row of made) set(row.who, one.what, value)
          edits.push({ id, what: one.what, rows: made, isUndone: false })
        }
        expect(await readAll(world)).toEqual(model)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('end and reopen relations, and name nothing in their events', async () => {
    const { workspace, people } = await prepare()
    const input = {
      ...{ subject: 'person' as const, ids: people, onConflict: 'overwrite' as const },
      change: { kind: 'relation' as const, relation: 'customer' as const, isOn: true },
    }
    const held = () =>
      workspace.run(async (tx) => {
        const { rows } = await sql<{ since: string; until: string | null }>`
          select since, until from relation`.execute(tx)
        return rows.map(({ until }) => until === null)
      })
    const begun = await workspace.run((tx) => makeBulkEdit(tx, input, by(workspace)))
    expect(await held()).toEqual([true, true, true])
    const ending = { ...input, change: { ...input.change, isOn: false } }
    const ended = await workspace.run((tx) => makeBulkEdit(tx, ending, by(workspace)))
    expect(await held()).toEqual([false, false, false])
    await workspace.run((tx) => undoBulkEdit(tx, ended.id, by(workspace)))
    expect(await held()).toEqual([true, true, true])
    await workspace.run((tx) => undoBulkEdit(tx, begun.id, by(workspace)))
    expect(await held()).toEqual([])
    const again = workspace.run((tx) => undoBulkEdit(tx, begun.id, by(workspace)))
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
  })

  it('close and open who may be contacted, and leave those alone who had said so before', async () => {
    const { workspace, people } = await prepare()
    const [first = ''] = people
    const said = { channel: 'mail' as const, reason: '本人の希望' }
    await workspace.run((tx) => closeContact(tx, first, said, by(workspace)))
    const change = { kind: 'do-not-contact' as const, ...said, isOn: true, reason: 'x' }
    const input = { subject: 'person' as const, ids: people, onConflict: 'overwrite' as const }
    const closed = () =>
      workspace.run(async (tx) => {
        const reasons: (string | undefined)[] = []
        for (const id of people) reasons.push((await doNotContactOf(tx, id))[0]?.reason)
        return reasons
      })
    const made = await workspace.run((tx) => makeBulkEdit(tx, { ...input, change }, by(workspace)))
    expect(made.changes).toBe(2)
    expect(await closed()).toEqual(['本人の希望', 'x', 'x'])
    await workspace.run((tx) => undoBulkEdit(tx, made.id, by(workspace)))
    expect(await closed()).toEqual(['本人の希望', undefined, undefined])
    const deals = { ...input, subject: 'deal' as const, change }
    await expect(workspace.run((tx) => previewBulkEdit(tx, deals))).rejects.toMatchObject({
      code: 'bad-input',
    })
  })
})
