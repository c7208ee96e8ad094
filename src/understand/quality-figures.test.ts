import { describe, expect, it } from 'vitest'
import { randomBytes as random } from '#test/workspace.ts'
import { type Judgement, uuidV7 } from '#vocabulary/index.ts'
import { sliceOf } from './audit-slices.ts'
import { type ComparedPost, compareModels } from './compare-models.ts'
import { type Audit, qualityFigures } from './quality-figures.ts'
import { shareInterval } from './share-interval.ts'
import { teachNext } from './teach-next.ts'

const NOTHING: Judgement = {
  ...{ sentiment: 'neutral', stage: 'none', stance: 'none', intents: [], toxicity: false },
}
const complaint: Judgement = { ...NOTHING, sentiment: 'negative', intents: ['complaint'] }

function times<T>(count: number, what: T): T[] {
  return Array.from({ length: count }, () => what)
}

describe('qualityFigures', () => {
  const audits: Audit[] = [
    ...times(45, { lang: 'ja', said: complaint, truth: complaint }),
    ...times(5, { lang: 'en', said: complaint, truth: NOTHING }),
    ...times(4, { lang: 'en', said: NOTHING, truth: complaint }),
    ...times(60, { lang: 'en', said: NOTHING, truth: NOTHING }),
  ]
  const figures = qualityFigures(audits)
  const of = (part: string, label: string, lang: string) =>
    figures.find((one) => one.part === part && one.label === label && one.lang === lang)

  it('counts what was said, what held and what is right, by language and over all', () => {
    expect(of('complaint', 'yes', 'all')).toEqual({
      ...{ part: 'complaint', label: 'yes', lang: 'all', said: 50, held: 49, right: 45 },
      // 50 were said to be complaints: a figure. 49 were: none yet.
      ...{ audited: 54, precision: shareInterval(45, 50), recall: null },
    })
    expect(of('complaint', 'yes', 'ja')).toMatchObject({ said: 45, precision: null })
    expect(of('sentiment', 'neutral', 'en')).toMatchObject({
      recall: shareInterval(60, 65),
      precision: shareInterval(60, 64),
    })
  })

  it('says nothing of what nobody said', () => {
    expect(of('churn', 'yes', 'all')).toBeUndefined()
    expect(of('sentiment', 'positive', 'all')).toBeUndefined()
    expect(qualityFigures([])).toEqual([])
  })

  it('tells what to teach: what is wrong, corrected or open often, and what lacks audits', () => {
    const wrong = times(60, { lang: 'en', said: complaint, truth: NOTHING })
    const lessons = teachNext(qualityFigures(wrong), { stage: 9, spam: 1 }, { stage: 40 }, 100)
    expect(lessons.map(({ reason, part, label, posts }) => [reason, part, label, posts])).toEqual([
      ['often-wrong', 'sentiment', 'negative', 60],
      ['often-wrong', 'sentiment', 'neutral', 60],
      ['often-wrong', 'complaint', 'yes', 60],
      ['often-corrected', 'stage', null, 9],
      ['often-open', 'stage', null, 40],
      // Every second audit counts for a figure.
      ['too-few-audited', 'sentiment', 'negative', 100],
    ])
  })
})

describe('compareModels', () => {
  const post = (truth: Judgement, before: Judgement, after: Judgement): ComparedPost => ({
    ...{ truth, base: before, before, after },
  })
  const right = [
    ...times(20, post(complaint, complaint, complaint)),
    ...times(20, post(NOTHING, NOTHING, NOTHING)),
  ]

  it('promotes what is better in the mean and loses nowhere', () => {
    const comparison = compareModels([...right, ...times(10, post(complaint, NOTHING, complaint))])
    expect(comparison.reason).toBe('better')
    // Two complaints of three were found (F1 0.8), then all.
    const score = comparison.scores.find(({ part }) => part === 'complaint')
    expect(score).toEqual({ part: 'complaint', audits: 50, before: 0.8, after: 1 })
    expect(comparison.scores.map(({ part }) => part)).toEqual(['sentiment', 'complaint'])
  })

  it('refuses what is the same, what loses on a part, and what there are too few audits for', () => {
    expect(compareModels(right)).toMatchObject({ reason: 'not-better', better: 0, worse: 0 })
    const feeling: Judgement = { ...NOTHING, sentiment: 'negative' }
    const swapped = (count: number) => [
      ...times(12, post(complaint, NOTHING, feeling)),
      ...times(count, post(complaint, { ...NOTHING, intents: ['complaint'] }, feeling)),
    ]
    expect(compareModels([...right, ...swapped(3)]).reason).toBe('worse-on-a-part')
    // Chance loses two complaints of two once in four times.
    expect(compareModels([...right, ...swapped(2)]).reason).toBe('better')
    expect(compareModels(right.slice(1))).toEqual({
      ...{ scores: [], mean: null, audits: 39, better: 0, worse: 0, reason: 'too-few-audits' },
    })
  })

  it('refuses what chance does as well', () => {
    const better = (count: number) => times(count, post(complaint, NOTHING, complaint))
    const worse = times(1, post(complaint, complaint, NOTHING))
    // Four of four are one time in sixteen; seven of eight one in twenty-eight.
    expect(compareModels([...right, ...better(4)])).toMatchObject({
      ...{ reason: 'may-be-chance', better: 4, worse: 0, audits: 44 },
    })
    expect(compareModels([...right, ...better(5)]).reason).toBe('better')
    expect(compareModels([...right, ...better(6), ...worse]).reason).toBe('may-be-chance')
    expect(compareModels([...right, ...better(7), ...worse]).reason).toBe('better')
  })

  it('refuses what beats a running model that is worse than the base', () => {
    const base = (truth: Judgement, before: Judgement, after: Judgement) => ({
      ...post(truth, before, after),
      base: truth,
    })
    const posts = [...right, ...times(8, base(complaint, NOTHING, complaint))]
    expect(compareModels(posts).reason).toBe('better')
    posts.push(...times(3, base(complaint, NOTHING, NOTHING)))
    expect(compareModels(posts).reason).toBe('worse-than-base')
  })
})

describe('sliceOf', () => {
  it('halves audits by their id alone, however they are drawn', () => {
    const ids = Array.from({ length: 4_000 }, (_, at) =>
      uuidV7(1_790_000_000_000 + at * 97, random),
    )
    const share = ids.filter((id) => sliceOf(id) === 'reporting').length / ids.length
    expect(Math.abs(share - 0.5)).toBeLessThan(0.03)
    expect(ids.map(sliceOf)).toEqual(ids.map(sliceOf))
  })
})
