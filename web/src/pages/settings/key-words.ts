import type { ItemOf } from '../../api.ts'
import type { Words } from '../../terms.ts'
import { defineWords } from '../../words.ts'

export type Scope = ItemOf<'GET /api-keys'>['scope']

export const SCOPE_WORDS: Record<Scope, Words> = {
  read: { ja: '読む', en: 'Read' },
  write: { ja: '読む・書く', en: 'Read and write' },
  admin: { ja: '管理も含むすべて', en: 'Everything, settings too' },
}

export const WORDS = defineWords({
  intro: {
    ja: 'ほかのシステムが Enishi を読み書きするための鍵です。',
    en: 'Keys with which other systems read from Enishi and write to it.',
  },
  name: { ja: '名前', en: 'Name' },
  nameHint: { ja: 'どこで使うか', en: 'Where it will be used' },
  scope: { ja: 'できること', en: 'May' },
  create: { ja: 'キーを作る', en: 'Make key' },
  created: { ja: '作成', en: 'Made' },
  lastUsed: { ja: '最後の使用', en: 'Last used' },
  never: { ja: '未使用', en: 'never' },
  revoke: { ja: '取り消す', en: 'Revoke' },
  revokeOf: { ja: (name: string) => `${name}を取り消す`, en: (name: string) => `Revoke ${name}` },
  revokeTitle: { ja: 'キーの取り消し', en: 'Revoke key' },
  revokeText: {
    ja: (name: string) =>
      `「${name}」を取り消すと、このキーを使うシステムはすぐに接続できなくなります。`,
    en: (name: string) => `Once “${name}” is revoked, whatever uses it can’t connect any more.`,
  },
  actions: { ja: '操作', en: 'Actions' },
  once: {
    ja: 'このキーが表示されるのは今だけです。安全な場所に保存してください。',
    en: 'This key is shown only now. Keep it in a safe place.',
  },
  newKey: { ja: '新しいキー', en: 'New key' },
  copy: { ja: 'コピー', en: 'Copy' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  none: { ja: 'キーはまだありません。', en: 'There are no keys yet.' },
})
