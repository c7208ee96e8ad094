import type { Answer } from '../api.ts'
import { formatCount } from '../format.ts'
import type { Words } from '../terms.ts'
import { defineWords } from '../words.ts'
import { READING_PART_WORDS, SENTIMENT_WORDS, STAGE_WORDS, STANCE_WORDS } from './words.ts'

type EvidenceOf = Answer<'GET /activities/{id}'>['evidence'][number]['of']

export const EVIDENCE_OF_WORDS: Record<EvidenceOf, Words> = {
  ...READING_PART_WORDS,
  topic: { ja: '話題', en: 'Topic' },
}

/** The label of sentiment, stage or stance in words; other parts hold or don't. */
export function labelWords(of: EvidenceOf, label: string | undefined): Words | undefined {
  const words: Partial<Record<EvidenceOf, Record<string, Words>>> = {
    sentiment: SENTIMENT_WORDS,
    stage: STAGE_WORDS,
    stance: STANCE_WORDS,
  }
  return label === undefined ? undefined : words[of]?.[label]
}

export const DRAWER_WORDS = defineWords({
  channel: { ja: 'チャネル', en: 'Channel' },
  topics: { ja: '話題', en: 'Topics' },
  language: { ja: '言語', en: 'Language' },
  model: { ja: '判定したもの', en: 'Read by' },
  arrived: { ja: '届いた日時', en: 'Arrived' },
  evidence: { ja: '判定の根拠', en: 'Why it was read so' },
  evidenceTable: {
    ja: (pieces: number) => `根拠の一覧 (${formatCount(pieces, 'ja')}件)`,
    en: (pieces: number) => `All the evidence as a table (${formatCount(pieces, 'en')})`,
  },
  explain: { ja: '本文に示す根拠', en: 'Show in the text why' },
  explainTopics: { ja: '話題が出てくる箇所', en: 'Where topics are named' },
  partIs: {
    ja: (part: string, label: string) => `${part}: ${label}`,
    en: (part: string, label: string) => `${part}: ${label.toLowerCase()}`,
  },
  open: { ja: '未判定', en: 'not sure' },
  speaksFor: { ja: '判定を支える語句', en: 'speaks for it' },
  speaksAgainst: { ja: '判定に反する語句', en: 'speaks against it' },
  deeper: { ja: '濃いほど強い', en: 'the deeper, the stronger' },
  markFor: { ja: '(支える)', en: '(for)' },
  markForStrongly: { ja: '(強く支える)', en: '(strongly for)' },
  markAgainst: { ja: '(反する)', en: '(against)' },
  markAgainstStrongly: { ja: '(強く反する)', en: '(strongly against)' },
  noEvidence: { ja: '判定の根拠はありません。', en: 'There is no evidence beside this reading.' },
  of: { ja: '何の', en: 'Of' },
  text: { ja: '語句', en: 'Words' },
  weight: { ja: '重み', en: 'Weight' },
  addsUp: {
    ja: '項目ごとに、語句・規則の重みと基準値、文全体、残りを足すと得点になります。',
    en: 'For each label the weights of words and rules, the base, the whole text and the rest add up to the score.',
  },
  rule: { ja: (name: string) => `（規則: ${name}）`, en: (name: string) => `(rule: ${name})` },
  ofTopic: { ja: (name: string) => `（話題: ${name}）`, en: (name: string) => `(topic: ${name})` },
  bias: { ja: '基準値（何も書かれていない場合）', en: 'Base (where nothing speaks)' },
  whole: {
    ja: '文全体（長さや形、感情の合計、組み合わせ）',
    en: 'The text as a whole (length and shape, feeling in all, what comes together)',
  },
  rest: { ja: '残りの語句・規則の合計', en: 'All other words and rules' },
  score: { ja: '得点', en: 'Score' },
  payload: {
    ja: (format: string) => `届いたままのデータ (${format})`,
    en: (format: string) => `The payload as it came (${format})`,
  },
  noPayload: {
    ja: '届いたままのデータは残っていません。',
    en: 'The payload as it came is not kept.',
  },
})
