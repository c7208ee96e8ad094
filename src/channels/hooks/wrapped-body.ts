/** The body as text where it is one JSON object in UTF-8; undefined for anything else. */
export function jsonObjectText(body: Buffer): string | undefined {
  const text = decode(body)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? text : undefined
  } catch {
    // It is no JSON; whoever asked says so.
    return undefined
  }
}

function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    // Bytes that are no UTF-8 are no JSON (RFC 8259, 8.1).
    return undefined
  }
}
