/** What of a name fits into a bubble: lines of at most so many units, an ideograph being two; the rest is cut. */
export function bubbleLines(
  parts: readonly string[],
  unitsMax: number,
  linesMax: number,
): string[] {
  if (unitsMax < 4) return []
  return parts.slice(0, linesMax).map((part) => cut(part, unitsMax))
}

function cut(text: string, unitsMax: number): string {
  if (widthOf(text) <= unitsMax) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept) + widthOf(character) + 1 > unitsMax) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[\u1100-\uffdc]/u.test(character) ? 2 : 1
  return width
}
