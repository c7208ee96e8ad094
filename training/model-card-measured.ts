import type { ContrastFigures } from './contrasts.ts'
import type { CurvePoint, LearningCurve } from './learning-curve.ts'
import { markdownTable } from './markdown-table.ts'
import type { Measurements, OpinionFigures, PairFigures } from './measure-model.ts'
import type { CardLanguage } from './model-card-words.ts'
import { PAIR_SETS, type PairSet } from './pairs.ts'

/** The sections of the card about what `node training/measure-model.ts` measured; how, in words beside each. */
export function measuredSections(language: CardLanguage, measured: Measurements | null): string[] {
  const words = WORDS[language]
  if (measured === null) return [words.unmeasured]
  const { pairs, contrasts, opinions, curve } = measured
  return [
    words.pairs,
    pairTable(language, pairs),
    words.contrasts,
    contrastTable(language, contrasts),
    words.opinions(opinions),
    words.curve(curve),
    curveTable(language, curve.points),
    words.elsewhere(curve),
  ]
}

function pairTable(language: CardLanguage, pairs: readonly PairFigures[]): string {
  const words = WORDS[language]
  const phenomena = [...new Set(pairs.map(({ phenomenon }) => phenomenon))]
  const cell = (lang: string, set: PairSet, phenomenon?: string) => {
    const own = pairs.filter(
      (one) =>
        one.lang === lang &&
        one.set === set &&
        (phenomenon === undefined || one.phenomenon === phenomenon),
    )
    const [right, of] = [sum(own.map((one) => one.right)), sum(own.map((one) => one.of))]
    if (of === 0) return ''
    return phenomenon === undefined ? inAll(language, own) : words.rightOf(right, of)
  }
  // Of a set that one language has and the other lacks there is one column.
  const columns = (['en', 'ja'] as const).flatMap((lang) =>
    PAIR_SETS.filter((set) => pairs.some((one) => one.lang === lang && one.set === set)).map(
      (set, at) => ({
        lang,
        set,
        title: `${at === 0 ? `${words.languages[lang]}: ` : ''}${words.sets[set]}`,
      }),
    ),
  )
  const row = (phenomenon?: string) => columns.map(({ lang, set }) => cell(lang, set, phenomenon))
  const titles = columns.map(({ title }) => title)
  return markdownTable(
    [words.phenomenon, ...titles],
    [...phenomena.map((one) => [one, ...row(one)]), [words.all, ...row()]],
  )
}

function contrastTable(language: CardLanguage, contrasts: readonly ContrastFigures[]): string {
  const words = WORDS[language]
  const languages = ['en', 'ja'] as const
  const cells = (phenomenon: string) =>
    languages.map((lang) => {
      const own = contrasts.find((one) => one.lang === lang && one.phenomenon === phenomenon)
      return own === undefined ? '' : words.rightOf(own.right, own.of)
    })
  const phenomena = [...new Set(contrasts.map(({ phenomenon }) => phenomenon))]
  const all = languages.map((lang) =>
    inAll(
      language,
      contrasts.filter((one) => one.lang === lang),
    ),
  )
  return markdownTable(
    [words.phenomenon, ...languages.map((lang) => words.languages[lang])],
    [...phenomena.map((one) => [one, ...cells(one)]), [words.all, ...all]],
  )
}

/** How many of all are right, and their share; empty where there are none. */
function inAll(language: CardLanguage, groups: readonly { right: number; of: number }[]): string {
  const [right, of] = [sum(groups.map((one) => one.right)), sum(groups.map((one) => one.of))]
  return of === 0
    ? ''
    : `${WORDS[language].rightOf(right, of)} (${((100 * right) / of).toFixed(0)} %)`
}

