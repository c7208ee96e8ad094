import { expect, test } from 'vitest'
import { isDenied } from './is-denied.ts'

test.each([
  ['まだ一度も故障していません', '故障', true],
  ['壊れたことがない', '壊れ', true],
  ['五年使って壊れへん', '壊れ', true],
  ['三か月で壊れた', '壊れ', false],
  ['壊れたので、もう買わない', '壊れ', false],
  ['it has never broken down', 'broken', true],
  ["it doesn't break", 'break', true],
  ['it refuses to die', 'die', true],
  ['it broke after a week', 'broke', false],
  ['no, it broke', 'broke', false],
  ['壊れないのがいい', '壊れない', false],
  ['落としても壊れへん', '壊れへ', false],
  ['何べん落としても壊れへんねん', '落としても壊', false],
  ['電話がつながらない', '電話がつながら', false],
  ['一年もたない', '一年もた', false],
  ['びくともしない', 'びくとも', false],
  ['壊れたことがない', '壊れた', true],
])('%s: %s', (text, word, denied) => {
  const start = text.indexOf(word)
  expect(isDenied(text, start, start + word.length)).toBe(denied)
})
