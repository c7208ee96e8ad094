import type { OutsideRefusal } from '#outside/ports.ts'
import type { Words } from '#vocabulary/index.ts'

/** Why the stream could not be opened, and the way out. */
export function wordsOfRefusal({ failure }: OutsideRefusal): Words {
  return WORDS[failure] ?? NOT_OPENED
}

const NOT_OPENED: Words = {
  ja: 'ストリームを開けませんでした。アドレスを確認してください。',
  en: 'The stream could not be opened. Check the address.',
}

const WORDS: Partial<Record<OutsideRefusal['failure'], Words>> = {
  'not-resolved': {
    ja: 'Jetstream のホスト名が見つかりません。つづりと DNS を確認してください。',
    en: 'The host of the Jetstream was not found. Check its spelling and the DNS.',
  },
  'refused-address': {
    ja: '社内や自分自身のネットワークを指すアドレスのため、接続しませんでした。自社の Jetstream なら、管理者が ENISHI_ALLOW_HOSTS にホストを加えてください。',
    en: 'This leads into a private network or to this machine, so it was not called. If it is a Jetstream of your own, the administrator adds its host to ENISHI_ALLOW_HOSTS.',
  },
  'not-reached': {
    ja: 'Jetstream に接続できないか、WebSocket として答えませんでした。アドレスとパス(通常は /subscribe)を確認してください。',
    en: 'The Jetstream could not be reached, or did not answer as a WebSocket. Check address and path (mostly /subscribe).',
  },
  tls: {
    ja: 'TLS の接続を確立できませんでした。証明書の期限、ホスト名、発行元を確認してください。',
    en: 'No secure connection: check the certificate’s date, host name and issuer.',
  },
  'timed-out': {
    ja: '10 秒以内に接続できませんでした。しばらくしてからやり直すか、別のアドレスを試してください。',
    en: 'No connection within 10 s. Try again later, or another address.',
  },
}
