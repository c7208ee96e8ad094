import type { CorrectedPart, InterfaceLanguage, Words } from '../terms.ts'
import { defineWords } from '../words.ts'
import {
  READING_PART_WORDS,
  SENTIMENT_WORDS,
  STAGE_WORDS,
  STANCE_WORDS,
  YES_OR_NO_WORDS,
} from './words.ts'

export const PART_WORDS: Record<CorrectedPart, Words> = {
  ...READING_PART_WORDS,
  other: { ja: 'ほか', en: 'Other' },
}

/** The labels of a part in the order of their choice; `yes` and `no` where it holds or doesn't. */
export function labelsOfPart(part: CorrectedPart): Record<string, Words> {
  if (part === 'sentiment') return SENTIMENT_WORDS
  if (part === 'stage') return STAGE_WORDS
  if (part === 'stance') return STANCE_WORDS
  return { yes: YES_OR_NO_WORDS.true, no: YES_OR_NO_WORDS.false }
}

/** A part with its label: 「感情: 肯定」, "Sentiment: positive". */
export function partIs(part: CorrectedPart, label: string, language: InterfaceLanguage): string {
  const words = labelsOfPart(part)[label]?.[language] ?? label
  return `${PART_WORDS[part][language]}: ${language === 'en' ? words.toLowerCase() : words}`
}

export const CORRECTION_WORDS = defineWords({
  /** What a chip is called to those who hear it. */
  chip: {
    ja: (said: string) => `${said} (訂正する)`,
    en: (said: string) => `${said} (correct it)`,
  },
  openChip: {
    ja: (said: string) => `未判定 ${said} (決める)`,
    en: (said: string) => `Not sure, ${said} (decide it)`,
  },
  guess: { ja: (said: string) => `${said}？`, en: (said: string) => `${said}?` },
  confirm: {
    ja: (said: string) => `「${said}」で合っている`,
    en: (said: string) => `“${said}” is right`,
  },
  moreOpen: {
    ja: (parts: number) => `未判定 ほか${parts}件`,
    en: (parts: number) => `${parts} more not sure`,
  },
  isNotThis: {
    ja: (said: string) => `「${said}」ではない (1回で訂正)`,
    en: (said: string) => `Not “${said}” (corrects it at once)`,
  },
  isOther: { ja: 'ほか (どれでもない)', en: 'Other (none of these)' },
  oneTap: { ja: '判定をひと押しで訂正', en: 'Correct the reading in one tap' },
  add: { ja: '判定を加える', en: 'Add what is missing' },
  addStage: { ja: '段階', en: 'Stage' },
  addIntent: { ja: '意図', en: 'Intent' },
  isNot: {
    ja: (name: string) => `「${name}」ではない`,
    en: (name: string) => `Not “${name}”`,
  },
  rather: { ja: '正しくは', en: 'It is rather' },
  takeBackAll: {
    ja: 'この投稿の訂正をすべて取り消す',
    en: 'Take back all corrections of this post',
  },
  notice: { ja: 'お知らせ', en: 'Notice' },
  corrected: {
    ja: (said: string[]) => `訂正しました (${said.join('、')})`,
    en: (said: string[]) => `Corrected. ${said.join(', ')}.`,
  },
  confirmed: {
    ja: (said: string[]) => `確認しました (${said.join('、')})`,
    en: (said: string[]) => `Confirmed. ${said.join(', ')}.`,
  },
  tookBack: {
    ja: '訂正を取り消し、モデルの判定に戻しました。',
    en: 'Taken back. The model’s reading holds again.',
  },
  undone: { ja: '元に戻しました。', en: 'Undone.' },
  undo: { ja: '元に戻す', en: 'Undo' },
})
