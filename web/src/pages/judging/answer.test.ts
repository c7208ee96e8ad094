import { describe, expect, test } from 'vitest'
import { BLANK, CHOICES, choiceOfKey, choose, isChosen, judgementOf, startFrom } from './answer.ts'

const press = (keys: string) =>
  [...keys].reduce((answer, key) => {
    const choice = choiceOfKey(key)
    return choice === undefined ? answer : choose(answer, choice)
  }, BLANK)

describe('an answer by keys', () => {
  test('every choice has a key of its own, none of them a key of the page', () => {
    const keys = CHOICES.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => ['z', 'j', 'k', '/'].includes(key))).toEqual([])
  })

  test('needs sentiment and stage before it is whole', () => {
    expect(judgementOf(BLANK)).toBe(undefined)
    expect(judgementOf(press('3q'))).toBe(undefined)
    expect(judgementOf(press('38'))).toEqual({
      ...{ sentiment: 'negative', stage: 'none', stance: 'none', intents: [], toxicity: false },
    })
  })

  test('one of sentiment, stage and stance, any number of the rest', () => {
    expect(press('137afqcQt')).toEqual({
      ...{ sentiment: 'negative', stage: 'satisfaction', stance: 'for' },
      ...{ intents: ['complaint'], toxicity: true },
    })
  })

  test('says what is chosen, and starts from what the model says', () => {
    const answer = startFrom({
      ...press('18p'),
      sentiment: 'positive',
      stage: 'none',
      intents: ['praise'],
    })
    expect(CHOICES.filter((choice) => isChosen(answer, choice)).map(({ key }) => key)).toEqual([
      ...['1', '8', 'n', 'p'],
    ])
    expect(startFrom(null)).toBe(BLANK)
  })
})
