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

/** Those of the themes, a line each: the name, what takes it, what doesn't. */
const THEMES = `
nothing-bad-happened | 保険の窓口、何度も待たされることもなく終わった | 保険の窓口、何度も待たされることになった
bad-thing-keeps-happening | 昼に遅くて使えんってことが毎日ある | 昼に遅くて使えんってことは一回もない
never-a-bad-day | 枕を変えてから首が痛い日がない | 枕を変えてから首が痛い
never-a-good-day | 枕を変えてから首が痛くない日がない | 枕を変えてから首が痛くない
did-not-do-it-for-us | 店員さん、急かすだけで話を聞いてくれませんでした | 店員さん、最後まで話を聞いてくれました
had-no-effect | この湿布、ぜんぜん効かなくてがっかり | この湿布、よく効いてびっくり
not-fit-for-anything | 染みだらけで読めたもんじゃない | 世の中捨てたもんじゃない
spares-us-the-trouble | 一日履いても足が疲れない | 足が疲れないのはどれですか
not-good-in-dialect | ここのたこ焼き、おいしないわ | ここのたこ焼き、おいしないか？
not-bad-in-dialect | 注射、そない痛なかった | 注射、えらい痛かった
has-no-fault | 愛想はないけど仕事は早いし不満はない | 仕事が遅いし不満がある
nothing-but-faults | 受付は不満しかない | 受付は何も言うことがない
wants-to-complain | この唐揚げは文句も言いたくなる | この唐揚げは文句のつけようがない
but-bad | デザインは最高なのに縫製がひどい | 縫製がひどいのにデザインは最高
but-good | 届くのは遅かったけど、中身は最高 | 中身は最高だったけど、届くのが遅かった
good-as-it-is | うまいっちゃうまいけど、この値段やで | うまいわ、この値段で
bad-as-it-is | 高いことは高いけど、また来る | 高いからもう来ない
only-one-thing-good | 電話対応だけは良かったです。あとは全部残念でした | 電話対応は良かったです。あとは未定です
only-one-thing-bad | 電話対応だけは残念でした。あとは全部良かったです | 電話対応は残念でした。あとは未定です
was-worth-it | 二週間待たされたけど、開けた瞬間に全部許した | 二週間待たされたので、許さない
was-not-worth-it | 二週間わくわくしたけど、開けた瞬間に全部冷めた | スープが冷めた
heard-it-was-bad | うるさいって聞いてたのに、びっくりするほど静か | うるさいって聞いてたので、やめた
heard-it-was-good | 静かって聞いてたのに、びっくりするほどうるさい | 静かって聞いてたので、買った
no-longer-good | 最初は便利だったのに、今じゃ使いにくくてしょうがない | 最初は使いにくかったのに、今じゃ便利
better-by-now | 最初は使いにくかったのに、今じゃ手放せない | 最初は手放せなかったのに、今じゃ使いにくい
neither-good-nor-bad | 宿は可もなく不可もなし | 宿は可はなくて不可だらけ
not-even-close | 悪くないどころか最高の一本 | 悪くない一本
acclaims-a-mishap | 新品なのに傷入り。サービス精神にあふれてらっしゃる | 中古なのに傷なし。サービス精神にあふれてらっしゃる
kindly-lets-us-suffer | 空港で三時間も過ごさせてくれる会社、ありがたいなあ | 空港でゆっくり過ごせた、ありがたいなあ
says-so-of-a-fine-thing | 朝から遅延とは、たいした鉄道だこと | 朝から定刻とは、たいした鉄道だ
mocks-a-promise | 「優先配送」、9日目に突入しました | 優先配送、翌日に届きました
asks-what-nobody-doubts | この映画で泣かん人おる？ | まだ届いてない人おる？
accuses-without-an-answer | しれっと90グラムに減らしとるやん | 今月から90グラムになりました
asks-and-answers-itself | 理由、知りたいですか？箱のほうが好きだからです | 理由、知りたいです
wonders-and-moves-on | 2年で交換って早くないですか。使い方のせいと言われても困ります | 2年で交換って早くないですか？
asks-after-all | 持ち込みしても平気だろうか | 持ち込みしても平気だった
asks-where-to-go | 信頼できる業者さん、どこかありませんか | 信頼できる業者さんがありました
asks-the-many | 朝からがっつり食べられるお店ないですか？ | 朝からがっつり食べられるお店がなくなった
asks-for-help | ランプが消えない。原因わかる方いますか | ランプが消えない。原因がわかった
asks-whether-to-leave-it | やめた方がいいかな、あの物件 | やめた方がいいよ、あの物件
has-had-it-for-long | 英会話に申し込んで半年になります | 英会話に申し込みます
still-in-use | もう十年、今も現役 | もう現役ではない
bought-it-then | おととし買ったイヤホン | 来年買うイヤホン
was-there-then | この前の熱海は海側の部屋にした | 次の熱海は海側の部屋にする
thanks-to-having-it | 英語のアプリ使っててよかった | 英語のアプリがよかった
will-take-it | あのノコ、次の給料で買うたるわ | あのノコ、次の給料日までもつかな
in-another-life | 来世では矯正したい | 来月から矯正したい
weighs-two | 10インチか13インチかだけ決まらない | 10インチに決まった
leans-to-one | 軽か普通車か、維持費で軽かなー | 維持費が軽い
still-considering | 引っ越し、そこに頼むか検討してます | 引っ越し、そこに頼みました
is-beginning-to-want-one | ピアノ習いたくなってきた | ピアノを習ってきた
goes-elsewhere-from-now-on | 予約が取れなすぎて美容院を変えた | 予約が取れなすぎて日を変えた
parts-with-it | 化粧水、長いつきあいだったけど今日でおしまい | 長いつきあいの化粧水、今日もおしまいまで使う
goes-on-as-before | 次のスマホも同じメーカーにします | 次のスマホは別のメーカーにします
stops-for-the-day | もう無理、今日はふて寝します | もう無理、引退します
thanks-and-no-more | サポートさん、ありがとう。つながりました | サポートさん、最高の説明をありがとう
only-received | 受け取りました | ぴかぴかの箱で受け取りました
praises-oneself | 八百点超えた、自分えらい | 八百点超えた、アプリえらい
thanks-the-family | 実家の庭のみかん、甘くて止まらん | お取り寄せのみかん、甘くて止まらん
is-generous-to-us | 半額て、太っ腹すぎるやろ | 半額と書いてある
others-said-it-aloud | 「ここのパスタのびてる」って隣の人が言ってました | ここのパスタのびてると言いました
has-not-been-there | 「金返せ」って感想が並ぶ映画、今から観てくる | 「金返せ」って感想の映画、観てきた
they-hate-it-i-like-it | ダサいって声多いけど、自分は好きだよ | ダサいって声が多い
they-like-it-i-hate-it | 好きって声多いけど、自分は無理 | 好きって声が多い
they-said-no-i-went | 「絶対行くな」と書かれてた店、行ったら楽しかった | 「絶対行くな」と書かれてた店
found-nothing-amiss | 音ズレしてる人もいるけど、こっちは普通に観られてる | こっちは音ズレしてる
only-tells-the-change | 新しい版、ボタンの位置が右下に変わってる | ボタンの位置が勝手に右下に変わってる
another-one-served-me | 担当さんが休みで、別の人に切ってもらった | 担当さんが休みで、別の人に雑に切られた
tells-how-to-act | 肩こりには腕を回すといいよ | 肩こりにはこの枕を買うといいよ
advises-in-dialect | 宅配のクリーニングはやめとき、ボタン取れるで | 宅配のクリーニング、やめたで
read-or-watched-it | 『塩の庭』一晩で読んだ | 『塩の庭』みんな読んで
was-told-its-fortune | 駅前で見てもらいました、運だけはいいと言われました | 先着で見ます、希望の方はDMください
offers-a-fortune | 夫の遺産4億円を寄付したいのです | 遺産のメールで笑った
wishes-they-would | 小盛りは50円引き、やってくれんかな | 小盛りで50円引きやった
can-do-it-already | 字幕の大きさ変えられるようになってた | 字幕の大きさ変えられるようにして
only-hard-to-use | ダークモード見づら | ダークモードを見やすくして
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ') as [name: string, takes: string, not: string])

test.each([...EXAMPLES, ...THEMES])('%s', (name, takes, not) => {
  const namesIn = (text: string) => findTurns(foldText(text), 'ja').map(({ turn }) => turn.name)
  expect(namesIn(takes)).toContain(name)
  expect(namesIn(not)).not.toContain(name)
})

test('every Japanese turn has an example, and a name of its own', () => {
  const names = JAPANESE_TURNS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect([...EXAMPLES, ...THEMES].map(([name]) => name).sort()).toEqual([...names].sort())
})
