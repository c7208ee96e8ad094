import type { InfluenceItem, InterfaceLanguage } from '../../terms.ts'
import type { Column } from './url-state.ts'

/** Rows whose name contains what was sought, in the order of a column: numbers fall, names rise. */
export function ordered<Row extends Pick<InfluenceItem, Exclude<Column, 'name'>>>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  wanted: { q: string | undefined; sort: Column; language: InterfaceLanguage },
): Row[] {
  const sought = wanted.q?.normalize('NFKC').toLocaleLowerCase()
  const kept =
    sought === undefined
      ? [...rows]
      : rows.filter((row) => nameOf(row).normalize('NFKC').toLocaleLowerCase().includes(sought))
  const { sort } = wanted
  if (sort === 'name') {
    const collator = new Intl.Collator(wanted.language)
    return kept.sort((a, b) => collator.compare(nameOf(a), nameOf(b)))
  }
  return kept.sort((a, b) => (b[sort] ?? 0) - (a[sort] ?? 0))
}
