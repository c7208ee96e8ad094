export { blockingKeys } from './blocking-keys.ts'

export {
  compareVoices,
  type UsualVoices,
  usualAmong,
  type Voice,
  voiceOf,
} from './compare-voices.ts'

export {
  type Frequencies,
  frequencyKeys,
  judgePair,
  SOCIAL_PARAMETERS,
  tellingValues,
} from './judge-pair.ts'

export type { MatchRecord, PairSignals } from './match-record.ts'
export { type Matched, type MatchedPair, matchRecords, matchTable } from './match-records.ts'
export { phoneCountryOf, readAnyPhone, readPhone, readPlainPhone } from './read-phone.ts'
export { RecordTable } from './record-table.ts'
