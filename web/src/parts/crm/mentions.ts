interface Member {
  id: string
  name: string
}

/** The @ that is being typed before the caret, half or full width, and what stands behind it. */
export function mentionAt(text: string, caret: number): { start: number; typed: string } | null {
  const match = /(?:^|[\s、。,(（「])[@＠]([^\s@＠、。]{0,40})$/u.exec(text.slice(0, caret))
  if (match === null) return null
  const typed = match[1] ?? ''
  return { start: caret - typed.length - 1, typed }
}

/** The members whom a text calls: those whose whole name stands behind an @, the longest name first. */
export function calledIn(text: string, members: readonly Member[]): string[] {
  const called = new Set<string>()
  let rest = text.replaceAll('＠', '@')
  const longestFirst = [...members].sort((a, b) => b.name.length - a.name.length)
  for (const { id, name } of longestFirst) {
    if (!rest.includes(`@${name}`)) continue
    called.add(id)
    // `@Ann Lee` does not call Ann as well.
    rest = rest.replaceAll(`@${name}`, '')
  }
  return [...called]
}

/** A text cut where it calls somebody. */
export function cutAtMentions(
  text: string,
  names: readonly string[],
): { text: string; isMention: boolean }[] {
  const known = names.filter((name) => name !== '').sort((a, b) => b.length - a.length)
  if (known.length === 0) return [{ text, isMention: false }]
  const quoted = known.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const parts = text.split(new RegExp(`([@＠](?:${quoted.join('|')}))`, 'u'))
  return parts.map((part, i) => ({ text: part, isMention: i % 2 === 1 }))
}
