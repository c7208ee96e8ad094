import { expect, test } from 'vitest'
import { MOVE_KINDS, STANCES } from '../../filters.ts'
import { flowOption, moveAt, moveName } from './flow-option.ts'

const flowOf = (move: (typeof MOVE_KINDS)[number], moves: number) => {
  const [from, to] = move.split('-')
  const byStance = Object.fromEntries(STANCES.map((stance) => [stance, 0]))
  return { move, from, to, moves, byStance } as Parameters<typeof flowOption>[0][number]
}

test('every band leads between two nodes that are drawn, and is known when clicked', () => {
  const flows = MOVE_KINDS.map((move, i) => flowOf(move, i + 1))
  const { series } = flowOption(flows, 'ja', (name) => name) as {
    series: { data: { name: string }[]; links: { id: string; source: string; target: string }[] }
  }
  const names = new Set(series.data.map(({ name }) => name))
  expect(names.size).toBe(9)
  for (const link of series.links) {
    expect(names.has(link.source) && names.has(link.target)).toBe(true)
    expect(link.source).not.toBe(link.target)
    expect(moveAt({ dataType: 'edge', data: link })).toBe(link.id)
  }
  expect(series.links).toHaveLength(MOVE_KINDS.length)
  expect(moveAt({ dataType: 'node', data: { id: 'none-discovery' } })).toBeUndefined()
})

test('draws no stage that nobody left or came to', () => {
  const { series } = flowOption([flowOf('none-discovery', 3)], 'en', (name) => name) as {
    series: { data: unknown[] }
  }
  expect(series.data).toHaveLength(2)
})

test('moves have names in both languages', () => {
  expect(moveName('none-discovery', 'ja')).toBe('初めて→発見')
  expect(moveName('satisfaction-satisfaction', 'en')).toBe(
    'Satisfaction → Satisfaction (changed sides)',
  )
})
