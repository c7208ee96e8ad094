import { describeVotes } from '#test/vote-examples.ts'
import { JAPANESE_STANCE_FUNCTIONS } from './stance-ja.ts'

const EXAMPLES = `
for-should-buy
  + 迷ってるなら買うべき
  + 買って損はない
  - 買うべきではない
for-recommends
  + 朝の散歩コースにおすすめです
  + 自信を持っておすすめします
  - おすすめですか？
for-urges
  + ぜひ一度食べてみて
  + 騙されたと思って行ってみな
  - ぜひ検討して
for-comes-again
  + 来年もまた行きたい
  + リピ買いしてる
  - また行きたいとは思わない
for-glad-of-it
  + 思い切って買ってよかった
  + もう前の掃除機には戻れない
  - 買ってよかったのか
for-defends-it
  + 言うほど悪くない
  + もっと評価されていい店
  - 悪くないけど高い
against-warns-off
  + あそこはやめたほうがいい
  + おすすめできません
  - やめた理由
against-never-again
  + 二度と行かない
  + もう買わない
  - 二度目の来店
against-regrets
  + 買って後悔してる
  + 契約しなければよかった
  - 買って後悔はしない
against-gives-it-up
  + 三日で返品した
  + もう見切りをつけた
  - 返品したい人はこちら
against-scorns-it
  + 期待はずれ
  + あの店ぼったくりやん
  - ぼったくりではない
`

describeVotes('the Japanese signs of for and against', JAPANESE_STANCE_FUNCTIONS, EXAMPLES)
