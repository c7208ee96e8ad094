import { describe, expect, it } from 'vitest'
import { foldText } from '#language/index.ts'
import { CONCEPTS } from './all.ts'
import type { Concept } from './concept.ts'
import { createConceptFinder } from './find-concepts.ts'
import { OPINION_CONCEPTS } from './opinion-concepts.ts'
import { THEMES } from './themes.ts'
import { splitWordings, wordingsOf } from './wordings.ts'

const KANA_OR_HAN = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u

describe('OPINION_CONCEPTS', () => {
  it('has no id twice, and each is kebab-case', () => {
    const ids = OPINION_CONCEPTS.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it.each(['aspect', 'claim', 'act'] as const)('has no wording in two concepts: %s', (kind) => {
    expect(sharedWordings(OPINION_CONCEPTS.filter((concept) => concept.kind === kind))).toEqual([])
  })

  it('tells wordings apart only where they differ: a planted one is seen', () => {
    const name = { ja: '軽い', en: 'is light' }
    const planted = { kind: 'claim', side: 0, name, ja: 'サクサク' } as const
    const shared = sharedWordings([
      { ...planted, id: 'a', en: 'rip-off' },
      { ...planted, id: 'b', en: 'ripoff' },
    ])
    expect(shared).toEqual(['さくさく: a, b', 'ripoff: a, b'])
  })

  it('has wordings in both languages, and no Japanese one of a single character', () => {
    for (const { id, ja, en } of OPINION_CONCEPTS) {
      expect(splitWordings(ja), id).not.toEqual([])
      expect(splitWordings(en), id).not.toEqual([])
    }
    const short = OPINION_CONCEPTS.flatMap(({ ja }) => splitWordings(ja)).filter(
      (wording) => KANA_OR_HAN.test(wording) && foldText(wording).length < 2,
    )
    expect(short).toEqual([])
  })

  it('names every aspect and claim in both languages, briefly and each differently', () => {
    for (const lang of ['ja', 'en'] as const) {
      const names = OPINION_CONCEPTS.flatMap((concept) =>
        concept.kind === 'act' ? [] : concept.name[lang],
      )
      expect(names.filter((name) => name.trim() === '' || name.length > 40)).toEqual([])
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
      expect(names.filter((name) => KANA_OR_HAN.test(name) !== (lang === 'ja'))).toEqual([])
    }
  })

  it('names claims so that they follow a noun, and aspects by a noun in the singular', () => {
    for (const concept of OPINION_CONCEPTS) {
      if (concept.kind === 'claim')
        expect(concept.name.en, concept.id).toMatch(/^[a-z]+(?:s|d|t|n)\b/)
      if (concept.kind === 'aspect') expect(concept.name.en, concept.id).not.toMatch(/(?<![sui])s$/)
    }
  })
})

describe('THEMES', () => {
  const ids = Object.values(THEMES).flat()

  it('has each concept under one theme at most', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('names only aspects and claims that there are', () => {
    const known = new Set(
      OPINION_CONCEPTS.filter(({ kind }) => kind !== 'act').map((concept) => concept.id),
    )
    expect(ids.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('what posts say', () => {
  const finder = createConceptFinder(CONCEPTS)
  const idsIn = (text: string): (string | undefined)[] =>
    finder.find(foldText(text)).map(({ index }) => CONCEPTS[index]?.id)

  it.each([
    ['電池が一日もたない', 'does-not-last'],
    ['The battery doesn’t last a day', 'does-not-last'],
    ['落としても壊れない', 'sturdy'],
    ['コールセンター、電話が繋がらない', 'on-hold'],
    ['two hours on hold with support', 'on-hold'],
    ['至れり尽くせりの宿でした', 'kind-service'],
    ['Staff went above and beyond', 'went-out-of-their-way'],
    ['また値上げかよ', 'price-rise'],
    ['they raised their prices AGAIN', 'price-rise'],
    ['アプデしたら重くなった', 'update-made-worse'],
    ['ワンサイズ上がいいです', 'size-runs-small'],
    ['買おうか迷う', 'hesitates'],
    ['torn between the two', 'hesitates'],
    ['昨日ポチった', 'ordered'],
    ['やっと届いた', 'arrived'],
    ['おすすめあれば教えて', 'asks-for-advice'],
    ['any recs?', 'asks-for-advice'],
    ['絶対やめとけ', 'advises-against'],
    ['二度と行かない', 'threatens-to-leave'],
    ['they just lost a customer', 'threatens-to-leave'],
    ['フォロバ100です', 'follow-for-follow'],
    ['not bad at all', 'not-bad'],
    ['悪くない', 'not-bad'],
    ['電池がもたない', 'battery'],
    ['the battery dies by noon', 'battery'],
    ['解約ページが見つからない', 'cancellation'],
    ['朝食バイキングが最高', 'breakfast'],
    ['checkout line was endless', 'ordering'],
    ['ランクマの味方が', 'matchmaking'],
    ['大家さんが', 'landlord'],
    ['担当医の説明', 'doctor'],
    ['the ending felt rushed', 'ending'],
    ['写真と全然違う部屋', 'not-as-described'],
    ['exactly as advertised', 'works-as-promised'],
    ['作り込まれていて感心', 'well-made'],
    ['best in class', 'best-in-class'],
    ['shoddy work', 'poor-quality'],
    ['金の無駄', 'waste-of-money'],
    ['星1です', 'terrible'],
    ['残念です', 'disappointment'],
    ['スマホが重くて疲れる', 'heavy'],
    ['音がこもる', 'hard-to-hear'],
    ['返品しました', 'returns-item'],
    ['I booked a room', 'books'],
    ['セール待ち', 'waits-for-sale'],
    ['弁護士に相談した', 'takes-legal-steps'],
  ])('%s', (text, id) => {
    expect(idsIn(text)).toContain(id)
  })

  it.each([
    ['落としても壊れない', 'breaks-down'],
    ['not bad at all', 'terrible'],
    ['悪くない', 'terrible'],
    ['the noise cancelling is witchcraft', 'cancels'],
    ['おすすめあれば教えて', 'advises-for'],
    ["wouldn't recommend", 'advises-for'],
    ['a stockbroker at the party', 'breaks-down'],
    ['no complaints', 'dissatisfying'],
    ['それでまた', 'biased'],
    ['日本にはまだない', 'addictive'],
    ['安くてよかろう', 'overworks-people'],
    ['a mid-range phone', 'mediocre'],
    ['ドライブに行った', 'concert'],
    ['リクエストした', 'gameplay'],
    ['スマイルください', 'loyalty-points'],
    ['意味がわからない', 'taste'],
    ['興味がある', 'taste'],
    ['景色がいい', 'colour'],
    ['サスペンションが硬い', 'hotel'],
    ['of course', 'course'],
    ['not until Monday', 'ordering'],
    ['電車の中で', 'car'],
  ])('%s is not %s', (text, id) => {
    expect(idsIn(text)).not.toContain(id)
  })
})

/** The looked-for forms that several concepts share, as 'form: id, id'. */
function sharedWordings(concepts: readonly Concept[]): string[] {
  const owners = new Map<string, string[]>()
  for (const { text, index } of wordingsOf(concepts)) {
    owners.set(text, [...(owners.get(text) ?? []), concepts[index]?.id ?? ''])
  }
  return [...owners]
    .filter(([, ids]) => ids.length > 1)
    .map(([text, ids]) => `${text}: ${ids.join(', ')}`)
}
