import { EnishiError } from '#vocabulary/index.ts'
import { addressComparison } from './compare-addresses.ts'
import {
  emailComparison,
  handleComparison,
  phoneComparison,
  type ReadPhone,
} from './compare-contacts.ts'
import { dateComparison, isDateColumn, readDate } from './compare-dates.ts'
import { linkComparison, urlComparison } from './compare-links.ts'
import { nameComparison } from './compare-person-names.ts'
import { avatarComparison } from './compare-pictures.ts'
import {
  bioComparison,
  hoursComparison,
  languageComparison,
  locationComparison,
  organisationComparison,
} from './compare-profiles.ts'
import { textComparison } from './compare-text.ts'
import type { FieldComparison } from './field-comparison.ts'
import { isPersonLike } from './is-person-like.ts'
import type { MatchRecord } from './match-record.ts'
import { ValueColumn } from './value-column.ts'

/** Pairs of records are one number each: two of these have to fit into 53 bits. */
export const RECORDS_MAX = 2 ** 22

export const birthComparison = dateComparison('birth', ({ birth }) => birth)

/** The comparisons of all fields but those under `more`. */
export function knownComparisons(readPhone: ReadPhone) {
  return {
    email: emailComparison,
    phone: phoneComparison(readPhone),
    handle: handleComparison,
    link: linkComparison,
    url: urlComparison,
    name: nameComparison,
    birth: birthComparison,
    address: addressComparison,
    location: locationComparison,
    organisation: organisationComparison,
    bio: bioComparison,
    lang: languageComparison,
    avatar: avatarComparison,
    hours: hoursComparison,
  }
}

type Known = ReturnType<typeof knownComparisons>
type ColumnsOf<Comparisons> = {
  [Field in keyof Comparisons]: Comparisons[Field] extends FieldComparison<infer Prepared>
    ? ValueColumn<Prepared>
    : never
}

/** Records as columns of integers: what the engine works on. Records are added one by one and not kept. */
export class RecordTable {
  readonly known: ColumnsOf<Known>
  readonly ids: string[] = []
  /** 1 for what is an organisation, a bot or a shared account. */
  readonly impersonal: number[] = []
  readonly #more = new Map<string, ValueColumn>()
  readonly #comparisons: Known

  constructor(readPhone: ReadPhone) {
    this.#comparisons = knownComparisons(readPhone)
    this.known = Object.fromEntries(
      Object.entries(this.#comparisons).map(([field, comparison]) => [
        field,
        new ValueColumn(comparison as FieldComparison<unknown>),
      ]),
    ) as unknown as ColumnsOf<Known>
  }

  get size(): number {
    return this.ids.length
  }

  /** Takes a record in; ids are the caller's business. Throws `too-large` beyond four million. */
  add(record: MatchRecord): void {
    if (this.size >= RECORDS_MAX) throw tooMany()
    for (const column of Object.values(this.known) as ValueColumn[]) {
      column.ids.push(column.intern(column.comparison.textOf(record)))
    }
    for (const name of Object.keys(record.more ?? {})) this.#columnOf(name)
    for (const column of this.#more.values()) {
      column.ids.push(column.intern(column.comparison.textOf(record)))
    }
    this.ids.push(record.id)
    this.impersonal.push(isPersonLike(record) ? 0 : 1)
  }

  #columnOf(name: string): void {
    if (this.#more.has(name)) return
    const comparison = textComparison(`more.${name}`, ({ more }) => more?.[name])
    const column = new ValueColumn(comparison as FieldComparison<unknown>)
    for (let record = 0; record < this.size; record++) column.ids.push(-1)
    this.#more.set(name, column)
  }

  /** Numbers the records in the order of their ids, so that nothing depends on the order of a file. */
  sortById(): void {
    const order = this.ids.map((_, record) => record)
    const { ids } = this
    order.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1))
    const columns = [...(Object.values(this.known) as ValueColumn[]), ...this.#more.values()]
    for (const column of columns) {
      const values = column.ids.done().slice()
      order.forEach((from, to) => {
        column.ids.values[to] = values[from] ?? -1
      })
    }
    const [names, impersonal] = [ids.slice(), this.impersonal.slice()]
    order.forEach((from, to) => {
      ids[to] = names[from] ?? ''
      this.impersonal[to] = impersonal[from] ?? 0
    })
    this.#sortColumns()
  }

  #sortColumns(): void {
    const sorted = [...this.#more].sort(([a], [b]) => (a < b ? -1 : 1))
    this.#more.clear()
    for (const [name, column] of sorted) this.#more.set(name, column)
  }

  /** Every column that holds anything; columns of dates under `more` are compared as dates. */
  columns(): ValueColumn[] {
    for (const [name, column] of this.#more) {
      if (!column.comparison.levels.some(({ agreement }) => agreement === 'year')) {
        if (isDateColumn(column.texts)) this.#more.set(name, asDates(name, column))
      }
    }
    const known = Object.values(this.known) as ValueColumn[]
    return [...known, ...this.#more.values()].filter(({ texts }) => texts.length > 0)
  }

  /** The columns under `more`. */
  more(): ValueColumn[] {
    return [...this.#more.values()]
  }
}

function asDates(name: string, column: ValueColumn): ValueColumn {
  const comparison = dateComparison(`more.${name}`, ({ more }) => more?.[name])
  const dates = new ValueColumn(comparison as FieldComparison<unknown>)
  for (const value of column.ids.done()) {
    dates.ids.push(value < 0 ? -1 : dates.intern(readDate(column.texts[value] ?? '')))
  }
  return dates
}

function tooMany(): EnishiError {
  return new EnishiError('too-large', {
    en: `More than ${RECORDS_MAX} records at once are not compared. Split the file, for instance by country.`,
    ja: `一度に照合できるのは ${RECORDS_MAX} 件までです。国別などにファイルを分けてください。`,
  })
}
