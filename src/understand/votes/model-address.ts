import { EnishiError } from '#vocabulary/index.ts'

/**
 * The address of an OpenAI-compatible interface as it is kept: what stands before
 * `/chat/completions`, without a slash at its end; empty stays empty. Throws `bad-input` for what is
 * no http(s) address, or holds a name, a password, a query or a fragment.
 */
export function modelAddress(entered: string): string {
  const text = entered.trim()
  if (text === '') return ''
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw noAddress()
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw noAddress()
  }
  return url.href.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
}

function noAddress(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Enter the address in full, such as https://models.example/v1, without a name, password or “?” in it. The key has a field of its own.',
      ja: 'アドレスは https://models.example/v1 のように省略せずに入力してください。ユーザー名・パスワード・「?」以降は含められません。キーは専用の欄に入力します。',
    },
    { field: 'address' },
  )
}
