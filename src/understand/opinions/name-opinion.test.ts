import { expect, test } from 'vitest'
import { type NamingClause, nameOpinion } from './name-opinion.ts'
import type { MeaningFinder } from './opinion-post.ts'

const finder: MeaningFinder = {
  concepts: [
    { id: 'battery', kind: 'aspect', side: 0, name: { ja: '電池', en: 'battery' } },
    { id: 'dies', kind: 'claim', side: -1, name: { ja: 'もたない', en: 'does not last' } },
    { id: 'lasts', kind: 'claim', side: 1, name: { ja: '長くもつ', en: 'lasts' } },
  ],
  feelings: new Set(),
  find: () => [],
}

const clause = (text: string, lang: string, typical = 0.8): NamingClause => ({
  ...{ text, lang, typical },
  ...{ aspects: ['battery'], claims: ['dies'] },
})

const SAID = [
  clause('充電しても半日もたない', 'ja'),
  clause('充電しても半日もたない', 'ja'),
  clause('出先で困ることが何度もあって、そのたびに電源を探して歩き回る羽目になったのは事実', 'ja'),
  clause('It dies by noon', 'en'),
]

test('a claim is called by what the lexicon knows, in both languages', () => {
  const meanings = new Map([
    ['battery', 0.8],
    ['dies', 0.5],
    ['lasts', 0.3],
  ])
  expect(nameOpinion('claim', -1, SAID, meanings, finder)).toEqual({
    ja: '電池がもたない',
    en: 'The battery does not last',
  })
  expect(nameOpinion('claim', -1, SAID, new Map([['dies', 0.9]]), finder)).toEqual({
    ja: 'もたない',
    en: 'It does not last',
  })
})

test('else by what people say most, shortly', () => {
  const meanings = new Map([['battery', 1]])
  expect(nameOpinion('claim', -1, SAID, meanings, finder)).toEqual({
    ja: '充電しても半日もたない',
    en: 'It dies by noon',
  })
})

test('a question is called by what is asked, and where nobody asked in a language, by its aspect', () => {
  const asked = [clause('電池は交換できますか', 'ja')]
  const meanings = new Map([['battery', 1]])
  expect(nameOpinion('question', 0, asked, meanings, finder)).toEqual({
    ja: '電池は交換できますか',
    en: 'About the battery',
  })
})

test('the same clauses in another order give the same name', () => {
  const meanings = new Map([['battery', 1]])
  const backwards = nameOpinion('claim', -1, SAID.toReversed(), meanings, finder)
  expect(backwards).toEqual(nameOpinion('claim', -1, SAID, meanings, finder))
})
