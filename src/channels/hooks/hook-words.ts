import type { Pushed } from '#listen/index.ts'
import type { Words } from '#vocabulary/index.ts'

/** Problems that every sender of outcomes can have. */
export const HOOK_PROBLEMS: Readonly<Record<string, Words>> = {
  'no-secret': {
    en: 'Something was sent, but this channel has no secret yet. Enter the one that the sender signs with.',
    ja: '送信がありましたが、署名の秘密鍵がまだ登録されていません。送信元の秘密鍵を入力してください。',
  },
  'bad-signature': {
    en: 'The signature does not fit the secret; what was sent was not taken. Check that the secret is the one of this address.',
    ja: '署名が秘密鍵と一致しないため、受け取りませんでした。このアドレス用の秘密鍵かどうかを確かめてください。',
  },
  'too-old': {
    en: 'The time in the signature is more than five minutes from ours; what was sent was not taken. Check the clock of this server.',
    ja: '署名の時刻がこのサーバーと5分以上ずれているため、受け取りませんでした。サーバーの時計を確かめてください。',
  },
  'not-json': {
    en: 'What was sent is well signed but no JSON; it was not taken. Let the sender send JSON.',
    ja: '署名は正しいものの、JSON ではないため受け取れませんでした。送信元の形式を JSON にしてください。',
  },
}

export function refuse(code: keyof typeof HOOK_PROBLEMS & string): Pushed {
  return { kind: 'refused', code, isForged: code !== 'not-json' }
}

/** What a kind that is told can tell. */
export const HOOK_CAPABILITIES = {
  edits: true,
  deletions: true,
  engagement: false,
  resume: 'none',
  send: false,
} as const

/** There is nothing to ask: the sender has to send. */
export async function nothingToProbe() {
  const note = {
    en: 'The settings are well. Save them, give the sender the address, and have it send a test event.',
    ja: '設定に問題はありません。保存後に表示されるアドレスを送信元に登録し、テストイベントを送信してください。',
  }
  return { kind: 'works' as const, found: [], notes: [note] }
}

/** A switch as a form fills it in. */
export function isOn(value: unknown): boolean {
  return value === true || value === 'true'
}
