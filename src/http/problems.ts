import {
  EnishiError,
  type ErrorCode,
  type InterfaceLanguage,
  type Words,
} from '#vocabulary/index.ts'
import type { Problem } from './contract/shapes.ts'

/** The one table from codes to HTTP statuses. */
export const STATUS_OF: Record<ErrorCode, number> = {
  'bad-input': 400,
  'not-signed-in': 401,
  'bad-signature': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-busy': 429,
  'not-ready': 503,
  'already-set-up': 409,
  'port-taken': 500,
  'folder-not-writable': 500,
  'folder-held': 500,
  'database-unreachable': 503,
  'database-not-startable': 503,
  'database-too-old': 503,
  'wrong-node': 500,
  fault: 500,
}

const TITLES: Record<ErrorCode, Words> = {
  'bad-input': { en: 'The request cannot be understood', ja: 'リクエストの内容に誤りがあります' },
  'not-signed-in': { en: 'Not signed in', ja: 'サインインしていません' },
  'bad-signature': { en: 'Signature not accepted', ja: '署名を確認できません' },
  forbidden: { en: 'Not allowed', ja: '許可されていません' },
  'not-found': { en: 'Not found', ja: '見つかりません' },
  conflict: { en: 'In conflict with what is there', ja: '既存の内容と衝突しています' },
  'too-large': { en: 'Too large', ja: '大きすぎます' },
  'too-busy': { en: 'Too many requests', ja: 'リクエストが多すぎます' },
  'not-ready': { en: 'Not ready', ja: 'まだ準備ができていません' },
  'already-set-up': { en: 'Set up already', ja: 'すでに設定済みです' },
  'port-taken': { en: 'Port taken', ja: 'ポートが使用中です' },
  'folder-not-writable': { en: 'Folder not writable', ja: 'フォルダーに書き込めません' },
  'folder-held': { en: 'Folder in use', ja: 'フォルダーが使用中です' },
  'database-unreachable': { en: 'Database unreachable', ja: 'データベースに接続できません' },
  'database-not-startable': { en: 'Database not startable', ja: 'データベースを起動できません' },
  'database-too-old': { en: 'Database too old', ja: 'データベースが古すぎます' },
  'wrong-node': { en: 'Wrong Node.js', ja: 'Node.js のバージョンが異なります' },
  fault: { en: 'A fault of ours', ja: 'こちらの不具合です' },
}

/** Codes whose words name folders, addresses or drivers of the server; strangers get the title only. */
const INWARD = new Set<ErrorCode>([
  'port-taken',
  'folder-not-writable',
  'folder-held',
  'database-unreachable',
  'database-not-startable',
  'database-too-old',
  'wrong-node',
])

/** A refusal as RFC 9457 wants it, in the caller's language. */
export function problemOf(error: EnishiError, language: InterfaceLanguage): Problem {
  const { code, place } = error
  return {
    type: `urn:enishi:problem:${code}`,
    title: TITLES[code][language],
    status: STATUS_OF[code],
    code,
    ...(INWARD.has(code) ? {} : { detail: error.words[language] }),
    ...(place.field === undefined ? {} : { field: place.field }),
  }
}

/** What is said of anything unexpected: nothing but an id to find it in the log by. */
export function faultOf(errorId: string): EnishiError {
  return new EnishiError('fault', {
    en: `Something went wrong on our side. The server's log has it under ${errorId}.`,
    ja: `サーバー側で不具合が起きました。サーバーのログに ${errorId} として記録されています。`,
  })
}

/** The interface language that an Accept-Language header (RFC 9110, 12.5.4) prefers; English without a wish. */
export function languageOf(header: string | undefined): InterfaceLanguage {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.map((p) => /^\s*q=([0-9.]+)$/.exec(p)?.[1]).find((p) => p !== undefined)
    return { language: tag.trim().split('-')[0], weight: q === undefined ? 1 : Number(q) }
  })
  const weightOf = (language: InterfaceLanguage) =>
    Math.max(0, ...wishes.filter((w) => w.language === language).map((w) => w.weight || 0))
  return weightOf('ja') > weightOf('en') ? 'ja' : 'en'
}
