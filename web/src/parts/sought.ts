import type { Span } from './marked-text.ts'

/** A folded text with, for each of its code units, where its character began and ended. */
interface Folded {
  text: string
  starts: number[]
  ends: number[]
}

/** A character with the marks that follow it: what NFKC may compose, half-width ﾞ and ﾟ among them. */
const CLUSTER = /.[\p{M}\uFF9E\uFF9F\u200D]*/gsu
const KATAKANA = /[\u30A1-\u30F6]/g
const UNSEEN = /\p{Cf}/gu

function foldCluster(cluster: string): string {
  const plain = cluster.normalize('NFKC').replace(UNSEEN, '').toLowerCase()
  return plain.replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

function fold(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] }
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = foldCluster(cluster)
    folded.text += piece
    for (let unit = 0; unit < piece.length; unit++) {
      folded.starts.push(index)
      folded.ends.push(index + cluster.length)
    }
  }
  return folded
}

/**
 * Where the searched words stand in a text, in UTF-16 code units; width, case and kana count for
 * nothing, as in the search itself. For showing only: what matches is the server's to say.
 */
export function findSought(text: string, sought: string): Span[] {
  const words = fold(sought)
    .text.split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const folded = fold(text)
  return words.flatMap((word) => {
    const spans: Span[] = []
    for (let at = folded.text.indexOf(word); at !== -1; ) {
      const last = at + word.length - 1
      spans.push({ start: folded.starts[at] ?? 0, end: folded.ends[last] ?? text.length })
      at = folded.text.indexOf(word, last + 1)
    }
    return spans
  })
}
