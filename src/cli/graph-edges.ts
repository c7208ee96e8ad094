import { createReadStream, statSync } from 'node:fs'
import {
  EdgeFault,
  type EdgeFaultReason,
  type EdgeReader,
  PairEdgeReader,
  type ReadEdges,
  TextEdgeReader,
  type TextRules,
} from '#graph/index.ts'
import { openInput } from '#listen/index.ts'
import { EnishiError, type Words } from '#vocabulary/index.ts'

export const EDGE_FORMATS = ['text', 'u32le'] as const
export type EdgeFormat = (typeof EDGE_FORMATS)[number]

export interface EdgeSource {
  /** A path, or `-` for standard input. */
  file: string
  format: EdgeFormat
  rules: TextRules
  stdin: AsyncIterable<Uint8Array>
}

const PIECE_BYTES = 4 * 2 ** 20
const PAIR_BYTES = 8

/** Reads an edge list; refuses a bad one with file, line, field and the way out. */
export async function readEdges(source: EdgeSource): Promise<ReadEdges> {
  const { file } = source
  const place = file === '-' ? '(stdin)' : file
  try {
    const reader = readerFor(source)
    for await (const bytes of bytesOf(source)) reader.push(bytes)
    const read = reader.end()
    if (read.list.sources.length === 0) throw empty(place)
    return read
  } catch (error) {
    throw refusal(place, error)
  }
}

function readerFor({ file, format, rules }: EdgeSource): EdgeReader {
  if (format === 'text') return new TextEdgeReader(rules)
  return new PairEdgeReader(file === '-' ? 0 : Math.ceil(statSync(file).size / PAIR_BYTES))
}

/** Text may be gzipped; pairs only in a file named so, since they may begin with any bytes. */
async function* bytesOf({ file, format, stdin }: EdgeSource): AsyncGenerator<Uint8Array> {
  const source = file === '-' ? stdin : createReadStream(file, { highWaterMark: PIECE_BYTES })
  const isNamedGzip = file.endsWith('.gz')
  if (format === 'u32le' && !isNamedGzip) {
    yield* source
    return
  }
  yield* openInput(isNamedGzip ? checkedGzip(source, file) : source, { file })
}

async function* checkedGzip(
  source: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const bytes of source) {
    if (isFirst && bytes.length >= 2 && (bytes[0] !== 0x1f || bytes[1] !== 0x8b)) {
      throw new EnishiError('bad-input', NOT_GZIP, { file })
    }
    isFirst = false
    yield bytes
  }
}

const NOT_GZIP = {
  en: 'This is named .gz but is not gzip. If it is plain text, rename it without .gz; else fetch it again.',
  ja: '名前は .gz ですが、gzip ではありません。ただのテキストなら .gz を外した名前に変え、そうでなければ取得し直してください。',
}

function empty(file: string): EnishiError {
  const words = {
    en: 'There is no edge in this file. Expected: one edge a line, "source target [weight]".',
    ja: 'このファイルには辺がありません。1 行に 1 本、「始点 終点 [重み]」の形で書いてください。',
  }
  return new EnishiError('bad-input', words, { file })
}

function refusal(file: string, error: unknown): unknown {
  if (error instanceof EdgeFault) {
    const { line, field, reason, value } = error
    const place = { file, line, ...(field === undefined ? {} : { field }) }
    return new EnishiError('bad-input', faultWords(reason, value), place, error)
  }
  if (error instanceof EnishiError) return isBrokenGzip(error) ? brokenGzip(file, error) : error
  const code = (error as NodeJS.ErrnoException).code
  return typeof code === 'string' ? unreadable(file, code, error) : error
}

const isBrokenGzip = ({ code, cause }: EnishiError) => code === 'bad-input' && cause !== undefined

