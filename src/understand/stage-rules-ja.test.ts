import { describe, expect, it } from 'vitest'
import { foldText } from '#language/index.ts'
import { JAPANESE_STAGE_RULES, JAPANESE_STANCE_RULES } from './stage-rules-ja.ts'

/** For each rule what it must see and what it must not. */
const STAGE_EXAMPLES: Record<string, { yes: string[]; no: string[] }> = {
  wants: {
    yes: ['新しいカメラ欲しい', 'これほしすぎる'],
    no: ['早く改善してほしい', '読んで欲しい'],
  },
  curious: { yes: ['このお店気になる', '気になってる'], no: ['元気になった', '気にしない'] },
  'first heard': {
    yes: ['こんなのあるんだ', '初めて知った'],
    no: ['昔から知ってる', '初めての海'],
  },
  'what is it': {
    yes: ['ポッドキャストって何？', 'サブスクとは何ですか'],
    no: ['何もない日', '誰かとは言わない'],
  },
  'needs a new one': {
    yes: ['そろそろ買い替えないと', '新しいケトルを探してる'],
    no: ['新しい朝が来た', '買い物した'],
  },
  'asks for advice': {
    yes: ['おすすめある？', 'いい美容院知ってる人'],
    no: ['おすすめです', 'いい天気'],
  },
  'looks for': {
    yes: ['いいカフェを探しています', 'イヤホン探してる'],
    no: ['鍵を失くした', '探検隊'],
  },
  'would like to try': {
    yes: ['一度行ってみたい', '食べてみたいなあ'],
    no: ['また行ってみたい', '行った'],
  },
  wavers: { yes: ['どっちにするか迷う', '購入を検討中'], no: ['道に迷った', '悩みがない'] },
  'means to': { yes: ['買おうかな', '予約しようと思う'], no: ['買おうとした', 'おはよう'] },
  compares: {
    yes: ['どっちがいい？', 'AとBを比較してる'],
    no: ['あっち行って', '比べものにならない'],
  },
  'asks about price or fit': {
    yes: ['送料いくらですか？', '在庫ありますか？'],
    no: ['値段が高かった', '料金を払った'],
  },
  'asks for experience': {
    yes: ['使い心地どうですか', '口コミ調べてる'],
    no: ['口コミを書いた', '実際の話'],
  },
  plans: { yes: ['来週予約する予定', '買うことに決めた'], no: ['予定がない', '予約した'] },
  'has just clicked': {
    yes: ['ポチった', 'ついにポチってしまった'],
    no: ['ポチという犬', 'ぽっちゃり'],
  },
  'is it worth it': { yes: ['買うべきか', '行く価値ある？'], no: ['買うべき', '価値観'] },
  'budget or requirement': { yes: ['予算3万', '1万円くらいの宿'], no: ['1万人の観客', '円高'] },
  'should buy': { yes: ['これは買うべき', '買って損はない'], no: ['買うべきか', '買った'] },
  'warns off': {
    yes: ['やめとけ', 'おすすめしません', '買わない方がいい'],
    no: ['やめた', '雨が止めば'],
  },
  recommends: { yes: ['おすすめです', 'ここ一択'], no: ['おすすめですか', 'おすすめある？'] },
  'better to': {
    yes: ['早く買った方がいい', '変えるほうがいいよ'],
    no: ['買った方がいいかな', '両方いい'],
  },
  urges: { yes: ['ぜひ食べてみて', 'みんな試して'], no: ['食べてみた', 'ぜひ教えて？'] },
  cautions: { yes: ['騙されないで', '気をつけてください'], no: ['気をつけてる', '注意された'] },
  bought: { yes: ['ついに買った', '購入しました'], no: ['買ったほうがいい', '買いたい'] },
  arrived: { yes: ['今日届いた', 'まだ届かない'], no: ['手紙を出した', '届け出'] },
  uses: { yes: ['毎日使っています', '愛用してる'], no: ['使っている人いますか', '使いたい'] },
  broke: { yes: ['一週間で壊れた', '電源が入らない'], no: ['壊れたから新しいの', '丈夫'] },
  'was there': { yes: ['昨日行ってきた', 'ここに泊まりました'], no: ['行きたい', '泊まりたい'] },
  support: { yes: ['返品したい', '解約の方法'], no: ['返事した', '交換日記'] },
  service: { yes: ['対応が最悪', '料理がおいしかった'], no: ['料理を作る', '対応中'] },
  again: { yes: ['また行きたい', 'リピ確定'], no: ['また明日', '行きたい'] },
  leaves: { yes: ['二度と行かない', '解約した'], no: ['一度行きたい', '解約したい'] },
  'review fragment': { yes: ['音質が良い', '味は微妙'], no: ['味噌がある', '電池を買う'] },
  'for years': { yes: ['10年使ってる', '三年愛用'], no: ['10年前の話', '一年生'] },
  advertises: { yes: ['新発売のお知らせ', '詳しくはこちら'], no: ['新しいの買った', 'こちらこそ'] },
  reports: { yes: ['首相が会見', '専門家によると'], no: ['店によってちがう', '発表会に出た'] },
  greets: { yes: ['おはよう', 'おやすみなさい'], no: ['店でこんにちはと言われた', '朝だ'] },
}

const STANCE_EXAMPLES: Record<string, { yes: string[]; no: string[] }> = {
  'should buy': { yes: ['買うべき', '買って正解'], no: ['買うべきではない', '買うべき？'] },
  recommends: { yes: ['おすすめします', 'ぜひ行ってみて'], no: ['おすすめですか', 'おすすめは？'] },
  again: { yes: ['また来たい', 'リピートした'], no: ['また雨', '来た'] },
  'warns off': { yes: ['やめたほうがいい', '買うなよ'], no: ['買う', 'おすすめ'] },
  'never again': { yes: ['二度と使わない', 'もう買わない'], no: ['もう買った', '二度目'] },
}

describe.each([
  ['stage', JAPANESE_STAGE_RULES, STAGE_EXAMPLES],
  ['stance', JAPANESE_STANCE_RULES, STANCE_EXAMPLES],
] as const)('Japanese %s rules', (_, rules, examples) => {
  it('all have examples', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(examples).sort())
  })

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, { pattern }) => {
    for (const text of examples[name]?.yes ?? []) expect(foldText(text)).toMatch(pattern)
    for (const text of examples[name]?.no ?? []) expect(foldText(text)).not.toMatch(pattern)
  })
})
