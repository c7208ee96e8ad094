import { themeOf } from '../concepts/themes.ts'
import { DENIED, type DescribedClause } from './describe-clause.ts'
import { type Sparse, unit } from './sparse.ts'

/** What the clauses of a topic tell about its meanings: how telling each is, and what goes with what. */
export interface MeaningWeights {
  /** By concept. */
  telling: ReadonlyMap<string, number>
  /** By claim: how its clauses that name an aspect spread over the aspects. */
  aspectsOf: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** By claim: 1 where it is said of one aspect only, towards 0 where it is said of anything. */
  specific: ReadonlyMap<string, number>
}

/** One scan over the clauses. */
export function weighMeanings(clauses: readonly DescribedClause[]): MeaningWeights {
  const counts = new Map<string, number>()
  const together = new Map<string, Map<string, number>>()
  for (const { aspects, claims } of clauses) {
    for (const id of [...aspects, ...claims]) counts.set(id, (counts.get(id) ?? 0) + 1)
    for (const claim of claims) {
      const known = together.get(claim) ?? new Map<string, number>()
      for (const aspect of aspects) known.set(aspect, (known.get(aspect) ?? 0) + 1 / aspects.length)
      together.set(claim, known)
    }
  }
  const telling = new Map(
    [...counts].map(([id, count]) => [id, Math.log(1 + clauses.length / count)]),
  )
  const aspectsOf = new Map([...together].map(([claim, spread]) => [claim, shares(spread)]))
  const specific = new Map([...together].map(([claim, spread]) => [claim, specificity(spread)]))
  return { telling, aspectsOf, specific }
}

function shares(spread: ReadonlyMap<string, number>): Map<string, number> {
  const all = sum(spread.values())
  return new Map([...spread].map(([aspect, count]) => [aspect, count / (all + 1)]))
}

/** One minus the entropy over aspects, by the entropy of six even ones. */
function specificity(spread: ReadonlyMap<string, number>): number {
  const all = sum(spread.values())
  let entropy = 0
  for (const count of spread.values()) entropy -= (count / all) * Math.log(count / all)
  return Math.max(0.1, 1 - entropy / Math.log(6))
}

function sum(values: Iterable<number>): number {
  let all = 0
  for (const value of values) all += value
  return all
}

/** Before a theme that stands beside the meanings of a vector. */
const THEME = 'theme '
/** What a theme weighs by the meanings that stand under it. */
const THEME_WEIGHT = 4
/** A claim that may be said of anything (it lasts) follows the theme of the aspect (the battery). */
const FOLLOWING = 0.4
/** What is only named by the way (a house, a year) beside what has a theme. */
const ASIDE = 0.3

/**
 * What a clause means as a vector: its aspects, its claims (those said of anything weigh little),
 * where it names no aspect those of which its claims are usually said, and the themes of all these.
 */
export function meaningOf(
  { aspects, claims }: Pick<DescribedClause, 'aspects' | 'claims'>,
  { telling, aspectsOf, specific }: MeaningWeights,
): Sparse {
  const vector: Sparse = new Map()
  const add = (name: string, value: number) => vector.set(name, (vector.get(name) ?? 0) + value)
  for (const aspect of aspects) add(aspect, telling.get(aspect) ?? 0)
  for (const claim of claims) {
    const own = specific.get(claim) ?? 1
    add(claim, 1.5 * own * (telling.get(claim) ?? 0))
    if (aspects.length > 0) continue
    for (const [aspect, share] of aspectsOf.get(claim) ?? []) {
      add(aspect, own * share * (telling.get(aspect) ?? 0))
    }
  }
  return unit(withThemes(vector, aspects))
}

function withThemes(vector: Sparse, aspects: readonly string[]): Sparse {
  const isThemed = aspects.some((aspect) => themeIn(aspect) !== undefined)
  const themes: Sparse = new Map()
  for (const [id, value] of vector) {
    const theme = themeIn(id)
    if (theme === undefined) continue
    const weight = isThemed && !aspects.includes(id) ? FOLLOWING : 1
    themes.set(theme, (themes.get(theme) ?? 0) + THEME_WEIGHT * weight * value)
  }
  if (themes.size === 0) return vector
  const weighed = [...vector].map(([id, value]): [string, number] => {
    return [id, themeIn(id) === undefined ? ASIDE * value : value]
  })
  return new Map([...weighed, ...themes])
}

function themeIn(id: string): string | undefined {
  const theme = themeOf(id.startsWith(DENIED) ? id.slice(DENIED.length) : id)
  return theme === undefined ? undefined : `${THEME}${theme}`
}

/** Whether any of its meanings stands under a theme. */
export function hasTheme(vector: Sparse): boolean {
  return [...vector.keys()].some((id) => id.startsWith(THEME))
}
