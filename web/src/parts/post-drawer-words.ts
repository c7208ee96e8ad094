import type { Answer } from '../api.ts'
import type { Words } from '../terms.ts'
import { defineWords } from '../words.ts'
import { INTENT_WORDS } from './words.ts'

type EvidenceOf = Answer<'GET /activities/{id}'>['evidence'][number]['of']

export const EVIDENCE_OF_WORDS: Record<EvidenceOf, Words> = {
  ...INTENT_WORDS,
  toxicity: { ja: '攻撃的な表現', en: 'Abuse' },
  sentiment: { ja: '感情', en: 'Sentiment' },
  stage: { ja: '段階', en: 'Stage' },
  stance: { ja: '賛否', en: 'Stance' },
  topic: { ja: '話題', en: 'Topic' },
}

export const DRAWER_WORDS = defineWords({
  channel: { ja: 'チャネル', en: 'Channel' },
  topics: { ja: '話題', en: 'Topics' },
  language: { ja: '言語', en: 'Language' },
  model: { ja: '判定したもの', en: 'Read by' },
  arrived: { ja: '届いた日時', en: 'Arrived' },
  evidence: { ja: '判定の根拠', en: 'Why it was read so' },
  noEvidence: { ja: '判定の根拠はありません。', en: 'There is no evidence beside this reading.' },
  of: { ja: '何の', en: 'Of' },
  text: { ja: '語句', en: 'Words' },
  weight: { ja: '重み', en: 'Weight' },
  payload: {
    ja: (format: string) => `届いたままのデータ (${format})`,
    en: (format: string) => `The payload as it came (${format})`,
  },
  noPayload: {
    ja: '届いたままのデータは残っていません。',
    en: 'The payload as it came is not kept.',
  },
})
