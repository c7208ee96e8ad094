/**
 * The name of a mark-up document's first element, as written, and the line where it
 * stands; undefined where something else comes first. Declarations, comments and
 * processing instructions before it are skipped. Linear.
 */
export function firstElement(text: string): { name: string; line: number } | undefined {
  for (let at = 0; ; ) {
    while (/[\s\ufeff]/.test(text.charAt(at))) at += 1
    if (text.charAt(at) !== '<') return undefined
    const next = afterMisc(text, at)
    if (next === -1) return undefined
    if (next === at) {
      const name = /^[A-Za-z_][\w.:-]{0,100}/.exec(text.slice(at + 1, at + 102))?.[0]
      if (name === undefined) return undefined
      return { name, line: text.slice(0, at).split('\n').length }
    }
    at = next
  }
}

/** Whether a document is a page: a doctype of HTML, or an element that only pages begin with. */
export function looksLikePage(text: string): boolean {
  if (/^[\s\ufeff]*<!doctype\s+html/i.test(text.slice(0, 1000))) return true
  const name = firstElement(text)?.name.toLowerCase()
  return name !== undefined && ['html', 'head', 'body', 'title', 'meta', 'script'].includes(name)
}

/** Behind what begins at `at` where that is no element; `at` itself where it is one; -1 where it has no end. */
function afterMisc(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4)
  if (text.startsWith('<?', at)) return behind(text, '?>', at + 2)
  if (!text.startsWith('<!', at)) return at
  const end = text.indexOf('>', at)
  const subset = text.indexOf('[', at)
  if (subset === -1 || subset > end) return end === -1 ? -1 : end + 1
  const subsetEnd = text.indexOf(']', subset)
  return subsetEnd === -1 ? -1 : behind(text, '>', subsetEnd)
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from)
  return at === -1 ? -1 : at + end.length
}
