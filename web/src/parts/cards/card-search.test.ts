import { describe, expect, it } from 'vitest'
import { cardFilterOf, isCardSearched, readCardSearch } from './card-search.ts'

const ID = '01890000-0000-7000-8000-000000000001'

describe('what colleagues keep, as a filter', () => {
  it('is read out of an address, without what makes no sense', () => {
    const search = {
      tag: ID,
      owner: 'nobody',
      field: ID,
      fieldFrom: '3',
      notContactedSince: '2026-04-01',
    }
    expect(readCardSearch(search)).toEqual(search)
    expect(
      readCardSearch({ tag: 'x', owner: 'x', fieldIs: 'lost', notContactedSince: '2026-02-30' }),
    ).toEqual({})
  })

  it('is kept by a list in the terms of the API', () => {
    const read = readCardSearch({ owner: 'me', field: ID, fieldContains: '紹介' })
    expect(cardFilterOf(read)).toEqual({ owner: 'me', fields: [{ field: ID, contains: '紹介' }] })
    expect(isCardSearched(read)).toBe(true)
    expect(isCardSearched({})).toBe(false)
  })
})
