/** A header name without what does not count: width, case, spaces, punctuation, notes in brackets. */
export function foldName(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase()
  const bare = folded.replace(/[(【[〔].*?[)】\]〕]/g, '')
  return (bare.trim() === '' ? folded : bare).replace(/[\s_\-.:;/・、。*#?!"'()[\]【】]/g, '')
}
