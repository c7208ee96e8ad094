import type { BINARY } from './calibrate.ts'
import type { Figures } from './figures.ts'
import { markdownTable } from './markdown-table.ts'

/** The languages of the card, one after the other. */
export type CardLanguage = 'en' | 'ja'

type Part = keyof Figures['choices'] | (typeof BINARY)[number]

/** The parts of a reading, as the pages name them in Japanese; in English the card has the terms of the API. */
export const PART_NAMES: Record<Part, string> = {
  sentiment: '感情',
  stage: '段階',
  stance: '賛否',
  question: '質問',
  complaint: '苦情',
  praise: '称賛',
  purchase: '購入の意向',
  recommendation_sought: 'おすすめを探している',
  recommendation_given: '勧める・止める',
  support: '困りごと',
  feature: '要望',
  churn: '離脱のおそれ',
  spam: '宣伝・スパム',
  toxicity: '攻撃的な表現',
}

export const LABEL_NAMES: Record<string, string> = {
  negative: '否定的',
  neutral: '中立',
  positive: '肯定的',
  none: 'なし',
  discovery: '発見',
  evaluation: '購買評価',
  recommendation: '推薦',
  satisfaction: '購買後の満足',
  for: '賛成',
  against: '反対',
  mixed: '賛否両方',
}

export const INDUSTRY_NAMES: Record<string, string> = {
  automotive: '自動車',
  beauty: '美容',
  dining: '飲食',
  education: '教育',
  electronics: '電子機器',
  entertainment: '娯楽',
  fashion: '服飾',
  finance: '金融',
  grocery: '食料品',
  health: '健康',
  home: '住まい',
  software: 'ソフトウェア',
  telecom: '通信',
  transport: '交通',
  travel: '旅行',
}

/** The heads of the card's tables. */
export const COLUMNS = {
  en: {
    part: 'part',
    label: 'label',
    posts: 'posts',
    precision: 'precision',
    recall: 'recall',
    calibrationError: 'calibration error',
    answered: 'answered',
    rightWhereAnswered: 'right where answered',
    industry: 'industry',
    asTrained: 'as trained',
    asShipped: 'as shipped',
    change: 'change',
    kappa: 'kappa',
    equal: 'same answer',
    language: { en: 'English', ja: 'Japanese' },
  },
  ja: {
    part: '項目',
    label: 'ラベル',
    posts: '投稿',
    precision: '適合率',
    recall: '再現率',
    calibrationError: '確信度の誤差',
    answered: '答えた割合',
    rightWhereAnswered: '答えたうちの正解率',
    industry: '業種',
    asTrained: '学習したまま',
    asShipped: '同梱の重み',
    change: '差',
    kappa: 'κ',
    equal: '一致した割合',
    language: { en: '英語', ja: '日本語' },
  },
} as const

/** What the words of the card need to know of the model. */
interface CardFacts {
  model: string
  seed: number
  sha256: string
  megabytes: string
  posts: string
}

/** What differs from model to model. */
interface CardAbout {
  title: string
  other: string
  whatItIs: string
  data: string
  training: string
}

/** What is said of every model. */
interface CardNotes {
  scores: string
  scoresOf: Record<CardLanguage, string>
  industries: string
  quantising: string
  agreement: string
  weaknesses: string
  people: string
}

/** Texts of the given sets, as training/given-sets.ts reads them. */
const GIVEN: readonly (readonly [texts: string, name: Record<CardLanguage, string>])[] = [
  ['4,200', { en: 'tweets', ja: 'ツイート' }],
  ['3,708', { en: 'snippets of product reviews', ja: '製品レビューの断片' }],
  ['10,605', { en: 'snippets of film reviews', ja: '映画レビューの断片' }],
  ['5,190', { en: 'snippets of newspaper articles', ja: '新聞記事の断片' }],
]
const DAVIDSON = '4,957'

