import type { Words } from '#vocabulary/index.ts'
import type { OutsideFailure } from './ports.ts'

/** What failed, at which address, and what the machine said about it. */
export interface OutsideFault {
  code: OutsideFailure
  /** Without credentials, and without query and fragment, which may hold secrets. */
  url: string
  /** A host, an error code of the system, a status: for the reader of logs. Not translated. */
  detail?: string
  /** With `too-many-redirects`: where the next one leads, in full. Not for showing. */
  leadsTo?: string
}

/** Thrown only while a body is read: until then failures are values. */
export class OutsideError extends Error {
  readonly failure: OutsideFault

  constructor(failure: OutsideFault, cause?: unknown) {
    super(`${failure.code}: ${failure.url} ${failure.detail ?? ''}`.trim(), { cause })
    this.name = 'OutsideError'
    this.failure = failure
  }
}

/** An address as it may be shown and logged. */
export function shownUrl(url: string | URL): string {
  const parsed = typeof url === 'string' ? URL.parse(url) : url
  return parsed === null ? String(url).slice(0, 200) : `${parsed.origin}${parsed.pathname}`
}

/** What happened and the way out, for people. */
export const OUTSIDE_WORDS: Record<OutsideFailure, Words> = {
  'bad-url': {
    ja: 'アドレスとして読めません。https:// から始まる形で入力してください。',
    en: 'This is not an address. Write it in full, beginning with https://.',
  },
  'refused-scheme': {
    ja: 'この種類のアドレスには接続しません。http か https(ソケットは ws か wss)を使ってください。',
    en: 'Enishi does not call this kind of address. Use http or https (ws or wss for sockets).',
  },
  'refused-credentials': {
    ja: 'アドレスにユーザー名やパスワードを含めることはできません。取り除いてください。',
    en: 'An address may not hold a user name or password. Take them out.',
  },
  'refused-port': {
    ja: 'このポートは別の用途に予約されているため接続しません。必要なら、管理者が ENISHI_ALLOW_HOSTS に「ホスト:ポート」を加えてください。',
    en: 'This port belongs to another kind of server. If it is right, the administrator adds host:port to ENISHI_ALLOW_HOSTS.',
  },
  'refused-address': {
    ja: '社内や自分自身のネットワークを指すアドレスのため、接続しませんでした。意図したものなら、管理者が ENISHI_ALLOW_HOSTS にホストを加えてください。',
    en: 'This leads into a private network or to this machine, so it was not called. If that is intended, the administrator adds the host to ENISHI_ALLOW_HOSTS.',
  },
  'not-resolved': {
    ja: 'ホスト名が見つかりません。つづりと DNS を確認してください。',
    en: 'The host name was not found. Check its spelling and the DNS.',
  },
  'not-reached': {
    ja: 'サーバーに接続できませんでした。サーバーが動いているか確認し、しばらくしてからやり直してください。',
    en: 'The server could not be reached. See whether it is up, and try again later.',
  },
  tls: {
    ja: 'TLS の接続を確立できませんでした。証明書の期限、ホスト名、発行元を確認してください。',
    en: 'No secure connection: check the certificate’s date, host name and issuer.',
  },
  'timed-out': {
    ja: '時間内に応答が終わりませんでした。しばらくしてからやり直してください。',
    en: 'The answer did not end in time. Try again later.',
  },
  'too-many-redirects': {
    ja: '転送が多すぎます。転送先のアドレスを直接入力してください。',
    en: 'Too many redirects. Enter the address that they lead to.',
  },
  'redirect-refused': {
    ja: 'https から http への転送や、読めないアドレスへの転送には従いません。転送先で良ければ、そのアドレスを入力してください。',
    en: 'Redirects from https to http, or to something that is no address, are not followed. If the target is right, enter it itself.',
  },
  'bad-answer': {
    ja: 'HTTP として読めない応答でした。アドレスとポートを確認してください。',
    en: 'The answer was not proper HTTP. Check address and port.',
  },
  'bad-encoding': {
    ja: '応答の圧縮形式が未対応か、データが壊れています。',
    en: 'The answer is compressed in a way that cannot be read, or damaged.',
  },
  'cut-off': {
    ja: '応答が途中で切れました。しばらくしてからやり直してください。',
    en: 'The answer broke off before its end. Try again later.',
  },
  'too-large': {
    ja: '応答が大きすぎるため、途中で止めました。',
    en: 'The answer is too large; reading was stopped.',
  },
  aborted: { ja: '取り消されました。', en: 'It was cancelled.' },
}
