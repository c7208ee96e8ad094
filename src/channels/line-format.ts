import type {
  ImportFormat,
  InputFormat,
  RawRecord,
  ReadContext,
  ReadRecord,
  SplitRecord,
} from '#listen/input-format.ts'
import { isJsonObject, type JsonObject, parseJsonLine } from '#listen/parse-json-line.ts'
import { RefusedRecord } from './json-fields.ts'

/** Reads one JSON object; throws RefusedRecord for what has to be refused. Pure. */
export type ReadObject = (object: JsonObject, context: ReadContext) => ReadRecord

/** An input format of one JSON object a line (JSONL), from the function that reads the object. */
export function lineFormat(name: ImportFormat, readObject: ReadObject): InputFormat {
  return { name, split, read: (record, context) => readLine(record, context, readObject) }
}

function readLine(record: RawRecord, context: ReadContext, readObject: ReadObject): ReadRecord {
  const { parsed, payload } = record
  const line = isJsonObject(parsed) ? { object: parsed } : parseJsonLine(payload)
  if ('refusal' in line) return line
  try {
    return readObject(line.object, context)
  } catch (fault) {
    if (fault instanceof RefusedRecord) return { refusal: fault.refusal }
    throw fault
  }
}

// Replaced on merge by #listen/split-lines.ts, which bounds the length of a line.
async function* split(bytes: AsyncIterable<Uint8Array>): AsyncIterable<SplitRecord> {
  const decoder = new TextDecoder()
  let line = 0
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const payload of lines) {
      line += 1
      if (payload.trim() !== '') yield { line, payload }
    }
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield { line: line + 1, payload: rest }
}
