import {
  type ImportFormat,
  type InputFormat,
  isJsonObject,
  type JsonObject,
  parseJsonLine,
  type RawRecord,
  type ReadContext,
  type ReadRecord,
  splitLines,
} from '#listen/index.ts'
import { RefusedRecord } from './json-fields.ts'
import { splitJson, type Unfold } from './split-json.ts'

/** Reads one JSON object; throws RefusedRecord for what has to be refused. Pure. */
export type ReadObject = (object: JsonObject, context: ReadContext) => ReadRecord

/** An input format of one JSON object a line (JSONL), from the function that reads the object. */
export function lineFormat(name: ImportFormat, readObject: ReadObject): InputFormat {
  return {
    name,
    split: (bytes) => splitLines(bytes),
    read: (record, context) => readLine(record, context, readObject),
  }
}

/**
 * An input format of JSON objects in any wrapping (see split-json.ts), from what unfolds its lists
 * and what reads an object.
 */
export function jsonFormat(
  name: ImportFormat,
  unfold: Unfold,
  readObject: ReadObject,
): InputFormat {
  return {
    name,
    split: (bytes) => splitJson(bytes, unfold),
    read: (record, context) => readLine(record, context, readObject),
  }
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
