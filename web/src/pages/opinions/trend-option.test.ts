import { expect, test } from 'vitest'
import { everyDay, trendOption } from './trend-option.ts'

test('days without posts are drawn as such', () => {
  const days = [
    { day: '2026-02-27', posts: 2, voices: 2 },
    { day: '2026-03-02', posts: 1, voices: 1 },
  ]
  expect(everyDay(days).map(({ day, posts }) => `${day} ${posts}`)).toEqual([
    '2026-02-27 2',
    '2026-02-28 0',
    '2026-03-01 0',
    '2026-03-02 1',
  ])
  expect(everyDay([])).toEqual([])
})

test('one bar a day, in the colours of the page, and a line of voices where they are counted', () => {
  const draw = (voices: number | null) =>
    trendOption([{ day: '2026-03-02', posts: 3, voices }], 'ja', (name) => `of ${name}`).series
  expect(draw(1)).toMatchObject([
    { data: [3], itemStyle: { color: 'of accent' } },
    { data: [1], type: 'line', name: '声' },
  ])
  expect(draw(null)).toMatchObject([{ data: [3] }])
})