/** The first half of the card's prose; the tables stand between its parts. */
export const ABOUT: Record<CardLanguage, (facts: CardFacts) => CardAbout> = {
  en: ({ model, seed, sha256, megabytes, posts }) => ({
    title: `# The reader \`${model}\``,
    other: '[日本語](#日本語)',
    whatItIs: `The model that reads posts in Enishi: sentiment, stage of the decision, stance, ten intents and
toxicity, in English and Japanese, each with how sure it is. Linear heads over one set of hashed
features (2^18 buckets), then the products of their margins; no neural network, nothing to download. \`base.bin.br\` has ${megabytes} MB, SHA-256
\`${sha256}\`.

Why it is built so: [0025](../docs/decisions/0025-trained-reader.md) and [0026](../docs/decisions/0026-concepts.md). What the labels
mean: [labelling](../docs/labelling.md). How to use it: [reading](../docs/guides/reading.en.md).

This file is written by \`npm run train\`; \`figures.json\` has the same figures for programs. Minimal pairs,
opinions and learning are measured by \`node training/measure-model.ts\` and stand in \`measurements.json\`.`,
    data: `## What it learnt from

${markdownTable(
  ['data', 'texts', 'what it teaches', 'licence'],
  [
    ['[the seed corpus](../corpus/README.md)', `${posts} posts`, 'every part', 'Apache-2.0'],
    ...GIVEN.map(([count, name]) => [`${name.en}, rated by 20 people`, count, 'sentiment', 'MIT']),
    ['every fifth tweet of Davidson et al.', DAVIDSON, 'toxicity', 'MIT'],
  ],
)}

The rated texts are those of VADER (C. J. Hutto, E. Gilbert, ICWSM 2014), the others those of T. Davidson,
D. Warmsley, M. Macy, I. Weber (ICWSM 2017).

A post of the seed corpus counts 1, a rated tweet 0.3, a snippet of a product review 0.15, of a film review or
newspaper 0.06, a tweet by Davidson et al. 0.1. All but the seed corpus is English. **Every post of the
seed corpus and every label of it was written by language models**, under the direction of the
project's authors and by one guide. Stances follow from the other labels.

Posts of the seed corpus by label:`,
    training: `## How it was trained

Squared hinge loss with an L2 penalty by dual coordinate descent, each label against all others; seed ${seed}.
The same data and seed give the same bytes. Most answers then take the margins of the other heads and the
products of two into account, by weights learnt (squared hinge, L2) from margins of posts whose industry
the heads had not seen. Likelihoods and thresholds were fitted on posts whose industry none of these weights
had seen. The weights that ship were then trained on everything, and rounded to a byte each.`,
  }),
  ja: ({ model, seed, sha256, megabytes, posts }) => ({
    title: '# 日本語',
    other: `## 判定モデル \`${model}\``,
    whatItIs: `Enishi が投稿を判定するモデルです。感情、検討の段階、賛否、10 種類の意図、攻撃的な表現を、英語と日本語で、確信度とともに答えます。
ハッシュ化した一組の特徴量 (2^18 バケット) に線形の出力を並べ、出力どうしの積も見て答えを決めます。ニューラルネットワークは使わず、
ダウンロードも不要です。
\`base.bin.br\` は ${megabytes} MB、SHA-256 は \`${sha256}\` です。この作りにした理由は
[0025](../docs/decisions/0025-trained-reader.md) と [0026](../docs/decisions/0026-concepts.md)、ラベルの意味は
[ラベル付けの手引き](../docs/labelling.md)、使い方は[投稿の判定](../docs/guides/reading.ja.md)にあります。

このファイルは \`npm run train\` が書き出します。同じ数値は \`figures.json\` からプログラムで読めます。最小対・意見・学習は
\`node training/measure-model.ts\` で測り、数値は \`measurements.json\` にあります。`,
    data: `### 学習に使ったデータ

${markdownTable(
  ['データ', '件数', '教える内容', 'ライセンス'],
  [
    ['[シードコーパス](../corpus/README.md)', `投稿 ${posts}`, 'すべての項目', 'Apache-2.0'],
    ...GIVEN.map(([count, name]) => [`${name.ja} (20 人が評価)`, count, '感情', 'MIT']),
    ['Davidson ほかのツイート (5 件に 1 件)', DAVIDSON, '攻撃的な表現', 'MIT'],
  ],
)}

評価つきの文章は VADER のもの (C. J. Hutto・E. Gilbert、ICWSM 2014)、攻撃的な表現のツイートは T. Davidson・D. Warmsley・M. Macy・I. Weber
(ICWSM 2017) のものです。

1 件の重みは、シードコーパスが 1、評価つきのツイートが 0.3、製品レビューが 0.15、映画レビューと新聞が 0.06、Davidson ほかが 0.1 です。
シードコーパス以外はすべて英語です。**シードコーパスの投稿とラベルは、すべて言語モデルが書きました。** プロジェクトの作者の指示のもと、
一つの手引きに従っています。賛否のラベルは、ほかのラベルから導いています。

シードコーパスのラベル別の件数:`,
    training: `### 学習の方法

二乗ヒンジ損失と L2 正則化を、双対座標降下法で解いています。ラベルごとに「それ以外すべて」と対比させ、シードは ${seed} です。
同じデータと同じシードからは、1 バイトも違わない結果が得られます。多くの項目では、そのうえで、ほかの項目の値と、二つの値の積も加味します。
その重みは、業種を見ていない重みが出した値から学んだものです (二乗ヒンジ損失、L2 正則化)。確率としきい値は、どの段階でもその業種を
見ていない重みが下した判定に合わせました。
同梱の重みは、そのうえで全データから学習し、1 個 1 バイトに丸めたものです。`,
  }),
}

