import { type IncomingOwnTerms, LIMITS, type Refusal } from '#vocabulary/index.ts'

/** What stands in a cell, and what its column is called. */
export interface WrittenCell {
  column: string
  text: string
}

/** A line of its own that parts the notes of one cell, as exports write it. */
export const BETWEEN_NOTES = '§§§'

/**
 * The names of tags and the notes that two cells hold. What is longer than a tag or a note may be is left
 * out and noted. Pure.
 */
export function writtenTerms(cells: {
  tags?: WrittenCell | undefined
  note?: WrittenCell | undefined
}): {
  terms: Pick<IncomingOwnTerms, 'tags' | 'notes'>
  notes: Refusal[]
} {
  const notes: Refusal[] = []
  const fitting = (cell: WrittenCell | undefined, parts: string[], charsMax: number) => {
    const tooLong = parts.find((part) => part.length > charsMax)
    if (cell !== undefined && tooLong !== undefined)
      notes.push({ reason: 'too-large', field: cell.column, detail: tooLong.slice(0, 100) })
    return parts.filter((part) => part.length <= charsMax)
  }
  const tags = fitting(cells.tags, tagsIn(cells.tags?.text ?? ''), LIMITS.tagCharsMax)
  const texts = fitting(cells.note, notesIn(cells.note?.text ?? ''), LIMITS.noteCharsMax)
  return {
    terms: {
      ...(tags.length === 0 ? {} : { tags }),
      ...(texts.length === 0 ? {} : { notes: texts }),
    },
    notes,
  }
}

/** Google writes `* myContacts ::: Friends`; its own groups begin with an asterisk. */
function tagsIn(cell: string): string[] {
  const names = cell
    .split(/:::|[;；,，、|\n\r]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^\* ?my/.test(part))
  return [...new Set(names)]
}

function notesIn(cell: string): string[] {
  const texts = cell
    .replaceAll('\r\n', '\n')
    .split(new RegExp(`^${BETWEEN_NOTES}$`, 'm'))
    .map((text) => text.trim())
  return [...new Set(texts.filter((text) => text !== ''))]
}
