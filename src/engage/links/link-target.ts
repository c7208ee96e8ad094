import { EnishiError, LIMITS } from '#vocabulary/index.ts'

/**
 * Where a link may lead: an http or https address without user name or password, as it is written
 * after resolving. Throws `bad-input`.
 */
export function readTarget(text: string): string {
  const url = URL.parse(text)
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname !== ''
  const hasLogin = url !== null && (url.username !== '' || url.password !== '')
  if (isWeb && !hasLogin && url.href.length <= LIMITS.urlCharsMax) return url.href
  const words = {
    en: 'Enter an address that begins with http:// or https://, without a user name.',
    ja: 'http:// または https:// で始まり、ユーザー名を含まないアドレスを入力してください。',
  }
  throw new EnishiError('bad-input', words, { field: 'target' })
}
