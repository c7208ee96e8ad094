import { describeVotes } from '#test/vote-examples.ts'
import { JAPANESE_STAGE_FUNCTIONS } from './stage-ja.ts'

const EXAMPLES = `
discovery-wants
  + あの青いマグカップ、欲しいなあ
  + 新しいギターほしすぎる
  - 早く返事がほしい
discovery-curious
  + 駅前にできたパン屋が気になる
  + そのアプリ、ちょっと気になってます
  - やっと元気になった
  - 一つだけ気になる点がある
discovery-first-heard
  + 炭酸の日本酒って初めて聞いた
  + へえ、こんなのあるんだ
  - その話は昔から知ってた
discovery-asks-what-it-is
  + みんなが言ってるポモドーロってなに？
  + 低温調理器ってどんな感じですか
  - これって何回やれば終わるの
discovery-needs-a-new-one
  + そろそろ冷蔵庫を買い替えないとなあ
  + ソファ、新調したい
  - 先月買い替えたばかりです
discovery-asks-for-any-good-one
  + 新宿でおすすめの歯医者ありますか
  + 静かに読書できるいい店知りませんか
  - ここのカレーおすすめです
discovery-looks-for
  + 結婚式で着る服を探してます
  + 軽いリュック探し中
  - 鍵を探してる間に電車が行った
discovery-would-like-to-try
  + 一度サウナの本場に行ってみたい
  + ボルダリングやってみようかな
  - またあの宿に行ってみたい
discovery-starts-something
  + 来月からキャンプ始めたいんだけど何から揃えよう
  + ロードバイクデビューしたい
  - 会議を始めたばかり
evaluation-wavers
  + 黒と紺、どっちにするか迷う
  + 掃除機が二つに絞れたまま決めきれない
  - 道に迷って遅刻した
  - 迷ってる人はとりあえず試着して
evaluation-means-to-buy
  + 来月出たら買おうと思ってる
  + 週末に予約しようかな
  - 買おうとしたら閉まってた
evaluation-compares
  + 通勤で使うならどっちがいい？
  + 二社の料金を比較してる
  - あっちに行けばよかった
evaluation-asks-the-price
  + これ送料はいくらですか？
  + 初診の料金知りたい
  - いくら頼んでも返事がない
evaluation-asks-whether-it-fits
  + このケース、旧モデルにも対応してますか？
  + ベビーカーで入れますか、駐車場はありますか？
  - うちの古い機種にも対応してて助かった
evaluation-asks-for-experience
  + 折りたたみ自転車、使い心地どうですか
  + ここの塾に通ってる人いますか
  - レビューを書きました
evaluation-plans
  + 来週内見を予約する予定です
  + 金曜に自転車を買いに行く
  - 予定がなくなって暇
evaluation-has-just-clicked
  + 我慢できずにポチった
  + 気づいたらカートに入れてた
  - ポチという名前の犬
evaluation-asks-whether-worth-it
  + 三万出して買うべきか
  + 年会費払う価値ある？
  - これは絶対買うべき
evaluation-states-a-budget
  + 予算は5万円です
  + 一人3000円以内で探してる
  - 予算委員会が始まった
evaluation-waits-for-stock-or-sale
  + 再入荷待ちしてる
  + ボーナス出たらカメラ買う
  - ボーナスが減った
evaluation-leaves-it-be
  + 今回は見送ります
  + あの限定色、買いたかったのに
  - 電車を見送った
recommendation-warns-off
  + そこの引っ越し屋だけはやめとけ
  + 正直この機種はおすすめしない
  + あの店は避けたほうがいいよ
  - たばこをやめた
  - ここおすすめ！
recommendation-recommends
  + 初心者にはこの本がおすすめです
  + 夏の靴なら間違いなくこれ、買って損はない
  - おすすめはありますか
  - 今すぐ買うべきか
recommendation-better-to
  + 先に電話した方がいいよ
  + 最初は借りて試すほうがええで
  - 予約した方がいいですか？
recommendation-urges
  + 騙されたと思って食べてみて
  + 近くに来たらぜひ行ってみてください
  - ぜひ行きたい
recommendation-orders-others
  + 迷ったら大きい方を買え
  + とりあえず朝一で行っとけ
  - もっと早く買えばよかった
recommendation-answers-a-wish
  + 子連れなら駅の北口の店がいいですよ
  + 泊まるだけやったら空港横のとこで十分やで
  - 子連れならどこがいいですか
satisfaction-bought-it
  + 昨日ついに電子ピアノ買いました
  + 友達に言われて同じの買った
  - 買った人の感想が知りたい
  - 買っちゃおうかな
satisfaction-arrived
  + 注文してた椅子が届いた
  + 一週間たっても荷物が届かない
  - 声が届くといいな
satisfaction-uses-it
  + 高校の頃から愛用してる万年筆
  + 一か月前に通い始めて肩が軽い
  - 何使ってますか？
satisfaction-broke
  + 三日で壊れた
  + 起動しないんだけど
  - 心が折れそう
satisfaction-was-there
  + 噂の水族館に行ってきた
  + 先週そちらに泊まりました
  - 泊まった人いる？
satisfaction-deals-with-support
  + 返品しました
  + サポートに電話したらたらい回し
  - 名刺を交換
satisfaction-tells-of-service
  + 店員さんがすごく親切だった
  + 部屋が狭くて朝食はひどい
  - 店員さんが三人いた
satisfaction-tells-of-a-stay-or-meal
  + 夕食の品数が多くて満足
  + 露天風呂からの眺めが最高でした
  - 朝食はついていますか？
satisfaction-comes-again
  + この美容液はリピ確定
  + 来年もまた泊まりたい
  - また雨か
satisfaction-leaves
  + 二度と使わない
  + 今月で解約しました
  - 二度寝した
satisfaction-review-fragment
  + 音質は値段のわりに良い
  + 生地がペラペラ
  - 音質は良いですか？
satisfaction-for-years
  + もう8年使ってるけど現役
  + 三年愛用の鞄
  - 4年後のオリンピック
satisfaction-since-the-update
  + アプデしてから通知が来なくなった
  + また値上げかよ
  - アップデートのお知らせ
satisfaction-tasted
  + あのうどん、美味しかった
  + ここのプリンうますぎ
  - 美味しいお店を探す
none-advertises
  + フォロー&リポストで豪華賞品
  + 当店自慢の食パン、本日もご来店お待ちしております
  - 公式の動画を見た
none-reports
  + 国会で法案が可決
  + 専門家によると来年は暑い
  - 同僚によろしく
`

describeVotes('the Japanese signs of a stage', JAPANESE_STAGE_FUNCTIONS, EXAMPLES)