/** The second half, the same for every model. */
export const NOTES: Record<CardLanguage, CardNotes> = {
  en: {
    scores: `## Scores

In percent. The 15 industries were left out three at a time; each post was read by weights **and**
thresholds that had not seen its industry. These are posts of the seed corpus, so they say how well
the model reads an industry that is new to it, not how well it reads posts that were found rather
than written: expect less there, and measure it with your own audits on the page Quality.

Calibration error: by how many points confidence is off, on average (expected calibration error).
Answered: the share of posts on which the reader does not leave the part open. For a part with several
labels, the line of the part holds means over its labels (macro F1).`,
    scoresOf: { en: '### English', ja: '### Japanese' },
    industries: `### By industry

Macro F1 of sentiment and stage, F1 of complaint. Between two groups of 400 posts a
difference of five points may be chance.`,
    quantising: `## What a byte a weight costs

F1 of weights as trained and of those rounded to a byte, on the same posts.`,
    agreement: `## How far two labellings agree

A part of the seed corpus was labelled a second time without sight of the first labels. Cohen's kappa
takes off what would agree by chance. Both labellings were made by language models under the same
guide: this measures how far two independent passes agree, **not** how far people do. Print it with \`node training/agreement.ts\`.`,
    weaknesses: `## Known weaknesses

- It learnt mostly from posts that were written for it: cleaner, wittier and by fewer voices than real ones.
- Praise and blame in one post (stance \`mixed\`) is often missed or seen where it is not: there are few examples.
- Sarcasm without a mark (a plain "great, thanks") is easily taken at its word. So is what only a
  picture, a thread or the news of the day would explain.
- A complaint about a product and a mere bad day are hard to tell apart.
- Posts that differ in little and mean something else are a hard test: see the minimal pairs above.
- Texts are read by their first 4,000 characters.
- Languages other than English and Japanese are read by what they share with these two. Nothing was
  measured there; take no figure for them at its word.
- Toxicity in English rests partly on tweets published in 2017, whose labels are known to fall harder on
  African American English (T. Davidson, D. Bhattacharya, I. Weber: "Racial bias in hate speech and
  abusive language detection datasets", 2019). Threats in polite words may be missed.
- Film and newspaper snippets are written with more care than posts; Japanese had no rated texts at all.`,
    people: `## Not for decisions about people

A reading is about one post, and often wrong. It is not a judgement of its author. Do not use it to
hire, lend, insure or set prices, to remove posts without a person looking, or otherwise to decide about
somebody. It is for finding posts worth a look, and for counting many of them.`,
  },
  ja: {
    scores: `### 成績

単位は % です。15 業種を 3 業種ずつ外して学習し、どの投稿も、その業種を見ていない重み**と**しきい値で判定しました。
測ったのはシードコーパスの投稿です。つまり、初めての業種をどれだけ読めるかは分かりますが、書き下ろしではない実際の投稿をどれだけ読めるかは分かりません。
実際の投稿ではこれより下がると考え、「判定の質」のページで、自社の投稿を確認して測ってください。

「確信度の誤差」は、確信度と実際の正解率との平均のずれ (期待較正誤差) です。「答えた割合」は、未判定とせずに答えた投稿の割合です。
ラベルが複数ある項目では、項目の行に各ラベルの平均 (マクロ F1 など) を示します。`,
    scoresOf: { en: '#### 英語', ja: '#### 日本語の投稿' },
    industries: `#### 業種別

感情と段階はマクロ F1、苦情は F1 です。400 件ほどの集まりどうしでは、5 ポイントの差は偶然でも生じます。`,
    quantising: `### 重みを 1 バイトに丸めた影響

同じ投稿で、学習したままの重みと 1 バイトに丸めた重みの F1 を比べました。`,
    agreement: `### 二度のラベル付けの一致

シードコーパスの一部には、最初のラベルを見ずに、もう一度ラベルを付けました。コーエンの κ は、偶然の一致を差し引いた値です。
どちらのラベルも、同じ手引きに従って言語モデルが付けたものです。独立した二回の作業の一致を示すもので、
**人どうしの一致ではありません**。\`node training/agreement.ts\` で表示できます。`,
    weaknesses: `### わかっている弱点

- 主に、学習のために書いた投稿から学んでいます。実際の投稿より文が整い、気が利いていて、書き手の幅も狭いものです。
- 一つの投稿に称賛と非難が並ぶ場合 (賛否両方) は、例が少ないため、見落としも見誤りも多くあります。
- 目印のない皮肉 (「最高ですね」とだけ書くなど) は、文字どおりに受け取りがちです。画像や前後のやり取り、その日の出来事を知らないと
  わからない投稿も同じです。
- 製品への苦情と、ただついていない一日の愚痴とを区別するのは苦手です。
- わずかな違いで意味が変わる投稿は難題です。上の「最小対」を見てください。
- 読むのは冒頭の 4,000 文字までです。
- 英語と日本語以外は、この二つと共通する部分だけで判定します。何も測っていないので、数値をそのまま信じないでください。
- 英語の攻撃的な表現は、一部を 2017 年に公開されたツイートから学んでいます。そのラベルは、アフリカ系アメリカ人の英語に厳しいことが
  知られています (T. Davidson・D. Bhattacharya・I. Weber、2019)。丁寧な言葉による脅しは見逃すことがあります。
- 映画レビューや新聞の文章は、投稿よりも推敲されています。日本語には、人が評価した文章がまったくありません。`,
    people: `### 人についての判断には使わないでください

判定は一つの投稿についてのもので、間違うことも少なくありません。書いた人への評価ではありません。採用、融資、保険、価格、人の目を通さない投稿の削除など、
誰かについての決定には使わないでください。目を通す価値のある投稿を見つけ、たくさんの投稿を数えるためのものです。`,
  },
}
