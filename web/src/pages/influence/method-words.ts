import { formatCount, formatParts, formatShare } from '../../format.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

const whole = (outcomes: number, language: 'ja' | 'en') =>
  Math.abs(outcomes) < 10
    ? formatParts(outcomes, language)
    : formatCount(Math.round(outcomes), language)

export const METHOD_WORDS = defineWords({
  title: { ja: '影響の測り方', en: 'How influence is measured' },
  lead: {
    ja: 'ここでいう影響とは、人を行動に動かす力です。投稿を見てから買った人が、投稿を見たから買ったとは限りません。そこで、「先に見ていた」ことではなく、「それほど見ていなかった似た人より、どれだけ多く行動したか」を数えます。フォロワー数や表示回数は、一切使いません。',
    en: 'Influence here means the ability to move people to act. Somebody who bought after seeing a post did not necessarily buy because of it. So we don’t count who had seen a post before; we count how much more people acted than others like them who had seen less. Followers and impressions are not used at all.',
  },
  example: {
    ja: 'このワークスペースの値で、5つの質問に答えます。',
    en: 'Five questions, answered with this workspace’s own figures.',
  },
  noFigures: {
    ja: 'まだ測っていないため、値の代わりに考え方だけを示しています。測定すると、このページにあなたのワークスペースの値が入ります。',
    en: 'Nothing has been measured yet, so this page tells the idea without figures. Once it is, it speaks of your own.',
  },
  toInfluence: { ja: '影響のページへ', en: 'Open Influence' },

  q1: { ja: 'この成果は、どのようにして起きたのですか', en: 'How did this one come about?' },
  q1Idea: {
    ja: '成果が1件起きるたびに、その人に届いていた投稿を時系列に並べ、それぞれに割合をつけます。直前に届いた投稿、動かす力の強い人の投稿ほど割合が大きくなります。何も届いていなくても起きたはずの分も必ず残し、全部を足すとちょうど1件になります。',
    en: 'For every outcome we line up the posts that had reached the person and give each a part. Recent posts, and posts by people whose words move others, get more. What would have happened with no post at all always keeps its part, and together the parts are exactly one outcome.',
  },
  q1Case: {
    ja: (who: string, what: string, touches: number, largest: string, by: string, anyway: string) =>
      `${who}の${what}を例にとります。それまでに${formatCount(touches, 'ja')}件の接点がありました。いちばん大きいのは${by}の投稿で${largest}。${anyway}は、なくても起きた分です。`,
    en: (who: string, what: string, touches: number, largest: string, by: string, anyway: string) =>
      `Take the ${what.toLowerCase()} of ${who}. ${formatCount(touches, 'en')} ${touches === 1 ? 'touch' : 'touches'} had come before. The largest part, ${largest}, goes to a post by ${by}; ${anyway} would have happened anyway.`,
  },
  q1Link: { ja: 'この経緯を見る', en: 'See how it came about' },

  q2: { ja: 'なぜラストクリックではいけないのですか', en: 'Why not last click?' },
  q2Idea: {
    ja: '毎日たくさんの投稿が流れていれば、どの購入の前にも、必ず何かの投稿があります。ラストクリックは、その最後の1件に手柄をすべて渡します。誰の投稿も人を動かしていなくても、手柄は100%配られます。よく投稿する人ほど「最後」になりやすいので、影響ではなく投稿の多さを測ることになります。',
    en: 'Where much is posted every day, some post comes before every purchase. Last click hands the whole purchase to the last of them, and would do so even if no post had moved anybody. Whoever posts most is most often last, so what it measures is how much is posted.',
  },
  q2Case: {
    ja: (outcomes: number, preceded: number, credited: number) =>
      `成果${formatCount(outcomes, 'ja')}件のうち${formatCount(preceded, 'ja')}件（${formatShare(outcomes === 0 ? 0 : preceded / outcomes, 'ja')}）の前に投稿がありました。ラストクリックなら、その全部が投稿の手柄です。似た人との比較では${whole(credited, 'ja')}件です。`,
    en: (outcomes: number, preceded: number, credited: number) =>
      `A post came before ${formatCount(preceded, 'en')} of ${formatCount(outcomes, 'en')} outcomes (${formatShare(outcomes === 0 ? 0 : preceded / outcomes, 'en')}). Last click credits them all to posts; the comparison with people alike credits ${whole(credited, 'en')}.`,
  },
  q2Channel: {
    ja: (channel: string, last: number, ours: number) =>
      `差がいちばん大きいのは「${channel}」です。ラストクリックでは${whole(last, 'ja')}件、似た人との比較では${whole(ours, 'ja')}件になります。`,
    en: (channel: string, last: number, ours: number) =>
      `They differ most on “${channel}”: ${whole(last, 'en')} by last click, ${whole(ours, 'en')} by comparison.`,
  },
  q2Link: { ja: 'ほかの配分方法とも比べる', en: 'Compare with the other rules' },

  q3: {
    ja: '「なくても起きた分」は、どうしてわかるのですか',
    en: 'How can you know what would have happened anyway?',
  },
  q3Idea: {
    ja: '誰かが行動したその瞬間に、同じように行動できたはずの似た人を選びます。同じコミュニティにいて、同じくらい話し、同じくらい投稿を目にし、同じ頃に現れた人です。行動した人に届いていた投稿が、その人たちと変わらなければ、投稿のおかげとは言えません。同じ瞬間どうしで比べるので、広告や祝日のようにみんなに等しく効くものは打ち消し合います。',
    en: 'At the very moment somebody acts, we pick people like them who might have acted too: in the same community, as talkative, reached by as much, around for as long. If no more posts had reached the one who acted than the others, posts get no credit. As everyone is compared at the same moment, what stirs all alike, such as an advertisement or a holiday, cancels out.',
  },
  q3Case: {
    ja: (outcomes: number, controls: number, anyway: number) =>
      `成果${formatCount(outcomes, 'ja')}件のそれぞれを、似た人 最大${formatCount(controls, 'ja')}人と比べました。なくても起きた分は${whole(anyway, 'ja')}件（${formatShare(outcomes === 0 ? 0 : anyway / outcomes, 'ja')}）です。促した分と足すと、成果の数にぴたりと一致します。`,
    en: (outcomes: number, controls: number, anyway: number) =>
      `Each of ${formatCount(outcomes, 'en')} outcomes was compared with up to ${formatCount(controls, 'en')} people alike. ${whole(anyway, 'en')} (${formatShare(outcomes === 0 ? 0 : anyway / outcomes, 'en')}) would have happened anyway. With what was prompted they add up to exactly the outcomes there were.`,
  },
  q3Strata: {
    ja: (strata: number) => `似た人どうしのまとまりは${formatCount(strata, 'ja')}組あります。`,
    en: (strata: number) =>
      `There are ${formatCount(strata, 'en')} ${strata === 1 ? 'group' : 'groups'} of people alike.`,
  },
  q3Link: { ja: '成果の種類ごとに見る', en: 'See it for each outcome' },

  q4: { ja: 'その数字は、どのくらい確かですか', en: 'How sure is that figure?' },
  q4Idea: {
    ja: '2つの方法で確かめます。1つは、人を選び直して何度も測り直すこと。値のばらつきが「確からしい範囲」です。もう1つは偽薬比較です。成果を似た人どうしでくじ引きのように入れ替えて測ります。入れ替えた成果を投稿が促したはずはないので、そこで出る寄与は、この方法が偶然を拾った分です。',
    en: 'We check in two ways. One is to draw the people anew and measure again, many times; how far the figures scatter is the interval. The other is a placebo: outcomes are dealt out by lot among people alike, and measured again. No post can have prompted an outcome dealt by lot, so what is credited there is what the method takes for an effect by chance.',
  },
  q4Case: {
    ja: (credit: number, low: number, high: number, level: number, replicates: number) =>
      `${formatCount(replicates, 'ja')}回測り直したところ、促した分は${whole(credit, 'ja')}件、${formatShare(level, 'ja')}の確からしい範囲は${whole(low, 'ja')}〜${whole(high, 'ja')}件でした。`,
    en: (credit: number, low: number, high: number, level: number, replicates: number) =>
      `Measured anew ${formatCount(replicates, 'en')} times: ${whole(credit, 'en')} prompted, with a ${formatShare(level, 'en')} interval from ${whole(low, 'en')} to ${whole(high, 'en')}.`,
  },
  q4Placebo: {
    ja: (placebo: number) =>
      `偽薬比較では${whole(placebo, 'ja')}件でした。この差が、偶然では説明しにくい部分です。`,
    en: (placebo: number) =>
      `With outcomes dealt by lot it was ${whole(placebo, 'en')}. The difference is what chance hardly explains.`,
  },
  q4Close: {
    ja: (placebo: number) =>
      `偽薬比較でも${whole(placebo, 'ja')}件になりました。確からしい範囲にかかっているので、偶然との区別はまだ難しいと考えてください。`,
    en: (placebo: number) =>
      `With outcomes dealt by lot it was ${whole(placebo, 'en')}. That reaches into the interval, so it is still hard to tell from chance.`,
  },
  q4NotEnough: {
    ja: 'いまの証拠では、促した分があるとはまだ言えません。成果が増えるまで、順位は参考にしないでください。',
    en: 'On the evidence so far it can’t be said that anything was prompted. Don’t rely on rankings until there are more outcomes.',
  },
  q4Link: { ja: '範囲と偽薬比較を一覧で見る', en: 'See intervals and placebos' },

  q5: {
    ja: '人を動かすのは、購入した人ですか、推薦する人ですか',
    en: 'Who moves people: buyers or recommenders?',
  },
  q5Idea: {
    ja: '同じ言葉でも、使ったことのある人が言うのと、聞いただけの人が言うのとでは違うかもしれません。投稿した時点でその人がしていたこと（認知のみ、購入済み、推薦している、勧めていない）ごとに、接点1,000回あたりの寄与を比べます。よく話す人が得をしないよう、回数で割ります。',
    en: 'The same words may weigh differently from somebody who has used a thing than from somebody who has only heard of it. So credit is compared by what the poster had done by then, for every 1,000 touches: dividing by touches keeps those who simply talk more from looking stronger.',
  },
  q5Case: {
    ja: (best: string, rate: number, other: string, otherRate: number) =>
      `接点1,000回あたりで比べると、いちばん人を動かしているのは「${best}」の人で${formatParts(rate, 'ja')}件、次が「${other}」の人で${formatParts(otherRate, 'ja')}件です。`,
    en: (best: string, rate: number, other: string, otherRate: number) =>
      `For every 1,000 touches, “${best}” moves most (${formatParts(rate, 'en')}), then “${other}” (${formatParts(otherRate, 'en')}).`,
  },
  q5Few: {
    ja: '水準どうしを比べられるだけの証拠は、まだありません。',
    en: 'There is not enough evidence yet to compare levels.',
  },
  q5Link: { ja: '行動水準×成果の表を見る', en: 'See levels by outcome' },
  noCase: {
    ja: 'この質問に答えられる値は、まだありません。',
    en: 'There are no figures for this question yet.',
  },

  inMoney: { ja: '金額にすると', en: 'In money' },
  inMoneyIdea: {
    ja: '購入のように金額のある成果では、その金額に投稿の割合を掛けます。段階の移行には金額がないので、移る前と後の段階で、その人からこれから見込める金額がどれだけ違うかを使います。見込み額は、人々が実際に段階をどうたどり、そのあいだにいくら支払ったかから計算します。毎晩の測定のときに決め、次の測定まで変えません。',
    en: 'An outcome with an amount, such as a purchase, counts with that amount times the part of the post. A move between stages has none; it counts by how much more is expected to come in from somebody at the stage after than at the one before. What to expect is reckoned from how people really went from stage to stage and what they paid on the way. It is set with each measurement and stays until the next.',
  },
  inMoneyTwice: {
    ja: '移行の見込み額は、あとで購入などの金額として実現します。同じお金を二度数えないよう、2つは並べて示すだけで足しません。反対の立場への移行と競合への移行は、金額にしていません。',
    en: 'What a move is worth comes in later, as purchases and the like. So that nothing counts twice the two stand side by side and are not added up. Moves against us and to competitors are not put into money.',
  },
  inMoneyUnknown: {
    ja: '段階の価値は、まだわかりません。話題に結びついた金額のある購入などと、段階ごとに20件以上の滞在が要ります。',
    en: 'What stages are worth is not known yet. It takes outcomes with an amount that belong to a topic, and at least 20 stays at a stage.',
  },
  stageValues: {
    ja: '各段階にいる人から、これから見込める金額（1人あたり）',
    en: 'What is expected to come in, from now on, from one person at each stage',
  },
  stageUnknown: { ja: '不明', en: 'not known' },
  topic: { ja: '話題', en: 'Topic' },

  notProven: {
    ja: 'この数字が証明しない3つのこと',
    en: 'Three things that these figures do not prove',
  },
  formulas: { ja: '数式で読む', en: 'In formulas' },
  formulasLead: {
    ja: 'ネスト化した症例対照法（過剰相対リスク）です。成果の種類 s、人 u、層 g について:',
    en: 'A nested case-control design with excess relative risk. For outcome type s, person u in stratum g:',
  },
  fIntensity: {
    ja: '強度: 層に共通する動きμは、同じ瞬間・同じ層の対照と比べることで消えます。θはチャネルと成果、rは人、φは接点から成果までの時間（平均τ、形kはデータから選びます）です。',
    en: 'Intensity. What is common to the stratum, μ, cancels as cases are compared with controls of the same stratum at the same moment; θ is of channel and outcome, r of the person, φ the time from touch to outcome (mean τ; its shape k is chosen by the data).',
  },
  fFit: {
    ja: '当てはめ: 成果ごとに対照を最大10人引き、部分尤度をθ≥0のもとで最大にします。',
    en: 'Fit. Up to ten controls are drawn for each outcome, and the partial likelihood is maximised under θ ≥ 0.',
  },
  fCredit: {
    ja: '寄与: 接点の割合と、なくても起きた分。足すと成果1件につき必ず1になります。',
    en: 'Credit. The part of each touch and of what would have happened anyway: always one an outcome.',
  },
  fInterval: {
    ja: '範囲: 人を単位とするポアソン・ブートストラップ。偽薬比較: 成果を層の中で入れ替えて同じ測定をします。',
    en: 'Interval: a Poisson bootstrap over people. Placebo: outcomes dealt anew inside the strata, measured the same way.',
  },
  fLimits: {
    ja: '答えのわかっている人工の世界で試すと、値はたいてい正解の0.8〜1.3倍に収まりました。90%の範囲は、小さな世界でも成果が数千件の世界でも、およそ9割で正解を含みました。チャネルごとの割合は合計より不確かです。',
    en: 'Tried in artificial worlds whose truth is known, figures mostly came out at 0.8 to 1.3 times the truth. The 90% interval held it about nine times in ten, in small worlds and with thousands of outcomes. Shares of channels are less sure than the total.',
  },
  fNow: {
    ja: (windowDays: string, tauDays: string) =>
      `今の測定では、成果の${windowDays}日前までの接点を見ます。接点が成果につながるまでは平均${tauDays}日です。`,
    en: (windowDays: string, tauDays: string) =>
      `In the present measurement touches of up to ${windowDays} days before an outcome count; what they prompt follows after ${tauDays} days on average.`,
  },
})

