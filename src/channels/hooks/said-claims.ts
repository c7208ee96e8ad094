import type { JsonObject } from '#listen/index.ts'
import { CLICK_ID, type ClaimClass, type IncomingClaim } from '#vocabulary/index.ts'
import { mailAddress, mailHandle } from '../file/list-handles.ts'

/** Names under which shops put what they know of where somebody came from, folded. */
const NAMES: readonly (readonly [ClaimClass, RegExp])[] = [
  ['click', /^(?:enishi)?click(?:id)?$/],
  [
    'referral',
    /^(?:enishi)?(?:refer(?:redby|rer|ral(?:code)?)|ref|introducedby|紹介者|紹介コード)$/,
  ],
  ['coupon', /^(?:enishi)?(?:code|coupon(?:code)?|promo(?:tion)?code|クーポン(?:コード)?)$/],
  [
    'said',
    /^(?:enishi)?(?:heardfrom|heardofus|how(?:did)?youh(?:ear|eard)(?:about|of)?us|きっかけ|何で知りましたか|どこで知りましたか)$/,
  ],
]

/** What fields with telling names say: metadata, note attributes, questions of a form. */
export function claimsOfFields(fields: Iterable<readonly [string, unknown]>): IncomingClaim[] {
  const claims: IncomingClaim[] = []
  for (const [name, value] of fields) {
    const folded = name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
    const kind = NAMES.find(([, pattern]) => pattern.test(folded))?.[0]
    const claim = kind === undefined ? undefined : claimOf(kind, value)
    if (claim !== undefined) claims.push(claim)
  }
  return claims
}

/** One claim; undefined where nothing is said. Who is named by a mail address is looked up by it. */
export function claimOf(kind: ClaimClass, value: unknown): IncomingClaim | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return undefined
  const address = kind === 'referral' ? mailAddress(text) : null
  return address === null ? { class: kind, text } : { class: kind, text, by: mailHandle(address) }
}

/** What the address of the first page says: our click id, and codes in the query. */
export function claimsOfUrl(address: unknown): IncomingClaim[] {
  const url = typeof address === 'string' ? URL.parse(address, 'https://shop.invalid') : null
  return url === null ? [] : claimsOfFields(url.searchParams)
}

/** A reference that is a click id of ours. */
export function clickClaim(text: unknown): IncomingClaim[] {
  return typeof text === 'string' && CLICK_ID.test(text) ? [{ class: 'click', text }] : []
}

export function entriesOf(object: JsonObject | undefined): [string, unknown][] {
  return Object.entries(object ?? {})
}