function brokenGzip(file: string, error: EnishiError): EnishiError {
  const detail = (error.cause as Error).message
  const words = {
    en: `The gzip is cut off or damaged (${detail}). Fetch the file again.`,
    ja: `gzip が途中で切れているか壊れています（${detail}）。ファイルを取得し直してください。`,
  }
  return new EnishiError('bad-input', words, { file }, error)
}

function unreadable(file: string, code: string, cause: unknown): EnishiError {
  const isFolder = code === 'EISDIR'
  const words = {
    en: isFolder
      ? 'This is a folder. Give the file of edges in it.'
      : `This cannot be read (${code}). Check the path and the permissions.`,
    ja: isFolder
      ? 'これはフォルダーです。中にある辺のファイルを指定してください。'
      : `読み込めません（${code}）。パスと権限を確かめてください。`,
  }
  return new EnishiError('bad-input', words, { file }, cause)
}

/** Long values are cut: a bad line may be anything. */
function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}

function faultWords(reason: EdgeFaultReason, value: string): Words {
  const words: Record<EdgeFaultReason, Words> = {
    'target-missing': {
      en: `An edge needs two ends, parted by spaces or tabs; here is only "${shown(value)}".`,
      ja: `辺には両端が必要です（空白かタブで区切ります）。ここには「${shown(value)}」しかありません。`,
    },
    'too-many-columns': {
      en: `An edge has two or three columns, "source target [weight]"; after the target stands "${shown(value)}". Leave the further columns out.`,
      ja: `辺は「始点 終点 [重み]」の 2 列か 3 列です。終点のあとに「${shown(value)}」があります。余分な列を除いてください。`,
    },
    'weight-not-a-number': {
      en: `The weight "${shown(value)}" is not a number. Write it like 2 or 0.5, or leave the column out.`,
      ja: `重み「${shown(value)}」は数ではありません。2 や 0.5 のように書くか、列を省いてください。`,
    },
    'weight-negative': {
      en: `The weight ${shown(value)} is negative. Weights are 0 or more.`,
      ja: `重み ${shown(value)} は負の数です。重みは 0 以上にしてください。`,
    },
    'weight-too-large': {
      en: `The weight ${shown(value)} is too large; up to 1e30 is read. Use a larger unit.`,
      ja: `重み ${shown(value)} は大きすぎます。1e30 まで読めます。単位を大きくしてください。`,
    },
    'weight-not-a-chance': {
      en: `Seeds read weights as probabilities above 0 and up to 1; this is ${shown(value)}. With --weights weighted-cascade the column is not read.`,
      ja: `seeds は重みを 0 より大きく 1 以下の確率として読みますが、ここは ${shown(value)} です。--weights weighted-cascade なら、この列を使いません。`,
    },
    'weight-missing': {
      en: 'This line has no weight though others have one. Give every line a probability, or use --weights weighted-cascade.',
      ja: 'ほかの行には重みがあるのに、この行にはありません。すべての行に確率を書くか、--weights weighted-cascade を使ってください。',
    },
    'not-text': {
      en: 'This is not text in UTF-8. For pairs of uint32 use --format u32le.',
      ja: 'UTF-8 のテキストではありません。uint32 の組のファイルなら --format u32le を使ってください。',
    },
    'line-too-long': {
      en: 'This line is too long for an edge. For pairs of uint32 use --format u32le.',
      ja: '辺としては長すぎる行です。uint32 の組のファイルなら --format u32le を使ってください。',
    },
    'half-a-pair': {
      en: 'The file ends within this pair: its length is no multiple of 8 bytes. Fetch it again, or read it as text.',
      ja: 'ファイルがこの組の途中で終わっています（長さが 8 バイトの倍数ではありません）。取得し直すか、テキストとして読んでください。',
    },
    'too-many-names': {
      en: 'More than 16 million different names. Use whole numbers as ids.',
      ja: '異なる名前が 1,600 万を超えました。名前の代わりに整数の id を使ってください。',
    },
  }
  return words[reason]
}
