import { expect, test } from 'vitest'
import { carryOver } from './carry-over.ts'

const claim = { kind: 'claim', side: -1 } as const
const earlier = [
  { ...claim, id: 'a', centre: ['battery', 'dies'], postIds: ['1', '2', '3', '4'] },
  { ...claim, id: 'b', centre: ['price', 'high'], postIds: ['5', '6'] },
]

const carried = (found: Parameters<typeof carryOver>[0]) => [...carryOver(found, earlier)].sort()

test('what shares most of its posts is the same, whatever its centre', () => {
  const found = [
    { ...claim, centre: ['price'], postIds: ['5', '6', '7'] },
    { ...claim, centre: ['sound'], postIds: ['2', '3', '4', '8'] },
  ]
  expect(carried(found)).toEqual([
    [0, 'b'],
    [1, 'a'],
  ])
})

test('without common posts its meanings tell', () => {
  expect(carried([{ ...claim, centre: ['battery', 'dies'], postIds: ['9'] }])).toEqual([[0, 'a']])
  expect(carried([{ ...claim, centre: ['battery', 'lasts'], postIds: ['9'] }])).toEqual([])
})

test('an earlier one is taken once, by the one that shares most', () => {
  const found = [
    { ...claim, centre: [], postIds: ['3', '4'] },
    { ...claim, centre: [], postIds: ['1', '2', '3', '4'] },
  ]
  expect(carried(found)).toEqual([[1, 'a']])
})

test('a question is no claim, and praise is no blame', () => {
  const posts = { centre: ['battery', 'dies'], postIds: ['1', '2', '3', '4'] }
  expect(carried([{ kind: 'question', side: 0, ...posts }])).toEqual([])
  expect(carried([{ kind: 'claim', side: 1, ...posts }])).toEqual([])
})
