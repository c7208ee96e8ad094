/**
 * The fields of a form that say something else than when it was filled in. The rest is not sent: what
 * a colleague changed there meanwhile stays.
 */
export function changedFields<Fields extends object>(
  filled: Partial<Fields>,
  now: Fields,
): Partial<Fields> {
  const before = new Map<string, unknown>(Object.entries(filled))
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)),
  )
  return Object.fromEntries(changed) as Partial<Fields>
}
