/** Words that name nothing by themselves: function words, and what stands in texts about anything. */
const ENGLISH =
  `a about above across actually after again against ago all almost alone along already also although
always am among an and another any anybody anymore anyone anything anyway apart are aren't around as ask asked
asking at away b back bad badly barely be became because become been before began behind being below
besides best better between beyond big bit both bought bring brought but buy buying by came can can't
cannot cause certain certainly cheap clearly come comes coming could couldn't d day days definitely did
didn't different difficult do does doesn't doing don't done down due during each early easy easily either
else end enough especially etc even eventually ever every everybody everyone everything everywhere exactly
except expensive far fast fit fits fitted feel feeling feels felt few finally find finding fine first five for found four
from full further gave get gets getting give given gives giving glad go goes going gone gonna good got
gotten great guess had hadn't happen happened happy hard hardly has hasn't hate have haven't having he
he'd he'll he's hello help her here here's hers herself hey hi high him himself his honestly hope how
how's however huge i i'd i'll i'm i've if in indeed inside instead into is isn't it it'd it'll it's its
itself just keep keeps kept kind knew know knowing known knows last late lately later least left less
let let's like liked likes likely little ll long longer look looked looking looks lot lots love loved
loves low made main mainly make makes making many matter may maybe me mean means might mine minute
minutes month months more moreover morning most mostly much must my myself nearly necessary need needed
needs neither never new next nice night no nobody non none noone nor normal normally not nothing now
nowhere obviously of off often oh ok okay old on once one ones only onto open or other others otherwise
our ours ourselves out outside over overall own part particular particularly people per perfect perhaps
person please plus possible possibly pretty probably put quick quickly quite rather re read ready real
really reason recent recently recommend recommended right s said same saw say saying says see seeing
seem seemed seems seen self sell send sent several shall she she'd she'll she's short should shouldn't
show simple simply since six small so some somebody somehow someone something sometimes somewhere soon
sorry sort sound sounds start started still stop stopped strong stuff such suggest super sure t take
taken takes taking talk tell ten than thank thanks that that'd that'll that's the their theirs them
themselves then there there's therefore these they they'd they'll they're they've thing things think
thinking this those though thought three through throughout thus time times to today together told
tomorrow tonight too took top total totally toward towards tried true truly try trying turn turned
twice two u under unfortunately unless until up upon us use used useful user using usual usually ve
very via wait waiting want wanted wants was wasn't way ways we we'd we'll we're we've week weeks well
went were weren't what what's whatever when whenever where wherever whether which while who who's whole
whom whose why will with within without won't wonder wonderful wondering word words work worked working
works worse worst worth would wouldn't wow wrong yeah year years yes yesterday yet you you'd you'll
you're you've young your yours yourself im dont doesnt didnt cant wont isnt ive thats lol btw amp
awesome amazing terrible awful beautiful lovely favourite favorite anyways gets ends ended happens
broke broken call called change changed check checked died drop drops dropped enjoy enjoyed fail failed
fails finish finished follow followed forget forgot hear heard hold holds join joined leave leaves lost
lose meet met miss missed move moved pay paid play played run runs running ran sat send sit sold speak
spent stand stay stayed stays switch switched understand wish wished write wrote written
meself ourself theirself yall ya pls plz ppl tho cos coz cuz innit gotta wanna lemme gimme imo imho tbh
fyi idk lmao haha hahaha begun rebought eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen`
    .split(/\s+/)
    .filter((word) => word !== '')

/** What most often stands before a noun. */
const BEFORE_NOUNS_EN =
  `a an the my our your his her their its this that these those some any no every each another of for
with in on about from new old good best better great first last which whose two three four five many few
more most other own same such`.split(/\s+/)

/** What a verb most often follows. */
const BEFORE_VERBS_EN =
  `i we you they he she it who to can can't cannot could couldn't will won't would wouldn't should
shouldn't may might must don't doesn't didn't did does do please let let's never always just i'll we'll
you'll they'll he'll she'll not`.split(/\s+/)

const JAPANESE =
  `今日 昨日 明日 年間 週間 時点 今年 昨年 来年 去年 今月 先月 来月 今週 先週 来週 今回 前回 次回 最近 最高 最低 最悪 最強
本当 自分 自身 私達 皆様 皆様方 皆方 貴方 彼女 彼等 我々 何人 誰一人 場合 以上 以下 以前 以後 以外 以内 一番 一度 一回 一緒 一人
二人 一部 一般 一応 一方 一日 一年 一切 一旦 全部 全然 全体 全員 全般 普通 絶対 大変 大事 大切 大量 大体 大分 残念 非常 多分 結局
結構 今度 今更 今後 今朝 今夜 時間 時期 時点 時代 問題 感想 意味 理由 方法 方向 必要 可能 不可能 簡単 便利 不便 綺麗 素敵 素晴
大丈夫 毎日 毎週 毎月 毎年 毎朝 毎晩 毎回 週末 平日 休日 午前 午後 朝晩 先日 先程 途中 最初 最後 最新 最大 最小 最終 最中
現在 過去 未来 将来 同時 同様 同士 同感 正直 実際 実用 当然 当日 当時 勿論 何度 何回 何年 何個 何故 何時 何処 数年 数回 数日 数人 個人
個人的 人達 友達 感じ 気分 気持 存在 状態 状況 様子 程度 部分 内容 結果 関係 場所 間違 出来 出来事 上手 下手 苦手 得意 好き 大好
嫌い 無理 無駄 無事 微妙 残り 特別 特定 特徴 事実 事情 言葉 相手 気軽 丁寧 親切 十分 充分 不十分 是非 有難 感謝 期待 安心 心配 満足 不満
購入 使用 利用 発売 検討 比較 確認 投稿 更新 参加 注文 到着 開始 終了 変更 追加 対応 紹介 質問 回答 返信 連絡 報告 説明 希望
思考 存知 拝見 了解 失礼 御免 恐縮 予定 予想 想像 印象 経験 体験 評価 評判 意見 情報 話題 興味 関心 理解 納得 反対 賛成 同意
他社 自社 弊社 御社 当社 高価 安価 値段 価格 高額 新品 中古 品質 商品 製品 種類 機能 性能
ホント マジ ヤバ コレ ソレ アレ ドレ ココ ソコ トコロ モノ コト ヒト ワタシ アナタ ボク オレ スゴ メッチャ ヨロシク オススメ
ダメ イイ イマイチ アリ ナシ タイプ レベル ポイント イメージ パターン シンプル スゴイ キレイ カワイイ サイズ メリット デメリット
コメント ツイート リプライ フォロー フォロワー アカウント ユーザー サイト ページ リンク`
    .split(/\s+/)
    .filter((word) => word !== '')

export const FUNCTION_WORDS: ReadonlySet<string> = new Set([...ENGLISH, ...JAPANESE])
export const BEFORE_NOUNS: ReadonlySet<string> = new Set(BEFORE_NOUNS_EN)
export const BEFORE_VERBS: ReadonlySet<string> = new Set(BEFORE_VERBS_EN)
