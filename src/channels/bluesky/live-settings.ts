import type { LiveSettings } from '#listen/index.ts'
import { EnishiError, isUuid, LIMITS, type Words } from '#vocabulary/index.ts'

/** What a Bluesky channel listens to, as it is kept. */
export interface BlueskySettings {
  /** The stream, `wss://host/subscribe`. */
  address: string
  keywords: string[]
  /** `all`, or ids of topics. */
  topics: 'all' | string[]
  /** Handles (`alice.bsky.social`) and DIDs, whose every post is taken. */
  accounts: string[]
  /** Primary language tags that a post found by its words must claim; empty: any. */
  languages: string[]
  /** Answers to and quotes of what was taken. */
  replies: boolean
  /** Likes and reposts of what was taken, follows of the accounts. */
  engagement: boolean
  /** Where handles are resolved, `https://host`. */
  apiAddress: string
}

export const JETSTREAM_ADDRESSES = [
  'wss://jetstream2.us-east.bsky.network/subscribe',
  'wss://jetstream1.us-east.bsky.network/subscribe',
  'wss://jetstream1.us-west.bsky.network/subscribe',
  'wss://jetstream2.us-west.bsky.network/subscribe',
] as const
export const API_ADDRESS = 'https://public.api.bsky.app'

const KEYWORDS_MAX = 500
/** Jetstream itself takes no more (`wantedDids`). */
const ACCOUNTS_MAX = 10_000
const LANGUAGES_MAX = 50

/** Checks what was filled in; throws `bad-input` that names the field. Pure. */
export function settleBluesky(filledIn: Readonly<Record<string, unknown>>): BlueskySettings {
  const settings = {
    address: readAddress(filledIn.address ?? JETSTREAM_ADDRESSES[0], 'address', ['wss:', 'ws:']),
    keywords: readWords(filledIn.keywords, 'keywords', KEYWORDS_MAX, readKeyword),
    topics: readTopics(filledIn.topics),
    accounts: readWords(filledIn.accounts, 'accounts', ACCOUNTS_MAX, readAccount),
    languages: readWords(filledIn.languages, 'languages', LANGUAGES_MAX, readLanguage),
    replies: readSwitch(filledIn.replies, 'replies'),
    engagement: readSwitch(filledIn.engagement, 'engagement'),
    apiAddress: readAddress(filledIn.apiAddress ?? API_ADDRESS, 'apiAddress', ['https:', 'http:']),
  }
  if (settings.keywords.length + settings.topics.length + settings.accounts.length === 0) {
    throw badInput('keywords', {
      ja: 'キーワード、話題、アカウントのどれかを 1 つ以上指定してください。',
      en: 'Name at least one keyword, topic or account to listen for.',
    })
  }
  return settings
}

/** Settings as they were kept: checked again, since what is kept may be older than the checks. */
export function readSettings(kept: LiveSettings): BlueskySettings {
  return settleBluesky(kept)
}

function badInput(field: string, words: Words): EnishiError {
  return new EnishiError('bad-input', words, { field })
}

function readAddress(value: unknown, field: string, schemes: readonly string[]): string {
  const text = typeof value === 'string' ? value.trim() : ''
  const url = URL.parse(text)
  if (url === null || !schemes.includes(url.protocol) || text.length > LIMITS.urlCharsMax) {
    throw badInput(field, {
      ja: `${schemes[0]}// で始まるアドレスを入力してください。`,
      en: `Enter an address that begins with ${schemes[0]}//.`,
    })
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw badInput(field, {
      ja: 'アドレスにはパスまでを入力してください。? や # 以降、ユーザー名は含められません。',
      en: 'Enter the address up to its path, without ?, # or a user name.',
    })
  }
  const path = url.pathname === '/' && url.protocol.startsWith('ws') ? '/subscribe' : url.pathname
  return `${url.protocol}//${url.host}${path === '/' ? '' : path}`
}

function readWords(
  value: unknown,
  field: string,
  countMax: number,
  readOne: (word: string, field: string) => string,
): string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    throw badInput(field, {
      ja: '1 行に 1 つずつ入力してください。',
      en: 'Enter one a line.',
    })
  }
  const words = value.map((word) => (typeof word === 'string' ? word.trim() : ''))
  const read = words.filter((word) => word !== '').map((word) => readOne(word, field))
  const distinct = [...new Set(read)]
  if (distinct.length <= countMax) return distinct
  throw badInput(field, {
    ja: `${countMax} 個までにしてください。`,
    en: `At most ${countMax} are possible.`,
  })
}

function readKeyword(word: string, field: string): string {
  if (word.length <= LIMITS.aliasCharsMax) return word
  throw badInput(field, {
    ja: `「${word.slice(0, 30)}…」は長すぎます(${LIMITS.aliasCharsMax} 文字まで)。`,
    en: `"${word.slice(0, 30)}…" is too long (${LIMITS.aliasCharsMax} characters at most).`,
  })
}

/** https://atproto.com/specs/did and https://atproto.com/specs/handle */
const DID = /^did:(plc:[a-z2-7]{24}|web:[A-Za-z0-9.%:-]+)$/
const HANDLE = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/
const PROFILE_PAGE = /^https:\/\/bsky\.app\/profile\/([^/?#]+)\/?$/

function readAccount(word: string, field: string): string {
  const name = (PROFILE_PAGE.exec(word)?.[1] ?? word).replace(/^@/, '')
  if (isDid(name)) return name
  const handle = name.toLowerCase()
  if (handle.length <= 253 && HANDLE.test(handle)) return handle
  throw badInput(field, {
    ja: `「${word.slice(0, 60)}」はアカウントとして読めません。alice.bsky.social のようなハンドルか、did:plc: で始まる DID を入力してください。`,
    en: `"${word.slice(0, 60)}" is no account. Enter a handle such as alice.bsky.social, or a DID that begins with did:plc:.`,
  })
}

export function isDid(text: string): boolean {
  return DID.test(text)
}

function readLanguage(word: string, field: string): string {
  const tag = word.toLowerCase()
  if (/^[a-z]{2,3}$/.test(tag)) return tag
  throw badInput(field, {
    ja: `「${word.slice(0, 30)}」は言語コードではありません。ja、en のように入力してください。`,
    en: `"${word.slice(0, 30)}" is no language code. Enter codes such as ja or en.`,
  })
}

function readTopics(value: unknown): 'all' | string[] {
  if (value === undefined || value === null) return []
  if (value === 'all') return 'all'
  if (Array.isArray(value) && value.every((id) => typeof id === 'string' && isUuid(id))) {
    return [...new Set<string>(value)]
  }
  throw badInput('topics', {
    ja: '「すべて」か、話題を選んでください。',
    en: 'Choose all topics, or some of them.',
  })
}

function readSwitch(value: unknown, field: string): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'boolean') return value
  throw badInput(field, { ja: 'オンかオフを選んでください。', en: 'Choose on or off.' })
}
