import { EnishiError, LIMITS } from '#vocabulary/index.ts'

/**
 * Where changes may be sent: an http or https address without user name or password, as it is written
 * after resolving. Whether it may be called is judged at each call. Throws `bad-input`.
 */
export function readAddress(text: string): string {
  const url = URL.parse(text)
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname !== ''
  const hasLogin = url !== null && (url.username !== '' || url.password !== '')
  if (isWeb && !hasLogin && url.href.length <= LIMITS.urlCharsMax) {
    url.hash = ''
    return url.href
  }
  const words = {
    en: 'Enter an address that begins with https:// (or http://), without a user name.',
    ja: 'https://（または http://）で始まり、ユーザー名を含まないアドレスを入力してください。',
  }
  throw new EnishiError('bad-input', words, { field: 'address' })
}
