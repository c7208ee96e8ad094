import iconv from 'iconv-lite'

/** How a document was turned into text. */
export interface DecodedDocument {
  text: string
  encoding: string
}

/** Where an encoding may be declared: XML has it in its first line. */
const DECLARATION_BYTES = 1024

/** What a byte order mark says (Unicode, table 2-4); the longer ones first. */
const MARKS: [number[], string][] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/** How `<` (or `{`) and what follows looks without a mark (XML 1.0, appendix F). */
const FIRST_BYTES: [string, RegExp][] = [
  ['utf-32be', /^\0\0\0[<{[]/],
  ['utf-32le', /^[<{[]\0\0\0/],
  ['utf-16be', /^\0[<{[\s]\0[^\0]/],
  ['utf-16le', /^[<{[\s]\0[^\0]\0/],
]

/** Names that documents use for supersets of what they name, or that iconv-lite spells otherwise. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ascii: 'windows-1252',
    'us-ascii': 'windows-1252',
    'iso-8859-1': 'windows-1252',
    latin1: 'windows-1252',
    'iso-8859-9': 'windows-1254',
    gb2312: 'gb18030',
    'x-gbk': 'gb18030',
    'x-sjis': 'shift_jis',
    'x-euc-jp': 'euc-jp',
    'windows-31j': 'shift_jis',
    'tis-620': 'windows-874',
  }),
)

/**
 * The text of a feed document: byte order mark, then the shape of the first bytes,
 * then the declared encoding, then UTF-8, then Windows-1252. Never throws;
 * undefined where the bytes are no text at all.
 */
export function decodeDocument(bytes: Uint8Array): DecodedDocument | undefined {
  const mark = MARKS.find(([sign]) => sign.every((byte, at) => bytes[at] === byte))
  if (mark !== undefined) return textIn(mark[1], bytes.subarray(mark[0].length))
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, DECLARATION_BYTES),
  )
  const first = head.toString('latin1')
  const shape = FIRST_BYTES.find(([, form]) => form.test(first))
  if (shape !== undefined) return textIn(shape[0], bytes)
  const declared = declaredEncoding(first)
  if (declared !== undefined && declared !== 'utf-8' && isKnown(declared))
    return textIn(declared, bytes)
  return textOfUtf8(bytes)
}

function declaredEncoding(head: string): string | undefined {
  const name = /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})/i.exec(head)?.[1]
  if (name === undefined) return undefined
  const lower = name.toLowerCase()
  // Bytes that read as ASCII this far can't be in a wide encoding, whatever they say.
  if (/^(utf-?8|utf-?16|utf-?32|ucs-?[24]|iso-10646)/.test(lower)) return 'utf-8'
  return MEANT.get(lower) ?? lower
}

function isKnown(encoding: string): boolean {
  return encoding.startsWith('iso-2022-jp') || iconv.encodingExists(encoding)
}

/** iconv-lite, and the platform's decoder for the stateful Japanese mail encoding that it lacks. */
function textIn(encoding: string, bytes: Uint8Array): DecodedDocument | undefined {
  const text = encoding.startsWith('iso-2022-jp')
    ? new TextDecoder('iso-2022-jp').decode(bytes)
    : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding)
  return asText(text, encoding)
}

/**
 * UTF-8 even with a few broken characters; Windows-1252 where the bytes beyond
 * ASCII mostly don't form UTF-8.
 */
function textOfUtf8(bytes: Uint8Array): DecodedDocument | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let beyondAscii = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 128) continue
    beyondAscii += 1
    if (unit === 0xfffd) broken += 1
  }
  if (broken * 10 <= beyondAscii) return asText(text, 'utf-8')
  return textIn('windows-1252', bytes)
}

/** Text has next to no control characters; what has many is something else. */
function asText(text: string, encoding: string): DecodedDocument | undefined {
  const sample = text.slice(0, 4096)
  const controls = sample.match(/(?![\t\n\f\r\x85])\p{Cc}/gu)?.length ?? 0
  if (controls * 20 > sample.length) return undefined
  return { text, encoding }
}
