import { expect, test } from 'vitest'
import { countVoices } from './count-voices.ts'

const by = (personId: string, copyOf: string) => ({ personId, copyOf })

test.each([
  ['nobody', [], 0],
  ['one who repeats', [by('a', '1'), by('a', '2')], 1],
  ['three who copy', [by('a', '1'), by('b', '1'), by('c', '1')], 1],
  ['two apart', [by('a', '1'), by('b', '2')], 2],
  ['a chain of both', [by('a', '1'), by('b', '1'), by('b', '2'), by('c', '2'), by('d', '3')], 2],
])('%s', (_, posts, voices) => {
  expect(countVoices(posts)).toBe(voices)
  expect(countVoices(posts.toReversed())).toBe(voices)
})
