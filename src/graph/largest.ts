/** The nodes of the largest values, largest first; equal ones by their numbers. Time O(n count) at worst, near O(n) as a rule. */
export function largestValues(values: ArrayLike<number>, count: number): number[] {
  const top: number[] = []
  const valueAt = (place: number) => values[top[place] as number] as number
  for (let v = 0; v < values.length; v++) {
    const value = values[v] as number
    if (top.length === count && !(count > 0 && value > valueAt(count - 1))) continue
    let place = top.length
    while (place > 0 && valueAt(place - 1) < value) place--
    top.splice(place, 0, v)
    if (top.length > count) top.pop()
  }
  return top
}
