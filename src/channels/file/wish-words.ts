import {
  CONTACT_CHANNELS,
  type ContactChannel,
  DO_NOT_CONTACT_CHANNELS,
  type DoNotContactChannel,
} from '#vocabulary/index.ts'

/** How exports tick a box. */
const YES = new Set(
  `1 true yes y on x checked はい 有 あり する 済 オン 真 ○ 〇 ◯ ✓ ✔ ☑ 不可 禁止 拒否 停止 ng 許可 可 同意 ok
  optout opted-out unsubscribed オプトアウト 配信停止 optin opted-in subscribed オプトイン`.split(
    /\s+/,
  ),
)
const NO = new Set(
  '0 false no n off unchecked いいえ 無 なし しない オフ 偽 × ✕ - ー 未 ☐'.split(/\s+/),
)

/** What channels are called in lists. */
const CHANNELS: Record<string, DoNotContactChannel> = {
  ...Object.fromEntries(DO_NOT_CONTACT_CHANNELS.map((channel) => [channel, channel])),
  ...{ すべて: 'all', 全て: 'all', メール: 'mail', email: 'mail', eメール: 'mail' },
  ...{ 電話: 'phone', call: 'phone', 訪問: 'visit', 郵送: 'post', 郵便: 'post', dm: 'post' },
  ...{ メッセージ: 'message' },
}

/** Whether a cell ticks its box; undefined where it says neither. */
export function isTicked(cell: string): boolean | undefined {
  const folded = folding(cell)
  if (YES.has(folded)) return true
  return NO.has(folded) ? false : undefined
}

/**
 * By which means a cell of "do not contact" closes: those that it names, or by none or all where it is a
 * box. Undefined where it can't be told.
 */
export function closedBy(cell: string): DoNotContactChannel[] | undefined {
  const ticked = isTicked(cell)
  if (ticked !== undefined) return ticked ? ['all'] : []
  return named(cell)
}

/** The same for consent; a box is about mail, which is what the law asks it for. */
export function agreedTo(cell: string): ContactChannel[] | undefined {
  // What may be done is `可` here and what may not be is `不可`.
  if (/^(不可|拒否|停止|禁止|ng)$/.test(folding(cell))) return []
  const ticked = isTicked(cell)
  if (ticked !== undefined) return ticked ? ['mail'] : []
  const channels = named(cell)
  return channels && CONTACT_CHANNELS.filter((channel) => channels.includes(channel))
}

function named(cell: string): DoNotContactChannel[] | undefined {
  const words = folding(cell)
    .split(/[;；,、\s]+/)
    .filter((word) => word !== '')
  const channels = words.map((word) => (Object.hasOwn(CHANNELS, word) ? CHANNELS[word] : undefined))
  return channels.every((channel) => channel !== undefined) ? channels : undefined
}

function folding(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase()
}
