import { Parser } from 'htmlparser2'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { unpack, workbookTooLarge, type ZipEntry } from './zip-archive.ts'

/** What happens while XML is read; names are without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** Reads the XML of one part as it is unpacked; `after` is asked for what each piece has brought. */
export async function* readXml<Item>(
  entry: ZipEntry,
  bytesMax: number,
  events: XmlEvents,
  after: () => Iterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  const decoder = new TextDecoder()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(bareName(name), attributes),
      ontext: (text) => events.text?.(text),
      onclosetag: (name) => events.close?.(bareName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  for await (const chunk of unpack(entry, bytesMax)) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield* after()
  }
  parser.end(decoder.decode())
  yield* after()
}

function bareName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Parts that are small: they are read whole. */
const PART_BYTES_MAX = 16 * 1024 * 1024

async function readPart(
  entry: ZipEntry,
  events: XmlEvents,
  bytesMax = PART_BYTES_MAX,
): Promise<void> {
  for await (const _ of readXml(entry, bytesMax, events, () => []));
}

export interface Workbook {
  /** The parts of the sheets that are shown, in their order. */
  sheets: string[]
  is1904: boolean
}

/** Which sheets there are (ECMA-376 Part 1, 18.2). */
export async function readWorkbook(
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<Workbook | undefined> {
  const [book, relations] = [
    entries.get('xl/workbook.xml'),
    entries.get('xl/_rels/workbook.xml.rels'),
  ]
  if (book === undefined || relations === undefined) return undefined
  const targets = new Map<string, string>()
  await readPart(relations, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, partName(Target))
    },
  })
  const ids: string[] = []
  let is1904 = false
  await readPart(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      const id = attributes['r:id'] ?? attributes['d3p1:id']
      const isShown = (attributes.state ?? 'visible') === 'visible'
      if (name === 'sheet' && isShown && id !== undefined) ids.push(id)
    },
  })
  return { sheets: ids.flatMap((id) => targets.get(id) ?? []), is1904 }
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

/** The texts that cells name by number. */
export interface SharedTexts {
  texts: string[]
  /** False where only as many were read as a look is worth. */
  isWhole: boolean
}

/** All shared texts, or for a look the first of them. */
export async function readSharedTexts(
  entry: ZipEntry | undefined,
  isLook: boolean,
): Promise<SharedTexts> {
  const texts: string[] = []
  if (entry === undefined) return { texts, isWhole: true }
  const bytesMax = isLook ? LIMITS.workbookLookBytesMax : LIMITS.sharedTextsBytesMax
  try {
    await readPart(entry, sharedTextEvents(texts), bytesMax)
    return { texts, isWhole: true }
  } catch (error) {
    const isEnough = isLook && error instanceof EnishiError && error.code === 'too-large'
    if (isEnough) return { texts, isWhole: false }
    throw error
  }
}

/** Collects the texts, without the readings that Excel keeps beside them (ふりがな). */
function sharedTextEvents(texts: string[]): XmlEvents {
  let text = ''
  let isText = false
  let isReading = false
  return {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isReading = true
      isText = name === 't'
    },
    text: (piece) => {
      if (isText && !isReading) text += piece
    },
    close: (name) => {
      if (name === 'si') texts.push(decodeEscapes(text))
      if (texts.length > LIMITS.sharedTextsMax) {
        throw workbookTooLarge(`> ${LIMITS.sharedTextsMax} texts`)
      }
      if (name === 'rPh') isReading = false
      isText = false
    },
  }
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 Part 1, 22.9.2.19, ST_Xstring). */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([\da-f]{4})_/gi, (_, unit) => String.fromCharCode(Number(`0x${unit}`)))
}

/** Formats that Excel has built in for dates and times; 27-36 and 50-58 are those of East Asia. */
const DATE_FORMATS = new Set(
  '14 15 16 17 18 19 20 21 22 27 28 29 30 31 32 33 34 35 36 45 46 47 50 51 52 53 54 55 56 57 58'
    .split(' ')
    .map(Number),
)

/** For each style of a cell whether it shows a number as a date. */
export async function readDateStyles(entry: ZipEntry | undefined): Promise<boolean[]> {
  const styles: boolean[] = []
  if (entry === undefined) return styles
  const own = new Map<number, boolean>()
  let isCell = false
  await readPart(entry, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), isDateFormat(formatCode))
      if (name === 'cellXfs') isCell = true
      const format = Number(numFmtId)
      if (name === 'xf' && isCell) styles.push(own.get(format) ?? DATE_FORMATS.has(format))
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false
    },
  })
  return styles
}

/** A code with a letter of dates outside of quotes, brackets and escapes: `yyyy/m/d`, `ggge"年"`. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhseg]/i.test(bare.replace(/general/gi, '')) && !/[#0]\.?0*e[+-]/i.test(bare)
}
