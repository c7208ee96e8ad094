import { formatCount, formatDay, formatShare } from '../../format.ts'
import type { InterfaceLanguage, Words } from '../../terms.ts'
import { STATE_WORDS as EXPERIMENT_STATES } from '../experiments/words.ts'
import { FIELD_WORDS } from '../person/merge-words.ts'
import { BASIS_WORDS, KIND_WORDS, MEANS_WORDS, OUTCOME_WORDS } from '../privacy/words.ts'
import { ROLE_WORDS } from '../settings/words.ts'
import { STATE_WORDS as WEBHOOK_STATES } from '../webhooks/words.ts'
import { CHANGED_WORDS } from './words.ts'

/** What an act names without values before and after: its key, and what its values are called. */
const DETAILS: Record<string, { key: Words; values?: Record<string, Words> }> = {
  channel: { key: { ja: '手段', en: 'By' }, values: MEANS_WORDS },
  kind: { key: { ja: '種類', en: 'Kind' }, values: KIND_WORDS },
  outcome: { key: { ja: '回答', en: 'Answer' }, values: OUTCOME_WORDS },
  basis: { key: { ja: '根拠', en: 'Basis' }, values: BASIS_WORDS },
  from: {
    key: { ja: '前の状態', en: 'Before' },
    values: { ...EXPERIMENT_STATES, ...ROLE_WORDS },
  },
  to: { key: { ja: '後の状態', en: 'After' }, values: ROLE_WORDS },
  because: { key: { ja: '理由', en: 'Because' }, values: WEBHOOK_STATES },
  by: {
    key: { ja: '承認者', en: 'By' },
    values: { 'only-manager': { ja: 'ただ1人の管理者', en: 'the only manager there is' } },
  },
  due: { key: { ja: '回答期限', en: 'Due' } },
  holdoutShare: { key: { ja: '声をかけない割合', en: 'Share left alone' } },
  model: { key: { ja: 'モデル', en: 'Model' } },
  tombstones: { key: { ja: '再登録を防ぐ印', en: 'Marks that keep them out' } },
  posts: { key: { ja: '投稿', en: 'Posts' } },
  activities: { key: { ja: '行動', en: 'Activities' } },
  read: { key: { ja: '読み込み', en: 'Read' } },
  new: { key: { ja: '新規', en: 'New' } },
  duplicate: { key: { ja: '重複', en: 'Duplicate' } },
  updated: { key: { ja: '更新', en: 'Updated' } },
  deleted: { key: { ja: '削除', en: 'Deleted' } },
  refused: { key: { ja: '取り込み不可', en: 'Refused' } },
  removed: { key: { ja: '取り除いた記録', en: 'Removed' } },
  restored: { key: { ja: '元に戻した記録', en: 'Restored' } },
  kept: { key: { ja: '残した記録', en: 'Kept' } },
  values: { key: { ja: '項目の値', en: 'Values' } },
  owners: { key: { ja: '担当', en: 'Owners' } },
  tags: { key: { ja: 'タグ', en: 'Tags' } },
  notes: { key: { ja: 'メモ', en: 'Notes' } },
}

/** A field of which only the name is told, or null where it has no words here. */
function fieldWords(name: string): Words | null {
  const known: Record<string, Words> = { ...FIELD_WORDS, ...CHANGED_WORDS }
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null
}

function valueText(key: string, value: string, language: InterfaceLanguage): string {
  const words = DETAILS[key]?.values?.[value]
  if (words !== undefined) return words[language]
  if (key === 'holdoutShare') return formatShare(Number(value), language)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language)
  return /^\d+$/.test(value) ? formatCount(Number(value), language) : value
}

/**
 * A detail of an act in words: `channel=mail` is 手段: メール, `name` is 名称. What has no words here
 * stays as it is. Null for what only programs read: ids.
 */
export function detailText(detail: string, language: InterfaceLanguage): string | null {
  if (/[0-9a-f]{8}-[0-9a-f]{4}-/.test(detail)) return null
  const at = detail.indexOf('=')
  if (at === -1) return fieldWords(detail)?.[language] ?? detail
  const key = detail.slice(0, at)
  const known = Object.hasOwn(DETAILS, key) ? DETAILS[key] : undefined
  if (known === undefined) return detail
  return `${known.key[language]}: ${valueText(key, detail.slice(at + 1), language)}`
}
