import { expect, test } from 'vitest'
import { foldText } from '#language/index.ts'
import { findTurns } from './all.ts'
import { JAPANESE_TURNS } from './turns-ja.ts'

/** Of each turn a text that takes it, and one near by that doesn't. */
const EXAMPLES: readonly (readonly [name: string, takes: string, not: string])[] = [
  ['mocks-with-a-mark', '今日も素敵な待ち時間（棒）', '今日も素敵な時間でした（笑）'],
  ['mocks-politely', 'はいはい、いつもの遅延ありがとね', 'いつも定刻ありがとう'],
  ['not-good', 'このスープ、おいしくない', 'このスープ、おいしくない？'],
  ['not-bad-at-all', '注射、全然痛くなかった', '注射、痛かった'],
  ['no-time-to-be-bored', '二時間、飽きる暇がなかった', '二時間で飽きた'],
  ['only-thanks', 'ご返信ありがとうございます。', '丁寧な説明、ありがとうございます'],
  ['thanks-friends', '友達のみんな、来てくれてありがとう', 'お店のみんな、来てくれてありがとう'],
  ['dreams-of-buying', '宝くじ当たったら買うんだ、あの車', 'ローン通ったから買うんだ、あの車'],
  ['did-not-buy', '迷ったけど買わなかった', '迷ったけど買った'],
  ['bought-long-ago', '去年あの店で予約したことある', '去年から待って今日予約した'],
  ['stays', '来年も更新します', '更新せずにやめます'],
  ['last-time', 'この美容院はこれが最後、もう行かない', 'この美容院は最後に流すシャンプーがいい'],
  ['asks-where-it-is', '解約のボタンどこにありますか', '解約のボタンが見にくい'],
  ['asks-nobody', '水が一杯500円とか正気か', '水は一杯500円ですか'],
  ['tells-what-to-do', '朝のうちに行っとけ', '朝のうちに行った'],
  ['regrets-buying', '安いドリル買って後悔した', '安いドリル買ってよかった'],
  ['good-at-first', '最初はよかったけど最近はいまいち', '最初からよかった'],
  ['expected-more', '期待してたけど寝た', '期待しています'],
  ['expected-less', '期待せずに入った店、当たりだった', '期待どおりの店だった'],
  ['never-failed', '三年使って一度も壊れてない', '三年使って二度壊れた'],
  ['cannot-call-it-good', 'おいしいとは言えない', 'おいしいと言える'],
  ['not-that-bad', '買って後悔はしてない', '買って後悔してる'],
  [
    'thanks-for-a-service',
    '財布を拾ってくれた方、ありがとうございました',
    '財布を拾ってくれた駅員さん、丁寧な対応ありがとう',
  ],
  ['happy-at-home', '孫と虹を見た、最高の日', 'このホテルの虹の演出、最高'],
  ['nobody-dislikes-it', 'この味、嫌いな人いないでしょ', 'この味、嫌いな人の気持ちもわかる'],
  ['nobody-likes-it', '朝の満員電車、好きな人おらんやろ', '鉄道が好きな人の集まり'],
  ['was-asked-it', '「ここ混みますか？」って聞かれた', 'ここ混みますか？って聞きたい'],
  ['ends-with-a-glad-face', '席、一番前だった(≧∀≦)', '(≧∀≦)という顔文字の名札の人がいた'],
  ['ends-with-an-angry-face', '最終回、あれは(#゚Д゚)', '(#゚Д゚)の顔文字が好きな店長さん'],
  ['needs-no-such-thing', 'ダークモードは別にいらない', 'ダークモードがほしい'],
  ['glad-to-have-stayed', '解約しなくてよかった', '解約してよかった'],
  ['gives-up-a-habit', '酒はもうやめた', 'このアプリはもうやめた'],
  ['others-said-it', '父が「この車買うぞ」と言い続けて十年', 'この車を買うぞ'],
  [
    'ends-glad',
    '運動会、中止🎉',
    '🎉のマークが目印の店です。駅から歩いて五分くらいのところにあります',
  ],
  ['ends-angry', 'アプデしたら🤬', '🤬って返ってきたけどアプデは平気'],
  ['ends-in-tears', '大家さんから電話きた(´;ω;`)', '(´;ω;`)の顔文字を大家さんが使う'],
]

test.each(EXAMPLES)('%s', (name, takes, not) => {
  const namesIn = (text: string) => findTurns(foldText(text), 'ja').map(({ turn }) => turn.name)
  expect(namesIn(takes)).toContain(name)
  expect(namesIn(not)).not.toContain(name)
})

test('every Japanese turn has an example, and a name of its own', () => {
  const names = JAPANESE_TURNS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(EXAMPLES.map(([name]) => name).sort()).toEqual([...names].sort())
})
