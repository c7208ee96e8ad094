import { Tokenizer } from 'htmlparser2'
import { decodeEntities, readInternalEntities, withoutControls } from './xml-entities.ts'
import { declareNamespaces, type NamespaceScope, nameIn } from './xml-names.ts'

/** An element of a feed with what it inherits. */
export interface XmlElement {
  /** `title`, `dc:creator`, `xhtml:div`: lower case, the prefix that of `xml-names.ts`. */
  name: string
  /** The local name as it was written. */
  localName: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
  /** xml:base in effect, made absolute as far as possible. */
  base: string | undefined
  /** xml:lang in effect; an empty one ends the inheritance. */
  lang: string | undefined
}

/** No feed nests deeper; below this the text is kept and the elements aren't. */
const DEPTH_MAX = 150
/** Elements kept of one entry, and of all that stands outside entries. */
const ELEMENTS_MAX = 20_000

interface Frame {
  rawName: string
  scope: NamespaceScope
  /** Absent: too deep or too many, its text goes to the element above. */
  element: XmlElement | undefined
}

/**
 * Reads XML as far as it can be read: unclosed, misnested and undeclared things
 * are forgiven. Each element for which `isCut` holds is handed to `onCut` when it
 * ends and isn't kept, so that memory holds one entry; what is left is the first
 * element. What is too deep or too much loses its mark-up, not its text. Time is linear, no
 * recursion; entities of the DTD are replaced only where their value is plain text.
 */
export function readXml(
  source: string,
  base: string | undefined,
  isCut: (element: XmlElement, parent: XmlElement | undefined) => boolean,
  onCut: (element: XmlElement) => void,
): XmlElement | undefined {
  const { text, entities } = readInternalEntities(source)
  const builder = new Builder(base, isCut, onCut)
  let tagName = ''
  let attributeName = ''
  let attributeValue = ''
  let attributes: Record<string, string> = {}
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ontext: (from, to) => builder.text(decodeEntities(text.slice(from, to), entities)),
      oncdata: (from, to, offset) => builder.text(withoutControls(text.slice(from, to - offset))),
      onopentagname: (from, to) => {
        tagName = text.slice(from, to)
        attributes = {}
      },
      onattribname: (from, to) => {
        attributeName = text.slice(from, to)
        attributeValue = ''
      },
      onattribdata: (from, to) => {
        attributeValue += text.slice(from, to)
      },
      onattribend: () => {
        if (!Object.hasOwn(attributes, attributeName))
          attributes[attributeName] = decodeEntities(attributeValue, entities)
      },
      onopentagend: () => builder.open(tagName, attributes),
      onselfclosingtag: () => {
        builder.open(tagName, attributes)
        builder.close(tagName)
      },
      onclosetag: (from, to) => builder.close(text.slice(from, to)),
      onend: () => builder.end(),
      onattribentity: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      ontextentity: nothing,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
  return builder.root
}

const nothing = (): void => undefined

class Builder {
  root: XmlElement | undefined
  private readonly frames: Frame[] = []
  /** How often each name is open, so that a stray closing tag costs nothing. */
  private readonly openNames = new Map<string, number>()
  private cut: XmlElement | undefined
  private elementsInCut = 0
  private elementsOutside = 0
  private readonly base: string | undefined
  private readonly isCut: (element: XmlElement, parent: XmlElement | undefined) => boolean
  private readonly onCut: (element: XmlElement) => void

  constructor(
    base: string | undefined,
    isCut: (element: XmlElement, parent: XmlElement | undefined) => boolean,
    onCut: (element: XmlElement) => void,
  ) {
    this.base = base
    this.isCut = isCut
    this.onCut = onCut
  }

