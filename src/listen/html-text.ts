import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Elements that begin and end on a line of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ' +
    'ol optgroup option p pre search section summary table tbody tfoot thead tr ul'
  ).split(' '),
)

/** Blocks that a reader sees set apart by an empty line. */
const PARAGRAPHS = new Set('blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))

/** Elements whose content no reader sees. */
const UNSEEN = new Set(
  'applet audio canvas datalist iframe noembed noframes object script style template title video'.split(
    ' ',
  ),
)

/** What is folded: HTML's white space and the no-break space, but not the ideographic one. */
const SPACE = /[\t\n\f\r \u00a0]+/g
const CONTROL = /(?![\t\n\f\r])\p{Cc}/gu

/**
 * The text of a piece of HTML as a reader would see it: blocks and `<br>` break
 * lines, entities are decoded, white space is folded (kept in `<pre>`), links
 * keep their text. Never throws; linear in the length of the input.
 */
export function textOfHtml(html: string): string {
  const page = new Page()
  const end = (from: number, to: number): string => html.slice(from, to).toLowerCase()
  let tag = ''
  const events: TokenizerCallbacks = {
    ...NOTHING,
    ontext: (from, to) => page.write(html.slice(from, to)),
    ontextentity: (codepoint) => page.write(String.fromCodePoint(codepoint)),
    onopentagname: (from, to) => {
      tag = end(from, to)
      page.open(tag)
    },
    onselfclosingtag: () => page.selfClose(tag),
    onclosetag: (from, to) => page.close(end(from, to)),
  }
  const tokenizer = new Tokenizer({ decodeEntities: true }, events)
  tokenizer.write(html)
  tokenizer.end()
  return page.text()
}

/** A page being set: what is written so far, and which white space is still owed. */
class Page {
  private readonly parts: string[] = []
  private owed: '' | ' ' | '\n' | '\n\n' = ''
  private unseen: string | undefined
  private preformatted = 0

  write(text: string): void {
    if (this.unseen !== undefined) return
    const clean = text.replace(CONTROL, '')
    if (this.preformatted > 0) this.put(clean.replace(/\r\n?/g, '\n'))
    else this.fold(clean.replace(SPACE, ' '))
  }

  open(tag: string): void {
    if (this.unseen !== undefined) return
    if (UNSEEN.has(tag)) this.unseen = tag
    else if (tag === 'br') this.breakLine()
    else if (tag === 'td' || tag === 'th') this.owe(' ')
    else this.boundary(tag)
    if (tag === 'pre') this.preformatted += 1
  }

  close(tag: string): void {
    if (this.unseen !== undefined) {
      if (this.unseen === tag) this.unseen = undefined
      return
    }
    if (tag === 'pre' && this.preformatted > 0) this.preformatted -= 1
    this.boundary(tag)
  }

  /** XHTML's `<object/>` hides nothing; HTML's raw text elements ignore the slash. */
  selfClose(tag: string): void {
    if (this.unseen === tag) this.unseen = undefined
  }

  text(): string {
    const lines = this.parts.join('').split('\n')
    return lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim()
      .toWellFormed()
  }

  private boundary(tag: string): void {
    if (PARAGRAPHS.has(tag)) this.owe('\n\n')
    else if (BLOCKS.has(tag)) this.owe('\n')
  }

  private breakLine(): void {
    const before = this.owed.startsWith('\n') ? this.owed : ''
    this.owed = ''
    if (this.parts.length > 0) this.parts.push(before === '' ? '\n' : before)
  }

  private fold(text: string): void {
    if (text.startsWith(' ')) this.owe(' ')
    const end = text.endsWith(' ') ? text.length - 1 : text.length
    this.put(text.slice(text.startsWith(' ') ? 1 : 0, end))
    if (end < text.length) this.owe(' ')
  }

  private put(text: string): void {
    if (text === '') return
    const last = this.parts.at(-1)
    const lineBegins = last === undefined || last.endsWith('\n')
    if (last !== undefined && !(this.owed === ' ' && lineBegins)) this.parts.push(this.owed)
    this.owed = ''
    this.parts.push(text)
  }

  private owe(space: ' ' | '\n' | '\n\n'): void {
    if (space.length > this.owed.length || (space === '\n' && this.owed === ' ')) this.owed = space
  }
}

const nothing = (): void => undefined
const NOTHING: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribend: nothing,
  onattribentity: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
}
