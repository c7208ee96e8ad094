import type { LiveKind } from '#listen/index.ts'
import { OUTSIDE_WORDS } from '#outside/outside-fault.ts'
import type { Words } from '#vocabulary/index.ts'

/** Problems that the engine of listening itself notes. */
const OWN_WORDS: Readonly<Record<string, Words>> = {
  'refused-record': {
    en: 'Something that was heard could not be read; it was left out.',
    ja: '受信した内容の一部を読み取れなかったため、取り込みませんでした。',
  },
  'too-large': {
    en: 'Something that was heard is too large to be kept; it was left out.',
    ja: '受信した内容の一部が大きすぎるため、取り込みませんでした。',
  },
  'not-recorded': {
    en: 'Something that was heard could not be recorded; it was left out. The detail says why.',
    ja: '受信した内容の一部を記録できなかったため、取り込みませんでした。詳細に理由があります。',
  },
  fault: {
    en: 'A fault of ours stopped listening for a moment; it is tried again.',
    ja: 'Enishi の不具合で受信が一時的に止まりました。自動的に再試行します。',
  },
}

const SHARED_WORDS: Readonly<Record<string, Words>> = { ...OUTSIDE_WORDS, ...OWN_WORDS }

/** What a problem code means: the kind's own words, else those that all kinds share. */
export function problemWordsOf(kinds: readonly LiveKind[], kind: string, code: string): Words {
  const own = kinds.find((one) => one.kind === kind)?.problemWords[code]
  return own ?? SHARED_WORDS[code] ?? { en: code, ja: code }
}
