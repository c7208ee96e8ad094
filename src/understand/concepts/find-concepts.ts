import {
  type Automaton,
  buildAutomaton,
  isHan,
  isKana,
  isSpacedWordCharacter,
  scan,
} from '#language/index.ts'
import type { Concept } from './concept.ts'
import { type Wording, wordingsOf } from './wordings.ts'

/** A concept met in a folded text at [start, end), in UTF-16 code units of the folded text. */
export interface FoundConcept {
  /** Index in `concepts` of the finder. */
  index: number
  start: number
  end: number
}

export interface ConceptFinder {
  readonly concepts: readonly Concept[]
  /**
   * The concepts worded in a text that `foldText` folded, in order of their starts. A wording that
   * lies inside a longer one is not reported ("bad" in "not bad", 壊れ in 壊れない); claims and acts
   * give way to each other, aspects only to aspects: 電池がもたない speaks of the battery and says
   * that it doesn't last. Time is linear in the text.
   */
  find(folded: string): FoundConcept[]
}

/** Builds a finder in time linear in the wordings. It keeps no state between texts. */
export function createConceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const wordings = wordingsOf(concepts)
  const automaton = buildAutomaton(wordings.map((wording) => wording.text))
  const patterns = wordings.map((wording) => patternOf(wording, concepts[wording.index]))
  return { concepts, find: (folded) => findIn(folded, automaton, patterns) }
}

interface Pattern {
  readonly index: number
  readonly isAspect: boolean
  readonly startsInWord: boolean
  readonly endsInWord: boolean
  readonly open: boolean
}

interface Match {
  readonly pattern: Pattern
  readonly start: number
  readonly end: number
}

function patternOf(wording: Wording, concept: Concept | undefined): Pattern {
  const { text, index, open } = wording
  return {
    index,
    isAspect: concept?.kind === 'aspect',
    startsInWord: isWordAt(text, 0),
    endsInWord: !open && isWordAt(text, text.length - 1),
    open,
  }
}

function findIn(text: string, automaton: Automaton, patterns: readonly Pattern[]): FoundConcept[] {
  const said: Match[] = []
  const aspects: Match[] = []
  scan(automaton, text, (at, start, end) => {
    const pattern = patterns[at] as Pattern
    if (pattern.startsInWord && start > 0 && isWordAt(text, start - 1)) return
    if (pattern.endsInWord && end < text.length && goesOn(text, end)) return
    keep(pattern.isAspect ? aspects : said, { pattern, start, end })
  })
  return inOrder(said, aspects).map((match) => foundOf(match, text))
}

/**
 * Matches come in order of their ends, the longest first where they end alike, so those kept rise
 * in both start and end, and whatever lies inside a new match stands last.
 */
function keep(kept: Match[], match: Match): void {
  let last = kept.at(-1)
  if (last !== undefined && last.end === match.end && last.start < match.start) return
  while (last !== undefined && last.start >= match.start && !coverTheSame(last, match)) {
    kept.pop()
    last = kept.at(-1)
  }
  kept.push(match)
}

function coverTheSame(a: Match, b: Match): boolean {
  return a.start === b.start && a.end === b.end
}

function inOrder(a: readonly Match[], b: readonly Match[]): readonly Match[] {
  if (b.length === 0) return a
  if (a.length === 0) return b
  const merged: Match[] = []
  let from = 0
  for (const match of a) {
    for (let next = b[from]; next !== undefined && next.start <= match.start; next = b[++from]) {
      merged.push(next)
    }
    merged.push(match)
  }
  return merged.concat(b.slice(from))
}

function foundOf({ pattern, start, end }: Match, text: string): FoundConcept {
  return { index: pattern.index, start, end: pattern.open ? wordEnd(text, end) : end }
}

function wordEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && isWordAt(text, end)) end++
  return end
}

/** Whether the word goes on at `at`: "can" is not what "can't" says. */
function goesOn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit === 0x27 || unit === 0x2019) return text.charCodeAt(at + 1) === 0x74
  return isWordAt(text, at)
}

/** Whether the code unit belongs to a word in a script with spaces; Japanese has no such borders. */
function isWordAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (isKana(unit) || isHan(unit)) return false
  return isSpacedWordCharacter(text[at] ?? '')
}
