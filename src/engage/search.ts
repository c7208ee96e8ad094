import { type RawBuilder, sql } from 'kysely'
import { foldText } from '#language/index.ts'

/** What a search looks in: the texts folded, one a line. */
export function searchKey(...texts: (string | null | undefined)[]): string {
  return foldText(texts.filter((text) => text !== null && text !== undefined).join('\n'))
}

const WORDS_MAX = 8

/** The words of a search, folded; none where nothing is searched for. */
export function searchedWords(q: string | undefined): string[] {
  const words = foldText(q ?? '').split(' ')
  return words.filter((word) => word !== '').slice(0, WORDS_MAX)
}

/** That the folded text holds all words. Tables of what colleagues write are read, not indexed, for it. */
export function holdsWords(column: RawBuilder<unknown>, words: readonly string[]) {
  return allOf(words.map((word) => sql`position(${word} in ${column}) > 0`))
}

/** That all conditions hold. */
export function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
