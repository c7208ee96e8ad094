import { describeVotes } from '#test/vote-examples.ts'
import { JAPANESE_INTENT_FUNCTIONS } from './intents-ja.ts'

const EXAMPLES = `
question-asks-politely
  + 明日も開いていますか？
  + 雨でも開催するのでしょうか。
  - 開いていますから安心です
question-asks-casually
  + 何時に閉まるの？
  + これどうやって開けるん？
  - 何でもいいの？
question-asks-to-be-told
  + 詳しい人教えて！
  + 締め切りがいつなのか知りたいです
  - 先生が教えてくれた
question-asks-who-is-there
  + 同じ症状の人いますか
  + 現地にいる人おる？
  - いい人います
question-asks-in-dialect
  + これ今日までなん？
  + 払わなあかんの？
  - もうええわ！
complaint-rude-people
  + 窓口の態度が横柄すぎる
  + 電話のオペレーターの対応が最悪
  - 対応は悪くなかった
complaint-broke
  + 買って二日で壊れた
  + 電池がぜんぜんもたない
  - 昨日壊れたけど直してもらえた
complaint-late-or-missing
  + 注文して3週間たってもまだ届かない
  + カウンターで50分待たされた
  - 返信がないので安心した
complaint-bad-value
  + こんなので2万とか金返せ
  + 手数料がまた値上げってなに
  - 詐欺に注意しましょう
complaint-sarcasm
  + さすが天下の大手、初日から落ちる
  + 大事な日に遅れてくださってありがとうございます
  - さすが優勝チーム
complaint-worse-since
  + アプデで文字が小さくて見にくい
  + 旧デザインの方が使いやすかった。前の画面がよかった
  - アップデートで便利になった
complaint-it-was-bad
  + 枕に髪の毛がついてた
  + スープがぬるい
  - 部屋は汚くなかった
complaint-let-down
  + 楽しみにしてたのに期待外れ
  + 続編の脚本がひどい
  - 天気が最悪
praise-good-people
  + 受付の方がとても丁寧で安心した
  + 運転手さんが親切
  - 対応が丁寧じゃない
praise-works-well
  + 想像以上に静かで夜も回せる
  + 新しいアプリ、使いやすい！
  - もっと使いやすいのない？
praise-tasty
  + ここの餃子おいしかった
  + 限定の担々麺うますぎ
  - 美味しいですか？
praise-better-than-expected
  + 期待以上の仕上がり
  + この安さで文句なし
  - 悪くないけど次はないかな
praise-it-was-good
  + 朝食のパンが美味しかったです
  + 駅に近くて立地が良かった
  - 料理はおいしいですか？
praise-glad-of-it
  + 食洗機、買ってよかった
  + もう手放せない一本
  - 買ってよかったのか分からない
purchase-means-to
  + 新色が出たら買おうかな
  + 来週そこ予約しようと思ってる
  - 買おうとしたら売り切れ
purchase-plans-it
  + 来月入会する予定です
  + 明日ランドセルを買いに行く
  - 引っ越しの予定はない
purchase-has-just-clicked
  + 勢いでポチった
  + ついに自転車を注文した
  - ポチが吠えた
recommendation-sought-asks-for-any-good-one
  + 入門用のカメラ、おすすめありますか
  + 腰に優しい椅子、いいのない？
  - 椅子はこれがおすすめです
recommendation-sought-asks-which
  + 両方使った人、どっちがいいですか？
  + 初めてならどれがおすすめ？
  - どっちでもいい
recommendation-sought-asks-whether-to
  + 今買うべき？
  + 型落ちって実際どうなん？
  - 絶対買うべき
recommendation-sought-asks-the-crowd-for-one
  + みなさん洗剤は何使ってますか？
  + 有識者の方おすすめのマイクを
  - みんな寝てる
recommendation-given-recommends
  + 乾燥肌にはこれおすすめです
  + 夜景なら展望台一択
  - おすすめを教えて
recommendation-given-warns-off
  + あの業者はやめとけ
  + おすすめしません
  - 仕事をやめた
recommendation-given-should-buy
  + 一人暮らしなら絶対買うべき
  + 見て損はない映画
  - 買うべきか
recommendation-given-urges
  + 騙されたと思って使ってみて
  + みんな一度食べてみてほしい
  - 使ってみた
recommendation-given-better-to
  + 先に予約した方がいいよ
  + 安いのより中くらいの方がええで
  - どっちの方がいい？
recommendation-given-orders-others
  + 迷うなら両方買え
  + 秋のうちに行っとけ
  - 買えなかった
support-asks-how-to-mend
  + ログインできません。どうすればいいですか
  + 荷物が届かないのですがどこに連絡すれば
  - どうすればうまく歌えるかな
support-asks-the-service
  + サイズ交換をお願いします
  + 日程の変更は可能でしょうか
  - 名刺交換した
support-where-is-it
  + いつ届きますか？
  + 届いていないのですが
  + 荷物が届かないので追跡してほしい
  - 予約できました
feature-wishes-it-did
  + ダークモードに対応してほしい
  + 写真を並べ替えられるようにしてください
  - 早く春になってほしい
feature-would-be-nice
  + 検索があったらもっといいのに
  + 色が選べたら最高
  - お金があったら旅に出る
feature-why-is-there-none
  + なんで並べ替えの機能ないの
  + せめて通知の音くらい変えられるようにして欲しい
  - なんで今日に限って雨
feature-requests-plainly
  + 要望です、文字を大きく
  + 日本語対応まだですか
  - 要望書を読んだ
churn-never-again
  + 二度と利用しません
  + もうここでは買わない
  - 二度と見られない景色
churn-cancels
  + 本日解約しました
  + アプリはアンインストールした
  - 解約したいけど方法がわからない人はこちら
churn-switches
  + 他社に乗り換えます
  + 来月から別の美容院にします
  - 電車を乗り換えた
churn-says-goodbye
  + このブランドから卒業します
  + 店に愛想が尽きた
  - 娘が大学を卒業した
spam-follow-for-follow
  + 相互フォロー希望です
  + フォロバ100％
  - 相互に助け合う
spam-giveaway
  + 抽選で10名様に旅行券
  + プレゼント企画開催中
  - 抽選に外れた
spam-easy-money
  + スマホ1台で月収50万円、誰でも可能
  + 副業に興味ある方は公式LINEへ
  - 副業が忙しい
spam-hard-sell
  + 今だけ80%OFF！購入はこちら https://example.com
  + 詳細はプロフのリンクから
  - 今だけは静かにして
`

describeVotes('the Japanese signs of an intent', JAPANESE_INTENT_FUNCTIONS, EXAMPLES)
