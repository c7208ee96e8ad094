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

/** How each meaning is said. */
export type Vocabulary = Record<'ja' | 'en', Record<Meaning, readonly string[]>>

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

/** Made-up words stand in all of these, so that nothing but the word tells the meaning. */
const FRAMES = {
  ja: ['また#った', '#りっぱなし', '今日も#ってる', '#る日', 'ずっと#り続けてる', '二度目の#り'],
  en: ['#ed again', 'is #ing', '#s today', 'has #ed since noon', 'was #ed twice', 'is all #y'],
}
const SYLLABLES = {
  ja: [...'バビブベボガギグゲゴザジズゼゾダデドパピプペポムメモヌネノ'],
  en: [...'bdfgklmnprtvz'].flatMap((first) => [...'aeiou'].map((second) => first + second)),
}
const WORDS_PER_MEANING = 6

/**
 * A vocabulary of made-up words, six a meaning and language, each in every frame. `isKnown`: words that
 * are anybody's, and therefore not taken.
 */
export function inventWords(chance: Chance, isKnown: (word: string) => boolean): Vocabulary {
  const taken = new Set<string>()
  const word = (lang: 'ja' | 'en') => {
    for (;;) {
      const stem = Array.from({ length: 3 }, () => oneOf(SYLLABLES[lang], chance)).join('')
      const made = lang === 'en' ? `${stem}${oneOf([...'bdgkmpt'], chance)}` : stem
      if (taken.has(made) || isKnown(made)) continue
      taken.add(made)
      return made
    }
  }
  const sayings = (lang: 'ja' | 'en') => {
    const words = Array.from({ length: WORDS_PER_MEANING }, () => word(lang))
    return words.flatMap((made) => FRAMES[lang].map((frame) => frame.replace('#', made)))
  }
  const all = (lang: 'ja' | 'en') =>
    Object.fromEntries(MEANINGS.map((meaning) => [meaning, sayings(lang)])) as {
      [Said in Meaning]: string[]
    }
  return { ja: all('ja'), en: all('en') }
}

/** `jargon`: the share of posts, 0..1, that say it as only this workspace does, in words of its `own`. */
export function inventPost(chance: Chance, jargon: number, own = JARGON): InventedPost {
  const lang = chance() < 0.5 ? 'ja' : 'en'
  const meaning = oneOf(MEANINGS, chance)
  const words = (chance() < jargon ? own : COMMON)[lang][meaning]
  const parts = [OPENERS[lang], SUBJECTS[lang], words, CLOSERS[lang]].map((of) => oneOf(of, chance))
  const [opener, subject, said, closer] = parts
  const gap = lang === 'en' ? ' ' : ''
  return { text: `${opener}${subject}${gap}${said}${closer}`, lang, truth: TRUTHS[meaning] }
}

export function inventPosts(
  count: number,
  chance: Chance,
  jargon: number,
  own = JARGON,
): InventedPost[] {
  return Array.from({ length: count }, () => inventPost(chance, jargon, own))
}

function oneOf<T>(all: readonly T[], chance: Chance): T {
  return all[Math.floor(chance() * all.length)] as T
}
