import { formatCount, formatShortDay, formatSpan } from '../../format.ts'
import { VOICE_WORDS } from '../../parts/voice-words.ts'
import type { InterfaceLanguage, Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'
import type { Finding } from './briefing.tsx'
import type { Voice } from './voice.ts'

const count = formatCount

/** What is counted, as the sentence says it: after the topic in Japanese, before it in English. */
const WATCHED: Record<Finding['watched'], Words> = {
  posts: { ja: '投稿', en: 'posts' },
  negative: { ja: '否定的な投稿', en: 'negative posts' },
  positive: { ja: '肯定的な投稿', en: 'positive posts' },
  discovery: { ja: '「発見」の投稿', en: 'posts of discovery' },
  evaluation: { ja: '「購買評価」の投稿', en: 'posts of evaluation' },
  recommendation: { ja: '「推薦」の投稿', en: 'posts of recommendation' },
  satisfaction: { ja: '「購買後」の投稿', en: 'posts after purchase' },
}

/** 3～8件, or 0件 where even one would be much. */
function usual(finding: Finding, language: InterfaceLanguage): string {
  const [low, high] = [Math.ceil(finding.low), Math.floor(finding.high)]
  const text = low >= high ? count(high, language) : null
  if (language === 'ja')
    return text === null ? `${count(low, 'ja')}～${count(high, 'ja')}件` : `${text}件まで`
  return text === null ? `${count(low, 'en')}–${count(high, 'en')}` : `up to ${text}`
}

/** （声12） or (12 voices); nothing where they are not counted. */
function voicesBeside(voices: number | null, language: InterfaceLanguage): string {
  if (voices === null) return ''
  const said = VOICE_WORDS[language].count(voices)
  return language === 'ja' ? `（${said}）` : ` (${said})`
}

/** One finding as a sentence: what, how many, when, and what would have been usual. */
export function findingSentence(finding: Finding, language: InterfaceLanguage): string {
  const { topic, from, to, watched } = finding
  const isMore = finding.count > finding.expected
  const what = WATCHED[watched][language]
  if (language === 'ja') {
    const when = from === to ? `${formatShortDay(from, 'ja')}に` : `${formatSpan(from, to, 'ja')}に`
    const whose = topic === null ? what : `「${topic.name}」の${what}`
    const amount = `${count(finding.count, 'ja')}件${voicesBeside(finding.voices, 'ja')}${isMore ? 'に増えました' : 'しかありませんでした'}`
    return `${when}${whose}が${amount}。いつもは${usual(finding, 'ja')}です。`
  }
  const when = from === to ? `on ${formatShortDay(from, 'en')}` : formatSpan(from, to, 'en')
  const whose = topic === null ? what : `${what} about “${topic.name}”`
  const many = `${count(finding.count, 'en')} ${whose}${voicesBeside(finding.voices, 'en')}`
  const amount = `${isMore ? '' : 'Only '}${many}, ${when}`
  return `${amount}; usual are ${usual(finding, 'en')}.`
}

/** A week in which nothing stands out: its posts, their voices, and what is usual of posts. */
interface CalmWeek {
  from: string
  to: string
  now: number
  voices: number | null
  low: number
  high: number
}

/** What a share is of, by what was counted. */
export const SHARE_NOTES: Record<Voice['unit'], Words> = {
  voices: {
    ja: '自社と競合の話題について話している声のうち、それぞれが占める割合です。同じ人の投稿や同じ文面のコピーは1つの声と数え、両方について話した人は両方に数えます。',
    en: 'Of the voices about our own and competitors’ topics: posts of one person, and copies of one text, are one voice. Who speaks of both counts for both.',
  },
  posts: {
    ja: '自社と競合の話題にふれた投稿のうち、それぞれが占める割合です。投稿が多いため、声では数えていません。両方にふれた投稿は両方に数えます。',
    en: 'Of the posts about our own and competitors’ topics, which are too many here to count their voices. A post that names both counts for both.',
  },
}

export const BRIEFING_WORDS = defineWords({
  title: { ja: 'いつもと違うこと', en: 'What is unusual' },
  tooEarly: {
    ja: (weeks: number) =>
      `いつもの量を知るには、あと${weeks}週間分の投稿が必要です。それまでは、多い・少ないを判断しません。`,
    en: (weeks: number) =>
      `It takes ${weeks} more ${weeks === 1 ? 'week' : 'weeks'} of posts to know what is usual. Until then nothing is called unusual.`,
  },
  calm: {
    ja: ({ from, to, now, voices, low, high }: CalmWeek) =>
      `${formatSpan(from, to, 'ja')}の投稿は${count(now, 'ja')}件${voicesBeside(voices, 'ja')}で、いつもの範囲（${count(low, 'ja')}～${count(high, 'ja')}件）です。目立った変化はありません。`,
    en: ({ from, to, now, voices, low, high }: CalmWeek) =>
      `The week of ${formatSpan(from, to, 'en')} had ${count(now, 'en')} posts${voicesBeside(voices, 'en')}, within the usual ${count(low, 'en')}–${count(high, 'en')}. Nothing stands out.`,
  },
  notHeard: {
    ja: (name: string) => `チャネル「${name}」が受信できていません。`,
    en: (name: string) => `The channel “${name}” can’t be heard.`,
  },
  voice: { ja: '自社と競合の話題量', en: 'Share of voice' },
  voiceSentence: {
    ja: (unit: Voice['unit'], share: string, moved: number | null) => {
      const said = `自社の話題は、競合と合わせた${unit === 'voices' ? '声' : '投稿'}の${share}`
      if (moved === null) return `${said}です。`
      if (moved === 0) return `${said}で、前の期間と変わりません。`
      return `${said}で、前の期間より${Math.abs(moved)}ポイント${moved > 0 ? '増えました' : '減りました'}。`
    },
    en: (unit: Voice['unit'], share: string, moved: number | null) => {
      const said = `${share} of the ${unit} about us and our competitors are about us`
      if (moved === null) return `${said}.`
      if (moved === 0) return `${said}, as before.`
      const size = Math.abs(moved) === 1 ? '1 point' : `${Math.abs(moved)} points`
      return `${said}, ${moved > 0 ? 'up' : 'down'} by ${size}.`
    },
  },
  share: { ja: '割合', en: 'Share' },
  change: { ja: '前の期間から', en: 'Change' },
  points: {
    ja: (points: number) =>
      points === 0 ? '±0' : `${points > 0 ? '+' : '−'}${Math.abs(points)}ポイント`,
    en: (points: number) =>
      points === 0 ? '±0' : `${points > 0 ? '+' : '−'}${Math.abs(points)} pts`,
  },
  fresh: { ja: '—', en: '—' },
  noVoice: {
    ja: '自社と競合の話題を登録すると、話題量の割合を比べられます。',
    en: 'Set up topics of our own and of competitors to compare their shares.',
  },
})
