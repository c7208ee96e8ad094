import { Parser } from 'htmlparser2'

const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3'])
const UNSHOWN = new Set(['script', 'style', 'template', 'noscript'])

/** The text of an HTML fragment as a reader would see it. Replaced on merge by #listen/html-text.ts. */
export function textOfHtml(html: string): string {
  let text = ''
  let unshown = 0
  const parser = new Parser({
    onopentagname(name) {
      if (UNSHOWN.has(name)) unshown += 1
      if (name === 'br') text += '\n'
    },
    ontext(shown) {
      if (unshown === 0) text += shown
    },
    onclosetag(name) {
      if (UNSHOWN.has(name)) unshown -= 1
      if (BLOCKS.has(name)) text += name === 'p' ? '\n\n' : '\n'
    },
  })
  parser.end(html)
  return text.replaceAll(/\n{3,}/g, '\n\n').trim()
}
