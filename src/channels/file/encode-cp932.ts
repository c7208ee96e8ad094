import iconv from 'iconv-lite'

/** Characters that Unicode and Windows map differently, in the form that CP932 has. */
const SAME: Record<string, string> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '\\',
}

const QUESTION_MARK = 0x3f

/** A text in CP932 (Windows-31J); what it lacks becomes a question mark and is counted. */
export function encodeCp932(text: string): { bytes: Uint8Array; lost: number } {
  const mapped = text.replace(/[〜−‖—¢£¬¥]/g, (character) => SAME[character] ?? character)
  const bytes = iconv.encode(mapped, 'cp932')
  // No character of CP932 has it as its second byte.
  const marks = bytes.filter((byte) => byte === QUESTION_MARK).length
  return { bytes, lost: marks - (mapped.split('?').length - 1) }
}
