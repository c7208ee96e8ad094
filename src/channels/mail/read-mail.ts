import { parseDate, type ReadContext, type ReadRecord } from '#listen/index.ts'
import {
  type IncomingActivity,
  type IncomingContent,
  type IncomingHandle,
  LIMITS,
  type Refusal,
} from '#vocabulary/index.ts'
import type { Mail, MailAddress } from './parse-mail.ts'

const PLATFORM = 'mail'

/** What a mail says: its sender wrote a text, to somebody, perhaps in answer to a mail. Pure. */
export function readMail(mail: Mail, context: ReadContext): ReadRecord {
  const [from] = mail.from
  if (from === undefined) return { refusal: withoutSender(mail) }
  const content = contentOf(mail)
  if (content === undefined) return { refusal: { reason: 'missing-field', field: 'text' } }
  return { arrival: activityOf(mail, from, content, context) }
}

function withoutSender({ headers }: Mail): Refusal {
  const known = ['from', 'to', 'subject', 'date', 'message-id', 'received']
  if (!known.some((name) => headers[name] !== undefined)) return { reason: 'not-a-mail' }
  const detail = headers.from?.slice(0, 200)
  return { reason: 'missing-field', field: 'From', ...(detail !== undefined && { detail }) }
}

function contentOf({ text = '', subject = '', html }: Mail): IncomingContent | undefined {
  const title = subject.trim()
  if (text.trim() === '' && title === '') return undefined
  return { text: text.trimEnd(), ...(title && { title }), ...(html !== undefined && { html }) }
}

function activityOf(
  mail: Mail,
  from: MailAddress,
  content: IncomingContent,
  context: ReadContext,
): IncomingActivity {
  const { headers } = mail
  const references = idsOf(headers.references)
  const parentKey = idsOf(headers['in-reply-to'])[0] ?? references.at(-1)
  const publishedAt = parseDate(headers.date ?? '', { timeZone: context.timeZone })
  const mentions = mentionsOf(mail)
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: PLATFORM,
    externalKey: messageIdOf(mail),
    actor: senderOf(mail, from),
    content,
    ...(publishedAt && { publishedAt }),
    ...(parentKey && { parentKey }),
    ...(references[0] && { threadKey: references[0] }),
    ...(mentions.length > 0 && { mentions }),
  }
}

function messageIdOf({ headers, sha256 }: Mail): string {
  const written = headers['message-id']
  const bare = written?.replace(/[<>\s]/g, '')
  return idsOf(written)[0] ?? (bare ? bare : `sha256:${sha256}`)
}

/** The ids in a header, without their brackets (RFC 5322, 3.6.4). */
function idsOf(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id)
}

function handleOf({ address, name }: MailAddress): IncomingHandle {
  const handle: IncomingHandle = { platform: PLATFORM, externalId: address, username: address }
  return name === '' ? handle : { ...handle, displayName: name }
}

function mentionsOf({ recipients }: Mail): IncomingHandle[] {
  const byAddress = new Map(recipients.map((recipient) => [recipient.address, handleOf(recipient)]))
  return [...byAddress.values()].slice(0, LIMITS.mentionsPerActivityMax)
}

function senderOf(mail: Mail, from: MailAddress): IncomingHandle {
  return {
    ...handleOf(from),
    ...(isMachine(mail, from) && { kind: 'bot' as const }),
    ...(isVouchedFor(mail, from) && { verifiedEmail: from.address }),
  }
}

/**
 * Bounces and other reports (RFC 6522), and addresses of machines (RFC 2142,
 * RFC 3464). Neither a read receipt nor an absence note makes a person a machine.
 */
function isMachine({ headers }: Mail, { address }: MailAddress): boolean {
  const type = headers['content-type'] ?? ''
  const isReceipt = /report-type\s*=\s*"?disposition-notification/i.test(type)
  if (/^multipart\/report\b/i.test(type) && !isReceipt) return true
  return /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/.test(address)
}

/**
 * A receiving server vouches for the From address: DMARC passed, or DKIM did for
 * its domain (RFC 8601). Only the topmost header counts; those below may have
 * come with the mail.
 */
function isVouchedFor({ headers }: Mail, { address }: MailAddress): boolean {
  const results = (headers['authentication-results'] ?? '').toLowerCase().split(';')
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return results.some((result) => {
    if (/^\s*dmarc=pass\b/.test(result)) return headerDomain(result, 'from') !== 'other'
    return /^\s*dkim=pass\b/.test(result) && headerDomain(result, '[di]') === 'same'
  })

  function headerDomain(result: string, property: string): 'same' | 'other' | 'none' {
    const found = new RegExp(`\\bheader\\.${property}=\\S*?@?([^\\s@;]+)(?=\\s|$)`).exec(
      result,
    )?.[1]
    if (found === undefined) return 'none'
    return domain === found || domain.endsWith(`.${found}`) ? 'same' : 'other'
  }
}
