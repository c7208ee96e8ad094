import {
  EnishiError,
  type FieldKind,
  type FieldValue,
  isUuid,
  LIMITS,
  type Words,
} from '#vocabulary/index.ts'

export interface FieldForm {
  kind: FieldKind
  choices: readonly { id: string; name: string }[]
}

/** The value as it is kept. Throws `bad-input`, with words on what the field takes. */
export function checkValue(field: FieldForm & { name: string }, value: FieldValue): FieldValue {
  const kept = CHECKS[field.kind](value, field)
  if (kept !== undefined) return kept
  const { en, ja } = TAKES[field.kind]
  throw new EnishiError(
    'bad-input',
    { en: `“${field.name}” takes ${en}.`, ja: `「${field.name}」には${ja}を入力してください。` },
    { field: 'fields' },
  )
}

type Check = (value: FieldValue, field: FieldForm) => FieldValue | undefined

/** What each kind keeps of a value; undefined for one that it doesn't take. */
const CHECKS: Record<FieldKind, Check> = {
  text: (value) => {
    const text = typeof value === 'string' ? value.trim() : ''
    const isShort = text.length <= LIMITS.fieldTextCharsMax
    return text !== '' && isShort && !text.includes('\u0000') ? text.toWellFormed() : undefined
  },
  number: (value) => (isWithin(value) ? value : undefined),
  money: (value) => (isWithin(value) && Number.isSafeInteger(value) ? value : undefined),
  date: (value) => (typeof value === 'string' && isDay(value) ? value : undefined),
  'yes-no': (value) => (typeof value === 'boolean' ? value : undefined),
  url: (value) => (typeof value === 'string' ? webAddress(value.trim()) : undefined),
  choice: (value, { choices }) => choices.find(({ id }) => id === value)?.id,
  choices: (value, { choices }) => {
    if (!Array.isArray(value) || value.length === 0) return undefined
    if (!value.every((one) => isUuid(one) && choices.some(({ id }) => id === one))) return undefined
    // In the order of the field, each once: the same choice is the same value.
    return choices.map(({ id }) => id).filter((id) => value.includes(id))
  },
}

function isWithin(value: FieldValue): value is number {
  return typeof value === 'number' && Math.abs(value) <= LIMITS.fieldNumberMax
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function webAddress(text: string): string | undefined {
  if (text.length > LIMITS.urlCharsMax || !URL.canParse(text)) return undefined
  const { protocol, href } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

const most = LIMITS.fieldTextCharsMax

/** What a kind takes, behind 'takes' and before 'を入力してください'. */
const TAKES: Record<FieldKind, Words> = {
  text: { en: `a text of at most ${most} characters`, ja: `${most}字以内の文字` },
  number: { en: 'a number of at most 15 digits', ja: '15桁以内の数値' },
  money: { en: 'an amount in whole minor units', ja: '金額（最小単位の整数）' },
  date: { en: 'a day that exists, such as 2026-03-31', ja: '2026-03-31 のような実在する日付' },
  'yes-no': { en: 'yes or no', ja: '「はい」か「いいえ」' },
  url: {
    en: 'a web address that begins with https:// or http://',
    ja: 'https:// または http:// で始まる URL',
  },
  choice: { en: 'one of its choices', ja: '選択肢のうち1つ' },
  choices: { en: 'one or more of its choices', ja: '選択肢のうち1つ以上' },
}
