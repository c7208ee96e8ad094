import { expect, test } from 'vitest'
import { chosenSides, proposeDirection, writtenFields } from './choose-fields.ts'
import type { PersonFields } from './person-fields.ts'

const nobody: PersonFields = {
  displayName: 'taro',
  familyName: null,
  givenName: null,
  nameReading: null,
}
const yamada: PersonFields = {
  displayName: '山田 太郎',
  familyName: '山田',
  givenName: '太郎',
  nameReading: 'ヤマダ タロウ',
}

test('what is missing is filled, what is there stays', () => {
  expect(chosenSides(nobody, yamada, {})).toEqual({
    ...{ displayName: 'keep', familyName: 'merge', givenName: 'merge', nameReading: 'merge' },
  })
  expect(chosenSides(yamada, nobody, {})).toEqual({
    ...{ displayName: 'keep', familyName: 'keep', givenName: 'keep', nameReading: 'keep' },
  })
})

test('the family name of one never stands beside the given name of the other unless chosen', () => {
  const half = { ...nobody, familyName: '佐藤' }
  expect(chosenSides(half, yamada, {})).toMatchObject({ familyName: 'keep', givenName: 'keep' })
  expect(chosenSides(half, yamada, { givenName: 'merge' })).toMatchObject({ givenName: 'merge' })
})

test('only what changes is written, with whether a member had given it', () => {
  const keep = { fields: { ...nobody, nameReading: 'たろう' }, edited: ['nameReading'], card: {} }
  const chosen = { displayName: 'keep', nameReading: 'merge' } as const
  expect(writtenFields(keep, { fields: yamada, card: {} }, chosen)).toEqual({
    familyName: { before: null, after: '山田', wasEdited: false },
    givenName: { before: null, after: '太郎', wasEdited: false },
    nameReading: { before: 'たろう', after: 'ヤマダ タロウ', wasEdited: true },
  })
  expect(writtenFields(keep, { fields: keep.fields, card: {} }, { displayName: 'merge' })).toEqual(
    {},
  )
})

const of = (id: string, more = {}) => ({
  ...{ id, edited: 0, known: 0, activities: 0, createdAt: new Date('2026-01-01') },
  ...more,
})

test.each([
  [of('a', { edited: 1 }), of('b', { known: 9, activities: 9 }), 'a', 'edited'],
  [of('a', { activities: 9 }), of('b', { known: 1 }), 'b', 'known'],
  [of('a', { activities: 9 }), of('b', { activities: 8 }), 'a', 'active'],
  [of('a', { createdAt: new Date('2026-02-01') }), of('b'), 'b', 'older'],
  [of('b'), of('a'), 'a', 'older'],
])('the direction is proposed with its reason', (a, b, keep, because) => {
  for (const proposed of [proposeDirection(a, b), proposeDirection(b, a)]) {
    expect(proposed).toMatchObject({ keep, because })
  }
})
