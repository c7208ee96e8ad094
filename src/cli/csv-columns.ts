import { EnishiError, type InterfaceLanguage, type Words } from '#vocabulary/index.ts'
import { type CsvRecord, scanCsv, textIn } from './csv-scan.ts'

/** Lines told one by one; of more, only how many. */
const TOLD_MAX = 20

/** Lines of files that are wrong or left out, told on standard error with file, line and reason. */
export class Remarks {
  readonly err: (line: string) => void
  readonly language: InterfaceLanguage
  /** Lines that cannot be read: then there is no answer. */
  bad = 0
  private told = new Map<string, number>()

  constructor(err: (line: string) => void, language: InterfaceLanguage) {
    this.err = err
    this.language = language
  }

  /** A line that cannot be read. */
  refuse(file: string, line: number, reason: Words): void {
    this.bad++
    this.tell('bad', file, line, reason)
  }

  /** A line about which something is to be said; the first few of each kind are told. */
  tell(kind: string, file: string, line: number, reason: Words): void {
    const count = (this.told.get(kind) ?? 0) + 1
    this.told.set(kind, count)
    if (count <= (kind === 'bad' ? TOLD_MAX : 3))
      this.err(`${file}:${line}: ${reason[this.language]}`)
  }

  /** How many lines of each kind there were; tells of those not told one by one. */
  close(): Record<string, number> {
    for (const [kind, count] of this.told) {
      const left = count - (kind === 'bad' ? TOLD_MAX : 3)
      if (left <= 0) continue
      const words = {
        en: `${left} more of this kind (${kind})`,
        ja: `同じ種類がほかに ${left} 行（${kind}）`,
      }
      this.err(words[this.language])
    }
    return Object.fromEntries([...this.told].filter(([kind]) => kind !== 'bad'))
  }
}

/** A record with its fields by the names of the header. */
export type Columns<Name extends string> = Record<Name, number>

/**
 * Walks the records of a CSV with a header. Columns stand in any order; those of `optional` may be
 * missing (-1); others are passed over. A missing one of `needed` or an empty file is `bad-input`.
 */
export async function scanColumns<Needed extends string, Optional extends string>(
  file: string,
  needed: readonly Needed[],
  optional: readonly Optional[],
  remarks: Remarks,
  each: (record: CsvRecord, columns: Columns<Needed | Optional>) => void,
): Promise<void> {
  let columns: Columns<Needed | Optional> | undefined
  let width = 0
  await scanCsv(file, (record) => {
    if (columns === undefined) {
      const header = Array.from({ length: record.fields }, (_, i) => textIn(record, i).trim())
      columns = columnsOf<Needed | Optional>(file, header, needed, optional)
      width = Math.max(...needed.map((name) => (columns as Columns<Needed>)[name])) + 1
      return
    }
    if (record.fields < width) {
      const reason = {
        en: `${record.fields} fields where at least ${width} are needed`,
        ja: `項目が ${record.fields} 個しかありません（${width} 個以上必要）`,
      }
      remarks.refuse(file, record.line, reason)
    } else each(record, columns)
  })
  if (columns === undefined) {
    const words = {
      en: `This is empty. Its first line must name the columns: ${needed.join(',')}`,
      ja: `空のファイルです。1行目に列の名前が必要です: ${needed.join(',')}`,
    }
    throw new EnishiError('bad-input', words, { file })
  }
}

function columnsOf<Name extends string>(
  file: string,
  header: readonly string[],
  needed: readonly Name[],
  optional: readonly Name[],
): Columns<Name> {
  const lower = header.map((name) => name.toLowerCase())
  const missing = needed.filter((name) => !lower.includes(name.toLowerCase()))
  if (missing.length > 0) {
    const words = {
      en: `The column ${missing.join(', ')} is missing. The first line must name the columns: ${[...needed, ...optional.map((name) => `[${name}]`)].join(',')}`,
      ja: `列 ${missing.join('、')} がありません。1行目に列の名前を書いてください: ${[...needed, ...optional.map((name) => `[${name}]`)].join(',')}`,
    }
    throw new EnishiError('bad-input', words, { file, line: 1 })
  }
  const names = [...needed, ...optional]
  return Object.fromEntries(
    names.map((name) => [name, lower.indexOf(name.toLowerCase())]),
  ) as Columns<Name>
}
