import { expect, test } from 'vitest'
import { type NamingClause, nameOpinion } from './name-opinion.ts'
import type { MeaningFinder } from './opinion-post.ts'
import { weighWords } from './weigh-words.ts'
import { wordsOf } from './words-of.ts'

const finder: MeaningFinder = {
  concepts: [
    { id: 'battery', kind: 'aspect', side: 0, name: { ja: '電池', en: 'battery' } },
    { id: 'dies', kind: 'claim', side: -1, name: { ja: 'もたない', en: 'does not last' } },
    { id: 'lasts', kind: 'claim', side: 1, name: { ja: '長くもつ', en: 'lasts' } },
  ],
  feelings: new Set(),
  find: () => [],
}

type Said = Partial<Pick<NamingClause, 'aspects' | 'claims' | 'typical'>>

const clause = (text: string, lang: string, meant: Said = {}): NamingClause => {
  const words = wordsOf(text)
  const known = { typical: 0.8, aspects: ['battery'], claims: ['dies'], ...meant }
  return { text, lang, words, telling: new Map(words.map((word) => [word, 1])), ...known }
}

/** With the words weighed among these clauses, as they are where opinions are found. */
function weighed(clauses: readonly NamingClause[]): NamingClause[] {
  const telling = weighWords(clauses.map(({ words }) => words))
  return clauses.map((one, at) => ({ ...one, telling: telling[at] ?? new Map() }))
}

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

test('a claim that says what it is about stands without an aspect, one of another theme is not named', () => {
  const name = { ja: '手入れしやすい', en: 'is easy to clean' }
  const home = { id: 'easy-to-clean', kind: 'claim', side: 1, name } as const
  const price = { id: 'price', kind: 'aspect', side: 0, name: { ja: '値段', en: 'price' } } as const
  const upkeep = { ...price, id: 'washing-care', name: { ja: '手入れ', en: 'upkeep' } } as const
  const concepts = [home, price, upkeep]
  const meanings = new Map([
    ['theme upkeep', 0.9],
    ['price', 0.3],
    ['washing-care', 0.2],
    ['easy-to-clean', 0.1],
  ])
  const whole = new Set(['easy-to-clean'])
  expect(nameOpinion('claim', 1, [], meanings, { ...finder, concepts, whole })).toEqual({
    ja: '手入れしやすい',
    en: 'It is easy to clean',
  })
  expect(nameOpinion('claim', 1, [], meanings, { ...finder, concepts })).toEqual({
    ja: '手入れが手入れしやすい',
    en: 'The upkeep is easy to clean',
  })
})

const NOTHING: Said = { aspects: [], claims: [], typical: 0.3 }
const ASIDE: Said = { aspects: ['delivery'], claims: [], typical: 0.7 }
const DELIVERY = new Map([['delivery', 1]])

/** Eight posts about who asks where it is from; one of them mentions a parcel and a clock by the way. */
const ASKED_ABOUT = [
  '来る人来る人「それどこの」て聞いてくる',
  '遊びに来た人がまず聞くのが、これどこの',
  '来客のたびに「それどこの」と聞かれる',
  '来る人みんなに、これどこのって聞かれます',
].flatMap((text) => [clause(text, 'ja', NOTHING), clause(text, 'ja', NOTHING)])

test('a sentence said by the way is no name, however typical its aspect is', () => {
  const aside = clause('途中で宅配の方が来て、何を書いていたのか忘れかけました', 'ja', ASIDE)
  const { ja } = nameOpinion('claim', 1, weighed([...ASKED_ABOUT, aside]), DELIVERY, finder)
  expect(ja).toMatch(/どこの/)
})

test('nor is what most of the others do not share, at the length at which names read best', () => {
  const short = clause('時計が五分進んでいます', 'ja', { ...NOTHING, typical: 0.1 })
  const { ja } = nameOpinion('claim', 1, weighed([...ASKED_ABOUT, short]), new Map(), finder)
  expect(ja).toMatch(/どこの/)
})

test('what hardly anybody claims does not name what all say', () => {
  const many = Array.from({ length: 12 }, () => clause('音が大きい', 'ja', { claims: [] }))
  const one = clause('電池が長くもつ', 'ja', { claims: ['lasts'] })
  const meanings = new Map([['lasts', 0.9]])
  expect(nameOpinion('claim', 1, [...many, one], meanings, finder).ja).toBe('音が大きい')
  expect(nameOpinion('claim', 1, [many[0] ?? one, one], meanings, finder).ja).toBe('長くもつ')
})

test('a language in which nobody says it has no name, rather than a sentence about something else', () => {
  const english = clause('I thought of it in a chair', 'en', { ...NOTHING, typical: 0 })
  const named = nameOpinion('claim', 1, weighed([...ASKED_ABOUT, english]), new Map(), finder)
  expect(named.en).toBeNull()
})

test('a name has no emoji behind it, and may have no kana', () => {
  const unhurt = [clause('無傷👍🏽✨', 'ja', NOTHING), clause('無傷', 'ja', NOTHING)]
  expect(nameOpinion('claim', 1, unhurt, new Map(), finder)).toEqual({ ja: '無傷', en: null })
})
