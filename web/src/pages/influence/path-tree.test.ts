import { expect, test } from 'vitest'
import { type PathNode, type PathTouch, pathTree } from './path-tree.ts'

const touch = (number: number, hop: number, parent: number | null, day: number): PathTouch => ({
  number,
  parent,
  hop,
  share: 0.1,
  kind: 'reply',
  level: 'knows',
  reachedAt: new Date(Date.UTC(2026, 9, day)).toISOString(),
  evidenceId: '',
  person: null,
  channel: null,
  post: null,
})

const numbers = (nodes: PathNode[]): unknown[] =>
  nodes.map((node) =>
    node.before.length === 0 ? node.touch.number : [node.touch.number, numbers(node.before)],
  )

test('hops hang below whom they reached, the oldest first', () => {
  const tree = pathTree([
    touch(0, 1, null, 9),
    touch(1, 1, null, 5),
    touch(2, 2, 0, 4),
    touch(3, 2, 0, 3),
    touch(4, 3, 3, 1),
  ])
  expect(numbers(tree)).toEqual([1, [0, [[3, [4]], 2]]])
})

test('no touch is lost or told twice, whatever its parent', () => {
  const tree = pathTree([touch(0, 1, 0, 1), touch(1, 2, 7, 2), touch(2, 1, 1, 3)])
  expect(numbers(tree)).toEqual([0, 1, 2])
})
