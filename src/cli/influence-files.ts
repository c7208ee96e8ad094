import type { InfluenceInput } from '#measure/index.ts'
import { type Columns, type Remarks, scanColumns } from './csv-columns.ts'
import { type CsvRecord, numberIn, textIn } from './csv-scan.ts'
import { GrowingFloats, GrowingInts } from './growing-columns.ts'
import { NameNumbers } from './name-numbers.ts'

/** The files of `enishi influence`. */
export interface InfluenceFiles {
  touches: string
  outcomes: string
  people?: string | undefined
  /** Whether activities and their parents are needed: only several hops look at them. */
  needsActivities: boolean
}

/** Later than any time in seconds that is meant: milliseconds since 1970 stand there. */
const SECONDS_MAX = 100_000_000_000

/** Reads the three files; bad lines go to `remarks`, so do lines that are left out or odd. */
export async function readInfluenceFiles(
  files: InfluenceFiles,
  now: number,
  remarks: Remarks,
): Promise<InfluenceInput> {
  const reading = new InfluenceReading(remarks, now)
  if (files.people !== undefined) await reading.readPeople(files.people)
  await reading.readTouches(files.touches, files.needsActivities)
  await reading.readOutcomes(files.outcomes)
  return reading.input()
}

class InfluenceReading {
  private readonly remarks: Remarks
  private readonly now: number
  private readonly names = new NameNumbers()
  private readonly channels = new NameNumbers()
  private readonly levels = new NameNumbers()
  private readonly activities = new NameNumbers()
  private readonly types = new NameNumbers()
  private readonly strata = new NameNumbers()
  private readonly stratum = new GrowingInts()
  private readonly joined = new GrowingFloats()
  private readonly touchT = new GrowingFloats()
  private readonly touchInts = Array.from({ length: 6 }, () => new GrowingInts())
  private readonly outcomeT = new GrowingFloats()
  private readonly outcomeValue = new GrowingFloats()
  private readonly outcomeInts = Array.from({ length: 2 }, () => new GrowingInts())

  constructor(remarks: Remarks, now: number) {
    this.remarks = remarks
    this.now = now
  }

  async readPeople(file: string): Promise<void> {
    const each = (record: CsvRecord, columns: Columns<'person' | 'stratum' | 'joined'>) => {
      const person = this.names.of(record, columns.person)
      if (person < 0) return this.remarks.refuse(file, record.line, WORDS.emptyPerson)
      const stratum = this.optionalName(this.strata, record, columns.stratum)
      if (person < this.stratum.count && this.stratum.at(person) !== stratum) {
        return this.remarks.refuse(file, record.line, WORDS.twice)
      }
      const joined = this.joinedOf(record, columns.joined, file)
      if (person >= this.stratum.count) {
        this.stratum.push(stratum)
        this.joined.push(joined)
      }
    }
    await scanColumns(file, ['person', 'stratum'], ['joined'], this.remarks, each)
  }

  async readTouches(file: string, needsActivities: boolean): Promise<void> {
    const [actors, people, channels, levels, activities, parents] = this.touchInts as GrowingInts[]
    const each = (record: CsvRecord, columns: Columns<TouchColumn>) => {
      const t = this.timeOf(record, columns.t, file)
      const actor = this.names.of(record, columns.actor)
      const person = this.names.of(record, columns.person)
      const channel = this.channels.of(record, columns.channel)
      if (Number.isNaN(t)) return
      if (actor < 0) return this.remarks.refuse(file, record.line, WORDS.emptyActor)
      if (person < 0) return this.remarks.refuse(file, record.line, WORDS.emptyPerson)
      if (channel < 0) return this.remarks.refuse(file, record.line, WORDS.emptyChannel)
      if (actor === person) return this.remarks.tell('ownTouches', file, record.line, WORDS.own)
      this.touchT.push(t)
      actors?.push(actor)
      people?.push(person)
      channels?.push(channel)
      if (columns.level >= 0) levels?.push(this.optionalName(this.levels, record, columns.level))
      if (!needsActivities) return
      activities?.push(this.optionalName(this.activities, record, columns.activity))
      parents?.push(this.optionalName(this.activities, record, columns.parent))
    }
    const needed = ['t', 'actor', 'person', 'channel'] as const
    await scanColumns(file, needed, ['activity', 'parent', 'level'], this.remarks, each)
  }

  async readOutcomes(file: string): Promise<void> {
    const listed = this.stratum.count
    const reached = this.names.count
    const [people, types] = this.outcomeInts as GrowingInts[]
    const each = (record: CsvRecord, columns: Columns<'t' | 'person' | 'type' | 'value'>) => {
      const t = this.timeOf(record, columns.t, file)
      const person = this.names.of(record, columns.person)
      const type = this.types.of(record, columns.type)
      if (Number.isNaN(t)) return
      if (person < 0) return this.remarks.refuse(file, record.line, WORDS.emptyPerson)
      if (type < 0) return this.remarks.refuse(file, record.line, WORDS.emptyType)
      const value = this.valueOf(record, columns.value, file)
      if (Number.isNaN(value)) return
      if (person < listed && this.joined.at(person) > t) {
        return this.remarks.tell('beforeJoined', file, record.line, WORDS.beforeJoined)
      }
      if (person >= reached) this.remarks.tell('unknownPerson', file, record.line, WORDS.unknown)
      this.outcomeT.push(t)
      people?.push(person)
      types?.push(type)
      this.outcomeValue.push(value)
    }
    await scanColumns(file, ['t', 'person', 'type'], ['value'], this.remarks, each)
  }

