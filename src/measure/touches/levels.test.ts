import { expect, test } from 'vitest'
import { type LevelStep, levelAt } from './levels.ts'

const step = (atMs: number, did: LevelStep['did'], stance: LevelStep['stance'] = 'none') => ({
  ...{ atMs, did, stance },
})

test.each<[string, LevelStep[], string]>([
  ['nothing', [], 'unknown'],
  ['only later steps', [step(11, 'satisfaction')], 'unknown'],
  ['a question', [step(1, 'evaluation')], 'knows'],
  ['a purchase', [step(1, 'evaluation'), step(2, 'purchase')], 'bought'],
  ['a recommendation', [step(1, 'recommendation', 'for')], 'recommends'],
  ['one that was bought since', [step(1, 'recommendation'), step(2, 'purchase')], 'recommends'],
  [
    'words against it',
    [step(1, 'purchase'), step(2, 'satisfaction', 'against')],
    'advises-against',
  ],
  ['the next round', [step(1, 'satisfaction', 'for'), step(2, 'discovery')], 'bought'],
  ['the present instant', [step(10, 'recommendation')], 'recommends'],
])('after %s the level is told', (_, steps, level) => {
  expect(levelAt(steps, 10)).toBe(level)
})
