import type { UnreadableRecord } from '#listen/index.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { excelDate, excelNumber } from './excel-values.ts'
import { OLE_SIGNATURE } from './is-workbook.ts'
import {
  decodeEscapes,
  readDateStyles,
  readSharedTexts,
  readWorkbook,
  readXml,
  type SharedTexts,
  type XmlEvents,
} from './xlsx-parts.ts'
import { damagedWorkbook, readZip, workbookTooLarge, type ZipEntry } from './zip-archive.ts'

/** One row; its line is its number in the sheet. */
export interface SheetRow {
  line: number
  cells: string[]
}

/**
 * The rows of the first sheet that has any (ECMA-376; hidden sheets are passed over), as they are
 * unpacked: memory holds the packed file, the texts that cells share, and one piece of the sheet.
 * Formulas give the values that were saved with them; dates are YYYY-MM-DD and perhaps HH:MM:SS.
 * Throws an EnishiError for what is no workbook, is locked, or grows beyond LIMITS. A look, of which
 * only the first rows are taken, unpacks little; where that is not enough it throws as well.
 */
export async function* readXlsx(
  bytes: AsyncIterable<Uint8Array>,
  isLook = false,
): AsyncGenerator<SheetRow | UnreadableRecord, void, undefined> {
  const archive = await collect(bytes)
  if (archive.readUInt32BE(0) === OLE_SIGNATURE) throw oldOrLocked(archive)
  const entries = readZip(archive)
  if (entries === undefined) throw damagedWorkbook('ZIP')
  if ([...entries.values()].some(({ isEncrypted }) => isEncrypted)) throw lockedWorkbook()
  const workbook = await readWorkbook(entries)
  if (workbook === undefined) throw damagedWorkbook('xl/workbook.xml')
  const book: Book = {
    isLook,
    shared: await readSharedTexts(entries.get('xl/sharedStrings.xml'), isLook),
    dateStyles: await readDateStyles(entries.get('xl/styles.xml')),
    is1904: workbook.is1904,
  }
  for (const name of workbook.sheets) {
    const sheet = entries.get(name)
    if (sheet === undefined) continue
    let hasRows = false
    for await (const row of readSheet(sheet, book)) {
      hasRows = true
      yield row
    }
    if (hasRows) return
  }
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > LIMITS.documentBytesMax) {
      throw workbookTooLarge(`> ${LIMITS.documentBytesMax / 1024 / 1024} MB`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Book {
  isLook: boolean
  shared: SharedTexts
  dateStyles: boolean[]
  is1904: boolean
}

async function* readSheet(
  sheet: ZipEntry,
  book: Book,
): AsyncGenerator<SheetRow | UnreadableRecord, void, undefined> {
  const reading = new SheetReading(book)
  const bytesMax = book.isLook ? LIMITS.workbookLookBytesMax : LIMITS.sheetBytesMax
  yield* readXml(sheet, bytesMax, reading.events, () => reading.take())
}

/** The sheet as its XML goes by: the open row, the open cell, and the rows that are done. */
class SheetReading {
  readonly events: XmlEvents
  readonly #book: Book
  #done: (SheetRow | UnreadableRecord)[] = []
  #line = 0
  #cells: string[] = []
  #chars = 0
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #isValue = false
  #isReading = false

  constructor(book: Book) {
    this.#book = book
    this.events = {
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => this.#read(text),
      close: (name) => this.#close(name),
    }
  }

  take(): (SheetRow | UnreadableRecord)[] {
    const done = this.#done
    this.#done = []
    return done
  }

  #open(name: string, { r, t, s }: Record<string, string>): void {
    if (name === 'row') this.#openRow(Number(r ?? this.#line + 1))
    else if (name === 'c') this.#openCell(r, t, s)
    else if (name === 'rPh') this.#isReading = true
    else this.#isValue = name === 'v' || (name === 't' && !this.#isReading)
  }

  #openRow(line: number): void {
    if (!Number.isSafeInteger(line) || line < 1) throw damagedWorkbook('row')
    if (line > LIMITS.sheetRowsMax) throw workbookTooLarge(`> ${LIMITS.sheetRowsMax} rows`)
    this.#line = line
    this.#cells = []
    this.#chars = 0
    this.#column = -1
  }

  #openCell(place = '', type = 'n', style = '0'): void {
    this.#column = columnOf(place) ?? this.#column + 1
    if (this.#column >= LIMITS.sheetColumnsMax) {
      throw workbookTooLarge(`> ${LIMITS.sheetColumnsMax} columns`)
    }
    this.#type = type
    this.#style = Number(style)
    this.#value = ''
  }

  #read(text: string): void {
    // A row that is too long is not held, only noticed.
    if (!this.#isValue || this.#chars > LIMITS.recordBytesMax) return
    this.#value += text
    this.#chars += text.length
  }

  #close(name: string): void {
    if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'rPh') this.#isReading = false
    else if (name === 'v' || name === 't') this.#isValue = false
  }

  #closeCell(): void {
    if (this.#value === '') return
    const value = this.#shown()
    this.#chars += value.length
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = value
  }

  #shown(): string {
    const { dateStyles, is1904 } = this.#book
    switch (this.#type) {
      case 's':
        return this.#sharedText(Number(this.#value))
      case 'inlineStr':
      case 'str':
        return decodeEscapes(this.#value)
      case 'b':
        return this.#value === '1' ? 'TRUE' : 'FALSE'
      case 'n':
        return dateStyles[this.#style] === true
          ? excelDate(Number(this.#value), is1904)
          : excelNumber(this.#value)
      default:
        return this.#value
    }
  }

  #sharedText(place: number): string {
    const { texts, isWhole } = this.#book.shared
    if (!isWhole && place >= texts.length) throw workbookTooLarge('xl/sharedStrings.xml')
    return texts[place] ?? ''
  }

  #closeRow(): void {
    const line = this.#line
    if (this.#chars > LIMITS.recordBytesMax) {
      const detail = `> ${LIMITS.recordBytesMax}`
      const excerpt = this.#cells.join(',').slice(0, 200)
      this.#done.push({ line, refusal: { reason: 'line-too-long', detail }, excerpt })
    } else if (this.#cells.some((cell) => cell.trim() !== '')) {
      this.#done.push({ line, cells: this.#cells })
    }
    this.#cells = []
  }
}

/** `C7` is the third column, 2; undefined where a cell does not say. */
function columnOf(place: string): number | undefined {
  const letters = /^([A-Z]{1,4})\d*$/.exec(place)?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function oldOrLocked(archive: Buffer): EnishiError {
  return archive.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? lockedWorkbook()
    : oldWorkbook()
}

function lockedWorkbook(): EnishiError {
  return new EnishiError('bad-input', {
    ja: 'この Excel ファイルはパスワードで保護されています。Excel で開き、パスワードを外して保存してから取り込んでください。',
    en: 'This workbook is locked with a password. Open it in Excel, save it without one, and import that.',
  })
}

function oldWorkbook(): EnishiError {
  return new EnishiError('bad-input', {
    ja: '古い形式の Excel ファイル (.xls) は読めません。Excel で開き、.xlsx または CSV で保存してから取り込んでください。',
    en: 'Workbooks of the old form (.xls) cannot be read. Open it in Excel, save it as .xlsx or CSV, and import that.',
  })
}
