import { expect, test } from 'vitest'
import { everyDay, trendOption } from './trend-option.ts'

test('days without posts are drawn as such', () => {
  const days = [
    { day: '2026-02-27', posts: 2 },
    { day: '2026-03-02', posts: 1 },
  ]
  expect(everyDay(days).map(({ day, posts }) => `${day} ${posts}`)).toEqual([
    '2026-02-27 2',
    '2026-02-28 0',
    '2026-03-01 0',
    '2026-03-02 1',
  ])
  expect(everyDay([])).toEqual([])
})

test('one bar a day, in the colours of the page', () => {
  const option = trendOption([{ day: '2026-03-02', posts: 3 }], 'ja', (name) => `of ${name}`)
  expect(option.series).toMatchObject([{ data: [3], itemStyle: { color: 'of accent' } }])
})
