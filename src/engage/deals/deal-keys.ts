import { foldText } from '#language/index.ts'
import { LIMITS } from '#vocabulary/index.ts'

/** What deals are sorted by, and told by where a list calls them the same. */
export function sortKeyOf(name: string): string {
  return foldText(name).slice(0, LIMITS.nameCharsMax).toWellFormed()
}
