import { EnishiError, type Role, type Scope } from '#vocabulary/index.ts'

/** Refusals that the doorway itself speaks, before any handler. */

export function notSignedIn(): EnishiError {
  return new EnishiError('not-signed-in', {
    en: 'Sign in, or send an API key as: Authorization: Bearer enishi_…',
    ja: 'サインインするか、API キーを Authorization: Bearer enishi_… として送ってください。',
  })
}

export function wrongKey(): EnishiError {
  return new EnishiError('not-signed-in', {
    en: 'This API key is not valid: it is unknown or was revoked. Make another under API keys.',
    ja: 'この API キーは無効です（存在しないか、失効しています）。新しいキーを作成してください。',
  })
}

export function roleTooLow(needed: Role): EnishiError {
  return new EnishiError('forbidden', {
    en: `This needs the role ${needed} or higher. Ask an owner or a manager.`,
    ja: `この操作には ${needed} 以上の権限が必要です。所有者または管理者に相談してください。`,
  })
}

export function scopeTooLow(needed: Scope): EnishiError {
  return new EnishiError('forbidden', {
    en: `This needs an API key of scope ${needed} or higher.`,
    ja: `この操作には、スコープが ${needed} 以上の API キーが必要です。`,
  })
}

export function keysNotTaken(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'This is for signed-in members; API keys are not taken here.',
    ja: 'サインインしたメンバー専用です。API キーは使えません。',
  })
}

export function foreignOrigin(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'A change with a session must come from our own page: the Origin header is missing or names another site. Programs use an API key.',
    ja: 'セッションによる変更は、このサイトのページからのみ受け付けます（Origin ヘッダーがないか、別のサイトのものです）。プログラムからは API キーを使ってください。',
  })
}

export function foreignHost(host: string): EnishiError {
  return new EnishiError('forbidden', {
    en: `The server does not answer to the name ${host}. Behind a proxy, set ENISHI_URL to the address that people use.`,
    ja: `このサーバーは ${host} という名前では応答しません。プロキシを使う場合は、利用者がアクセスする URL を ENISHI_URL に設定してください。`,
  })
}

export function noSuchPath(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is nothing at this address. The contract is at /api/v1/openapi.json.',
    ja: 'このアドレスには何もありません。API の仕様は /api/v1/openapi.json にあります。',
  })
}

export function bodyTooLarge(bytesMax: number): EnishiError {
  return new EnishiError('too-large', {
    en: `The body is larger than ${bytesMax} bytes. Send less at once, or upload it as a file to import.`,
    ja: `本文が ${bytesMax} バイトを超えています。分割して送るか、ファイルとして取り込んでください。`,
  })
}

export function notJson(detail: string): EnishiError {
  return new EnishiError('bad-input', {
    en: `The body is not JSON: ${detail}`,
    ja: `本文が JSON ではありません: ${detail}`,
  })
}

export function wrongMediaType(): EnishiError {
  return new EnishiError('bad-input', {
    en: 'Send the body as Content-Type: application/json.',
    ja: '本文は Content-Type: application/json で送ってください。',
  })
}

export function tooManyAttempts(minutes: number): EnishiError {
  return new EnishiError('too-busy', {
    en: `Too many failed attempts. Try again in ${minutes} minutes.`,
    ja: `失敗が続いたため、受け付けを一時停止しています。${minutes}分後にもう一度お試しください。`,
  })
}

export function tooManyRequests(): EnishiError {
  return new EnishiError('too-busy', {
    en: 'Too many requests from this address. Wait as long as Retry-After says.',
    ja: 'このアドレスからのリクエストが多すぎます。Retry-After の秒数だけ待ってください。',
  })
}