  open(rawName: string, rawAttributes: Record<string, string>): void {
    if (this.isUnclosedCut(rawName)) this.close(rawName)
    const parent = this.frames.at(-1)
    if (this.root !== undefined && parent === undefined) return
    this.openNames.set(rawName, (this.openNames.get(rawName) ?? 0) + 1)
    if (this.frames.length >= DEPTH_MAX) {
      this.flatten(rawName, parent?.scope)
      return
    }
    const scope = declareNamespaces(parent?.scope, rawAttributes)
    const element = this.elementOf(rawName, rawAttributes, scope, parent?.element)
    const above = this.nearestElement()
    if (this.cut === undefined && this.isCut(element, above)) this.begin(element)
    else if (!this.keep(element, above)) {
      this.flatten(rawName, scope)
      return
    }
    this.frames.push({ rawName, scope, element })
  }

  text(text: string): void {
    const children = this.nearestElement()?.children
    if (children === undefined || text === '') return
    const last = children.length - 1
    const before = children[last]
    if (typeof before === 'string') children[last] = before + text
    else children.push(text)
  }

  close(rawName: string): void {
    if ((this.openNames.get(rawName) ?? 0) === 0) return
    let frame = this.pop()
    while (frame !== undefined && frame.rawName !== rawName) frame = this.pop()
  }

  end(): void {
    while (this.pop() !== undefined);
  }

  /** Directly within what is cut, another of the same name means that its end was forgotten. */
  private isUnclosedCut(rawName: string): boolean {
    const top = this.frames.at(-1)
    return top?.element !== undefined && top.element === this.cut && top.rawName === rawName
  }

  private begin(element: XmlElement): void {
    this.cut = element
    this.elementsInCut = 0
    this.root ??= element
  }

  /** False where there are too many elements to keep another. */
  private keep(element: XmlElement, above: XmlElement | undefined): boolean {
    const count = this.cut === undefined ? ++this.elementsOutside : ++this.elementsInCut
    if (count > ELEMENTS_MAX) return false
    this.root ??= element
    above?.children.push(element)
    return true
  }

  private flatten(rawName: string, scope: NamespaceScope): void {
    this.frames.push({ rawName, scope, element: undefined })
  }

  private pop(): Frame | undefined {
    const frame = this.frames.pop()
    if (frame === undefined) return undefined
    this.openNames.set(frame.rawName, (this.openNames.get(frame.rawName) ?? 1) - 1)
    if (frame.element !== undefined && frame.element === this.cut) {
      this.cut = undefined
      this.onCut(frame.element)
    }
    return frame
  }

  /** The innermost element that is kept: at most DEPTH_MAX frames have one, all of them lowest. */
  private nearestElement(): XmlElement | undefined {
    for (let at = Math.min(this.frames.length, DEPTH_MAX) - 1; at >= 0; at--) {
      const element = this.frames[at]?.element
      if (element !== undefined) return element
    }
    return undefined
  }

  private elementOf(
    rawName: string,
    rawAttributes: Record<string, string>,
    scope: NamespaceScope,
    parent: XmlElement | undefined,
  ): XmlElement {
    const attributes: Record<string, string> = {}
    for (const [name, value] of Object.entries(rawAttributes))
      attributes[name.includes(':') ? nameIn(name, scope) : name.toLowerCase()] ??= value
    const own = attributes['xml:base'] ?? (parent === undefined ? attributes.base : undefined)
    const above = parent === undefined ? this.base : parent.base
    return {
      name: nameIn(rawName, scope),
      localName: rawName.slice(rawName.indexOf(':') + 1),
      attributes,
      children: [],
      base: baseOf(own, above),
      lang: attributes['xml:lang']?.trim() ?? parent?.lang,
    }
  }
}

/** The base that an element sets, if it is the address of a page; else the one above. */
function baseOf(own: string | undefined, above: string | undefined): string | undefined {
  if (own === undefined || own.trim() === '') return above
  const resolved = URL.parse(own.trim(), above)
  return resolved !== null && /^(?:https?|ftp|file):$/.test(resolved.protocol)
    ? resolved.href
    : above
}

/** The address made absolute against the base; as it stands where that fails. */
export function resolveUrl(address: string, base: string | undefined): string {
  const trimmed = address.trim()
  if (base === undefined || trimmed === '' || /^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed
  return URL.parse(trimmed, base)?.href ?? trimmed
}
