import { Parser, Tokenizer } from 'htmlparser2'
import { resolveUrl } from './xml-tree.ts'

const KEPT = new Set(
  (
    'a abbr acronym address area article aside audio b bdo big blockquote br button canvas caption ' +
    'center cite code col colgroup command datagrid datalist dd del details dfn dialog dir div dl dt ' +
    'em event-source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img ' +
    'input ins kbd keygen label legend li m map menu meter multicol nav nextid noscript ol optgroup ' +
    'option output p pre progress q rb rp rt rtc ruby s samp section select small sound source spacer ' +
    'span strike strong sub sup table tbody td textarea tfoot th thead time tr tt u ul var video wbr'
  ).split(' '),
)

/** Dropped with all they hold. */
const DROPPED = new Set(['script', 'style', 'applet', 'iframe', 'noembed', 'noframes', 'template'])

const VOID = new Set('area br col command hr img input keygen source wbr'.split(' '))

const KEPT_ATTRIBUTES = new Set(
  (
    'abbr accept accept-charset accesskey action align alt autocomplete autofocus autoplay axis ' +
    'background balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight ' +
    'bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff cite class ' +
    'clear color cols colspan compact contenteditable controls coords data datafld datapagesize ' +
    'datasrc datetime default delay dir disabled draggable dynsrc enctype end face for form frame ' +
    'galleryimg gutter headers height hidden hidefocus high href hreflang hspace icon id inputmode ' +
    'ismap keytype label lang leftspacing list longdesc loop loopcount loopend loopstart low lowsrc ' +
    'max maxlength media method min multiple name nohref noshade nowrap open optimum pattern ping ' +
    'point-size poster pqg preload prompt radiogroup readonly rel repeat-max repeat-min replace ' +
    'required rev rightspacing rows rowspan rules scope selected shape size span src start step ' +
    'summary suppress tabindex target template title toppadding type unselectable urn usemap valign ' +
    'value variable volume vrml vspace width wrap xml:lang'
  ).split(' '),
)

const ADDRESSES = new Set(
  'action background cite data datasrc dynsrc href icon longdesc lowsrc ping poster src urn usemap'.split(
    ' ',
  ),
)

/** Schemes that a link of a post may have; `javascript:` and `data:` run or hide things. */
const SCHEMES = new Set(
  (
    'http https mailto ftp ftps news nntp irc ircs xmpp tel sms callto gopher feed webcal ed2k magnet ' +
    'aim gtalk skype rtsp mms svn svn+ssh git ssh sftp telnet tag urn'
  ).split(' '),
)

/** Open elements beyond this are written out no more: their text is. */
const OPEN_MAX = 200

/**
 * A piece of HTML with only what is harmless to show: known elements and
 * attributes, closed and nested properly, addresses made absolute and of a
 * harmless scheme, no styles, no scripts. Never throws; linear.
 */
export function cleanHtml(html: string, base?: string): string {
  const cleaner = new Cleaner(base)
  let name = ''
  let attributes: [string, string][] = []
  let attribute = ''
  let value = ''
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext: (from, to) => cleaner.text(html.slice(from, to)),
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase()
        attributes = []
      },
      onattribname: (from, to) => {
        attribute = html.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => {
        value += html.slice(from, to)
      },
      onattribend: () => attributes.push([attribute, value]),
      onopentagend: () => cleaner.open(name, attributes),
      onselfclosingtag: () => {
        cleaner.open(name, attributes)
        cleaner.close(name)
      },
      onclosetag: (from, to) => cleaner.close(html.slice(from, to).toLowerCase()),
      onend: () => cleaner.end(),
      oncdata: nothing,
      onattribentity: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      ontextentity: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return cleaner.html().trim()
}

const nothing = (): void => undefined

class Cleaner {
  private readonly parts: string[] = []
  private readonly open_: string[] = []
  private readonly counts = new Map<string, number>()
  private dropped: string | undefined
  private readonly base: string | undefined

  constructor(base: string | undefined) {
    this.base = base
  }

  text(text: string): void {
    if (this.dropped === undefined) this.parts.push(escapeStray(text))
  }

  open(name: string, attributes: [string, string][]): void {
    if (this.dropped !== undefined) return
    if (DROPPED.has(name)) this.dropped = name
    else if (VOID.has(name)) this.parts.push(`<${name}${this.attributesOf(attributes)} />`)
    else if (KEPT.has(name) && this.open_.length < OPEN_MAX) {
      this.parts.push(`<${name}${this.attributesOf(attributes)}>`)
      this.open_.push(name)
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    }
  }

  close(name: string): void {
    if (this.dropped !== undefined) {
      if (this.dropped === name) this.dropped = undefined
    } else if ((this.counts.get(name) ?? 0) > 0) while (this.pop() !== name);
  }

  end(): void {
    while (this.pop() !== undefined);
  }

  html(): string {
    return this.parts.join('')
  }

  private pop(): string | undefined {
    const name = this.open_.pop()
    if (name === undefined) return undefined
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1)
    this.parts.push(`</${name}>`)
    return name
  }

  private attributesOf(attributes: [string, string][]): string {
    const kept = new Map<string, string>()
    for (const [name, value] of attributes)
      if (KEPT_ATTRIBUTES.has(name) && !kept.has(name)) kept.set(name, this.valueOf(name, value))
    return [...kept]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
      )
      .join('')
  }

  private valueOf(name: string, value: string): string {
    if (!ADDRESSES.has(name)) return value
    const address = resolveUrl(decodeAttribute(value), this.base)
    return isHarmless(address) ? address.replaceAll('&', '&amp;') : ''
  }
}

/** What stands in text and begins neither a tag nor an entity. */
function escapeStray(text: string): string {
  return text.replaceAll('<', '&lt;').replace(/&(?!#?\w{1,32};)/g, '&amp;')
}

/** The attribute as a browser reads it, which is how a harmful one may be hidden. */
function decodeAttribute(value: string): string {
  if (!value.includes('&')) return value
  let decoded = ''
  const parser = new Parser({ onattribute: (_, read) => (decoded = read) })
  parser.end(`<a x="${value.replaceAll('"', '&quot;')}">`)
  return decoded
}

/** Browsers overlook white space and control characters in a scheme. */
function isHarmless(address: string): boolean {
  const scheme = /^([^/?#:]*):/.exec(address.replace(/[\p{Cc}\p{Cf}\s]/gu, ''))?.[1]
  return scheme === undefined || SCHEMES.has(scheme.toLowerCase())
}

/** Whether a text that claims to be plain is HTML after all: RSS never says which. */
export function looksLikeHtml(text: string): boolean {
  if (!/<\/\w+>|&#?\w+;/.test(text)) return false
  for (const [, name = ''] of text.matchAll(/<\/?(\w+)/g))
    if (!KEPT.has(name.toLowerCase()) && !DROPPED.has(name.toLowerCase())) return false
  return true
}
