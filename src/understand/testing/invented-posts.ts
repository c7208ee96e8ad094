import type { Chance, Judgement } from '#vocabulary/index.ts'

/** A post made of a small grammar, with what is true of it. */
export interface InventedPost {
  text: string
  lang: 'ja' | 'en'
  truth: Judgement
}

type Meaning = 'broken' | 'works' | 'leaving' | 'bought' | 'asking' | 'plain'

const TRUTHS: Record<Meaning, Judgement> = {
  broken: {
    sentiment: 'negative',
    stage: 'satisfaction',
    stance: 'against',
    intents: ['complaint'],
    toxicity: false,
  },
  works: {
    sentiment: 'positive',
    stage: 'satisfaction',
    stance: 'for',
    intents: ['praise'],
    toxicity: false,
  },
  leaving: {
    sentiment: 'negative',
    stage: 'none',
    stance: 'against',
    intents: ['churn'],
    toxicity: false,
  },
  bought: {
    sentiment: 'neutral',
    stage: 'evaluation',
    stance: 'none',
    intents: ['purchase'],
    toxicity: false,
  },
  asking: {
    sentiment: 'neutral',
    stage: 'discovery',
    stance: 'none',
    intents: ['question'],
    toxicity: false,
  },
  plain: { sentiment: 'neutral', stage: 'none', stance: 'none', intents: [], toxicity: false },
}

const MEANINGS = Object.keys(TRUTHS) as Meaning[]

type Vocabulary = Record<'ja' | 'en', Record<Meaning, readonly string[]>>

/** As everybody says it. */
const COMMON: Vocabulary = {
  ja: {
    broken: ['また壊れた', 'すぐ落ちて使えない', '動かなくて最悪', '不具合ばかりでひどい'],
    works: ['本当に便利で助かる', '快適で最高', '使いやすくて気に入った', '速くて大満足'],
    leaving: ['もう解約する', 'やめて他に移る', '今月で退会します', '契約は更新しない'],
    bought: ['ついに注文した', '昨日買った', '購入手続きした', '予約を済ませた'],
    asking: ['使い方を教えて？', 'どうやって設定する？', 'これは何に使うの？', '誰か知ってる？'],
    plain: ['会議で話した', '記事を読んだ', '画面を見た', '資料をまとめた'],
  },
  en: {
    broken: ['broke again', 'keeps crashing, useless', 'does not work, awful', 'is full of bugs'],
    works: ['is a real help', 'works great, love it', 'is so easy to use', 'is fast, very happy'],
    leaving: ['so I am cancelling', 'so I am moving elsewhere', 'so I will not renew', 'so I quit'],
    bought: ['finally ordered', 'bought yesterday', 'is paid for', 'is booked now'],
    asking: [
      'how do I set it up?',
      'what is it for?',
      'does anybody know?',
      'can you tell me how?',
    ],
    plain: ['came up in a meeting', 'was in an article', 'is on the screen', 'is in the report'],
  },
}

/** As it is said around one product, and nowhere else. */
const JARGON: Vocabulary = {
  ja: {
    broken: ['またポコった', 'ポコりっぱなし', 'ポコる一方', '朝からベコついてる'],
    works: ['今日もサクってる', 'サクり具合がよき', 'ずっとスイスイ回る', 'サクりまくり'],
    leaving: ['もうヌケる', 'ヌケます', 'ヌケ組に入る', 'ヌケ申請した'],
    bought: ['ツモった', '初ツモ完了', 'ツモ済み', '二台目をツモる'],
    asking: ['コツ求む', '有識者〜', '沼りちゅう、ヒントを', 'ヘルプ希望'],
    plain: ['を横目に作業', 'の札を掛けた', 'を並べた', 'の当番だった'],
  },
  en: {
    broken: ['glorped again', 'is all glorpy', 'glorps since morning', 'went full wobbo'],
    works: ['zings today', 'is zinging along', 'zings like a bird', 'has the zing'],
    leaving: [
      'and I am off-boat',
      'and we go off-boat',
      'off-boat for me',
      'and I hand in my paddle',
    ],
    bought: ['and I am on-boat', 'one more on-boat', 'on-boat as of now', 'and I took a paddle'],
    asking: ['hint wanted', 'oracle, anyone', 'send clues', 'in the fog here'],
    plain: ['beside my tea', 'in the rota', 'on the shelf', 'near the door'],
  },
}

const SUBJECTS = {
  ja: [
    'ハコ',
    '新しいハコ',
    'うちのハコ',
    '二号機',
    'あの端末',
    '店のハコ',
    '会社の二号機',
    'アプリ',
  ],
  en: [
    'The box',
    'Our box',
    'My new box',
    'Unit two',
    'That terminal',
    'The shop box',
    'The app',
    'It',
  ],
}
const OPENERS = {
  ja: [
    '',
    'おはよう。',
    '今日は雨。',
    '昼休み。',
    '月曜だ。',
    '帰り道。',
    '連休明け。',
    'コーヒー飲みつつ。',
    '移動中。',
  ],
  en: [
    '',
    'Morning all. ',
    'Rainy day. ',
    'Lunch break. ',
    'Monday. ',
    'On the train. ',
    'Back from leave. ',
    'Coffee first. ',
  ],
}
const CLOSERS = {
  ja: ['', '。', '、という話', '（三回目）', '。以上', '。さて', '。また明日', '、九時', '。昼'],
  en: ['', '.', ' (third time)', ', so there', '. Anyway', '. See you', ', at nine', '. Noon'],
}

/** `jargon`: the share of posts, 0..1, that say it as only this workspace does. */
export function inventPost(chance: Chance, jargon: number): InventedPost {
  const lang = chance() < 0.5 ? 'ja' : 'en'
  const meaning = oneOf(MEANINGS, chance)
  const words = (chance() < jargon ? JARGON : COMMON)[lang][meaning]
  const parts = [OPENERS[lang], SUBJECTS[lang], words, CLOSERS[lang]].map((of) => oneOf(of, chance))
  const [opener, subject, said, closer] = parts
  const gap = lang === 'en' ? ' ' : ''
  return { text: `${opener}${subject}${gap}${said}${closer}`, lang, truth: TRUTHS[meaning] }
}

export function inventPosts(count: number, chance: Chance, jargon: number): InventedPost[] {
  return Array.from({ length: count }, () => inventPost(chance, jargon))
}

function oneOf<T>(all: readonly T[], chance: Chance): T {
  return all[Math.floor(chance() * all.length)] as T
}
