export interface Span {
  start: number
  end: number
}

export interface Piece<S extends Span> {
  text: string
  marks: S[]
}

/**
 * Cuts a text at the offsets (UTF-16 code units) of the spans: pieces in order that together are the
 * text, each with the spans that cover it. Spans may overlap; what lies outside the text is cut off.
 */
export function cutAtSpans<S extends Span>(text: string, spans: readonly S[]): Piece<S>[] {
  const known = spans.filter(
    (span) => span.start < span.end && span.end > 0 && span.start < text.length,
  )
  const cuts = new Set([0, text.length])
  for (const span of known) {
    cuts.add(Math.max(0, span.start))
    cuts.add(Math.min(text.length, span.end))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0
    const marks = known.filter((span) => span.start < end && span.end > start)
    return { text: text.slice(start, end), marks }
  })
}
