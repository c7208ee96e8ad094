import type { RuleMatch } from '#vocabulary/index.ts'
import type { Finding } from './rule-terms.ts'

/**
 * Whom a rule finds by what each of its conditions found, by root. Of several conditions that somebody
 * holds, each keeps its evidence. Who holds all is it since the last of them began, and on a day
 * unknown where one began so; who holds any, since the first.
 */
export function combineFindings(
  match: RuleMatch,
  found: readonly ReadonlyMap<string, Finding>[],
): ReadonlyMap<string, Finding> {
  const [only, ...others] = found
  if (only === undefined || others.length === 0) return only ?? new Map()
  const roots = new Set(found.flatMap((one) => [...one.keys()]))
  const held = [...roots].map((root) => found.flatMap((one) => one.get(root) ?? []))
  const enough = match === 'all' ? found.length : 1
  const combined = held.filter(({ length }) => length >= enough).map((all) => join(match, all))
  return new Map(combined.map((finding) => [finding.rootId, finding]))
}

function join(match: RuleMatch, held: readonly Finding[]): Finding {
  const [first, ...others] = held
  if (first === undefined) throw new Error('somebody is found by a condition')
  if (others.length === 0) return first
  const days = held.flatMap(({ day }) => day ?? []).sort()
  const begun = held.flatMap(({ since }) => since ?? []).sort()
  const isWhole = begun.length === held.length
  return {
    rootId: first.rootId,
    day: days.at(-1) ?? null,
    since: (match === 'any' ? begun.at(0) : isWhole ? begun.at(-1) : null) ?? null,
    evidence: { each: held.map(({ evidence }) => evidence) },
  }
}
