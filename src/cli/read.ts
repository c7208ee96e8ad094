import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { parseJsonLine, type SplitRecord, splitLines } from '#listen/index.ts'
import {
  createReader,
  createTopicFinder,
  loadBaseModel,
  loadLanguageDetector,
} from '#understand/index.ts'
import {
  EnishiError,
  type Evidence,
  type Explanation,
  type Reader,
  type Reading,
  TOPIC_KINDS,
  type Topic,
  type TopicMention,
} from '#vocabulary/index.ts'
import { badUsage, type Command, readArguments, type Surroundings } from './command.ts'

const usage = 'read [FILE] [--topics FILE] [--explain]'
const OPTIONS = { topics: { type: 'string' }, explain: { type: 'boolean' } } as const

/** Reads texts, one JSON object a line, without a database: one answer a line, in their order. */
export const readCommand: Command = {
  name: 'read',
  usage,
  summary: {
    en: 'Understand texts: JSONL with id and text in, JSONL with what they say out; --explain says why',
    ja: '文章を判定する。id と text の JSONL を読み、判定の JSONL を書き出す。--explain で根拠も出す',
  },
  async run(args, surroundings) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    if (positionals.length > 1)
      throw badUsage(`one file at a time: ${positionals.join(' ')}`, { usage })
    const [file = '-'] = positionals
    const topics = values.topics === undefined ? [] : readTopicsFile(values.topics)
    const reader = createReader(await loadLanguageDetector(), loadBaseModel())
    const tally = { bad: 0 }
    const lines = answers(linesOf(file, surroundings), {
      reader,
      finder: createTopicFinder(topics),
      explains: values.explain === true,
      refuse: (line, reason) => {
        tally.bad++
        surroundings.err(refusalWords(file, line, reason)[surroundings.language])
      },
    })
    await pipeline(
      Readable.from(lines, { objectMode: false, highWaterMark: 2 ** 16 }),
      process.stdout,
      { end: false },
    )
    return tally.bad > 0 ? 2 : 0
  },
}

function linesOf(file: string, { stdin }: Surroundings): AsyncGenerator<SplitRecord> {
  return splitLines(file === '-' ? stdin : openText(file))
}

async function* openText(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file)
  } catch (cause) {
    throw unreadable(file, (cause as NodeJS.ErrnoException).code ?? String(cause), cause)
  }
}

function unreadable(file: string, reason: string, cause: unknown): EnishiError {
  const words = {
    en: `This cannot be read (${reason}). Check the path and the permissions.`,
    ja: `読み込めません（${reason}）。パスと権限を確かめてください。`,
  }
  return new EnishiError('bad-input', words, { file }, cause)
}

const topicsFile = z.array(
  z.object({
    id: z.union([z.string(), z.number()]).transform(String),
    name: z.string().min(1),
    kind: z.enum(TOPIC_KINDS).default('own'),
    aliases: z.array(z.string()).default([]),
  }),
)

function readTopicsFile(file: string): Topic[] {
  try {
    return topicsFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message
    const words = {
      en: `The topics are not as expected: ${reason}\nExpected: [{"id","name","kind":"${TOPIC_KINDS.join('|')}","aliases":[...]}]`,
      ja: `話題のファイルの形が違います: ${reason}\n正しい形: [{"id","name","kind":"${TOPIC_KINDS.join('|')}","aliases":[...]}]`,
    }
    throw new EnishiError('bad-input', words, { file }, cause)
  }
}

interface ReadingWork {
  reader: Reader
  finder: { find(text: string): TopicMention[] }
  explains: boolean
  refuse(line: number, reason: string): void
}

const textLine = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string(),
  lang: z.string().optional(),
})

/** Pieces of output of a few hundred lines, so that writing costs little a line. */
const PIECE_CHARS = 2 ** 16

async function* answers(
  records: AsyncIterable<SplitRecord>,
  work: ReadingWork,
): AsyncGenerator<string> {
  let piece = ''
  for await (const record of records) {
    const answer = answerOf(record, work)
    if (answer === undefined) continue
    piece += `${JSON.stringify(answer)}\n`
    if (piece.length < PIECE_CHARS) continue
    yield piece
    piece = ''
  }
  yield piece
}

function answerOf(record: SplitRecord, work: ReadingWork): object | undefined {
  const input = parseLine(record)
  if (!('text' in input)) {
    work.refuse(record.line, input.reason)
    return undefined
  }
  const { id = String(record.line), text, lang } = input
  const mentions = work.finder.find(text)
  const hint = { explains: work.explains, mentions, ...(lang === undefined ? {} : { lang }) }
  return shown(id, work.reader.read(text, hint), mentions, work.explains)
}

type ParsedLine =
  | { id?: string | undefined; text: string; lang?: string | undefined }
  | { reason: string }

function parseLine(record: SplitRecord): ParsedLine {
  if ('refusal' in record) return { reason: record.refusal.detail ?? record.refusal.reason }
  const parsed = parseJsonLine(record.payload)
  if ('refusal' in parsed) return { reason: parsed.refusal.detail ?? parsed.refusal.reason }
  const checked = textLine.safeParse(parsed.object)
  return checked.success ? checked.data : { reason: z.prettifyError(checked.error).trim() }
}

/** A reading in the form of the contract. */
function shown(id: string, reading: Reading, topics: TopicMention[], explains: boolean): object {
  return {
    id,
    lang: reading.lang,
    langConfidence: round(reading.langConfidence),
    sentiment: {
      label: reading.sentiment,
      score: round(reading.sentimentScore),
      confidence: round(reading.sentimentConfidence),
    },
    intents: roundAll(reading.intents),
    asserted: reading.asserted,
    stage: {
      label: reading.stage,
      confidence: round(reading.stageConfidence),
      probabilities: roundAll(reading.stageProbabilities),
    },
    stance: reading.stance,
    stanceConfidence: round(reading.stanceConfidence),
    toxicity: round(reading.toxicity),
    novelty: round(reading.novelty),
    unsure: reading.unsure,
    topics: topics.map(({ topicId, start, end }) => ({ id: topicId, start, end })),
    ...(explains
      ? {
          evidence: reading.evidence.map(shownEvidence),
          explanations: (reading.explanations ?? []).map(shownExplanation),
        }
      : {}),
    model: reading.model,
  }
}

function shownEvidence(evidence: Evidence): Evidence {
  return { ...evidence, weight: round(evidence.weight) }
}

/** To more digits than a weight, so that what is rounded still sums up. */
function shownExplanation({ score, bias, whole, rest, ...of }: Explanation): Explanation {
  const fine = (value: number) => Math.round(value * 1e6) / 1e6
  return { ...of, score: fine(score), bias: fine(bias), whole: fine(whole), rest: fine(rest) }
}

function roundAll<Key extends string>(values: Record<Key, number>): Record<Key, number> {
  const entries = Object.entries<number>(values).map(([key, value]) => [key, round(value)])
  return Object.fromEntries(entries) as Record<Key, number>
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function refusalWords(file: string, line: number, reason: string) {
  const place = `${file === '-' ? '(stdin)' : file}:${line}`
  return {
    en: `${place}: not read: ${reason}. Expected: {"id": "1", "text": "..."}. The rest is read.`,
    ja: `${place}: 読めません: ${reason}。正しい形: {"id": "1", "text": "..."}。ほかの行は判定しました。`,
  }
}
