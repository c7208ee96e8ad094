import type { LiveSettings } from '#listen/index.ts'
import { EnishiError, LIMITS, type Words } from '#vocabulary/index.ts'

/** What a feed channel listens to, as it is kept. */
export interface FeedSettings {
  address: string
  /** Whether pages of entries that are excerpts are fetched. */
  fullText: boolean
  /** Bounds of the time between two looks. */
  minutesMin: number
  minutesMax: number
}

export const MINUTES_MIN = 1
export const MINUTES_MAX = 1440
export const MINUTES_MIN_DEFAULT = 10
export const MINUTES_MAX_DEFAULT = 360

/** Checks what was filled in; throws `bad-input` that names the field. Pure. */
export function settleFeed(filledIn: Readonly<Record<string, unknown>>): FeedSettings {
  const minutesMin = readMinutes(filledIn.minutesMin ?? MINUTES_MIN_DEFAULT, 'minutesMin')
  const minutesMax = readMinutes(
    filledIn.minutesMax ?? Math.max(minutesMin, MINUTES_MAX_DEFAULT),
    'minutesMax',
  )
  if (minutesMax < minutesMin)
    throw badInput('minutesMax', {
      ja: '最長の間隔は、最短の間隔以上にしてください。',
      en: 'The longest interval must not be shorter than the shortest one.',
    })
  return {
    address: readAddress(filledIn.address),
    fullText: readSwitch(filledIn.fullText ?? true),
    minutesMin,
    minutesMax,
  }
}

/** Settings as they were kept: checked again, since what is kept may be older than the checks. */
export function readFeedSettings(kept: LiveSettings): FeedSettings {
  return settleFeed(kept)
}

/** `feed:` and a missing scheme are how people copy addresses; a fragment is never sent. */
function readAddress(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  const written = text.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')
  const url = URL.parse(
    /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[\w.-]+:\d/.test(written)
      ? written
      : `https://${written}`,
  )
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (url === null || !isWeb || url.hostname === '' || url.href.length > LIMITS.urlCharsMax)
    throw badInput('address', {
      ja: 'フィードのアドレスを https:// から始まる形で入力してください。',
      en: 'Enter the address of the feed, beginning with https://.',
    })
  if (url.username !== '' || url.password !== '')
    throw badInput('address', {
      ja: 'アドレスにユーザー名やパスワードを含めることはできません。',
      en: 'The address may not hold a user name or password.',
    })
  url.hash = ''
  return url.href
}

function readMinutes(value: unknown, field: string): number {
  const minutes = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof minutes === 'number' && minutes >= MINUTES_MIN && minutes <= MINUTES_MAX)
    return Math.round(minutes)
  throw badInput(field, {
    ja: `${MINUTES_MIN}〜${MINUTES_MAX} 分で指定してください。`,
    en: `Choose from ${MINUTES_MIN} to ${MINUTES_MAX} minutes.`,
  })
}

function readSwitch(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw badInput('fullText', { ja: 'オンかオフを選んでください。', en: 'Switch it on or off.' })
}

function badInput(field: string, words: Words): EnishiError {
  return new EnishiError('bad-input', words, { field })
}