  /** Everything read, in the form of the engine. */
  input(): InfluenceInput {
    const names = this.names.names()
    const stratum = new Int32Array(names.length).fill(-1)
    const joined = new Float64Array(names.length).fill(Number.NEGATIVE_INFINITY)
    const listed = new Uint8Array(names.length)
    stratum.set(this.stratum.column())
    joined.set(this.joined.column())
    listed.fill(1, 0, this.stratum.count)
    const [actor, person, channel, level, activity, parent] = this.touchInts.map((ints) =>
      ints.column(),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
    const [who, type] = this.outcomeInts.map((ints) => ints.column()) as [Int32Array, Int32Array]
    return {
      names,
      channels: this.channels.names(),
      types: this.types.names(),
      levels: this.levels.names(),
      strata: this.strata.names(),
      touches: { t: this.touchT.column(), actor, person, channel, level, activity, parent },
      outcomes: { t: this.outcomeT.column(), person: who, type, value: this.outcomeValue.column() },
      stratum,
      joined,
      listed,
    }
  }

  /** The time of a record; NaN where it was refused. */
  private timeOf(record: CsvRecord, column: number, file: string): number {
    const t = numberIn(record, column)
    if (!Number.isFinite(t)) {
      this.remarks.refuse(file, record.line, notSeconds(textIn(record, column)))
      return Number.NaN
    }
    if (Math.abs(t) > SECONDS_MAX) {
      this.remarks.refuse(file, record.line, WORDS.milliseconds)
      return Number.NaN
    }
    if (t > this.now) this.remarks.tell('inFuture', file, record.line, WORDS.future)
    return t
  }

  private joinedOf(record: CsvRecord, column: number, file: string): number {
    if (column < 0 || column >= record.fields) return Number.NEGATIVE_INFINITY
    if (record.from[column] === record.to[column]) return Number.NEGATIVE_INFINITY
    const t = this.timeOf(record, column, file)
    return Number.isNaN(t) ? Number.NEGATIVE_INFINITY : t
  }

  private valueOf(record: CsvRecord, column: number, file: string): number {
    if (column < 0 || column >= record.fields || record.from[column] === record.to[column]) return 0
    const value = numberIn(record, column)
    if (Number.isFinite(value)) return value
    this.remarks.refuse(file, record.line, notNumber(textIn(record, column)))
    return Number.NaN
  }

  private optionalName(numbers: NameNumbers, record: CsvRecord, column: number): number {
    return column < 0 || column >= record.fields ? -1 : numbers.of(record, column)
  }
}

type TouchColumn = 't' | 'actor' | 'person' | 'channel' | 'activity' | 'parent' | 'level'

const notSeconds = (text: string) => ({
  en: `t must be a number of seconds, and is ${JSON.stringify(text.slice(0, 40))}`,
  ja: `t は秒数で書いてください。いまは ${JSON.stringify(text.slice(0, 40))} です`,
})

const notNumber = (text: string) => ({
  en: `value must be a number, and is ${JSON.stringify(text.slice(0, 40))}`,
  ja: `value は数で書いてください。いまは ${JSON.stringify(text.slice(0, 40))} です`,
})

const WORDS = {
  emptyPerson: { en: 'person is empty', ja: 'person が空です' },
  emptyActor: { en: 'actor is empty', ja: 'actor が空です' },
  emptyChannel: { en: 'channel is empty', ja: 'channel が空です' },
  emptyType: { en: 'type is empty', ja: 'type が空です' },
  twice: {
    en: 'this person stands in the list already, with another stratum; keep one line a person',
    ja: 'この人はすでに別の stratum で載っています。1人1行にしてください',
  },
  milliseconds: {
    en: 't must be in seconds; this looks like milliseconds. Divide by 1,000',
    ja: 't は秒で書いてください。ミリ秒のようです。1,000 で割ってください',
  },
  own: {
    en: 'left out: actor and person are the same; nobody reaches themselves',
    ja: '除きました: actor と person が同じです。自分への接触は数えません',
  },
  beforeJoined: {
    en: 'left out: this outcome is older than the moment its person joined (see --people)',
    ja: '除きました: この成果は本人の joined（--people）より前です',
  },
  unknown: {
    en: 'kept as background: no touch and no list of people names this person',
    ja: '背景として数えます: この人は接触にも人の一覧にも出てきません',
  },
  future: {
    en: 'kept: this time lies in the future of this machine’s clock',
    ja: 'そのまま使います: この時刻は、このマシンの時計ではまだ先です',
  },
} as const
