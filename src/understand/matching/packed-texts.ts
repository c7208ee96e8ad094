/** Many texts in shared memory: bytes one after another, one a UTF-16 unit where that suffices. */
export interface PackedTexts {
  bytes: Uint8Array
  /** Where each text ends. */
  ends: Float64Array
  /** 1 where a text takes two bytes a unit. */
  isWide: Uint8Array
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Float64Array(new SharedArrayBuffer(8 * texts.length))
  const isWide = new Uint8Array(new SharedArrayBuffer(texts.length))
  let length = 0
  for (const [at, text] of texts.entries()) {
    isWide[at] = isWideText(text) ? 1 : 0
    length += text.length * (1 + (isWide[at] ?? 0))
    ends[at] = length
  }
  const shared = new SharedArrayBuffer(length)
  const into = Buffer.from(shared)
  for (const [at, text] of texts.entries()) {
    into.write(text, at === 0 ? 0 : (ends[at - 1] ?? 0), isWide[at] === 1 ? 'utf16le' : 'latin1')
  }
  return { bytes: new Uint8Array(shared), ends, isWide }
}

function isWideText(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return true
  return false
}

/** One of the texts, unit by unit as it was. */
export function textIn({ bytes, ends, isWide }: PackedTexts, at: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = at === 0 ? 0 : (ends[at - 1] ?? 0)
  return buffer.toString(isWide[at] === 1 ? 'utf16le' : 'latin1', from, ends[at] ?? from)
}
