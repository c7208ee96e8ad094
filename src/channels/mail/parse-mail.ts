import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser'
import { detectEncoding, textOfHtml } from '#listen/index.ts'

export interface MailAddress {
  address: string
  name: string
}

/** What a mail says, decoded; plain values only. */
export interface Mail {
  /** Hash of the mail's bytes: its key where it has no Message-ID. */
  sha256: string
  from: MailAddress[]
  /** To and Cc. */
  recipients: MailAddress[]
  subject?: string
  text?: string
  html?: string
  /** Headers as they were written, unfolded, by lower-case name; of several the first. */
  headers: Record<string, string>
}

const OPTIONS = {
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
}

/**
 * Decodes a mail (RFC 5322, MIME) with mailparser; what that leaves undecoded of
 * Japanese mail (bodies and headers without a charset) is decoded after it. A mail
 * that has only HTML gets its text from that.
 */
export async function parseMail(bytes: Buffer): Promise<Mail> {
  const parsed = await simpleParser(bytes, { ...OPTIONS, skipHtmlToText: true })
  const html = typeof parsed.html === 'string' && parsed.html !== '' ? parsed.html : undefined
  const written = headersOf(parsed)
  const subject = rescueHeader(parsed.subject, written.subject)
  const text = await textOf(bytes, parsed, html)
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    from: addressesOf(parsed.from).map((from) => ({ ...from, name: nameOf(from, written.from) })),
    recipients: [...addressesOf(parsed.to), ...addressesOf(parsed.cc)],
    headers: written,
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
  }
}

async function textOf(
  bytes: Buffer,
  parsed: ParsedMail,
  html: string | undefined,
): Promise<string | undefined> {
  const text = parsed.text ?? ''
  // An escape sequence of ISO-2022-JP, or bytes that are not in the charset named.
  if (text.includes('\u001b$') || text.includes('\ufffd')) return (await rescueBody(bytes)) ?? text
  if (html === undefined) return parsed.text
  const isSaidTwice = text.trim() !== '' && bytes.includes('multipart/alternative')
  if (isSaidTwice) return text
  const parts = [text, textOfHtml(html)]
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The text of a mail in one part whose charset is missing or wrong, if it turns out to be Japanese. */
async function rescueBody(bytes: Buffer): Promise<string | undefined> {
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'))
  if (end === null) return undefined
  const header = bytes.toString('latin1', 0, end.index)
  if (/^content-type:\s*multipart\//im.test(header)) return undefined
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(header)?.[1]?.toLowerCase()
  if (encoding === 'base64' || encoding === 'quoted-printable') return undefined
  const body = bytes.subarray(end.index + end[0].length)
  const charset = body.includes('\u001b$') ? 'iso-2022-jp' : detectEncoding(body, true)
  if (/^content-type:\s*text\/html/im.test(header)) return undefined
  return japanese(await decodeBody(`Content-Type: text/plain; charset=${charset}`, body))
}

async function decodeBody(contentType: string, body: Buffer): Promise<string | undefined> {
  const mail = Buffer.concat([Buffer.from(`${contentType}\r\n\r\n`), body])
  return (await simpleParser(mail, OPTIONS)).text
}

/** Text that was certainly meant so: it has kana, and nothing that would not decode. */
function japanese(text: string | undefined): string | undefined {
  return text !== undefined && /[\u3041-\u30ff]/.test(text) && !text.includes('\ufffd')
    ? text
    : undefined
}

/** Headers of old mailers have raw Shift_JIS or EUC-JP in them. */
function rescueHeader(
  decoded: string | undefined,
  written: string | undefined,
): string | undefined {
  if (decoded === undefined || written === undefined || !decoded.includes('\ufffd')) return decoded
  const raw = Buffer.from(written, 'latin1')
  return japanese(iconv.decode(raw, detectEncoding(raw, true))) ?? decoded
}

function nameOf({ name }: MailAddress, written: string | undefined): string {
  const rescued = rescueHeader(name, written)
  if (rescued === undefined || rescued === name) return name
  return rescued.replace(/<[^>]*>.*$/, '').replace(/^[\s"]+|[\s"]+$/g, '')
}

/** Values are the header's bytes as latin1: encoded words and raw bytes are left as they are. */
function headersOf(parsed: ParsedMail): Record<string, string> {
  const headers = new Map<string, string>()
  for (const { key, line } of parsed.headerLines ?? []) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim()
    if (!headers.has(key) && value !== '') headers.set(key, value)
  }
  return Object.fromEntries(headers)
}

function addressesOf(header: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const lists = header === undefined ? [] : Array.isArray(header) ? header : [header]
  return lists.flatMap(({ value }) => value.flatMap(flatten))
}

function flatten({ address, name, group }: EmailAddress): MailAddress[] {
  if (group !== undefined) return group.flatMap(flatten)
  const isAddress = address !== undefined && /^[^\s@]+@[^\s]+$/.test(address)
  return isAddress ? [{ address: address.toLowerCase(), name }] : []
}
