import { expect, it } from 'vitest'
import { readCommunitiesSearch, readCommunitySearch } from './url-state.ts'

it('reads switches and numbers as they stand in the address, and drops what it does not know', () => {
  expect(readCommunitiesSearch({ join: 'true', ended: 'true', sort: 'health' })).toEqual({
    ...{ join: true, ended: true, sort: 'health' },
  })
  expect(readCommunitiesSearch({ join: 'maybe', sort: 'beauty' })).toEqual({})
  expect(readCommunitySearch({ view: 'graph', size: '50000' })).toEqual({
    ...{ view: 'graph', size: 50_000 },
  })
  expect(readCommunitySearch({ view: 'cake', size: '7' })).toEqual({})
})
