import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { openInput, parseJsonLine, type SplitRecord, splitLines } from '#listen/input.ts'
import {
  type Matched,
  type MatchedPair,
  type MatchRecord,
  matchTable,
  RecordTable,
  readAnyPhone,
} from '#understand/matching/index.ts'
import { EnishiError, HANDLE_KINDS } from '#vocabulary/index.ts'
import { badUsage, type Command, readArguments, type Surroundings } from './command.ts'
import { recordsOfTable } from './match-columns.ts'

const usage = 'match [FILE] [--csv FILE] [--columns FILE]'
const OPTIONS = { csv: { type: 'string' }, columns: { type: 'string' } } as const

/** Says which records are the same person, without a database: pairs in their order, then the clusters. */
export const matchCommand: Command = {
  name: 'match',
  usage,
  summary: {
    en: 'Find records of the same person: JSONL or CSV in; pairs with their reasons, then clusters out',
    ja: '同じ人物のレコードを見つける。JSONL か CSV を読み、根拠つきの組と、まとまりを書き出す',
  },
  async run(args, surroundings) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    const { csv, columns } = values
    if (positionals.length + (csv === undefined ? 0 : 1) > 1) {
      throw badUsage(`one file at a time: ${[...positionals, csv].join(' ')}`, { usage })
    }
    const file = csv ?? positionals[0] ?? '-'
    const isTable = csv !== undefined || columns !== undefined
    const bytes = openInput(file === '-' ? surroundings.stdin : openFile(file), { file })
    const records = isTable ? recordsOfTable(bytes, file, columns) : splitLines(bytes)
    const intake = new Intake(file, surroundings, new RecordTable(readAnyPhone))
    for await (const record of records) intake.take(record)
    const text = Readable.from(answer(matchTable(intake.table)), { objectMode: false })
    await pipeline(text, process.stdout, { end: false })
    return intake.end()
  },
}

async function* openFile(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    const words = {
      en: `This cannot be read (${reason}). Check the path and the permissions.`,
      ja: `読み込めません（${reason}）。パスと権限を確かめてください。`,
    }
    throw new EnishiError('bad-input', words, { file }, cause)
  }
}

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? undefined)

const recordLine = z.looseObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  ...{ platform: text, handle: text, name: text, email: text, phone: text, url: text },
  ...{ organisation: text, location: text, bio: text, birth: text, address: text, lang: text },
  avatar: text,
  kind: z.enum(HANDLE_KINDS).optional(),
  verifiedLinks: z.array(z.string()).optional(),
  hours: z.array(z.number()).length(24).optional(),
  more: z.record(z.string(), z.unknown()).nullish(),
})

/** Takes records in line by line; what cannot be read is told with its line, and the rest goes on. */
class Intake {
  readonly table: RecordTable
  readonly #file: string
  readonly #surroundings: Surroundings
  readonly #lineOf = new Map<string, number>()
  readonly #unknown = new Set<string>()
  #bad = 0

  constructor(file: string, surroundings: Surroundings, table: RecordTable) {
    this.#file = file
    this.#surroundings = surroundings
    this.table = table
  }

  take(record: SplitRecord): void {
    const parsed = this.#parse(record)
    if ('reason' in parsed) this.#refuse(record.line, parsed.reason)
    else this.table.add(parsed.record)
  }

  #parse(split: SplitRecord): { record: MatchRecord } | { reason: string } {
    if ('refusal' in split) return { reason: split.refusal.detail ?? split.refusal.reason }
    const json = parseJsonLine(split.payload)
    if ('refusal' in json) return { reason: json.refusal.detail ?? json.refusal.reason }
    const checked = recordLine.safeParse(json.object)
    if (!checked.success) return { reason: z.prettifyError(checked.error).trim() }
    const { id } = checked.data
    const earlier = this.#lineOf.get(id)
    if (earlier !== undefined) return { reason: `id ${JSON.stringify(id)} = :${earlier}` }
    this.#lineOf.set(id, split.line)
    return { record: this.#recordOf(checked.data) }
  }

  #recordOf(line: z.infer<typeof recordLine>): MatchRecord {
    const { more, ...rest } = line
    const known = Object.entries(rest).filter(([key, value]) => {
      const isKnown = key in recordLine.shape
      if (!isKnown) this.#unknown.add(key)
      return isKnown && value !== undefined
    })
    const texts = Object.entries(more ?? {}).flatMap(([key, value]) =>
      value === null || value === undefined || value === '' ? [] : [[key, textOf(value)] as const],
    )
    const record = Object.fromEntries(known) as unknown as MatchRecord
    return texts.length === 0 ? record : { ...record, more: Object.fromEntries(texts) }
  }

  #refuse(line: number, reason: string): void {
    this.#bad++
    const place = `${this.#file === '-' ? '(stdin)' : this.#file}:${line}`
    const words = {
      en: `${place}: not read: ${reason}. Expected: {"id": "1", "name": "..."}, each id once. The rest is compared.`,
      ja: `${place}: 読めません: ${reason}。正しい形: {"id": "1", "name": "..."}（id は重複不可）。ほかの行は照合しました。`,
    }
    this.#surroundings.err(words[this.#surroundings.language])
  }

  /** The exit code; says which keys were passed over. */
  end(): number {
    if (this.#unknown.size > 0) {
      const keys = [...this.#unknown].join(', ')
      const words = {
        en: `Not compared: ${keys}. Put them under "more" to have them compared.`,
        ja: `照合に使わなかった項目: ${keys}。使うには "more" の中に入れてください。`,
      }
      this.#surroundings.err(words[this.#surroundings.language])
    }
    return this.#bad > 0 ? 2 : 0
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Pieces of output of a few hundred lines, so that writing costs little a line. */
const PIECE_CHARS = 2 ** 16

function* answer(matched: Matched): Generator<string> {
  let piece = ''
  for (const pair of matched.pairs()) {
    piece += `${JSON.stringify(shown(pair))}\n`
    if (piece.length < PIECE_CHARS) continue
    yield piece
    piece = ''
  }
  yield* clusterLine(piece, matched.clusters)
}

/** The last line; in pieces, since of many records it is longer than a string may be. */
function* clusterLine(before: string, clusters: readonly string[][]): Generator<string> {
  let piece = `${before}{"clusters":[`
  for (const [at, cluster] of clusters.entries()) {
    piece += `${at === 0 ? '' : ','}${JSON.stringify(cluster)}`
    if (piece.length < PIECE_CHARS) continue
    yield piece
    piece = ''
  }
  yield `${piece}]}\n`
}

/** A pair in the form of the contract. */
function shown({ a, b, weight, probability, verdict, reasons }: MatchedPair): object {
  return {
    ...{ a, b, weight: round(weight, 2), probability: round(probability, 4), verdict },
    reasons: reasons.map((reason) => ({ ...reason, weight: round(reason.weight, 2) })),
  }
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
