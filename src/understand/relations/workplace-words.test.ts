import { describe, expect, it } from 'vitest'
import { createWorkplaceFinder } from './workplace-words.ts'

const find = createWorkplaceFinder([
  { id: 'rival', name: 'ヒノマキ' },
  { id: 'own', name: '株式会社コトユ' },
  { id: 'latin', name: 'Brellwick Home' },
  { id: 'short', name: 'AB' },
])
const inBio = (bio: string) => find({ name: null, bio }).map(({ organisationId }) => organisationId)

describe('places of work, as profiles say', () => {
  it.each([
    ['ヒノマキで働いています', 'rival'],
    ['㈱コトユ 広報', 'own'],
    ['勤務先: 株式会社コトユ', 'own'],
    ['ヒノマキ 営業部の部長', 'rival'],
    ['Engineer at Brellwick Home', 'latin'],
    ['I work for brellwick home. Views mine', 'latin'],
    ['Support @Brellwick Home', 'latin'],
  ])('are found: %s', (bio, id) => {
    expect(inBio(bio)).toEqual([id])
  })

  it.each([
    ...['元ヒノマキ社員', 'ヒノマキの製品を愛用', 'ヒノマキ大好き', '夫がヒノマキで働いています'],
    ...[
      'コトユのファン。公式ではありません',
      'ヒノマキに入りたい',
      'ヒノマキのケトルを使っています',
    ],
    ...['ex-Brellwick Home', 'Brellwick Home fan', 'married to an engineer at Brellwick Home'],
    ...['I like my Brellwick Home kettle', 'Brellwick Homewares engineer', 'AB engineer'],
  ])('are not found: %s', (bio) => {
    expect(inBio(bio)).toEqual([])
  })

  it('stand in the brackets of a display name', () => {
    const named = (name: string) => find({ name, bio: null })
    expect(named('山田 花子（コトユ）')).toEqual([
      { organisationId: 'own', words: '(コトユ)', in: 'name' },
    ])
    expect(named('Hana @ Brellwick Home')).toMatchObject([{ organisationId: 'latin' }])
    expect(named('花子(元コトユ)')).toEqual([])
    expect(named('コトユ大好き')).toEqual([])
  })
})
