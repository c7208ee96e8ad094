import { describe, expect, it } from 'vitest'
import { DAYS_KNOWN, findUnusual, type Series, WATCHED, type Watched } from './unusual.ts'

/** A calm series: weekdays 10 posts and weekends 4, of them one negative. */
function calm(topicId: string | null): Series {
  const counts = Object.fromEntries(
    WATCHED.map((watched) => [watched, new Float64Array(DAYS_KNOWN)]),
  ) as Record<Watched, Float64Array>
  for (let i = 0; i < DAYS_KNOWN; i++) {
    counts.posts[i] = i % 7 < 5 ? 10 : 4
    counts.negative[i] = 1
  }
  return { topicId, counts }
}

function raise(series: Series, watched: Watched, daysAgo: number, by: number): void {
  const counts = series.counts[watched]
  const at = counts.length - 1 - daysAgo
  counts[at] = (counts[at] ?? 0) + by
}

describe('what is unusual', () => {
  it('is nothing in calm weeks, weekends included', () => {
    expect(findUnusual([calm(null), calm('a')], 8)).toEqual([])
  })

  it('is a burst of complaints on one day, told once: of its topic, by what explains it', () => {
    const [all, topic] = [calm(null), calm('kettle')]
    for (const series of [all, topic]) {
      raise(series, 'negative', 2, 30)
      raise(series, 'posts', 2, 30)
    }
    const found = findUnusual([all, topic], 8)
    expect(found[0]).toMatchObject({
      ...{ topicId: 'kettle', watched: 'negative', count: 31, expected: 1 },
      ...{ daysAgoFrom: 2, daysAgoTo: 2 },
    })
    expect(found).toHaveLength(1)
  })

  it('is a week of silence too', () => {
    const topic = calm('kettle')
    topic.counts.posts.fill(0, DAYS_KNOWN - 7)
    const [first] = findUnusual([topic], 8)
    expect(first).toMatchObject({ watched: 'posts', count: 0, expected: 58, daysAgoFrom: 6 })
  })

  it('keeps what has nothing to do with each other', () => {
    const [a, b] = [calm('a'), calm('b')]
    raise(a, 'negative', 1, 40)
    raise(b, 'recommendation', 5, 25)
    const found = findUnusual([a, b], 8)
    expect(found.map(({ topicId, watched }) => [topicId, watched]).sort()).toEqual([
      ['a', 'negative'],
      ['b', 'recommendation'],
    ])
  })

  it('is not said before four weeks are known', () => {
    const topic = calm('a')
    raise(topic, 'posts', 0, 500)
    expect(findUnusual([topic], 3)).toEqual([])
    expect(findUnusual([topic], 4)).not.toEqual([])
  })
})
