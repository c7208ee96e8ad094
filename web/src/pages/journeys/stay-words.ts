import { formatCount, formatShare } from '../../format.ts'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { InterfaceLanguage, Stage, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { Ending, View } from './url-state.ts'

export const VIEW_WORDS: Record<View, Words> = {
  cycle: { ja: '一巡', en: 'Cycle' },
  flow: { ja: '流れと日数', en: 'Flow and days' },
  stuck: { ja: '停滞', en: 'Stuck points' },
  before: { ja: '動く前', en: 'Before moves' },
}

const ENDING_WORDS: Record<Exclude<Ending, Stage>, Words> = {
  churn: { ja: '離脱', en: 'Churn' },
  silence: { ja: '途切れた', en: 'Gone silent' },
  ongoing: { ja: '今もいる', en: 'Still there' },
}

export function endingName(ending: Ending, language: InterfaceLanguage): string {
  if (ending === 'churn' || ending === 'silence' || ending === 'ongoing') {
    return ENDING_WORDS[ending][language]
  }
  return STAGE_WORDS[ending][language]
}

/** A length of time as it is said: hours below a day, else days. */
export function sayDays(days: number, language: InterfaceLanguage): string {
  const isHours = days < 1
  const count = isHours
    ? Math.max(1, Math.round(days * 24))
    : days < 10
      ? Math.round(days * 10) / 10
      : Math.round(days)
  if (language === 'ja') return `${count}${isHours ? '時間' : '日'}`
  return `${count} ${isHours ? 'hour' : 'day'}${count === 1 ? '' : 's'}`
}

interface Figure {
  days: number
  low: number
  high: number | null
}

/** The interval alone. */
function sayInterval({ low, high }: Figure, language: InterfaceLanguage): string {
  const from = sayDays(low, language)
  if (high === null) return language === 'ja' ? `${from}以上` : `${from} or more`
  const to = sayDays(high, language)
  return language === 'ja' ? `${from}〜${to}` : `${from} to ${to}`
}

export function sayFigure(figure: Figure, language: InterfaceLanguage): string {
  const [open, close] = language === 'ja' ? ['(', ')'] : [' (', ')']
  return `${sayDays(figure.days, language)}${open}${sayInterval(figure, language)}${close}`
}

const share = formatShare
const number = formatCount

export const STAY_WORDS = defineWords({
  views: { ja: '表示の切り替え', en: 'Views' },
  segment: { ja: '対象者', en: 'People' },
  everybody: { ja: '全員', en: 'Everybody' },
  byRelation: { ja: '関係区分', en: 'What they are to us' },
  byLanguage: { ja: '最初の投稿の言語', en: 'Language of their first post' },
  byChannel: { ja: '最初に見つけたチャネル', en: 'Channel where they first spoke' },
  byCommunity: { ja: 'コミュニティ', en: 'Community' },
  byTag: { ja: 'タグ', en: 'Tag' },
  stages: { ja: '段階ごとの様子', en: 'Stage by stage' },
  noStays: { ja: 'この条件に当てはまる人はいません', en: 'Nobody matches these conditions' },
  noStaysText: {
    ja: '対象者を「全員」に戻すか、期間を広げてください。',
    en: 'Choose everybody again, or more days.',
  },
  tooFew: {
    ja: (stage: string, stays: number) =>
      `${stage}: 記録が${number(stays, 'ja')}回だけのため、日数はまだ言えません。`,
    en: (stage: string, stays: number) =>
      `${stage}: known ${number(stays, 'en')} ${stays === 1 ? 'time' : 'times'} only, too few to say how long people stay.`,
  },
  halfLeft: {
    ja: (stage: string, figure: Figure) =>
      `${stage}: 半分が次へ動くまで${sayFigure(figure, 'ja')}。`,
    en: (stage: string, figure: Figure) =>
      `${stage}: half have left after ${sayFigure(figure, 'en')}.`,
  },
  mostStay: {
    ja: (stage: string) => `${stage}: 動いた人は半分に届いていません。`,
    en: (stage: string) => `${stage}: fewer than half have left.`,
  },
  whereTo: {
    ja: (to: string, probability: number, silence: number) =>
      `行き先は${to}が最も多く(${share(probability, 'ja')})、${share(silence, 'ja')}は動かないままの見込みです。`,
    en: (to: string, probability: number, silence: number) =>
      `Most go on to ${to} (${share(probability, 'en')}); ${share(silence, 'en')} are expected to stay without a move.`,
  },
  flow: { ja: '流れ', en: 'Flow' },
  flowLabel: {
    ja: '段階から段階への流れの図。購買後から発見へ戻る帯で一巡が閉じます。同じ数は下の表にあります。',
    en: 'Chart of the flow from stage to stage. The band from satisfaction back to discovery closes the cycle. The table below has the same numbers.',
  },
  flowNote: {
    ja: (horizon: number) =>
      `期間中にその段階に来た人を今日まで追っています。帯の太さは回数、日数は移った人の中央値です。帯につながらない部分は、今もそこにいるか、離脱したか、${horizon}日以上動きがなく途切れた分です。`,
    en: (horizon: number) =>
      `Whoever came to a stage in these days, followed until today. Bands are as thick as they were often gone; days are the median of those who went. What leads nowhere is still there, has left us, or fell silent for ${horizon} days or more.`,
  },
  young: {
    ja: (watched: string) =>
      `記録がまだ${watched}分しかないため、「動かないまま」には、これから動く人も含まれています。`,
    en: (watched: string) =>
      `Only ${watched} are known so far, so “without a move” includes people who will yet move.`,
  },
  since: {
    ja: (day: string) => `移動が多いため、${day}以降を集計しています。`,
    en: (day: string) => `There are too many moves to count at once: these are those since ${day}.`,
  },
  band: {
    ja: (from: string, to: string, stays: number, days: string) =>
      `${from}から${to}へ${number(stays, 'ja')}回${days === '' ? '' : `、${days}`}`,
    en: (from: string, to: string, stays: number, days: string) =>
      `${from} to ${to}: ${number(stays, 'en')}${days === '' ? '' : `, ${days}`}`,
  },
  ways: { ja: '行き先と日数', en: 'Where people go, and how long it takes' },
  from: { ja: '段階', en: 'Stage' },
  to: { ja: '行き先', en: 'Next' },
  times: { ja: '回数', en: 'Times' },
  people: { ja: '人数', en: 'People' },
  bounds: { ja: '90%の確からしい範囲', en: '90% interval' },
  boundsOf: {
    ja: (low: string, high: string) => `${low}〜${high}`,
    en: (low: string, high: string) => `${low}–${high}`,
  },
  probability: { ja: '見込み', en: 'Chance' },
  howLong: { ja: '日数の中央値(確からしい範囲)', en: 'Median time (interval)' },
  fewWent: { ja: '少なすぎて不明', en: 'too few' },
  worth: { ja: '段階の価値', en: 'What a stage is worth' },
  came: { ja: '来た回数', en: 'Came' },
  still: { ja: '今もいる', en: 'Still there' },
  half: { ja: '半分が動くまで', en: 'Half leave after' },
  visits: { ja: 'この先に来る回数', en: 'Stages yet to come' },
  visitsHint: {
    ja: 'この段階を含めて、一人がこの先に通る段階ののべ回数の見込み',
    en: 'How many stays are expected from here on, this one included',
  },
  value: { ja: '一人あたりの価値', en: 'Worth a person' },
  chance: { ja: '購買に至る確率', en: 'Chance to buy' },
  valueNote: {
    ja: (outcomes: number) =>
      `価値は、その段階にいる人から今後見込まれる売上です。この話題の人の成果${number(outcomes, 'ja')}件から推定しました。段階の差が、一人が動いたことの価値にあたります。`,
    en: (outcomes: number) =>
      `Worth is what is expected to come in from somebody at the stage, estimated from ${number(outcomes, 'en')} ${outcomes === 1 ? 'outcome' : 'outcomes'} of these people. The difference between two stages is what it is worth that somebody moves.`,
  },
  chanceNote: {
    ja: '金額のある成果がまだないため、購買後に至る確率(推定)で表しています。成果を取り込むと金額になります。',
    en: 'No outcome with money is known yet, so this is the estimated chance that somebody gets to having bought. Import outcomes to see money.',
  },
  listOf: {
    ja: (stage: string, ending: string) => `${stage}${ending === '' ? '' : ` → ${ending}`} の人`,
    en: (stage: string, ending: string) =>
      `Who is behind it: ${stage}${ending === '' ? '' : ` → ${ending}`}`,
  },
  closeList: { ja: '一覧を閉じる', en: 'Close the list' },
  cameBy: { ja: '来たことを示す投稿', en: 'Post that shows the arrival' },
  wentBy: { ja: '動いたことを示す投稿', en: 'Post that shows the move on' },
  leftBy: { ja: '離脱の記録', en: 'Record of leaving' },
  nobody: { ja: '当てはまる人はいません', en: 'Nobody' },
})
