export function open(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // never mind
  }
  return undefined
}
