import { attributePaths, type Path } from '#measure/index.ts'
import { badUsage, type Command, readArguments, required } from './command.ts'
import { type Columns, Remarks, scanColumns } from './csv-columns.ts'
import { type CsvRecord, numberIn, textIn } from './csv-scan.ts'

const usage = 'attribute --paths FILE'
const OPTIONS = { paths: { type: 'string' } } as const
const STEP = '>'

/** What the usual rules of attribution say of journeys in a file. */
export const attributeCommand: Command = {
  name: 'attribute',
  usage,
  summary: {
    en: 'What the usual rules say: Markov, Shapley, last and first touch, linear and time decay, from a CSV of paths',
    ja: '従来の配分法で見る。経路の CSV から Markov、Shapley、ラストタッチ、ファーストタッチ、均等、時間減衰を出す',
  },
  async run(args, { out, err, language }) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    if (positionals.length > 0) throw badUsage(`${positionals[0]} is not expected`, { usage })
    const remarks = new Remarks(err, language)
    const reading = new PathReading(required(values.paths, 'paths', { usage }), remarks)
    await reading.read()
    remarks.close()
    if (remarks.bad > 0) {
      err(
        {
          en: `${remarks.bad} lines cannot be read; nothing was attributed.`,
          ja: `読めない行が ${remarks.bad} 行あるため、配分しませんでした。`,
        }[language],
      )
      return 2
    }
    out(JSON.stringify(attributePaths(reading)))
    return 0
  },
}

type PathColumn = 'path' | 'total_conversions' | 'total_conversion_value' | 'total_null'

class PathReading {
  readonly paths: Path[] = []
  names: string[] = []
  private readonly numbers = new Map<string, number>()
  private readonly file: string
  private readonly remarks: Remarks

  constructor(file: string, remarks: Remarks) {
    this.file = file
    this.remarks = remarks
  }

  async read(): Promise<void> {
    const needed = ['path', 'total_conversions', 'total_null'] as const
    await scanColumns(
      this.file,
      needed,
      ['total_conversion_value'],
      this.remarks,
      (record, columns) => this.take(record, columns),
    )
    this.names = [...this.numbers.keys()]
  }

  private take(record: CsvRecord, columns: Columns<PathColumn>): void {
    const steps = textIn(record, columns.path)
      .split(STEP)
      .map((step) => step.trim())
    if (steps.some((step) => step === '')) {
      this.remarks.refuse(this.file, record.line, {
        en: 'the path has an empty step; write channels with " > " between them',
        ja: 'path に空のステップがあります。チャネルを " > " で区切ってください',
      })
      return
    }
    const counts = this.countsOf(record, columns)
    if (counts === undefined) return
    this.paths.push({ channels: steps.map((step) => this.numberOf(step)), ...counts })
  }

  private countsOf(record: CsvRecord, columns: Columns<PathColumn>) {
    const counts = { conversions: 0, value: 0, nulls: 0 }
    const fields = [
      ['conversions', 'total_conversions'],
      ['value', 'total_conversion_value'],
      ['nulls', 'total_null'],
    ] as const
    for (const [key, column] of fields) {
      if (columns[column] < 0 || columns[column] >= record.fields) continue
      const value = numberIn(record, columns[column])
      if (!Number.isFinite(value) || (key !== 'value' && value < 0)) {
        this.remarks.refuse(this.file, record.line, {
          en: `${column} must be a number of 0 or more`,
          ja: `${column} には 0 以上の数を書いてください`,
        })
        return undefined
      }
      counts[key] = value
    }
    return counts
  }

  private numberOf(channel: string): number {
    const number = this.numbers.get(channel) ?? this.numbers.size
    this.numbers.set(channel, number)
    return number
  }
}