function curveTable(language: CardLanguage, points: readonly CurvePoint[]): string {
  const groups = Map.groupBy(points, ({ corrections }) => corrections)
  return markdownTable(
    WORDS[language].curveColumns,
    [...groups].map(([corrections, group]) => {
      const gains = group.map(({ running, base }) => running - base)
      const change = group.map(({ learnt, base }) => learnt - base)
      return [
        corrections,
        inPoints(mean(group.map(({ base }) => base))),
        signed(mean(change)),
        WORDS[language].rightOf(
          group.filter(({ reason }) => reason === 'better').length,
          group.length,
        ),
        inPoints(mean(group.map(({ running }) => running))),
        signed(mean(gains)),
        signed(Math.min(...gains)),
      ]
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length
}

/** Of a score of 0..1. */
function inPoints(score: number): string {
  return (100 * score).toFixed(1)
}

function signed(score: number): string {
  const text = inPoints(score)
  return score > 0 && text !== '0.0' ? `+${text}` : text.replace(/^-(?=0\.0$)/, '')
}

const share = (value: number) => value.toFixed(2)

interface MeasuredWords {
  unmeasured: string
  pairs: string
  phenomenon: string
  languages: Record<CardLanguage, string>
  sets: Record<PairSet, string>
  rightOf: (right: number, of: number) => string
  all: string
  contrasts: string
  opinions: (figures: OpinionFigures) => string
  curve: (curve: LearningCurve) => string
  curveColumns: string[]
  elsewhere: (curve: LearningCurve) => string
}

const WORDS: Record<CardLanguage, MeasuredWords> = {
  en: {
    unmeasured: `## Minimal pairs, opinions, learning

Not measured of this model yet: \`node training/measure-model.ts\` does, and writes it here.`,
    pairs: `## Minimal pairs

Two posts that differ in little and therefore in one label, written for the purpose. Nothing learns
from them, but the model learnt from other posts that were written to teach the same contrasts, and its
turns were written with all of the first two sets in sight: **these two say no more than that what was put
right stays right** ([the corpus](../corpus/README.md) says more). What is read wrongly in the third set
nobody has looked at: it says how well such pairs are read. A pair counts only where **both** posts are
read right. The model as it ships read them; print them with \`node training/pairs.ts --wrong\`.`,
    phenomenon: 'phenomenon',
    languages: { en: 'English', ja: 'Japanese' },
    sets: { first: 'first set', second: 'second set', third: 'third set' },
    rightOf: (right, of) => `${right} of ${of}`,
    all: 'all',
    contrasts: `### Contrasts

Such pairs too, written to be learnt from, most of them where the third set is read worst
([the corpus](../corpus/README.md)). The model doesn't learn from them: where it did, it read only one in a
hundred more of those left out ([0048](../docs/decisions/0048-contrasts.md)). So it has never seen these texts,
and they are many more than the third set. A contrast counts only where both posts are read right, in
the part that it was written for.`,
    opinions: (of) => `## Opinions

Found in the sample world, where claims and questions are planted in wordings of many people; the posts
were read by this model. Of ${of.planted} planted in ten posts or more, ${of.good} were found with a purity of 0.8 and a
completeness of 0.7; found twice: ${of.twice}. In the mean, each by its posts: purity ${share(of.purity)} (of the posts
of the opinion that say something planted, how many say this), ${share(of.strictPurity)} counting posts of which the truth
says nothing against it, completeness ${share(of.completeness)} (of what was planted, how much the opinion holds).
The corpus of planted claims is the project's own: in found posts expect less.`,
    curve: ({ workspaces, audits, points }) => `## Learning from corrections

Measured in ${workspaces} invented workspaces, each of which says six posts of ten in made-up words (none occurs in
the seed corpus). Members correct what is wrong, one correction in ten mistakenly. Of ${audits} audits about half
choose: each model learnt is promoted or refused by them as in the product. The figures come from the other half,
which chooses nothing: macro F1 over parts, in points. In ${points.filter(({ running, base }) => running < base).length} of ${points.length} cases the model that read afterwards did
worse there than the base. A test repeats it; print it with \`node training/learning-curve.ts\`.`,
    curveColumns: [
      ...['corrections', 'base', 'learnt against base', 'promoted', 'model that reads'],
      ...['against base', 'worst workspace'],
    ],
    elsewhere: ({ pairs }) =>
      `What a workspace learns bends other texts too: of the ${pairs.of} minimal pairs, which have nothing to do with these
workspaces, the base reads ${pairs.base} right, and the models after 800 corrections ${pairs.running.toFixed(0)} in the mean. A model learnt in
one workspace is for its posts alone.`,
  },
  ja: {
    unmeasured: `### 最小対、意見、学習

このモデルではまだ測っていません。\`node training/measure-model.ts\` で測ると、ここに書き出されます。`,
    pairs: `### 最小対

わずかな違いのために一つのラベルだけが異なる、二つの投稿の組です。このために書いたもので、学習には使っていません。
ただし、同じ対比を教えるために書いた別の投稿から学んでおり、言い回し (turns) は、第 1 集と第 2 集のすべてを見ながら書きました。
**そのため、この二つの集の数値は、直したところが直ったままであることしか示しません** ([コーパス](../corpus/README.md)に詳しく書いてあります)。
第 3 集は、どれを読み誤るかを誰も見ていません。こうした組をどれだけ正しく読めるかは、第 3 集の数値が示します。
**両方**を正しく読めた組だけを数えます。同梱のモデルで測りました。\`node training/pairs.ts --wrong\` で表示できます。`,
    phenomenon: '現象',
    languages: { en: '英語', ja: '日本語' },
    sets: { first: '第 1 集', second: '第 2 集', third: '第 3 集' },
    rightOf: (right, of) => `${right} / ${of}`,
    all: '全体',
    contrasts: `#### 対比の組

これも最小対で、学習のために、第 3 集の成績が低い現象を中心に書きました ([コーパス](../corpus/README.md))。
試しに学ばせても、学習から外した組で正しく読めるものは 100 組に 1 組ほどしか増えなかったので、このモデルの学習には使っていません
([0048](../docs/decisions/0048-contrasts.md))。そのため、どれもモデルが一度も見ていない文章で、数も第 3 集よりずっと多くあります。
その組が書かれた目的の項目について、両方の投稿を正しく読めた組だけを数えます。`,
    opinions: (of) => `### 意見

主張と質問をさまざまな言い方で埋め込んだサンプルの世界を、このモデルで判定し、意見を探しました。10 件以上に埋め込んだ ${of.planted} 個のうち、
純度 0.8 と網羅率 0.7 の両方に届いたものは ${of.good} 個、二つに分かれて見つかったものは ${of.twice} 個です。投稿数で重みを付けた平均は、純度
${share(of.purity)} (意見に集まった投稿のうち、何かが埋め込まれたものの中で、その主張であるものの割合)、埋め込みのない投稿も誤りと数えた純度 ${share(of.strictPurity)}、
網羅率 ${share(of.completeness)} (埋め込んだもののうち、その意見に集まった割合) です。埋め込んだ主張はプロジェクトで用意したものなので、
実際の投稿ではこれより下がると考えてください。`,
    curve: ({ workspaces, audits, points }) => `### 訂正からの学習

投稿の 6 割を独自の造語 (シードコーパスには現れない言葉) で書く、架空のワークスペース ${workspaces} 個で測りました。メンバーは間違いを訂正しますが、10 件に
1 件は訂正そのものが誤りです。確認 ${audits} 件のおよそ半分が選ぶ側で、製品と同じやり方で、学んだモデルの採用・不採用を決めます。数値は、何も選ばない
残り半分によるもので、項目を通したマクロ F1 (ポイント) です。全 ${points.length} 回のうち、その後に使われるモデルが基本モデルより悪かったのは
${points.filter(({ running, base }) => running < base).length} 回です。テストでも繰り返しています。\`node training/learning-curve.ts\` で表示できます。`,
    curveColumns: [
      ...['訂正', '基本モデル', '学んだモデルとの差', '採用', '使われるモデル'],
      ...['基本モデルとの差', '最も悪いワークスペース'],
    ],
    elsewhere: ({ pairs }) =>
      `ワークスペースで学んだことは、ほかの文章の読み方にも影響します。これらのワークスペースと無関係な最小対 ${pairs.of} 組のうち、基本モデルは ${pairs.base} 組、
800 件の訂正を学んだモデルは平均 ${pairs.running.toFixed(0)} 組を正しく読みました。あるワークスペースで学んだモデルは、そのワークスペースの投稿のためだけのものです。`,
  },
}
