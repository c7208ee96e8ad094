import { expect, test } from 'vitest'
import type { Arrival } from '#vocabulary/index.ts'
import { toHeard } from './prepare.ts'
import { cutIntoRounds } from './rounds.ts'

function heard(externalKey: string, ...alsoKnownAs: string[]) {
  const actor = { platform: 'x', externalId: 'a' }
  const arrival: Arrival = {
    ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'x' },
    ...{ externalKey, alsoKnownAs, actor },
  }
  return toHeard(arrival, { position: 1, line: 1 }, true)
}

test('what is of one activity is in rounds of its own, in order', () => {
  const post = heard('1', 'a', 'b')
  const byKey = heard('1')
  const byAlias = heard('b')
  const other = heard('2')
  const joining = heard('2', 'a')
  const last = heard('2')
  expect(cutIntoRounds([post, byKey, byAlias, other, joining, last])).toEqual([
    [post, other],
    [byKey],
    [byAlias],
    [joining],
    [last],
  ])
})
