import type {
  InputFormat,
  RawRecord,
  ReadContext,
  ReadRecord,
  SplitRecord,
  UnreadableRecord,
} from '#listen/index.ts'
import { LIMITS } from '#vocabulary/index.ts'
import { cutMbox, excerptOf, type RawMail, tooLarge } from './cut-mbox.ts'
import { type Mail, parseMail } from './parse-mail.ts'
import { readMail } from './read-mail.ts'

/** One mail. A payload kept from either format is read again through this one's `split`. */
export const emlFormat: InputFormat = { name: 'eml', split: splitEml, read }

/** A mailbox of many mails. */
export const mboxFormat: InputFormat = { name: 'mbox', split: splitMbox, read }

async function* splitEml(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<SplitRecord, void, undefined> {
  let parts: Uint8Array[] = []
  let lengthBytes = 0
  let excerpt: string | undefined
  for await (const chunk of bytes) {
    lengthBytes += chunk.length
    if (excerpt !== undefined) continue
    parts.push(chunk)
    if (lengthBytes <= LIMITS.recordBytesMax) continue
    excerpt = excerptOf(Buffer.concat(parts))
    parts = []
  }
  if (excerpt !== undefined) yield tooLarge(1, lengthBytes, excerpt)
  else yield await recordOf({ line: 1, bytes: Buffer.concat(parts) })
}

async function* splitMbox(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<SplitRecord, void, undefined> {
  for await (const mail of cutMbox(bytes)) yield 'refusal' in mail ? mail : await recordOf(mail)
}

/** The payload stays the mail's own bytes; decoding it is asynchronous, so it is done here. */
async function recordOf({ line, bytes }: RawMail): Promise<RawRecord | UnreadableRecord> {
  try {
    return { line, payload: bytes, parsed: await parseMail(bytes) }
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : String(error)
    return { line, refusal: { reason: 'not-a-mail', detail }, excerpt: excerptOf(bytes) }
  }
}

function read({ parsed }: RawRecord, context: ReadContext): ReadRecord {
  if (isMail(parsed)) return readMail(parsed, context)
  return { refusal: { reason: 'not-a-mail', detail: 'not split by this format' } }
}

function isMail(parsed: unknown): parsed is Mail {
  return typeof parsed === 'object' && parsed !== null && 'sha256' in parsed && 'from' in parsed
}
