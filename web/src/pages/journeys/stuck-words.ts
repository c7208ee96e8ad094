import type { Answer } from '../../api.ts'
import { formatCount, formatShare } from '../../format.ts'
import type { InterfaceLanguage, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import { sayFigure } from './stay-words.ts'
import type { SegmentKind } from './url-state.ts'

const number = formatCount
export const times = (ratio: number, language: InterfaceLanguage) => {
  const said = ratio < 10 ? Number(ratio.toFixed(ratio < 1 ? 2 : 1)) : formatCount(ratio, language)
  return language === 'ja' ? `${said}倍` : `${said}×`
}

export const VERDICT_WORDS: Record<'slow' | 'quick', Words> = {
  slow: { ja: '停滞', en: 'Stuck' },
  quick: { ja: '速い', en: 'Quick' },
}

type Halves = Answer<'GET /journeys/stuck'>['points'][number]['stay']

/** By what people are told apart. */
export const SEGMENT_WORDS: Record<SegmentKind, Words> = {
  relation: { ja: '関係区分ごと', en: 'By relation' },
  language: { ja: '言語ごと', en: 'By language' },
  channel: { ja: '入ってきたチャネルごと', en: 'By channel they came in by' },
  tag: { ja: 'タグごと', en: 'By tag' },
  community: { ja: 'コミュニティごと', en: 'By community' },
}

export const STUCK_WORDS = defineWords({
  title: { ja: '人が停滞している所', en: 'Where people get stuck' },
  intro: {
    ja: (topics: number) =>
      `${number(topics, 'ja')}件の話題のすべての段階を、ほかの話題の同じ段階、および同じ話題の以前と比べました。いつもより長くとどまり、先へ動く人が少ない所を挙げています。`,
    en: (topics: number) =>
      `Every stage of ${number(topics, 'en')} ${topics === 1 ? 'topic' : 'topics'} beside the same stage of the other topics, and beside itself before. Listed is where people stay longer and fewer go on than is usual here.`,
  },
  apart: { ja: '比べ方', en: 'Compared' },
  byTopic: { ja: '話題ごと', en: 'By topic' },
  segmentIntro: {
    ja: (topic: string, segments: number) =>
      `「${topic}」のすべての段階で、${number(segments, 'ja')}個の区分それぞれを、ほかの人全員と比べました(直近90日に始まった滞在)。`,
    en: (topic: string, segments: number) =>
      `At every stage of “${topic}”, ${number(segments, 'en')} ${segments === 1 ? 'segment' : 'segments'}, each beside everybody else (stays begun in the last 90 days).`,
  },
  segmentPace: {
    ja: (segment: string, way: string, ratio: string, low: string, high: string) =>
      `「${segment}」の人が${way}速さは、ほかの人の${ratio}です(確からしい範囲 ${low}〜${high})。`,
    en: (segment: string, way: string, ratio: string, low: string, high: string) =>
      `“${segment}”: they ${way} at ${ratio} the pace of everybody else (interval ${low} to ${high}).`,
  },
  segmentStays: {
    ja: (stays: number, ongoing: number) =>
      `滞在${number(stays, 'ja')}回、うち${number(ongoing, 'ja')}回が続いています。`,
    en: (stays: number, ongoing: number) =>
      `${number(stays, 'en')} ${stays === 1 ? 'stay' : 'stays'}, ${number(ongoing, 'en')} of them going on.`,
  },
  seeTouches: { ja: '動く前に届いていたもの', en: 'What came before moves on' },
  noSegments: {
    ja: 'この区分の人はまだいません。',
    en: 'Nobody is in such a segment yet.',
  },
  all: { ja: 'すべての話題', en: 'All topics' },
  which: { ja: '表示する話題', en: 'Topics shown' },
  only: { ja: '選んだ話題だけ', en: 'The chosen topic only' },
  pace: {
    ja: (topic: string, way: string, ratio: string, low: string, high: string, beside: string) =>
      `「${topic}」で${way}速さは、${beside}の${ratio}です(確からしい範囲 ${low}〜${high})。`,
    en: (topic: string, way: string, ratio: string, low: string, high: string, beside: string) =>
      `For “${topic}”, people ${way} at ${ratio} the pace of ${beside} (interval ${low} to ${high}).`,
  },
  leave: {
    ja: (stage: string) => `${stage}から先へ動く`,
    en: (stage: string) => `go on from ${stage}`,
  },
  goTo: {
    ja: (stage: string, to: string) => `${stage}から${to}へ進む`,
    en: (stage: string, to: string) => `go from ${stage} to ${to}`,
  },
  besideTopics: { ja: 'ほかの話題', en: 'the other topics' },
  besideEarlier: { ja: 'この話題の90日より前', en: 'this topic more than 90 days ago' },
  halves: {
    ja: (here: string, usual: string) => `半分が動くまで${here}、比較先では${usual}です。`,
    en: (here: string, usual: string) => `Half have left after ${here}, there after ${usual}.`,
  },
  notHere: {
    ja: (usual: string) =>
      `ここで動いた人はまだ半分に届いていません。比較先では半分が動くまで${usual}です。`,
    en: (usual: string) => `Fewer than half have left so far; there half leave after ${usual}.`,
  },
  notThere: {
    ja: (here: string) =>
      `半分が動くまで${here}です。比較先では、動いた人がまだ半分に届いていません。`,
    en: (here: string) => `Half have left after ${here}; there fewer than half have.`,
  },
  notHalf: {
    ja: '動いた人は、ここでも比較先でもまだ半分に届いていません。',
    en: 'Fewer than half have left so far, here and there.',
  },
  behind: {
    ja: (people: number, ongoing: number) =>
      `対象は${number(people, 'ja')}人、うち${number(ongoing, 'ja')}人が今もここにいます。`,
    en: (people: number, ongoing: number) =>
      `${number(people, 'en')} ${people === 1 ? 'person is' : 'people are'} behind this; ${number(ongoing, 'en')} still there.`,
  },
  seePeople: { ja: '今ここにいる人を見る', en: 'See who is there now' },
  seeAll: { ja: '対象の人をすべて見る', en: 'See everybody counted' },
  none: { ja: '目立った停滞はありません', en: 'Nobody is noticeably stuck' },
  noneText: {
    ja: '比べた所はどこも、偶然で説明できる程度の違いでした。',
    en: 'Wherever there was enough to compare, chance explains the difference.',
  },
  rest: {
    ja: (usual: number, insufficient: number) =>
      `ふだんどおりが${number(usual, 'ja')}か所、データ不足で比べられないのが${number(insufficient, 'ja')}か所です。比べるには、その段階に20回以上来ていて、5回以上動くはずである必要があります。`,
    en: (usual: number, insufficient: number) =>
      `${number(usual, 'en')} as usual; ${number(insufficient, 'en')} with insufficient evidence. Comparing takes at least 20 stays and 5 that should have ended.`,
  },
  certain: {
    ja: '範囲は、同時に多くの所を比べていることを見込んで広げてあります。どこか一つでも偶然だけで挙がる確率は5%以下です。',
    en: 'Intervals are widened for comparing so many at once: the probability that any point is listed by mere chance is 5 % at most.',
  },
  table: { ja: '数で見る', en: 'The numbers' },
  topic: { ja: '話題', en: 'Topic' },
  way: { ja: '動き', en: 'Way' },
  beside: { ja: '比較先', en: 'Beside' },
  stays: { ja: '回数', en: 'Stays' },
  left: { ja: '動いた', en: 'Left' },
  expected: { ja: '見込み', en: 'Expected' },
  ratio: { ja: '速さ', en: 'Pace' },
  interval: { ja: '確からしい範囲', en: 'Interval' },
})

export type ReachedBy = 'answer' | 'mention' | 'share' | 'like' | 'thread' | 'followed' | 'opened'

export const REACHED_WORDS: Record<ReachedBy, Words> = {
  answer: { ja: '自分の投稿に返信がついた', en: 'Somebody answered their post' },
  mention: { ja: '名指しされた', en: 'Somebody named them' },
  share: { ja: '自分の投稿が共有された', en: 'Somebody shared their post' },
  like: { ja: '自分の投稿に「いいね」がついた', en: 'Somebody liked their post' },
  thread: { ja: '参加したスレッドに投稿があった', en: 'Somebody spoke in a thread of theirs' },
  followed: {
    ja: 'フォロー先がこの話題を投稿した',
    en: 'Somebody they follow spoke of the topic',
  },
  opened: { ja: '投稿やリンクを開いた', en: 'They opened a post or link' },
}

export const BEFORE_WORDS = defineWords({
  title: { ja: '動く前の7日間に届いていたもの', en: 'What reached people in the 7 days before' },
  move: { ja: '動き', en: 'Move' },
  notCause: {
    ja: '「動く前に」であって「動いた理由」ではありません。同じ段階にいて、同じくらい活発で、その時は動かなかった人と比べていますが、活発さ以外の違いは残ります。理由かどうかは実験で確かめられます。',
    en: 'This is what came before, not what brought it about. Movers are compared with people who stood at the same stage, were as busy and did not move then; other differences remain. Whether it is a reason, an experiment can tell.',
  },
  compared: {
    ja: (moves: number, compared: number, others: number) =>
      `直近の移動${number(moves, 'ja')}回のうち、比べられる人がいた${number(compared, 'ja')}回と、動かなかった${number(others, 'ja')}人分を比べました。`,
    en: (moves: number, compared: number, others: number) =>
      `Of the latest ${number(moves, 'en')} moves, the ${number(compared, 'en')} that somebody comparable stands beside, and ${number(others, 'en')} who did not move.`,
  },
  seeMoves: { ja: 'この移動の投稿を見る', en: 'See the posts of this move' },
  what: { ja: '届いたもの', en: 'What reached them' },
  movers: { ja: '動いた人', en: 'Who moved' },
  others: { ja: '動かなかった人', en: 'Who did not' },
  ratio: { ja: '動いた頻度の比(確からしい範囲)', en: 'Moved so much as often (interval)' },
  examples: { ja: '数えた人と会話', en: 'Who is counted, and where' },
  counted: {
    ja: (people: number) => `${number(people, 'ja')}人を見る`,
    en: (people: number) => `See ${number(people, 'en')}`,
  },
  touch: { ja: '届いたもの', en: 'what reached them' },
  shown: { ja: '動いた投稿', en: 'the move' },
  few: { ja: 'データ不足', en: 'insufficient evidence' },
  sentence: {
    ja: (what: string, ratio: string, low: string, high: string) =>
      `その前の7日間に「${what}」人は、そうでない人の${ratio}の頻度で動いていました(確からしい範囲 ${low}〜${high})。`,
    en: (what: string, ratio: string, low: string, high: string) =>
      `“${what}” in the 7 days before: such people moved ${ratio} as often as comparable others (interval ${low} to ${high}).`,
  },
  noneStands: {
    ja: '動いた人と動かなかった人の違いは、偶然で説明できる程度でした。',
    en: 'Chance explains the differences between those who moved and those who did not.',
  },
  tooFew: {
    ja: '比べられる移動が20回未満のため、まだ何も言えません。',
    en: 'Fewer than 20 moves can be compared: too few to say anything yet.',
  },
  noMoves: { ja: 'この期間に移動はありません', en: 'No moves in these days' },
  share: {
    ja: (reached: number, all: number) =>
      `${formatShare(all === 0 ? 0 : reached / all, 'ja')}(${number(reached, 'ja')}/${number(all, 'ja')})`,
    en: (reached: number, all: number) =>
      `${formatShare(all === 0 ? 0 : reached / all, 'en')} (${number(reached, 'en')}/${number(all, 'en')})`,
  },
})

/** How long half stay here, and where it is compared with. */
export function sayHalves(here: Halves, there: Halves, language: InterfaceLanguage) {
  const words = STUCK_WORDS[language]
  if (here === null && there === null) return words.notHalf
  if (here === null) return there === null ? '' : words.notHere(sayFigure(there, language))
  if (there === null) return words.notThere(sayFigure(here, language))
  return words.halves(sayFigure(here, language), sayFigure(there, language))
}