/** What the figures do not prove: a heading and why. */
export const NOT_PROVEN_WORDS: Record<
  'cause' | 'prevention' | 'unseen',
  { title: Words; text: Words }
> = {
  cause: {
    title: {
      ja: '本当の原因だったこと',
      en: 'That a post was the true cause',
    },
    text: {
      ja: '似た者どうしは、つながりやすく、買うものも似ます。私たちに見えない共通の理由（同じ店に通う、同じ番組を見た）があると、投稿が促したように見えることがあります。見えない理由は、比べる相手をどれだけそろえても消し切れません。確かめられるのは、無作為に分けた実験だけです。実験の裏付けがない値には「推定」と書いています。',
      en: 'People alike flock together and buy alike. A reason that we can’t see, such as the same shop or the same programme on television, may look as if a post had prompted them, however carefully we choose whom to compare. Only a randomised experiment can tell; what has none behind it is labelled “estimated”.',
    },
  },
  prevention: {
    title: {
      ja: '思いとどまらせた分',
      en: 'What words kept from happening',
    },
    text: {
      ja: '「やめておいた方がいい」と言われて買わなかった人は、成果に残りません。起きなかった購入は数えられないので、買わせない力は測っていません。悪い評判の寄与が小さくても、害がないという意味ではありません。',
      en: 'Somebody who was talked out of buying leaves no outcome. Purchases that never happened can’t be counted, so the power to deter is not measured: small credit of bad word of mouth does not mean that it does no harm.',
    },
  },
  unseen: {
    title: {
      ja: '私たちに聞こえない場所での会話',
      en: 'What was said where we don’t hear',
    },
    text: {
      ja: '店頭や電話、家族の会話、接続していないチャネルは見えません。そこで促された分は、「なくても起きた分」に入ります。人物に結びつかない成果も、どの数にも入りません。',
      en: 'Shops, telephone calls, families, and channels that are not connected are out of sight. What was prompted there counts as “would have happened anyway”, and outcomes that are linked to nobody are in no figure at all.',
    },
  },
}

export const NOT_PROVEN_FIGURES = defineWords({
  cause: {
    ja: (figure: number) => `実験の裏付けがない成果: ${formatCount(Math.round(figure), 'ja')}件`,
    en: (figure: number) =>
      `Outcomes without an experiment behind them: ${formatCount(Math.round(figure), 'en')}`,
  },
  prevention: {
    ja: (figure: number) =>
      `勧めていない人の投稿が届いた回数: ${formatCount(Math.round(figure), 'ja')}回`,
    en: (figure: number) =>
      `Touches by people who advise against: ${formatCount(Math.round(figure), 'en')}`,
  },
  unseen: {
    ja: (figure: number) => `人物に結びつかない成果: ${formatCount(Math.round(figure), 'ja')}件`,
    en: (figure: number) => `Outcomes linked to nobody: ${formatCount(Math.round(figure), 'en')}`,
  },
})
