import { foldText } from '#language/index.ts'
import type { Concept } from './concept.ts'

/** A folded wording as it is looked for in folded texts. */
export interface Wording {
  readonly text: string
  /** Index of its concept in the list given. */
  readonly index: number
  /** Whether the word that it ends in may go on (`cancel*`). */
  readonly open: boolean
}

/** Every form in which the wordings of the concepts are looked for; no form of a concept twice. */
export function wordingsOf(concepts: readonly Concept[]): Wording[] {
  return concepts.flatMap((concept, index) => {
    const forms = new Map<string, Wording>()
    for (const written of splitWordings(`${concept.ja} ${concept.en}`)) {
      for (const wording of formsOf(written, index)) {
        const known = forms.get(wording.text)
        if (known === undefined || wording.open) forms.set(wording.text, wording)
      }
    }
    return [...forms.values()]
  })
}

/** The wordings of a list as they were written. */
export function splitWordings(list: string): string[] {
  return list.split(/\s+/).filter((written) => written !== '')
}

function formsOf(written: string, index: number): Wording[] {
  const open = written.endsWith('*')
  const plain = (open ? written.slice(0, -1) : written).replaceAll('_', ' ')
  return withHyphens(foldText(plain))
    .flatMap(withApostrophes)
    .map((text) => ({ text, index, open }))
}

function withHyphens(text: string): string[] {
  return /[a-z0-9]-[a-z0-9]/.test(text)
    ? [text, text.replaceAll('-', ' '), text.replaceAll('-', '')]
    : [text]
}

/** Phones write ’ for ', and many people neither. "we're" and "he'll" without it are other words. */
function withApostrophes(text: string): string[] {
  if (!text.includes("'")) return [text]
  const forms = [text, text.replaceAll("'", '’')]
  if (!/'(?:re|ll)\b/.test(text)) forms.push(text.replaceAll("'", ''))
  return forms
}
