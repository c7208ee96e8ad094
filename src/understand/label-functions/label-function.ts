import { buildAutomaton, scan } from '#language/index.ts'
import type { Intent, StageOrNone, Stance } from '#vocabulary/index.ts'
import { ownWords } from './own-words.ts'

/** How a sign is found in a text. */
export interface Sign {
  /** Folded literals; one of them must be in the folded text, else the sign is not there. */
  triggers: readonly string[]
  /**
   * Over the folded text (lower case, katakana as hiragana, half width), tested only where a
   * trigger was found. Absent: the trigger itself is the sign.
   */
  pattern?: RegExp
}

/**
 * A sign in a post that speaks for one label, built for precision and not for reach: it is silent
 * on most posts, and where it speaks it is mostly right. Many of them together are features and
 * votes (A. Ratner et al.: "Snorkel", PVLDB 11 (2017) 269-282).
 */
export interface LabelFunction extends Sign {
  /** Short, unique within its language, what it votes for in front: `discovery-asks-for-advice`. */
  name: string
  /** What it speaks for; a stance vote marks a sign of for or against. */
  votes: StageOrNone | Intent | 'for' | 'against'
  of: 'stage' | 'intent' | 'stance'
}

/** One function's vote; `start` and `end` in UTF-16 code units of the folded text. */
export interface Vote {
  /** Of the function in its list. */
  index: number
  start: number
  end: number
}

/** Functions made ready to vote together. */
export interface Voters<Of extends Sign = LabelFunction> {
  functions: readonly Of[]
  /** The votes on one folded text, at most one a function, in the order of the functions. */
  cast(folded: string): Vote[]
}

/**
 * Makes functions ready: one pass finds the triggers of all, then only the patterns of those that
 * were triggered are tested. Words that are plainly somebody else's (see `ownWords`) never vote;
 * words in quotation marks do, since those are often emphasis.
 */
export function createVoters<Of extends Sign>(functions: readonly Of[]): Voters<Of> {
  const owners = functions.flatMap(({ triggers }, index) => triggers.map(() => index))
  const automaton = buildAutomaton(functions.flatMap(({ triggers }) => triggers))
  const firstAt = new Int32Array(functions.length).fill(-1)
  const firstTo = new Int32Array(functions.length)

  const triggeredBy = (text: string): number[] => {
    const triggered: number[] = []
    scan(automaton, text, (trigger, start, end) => {
      const index = owners[trigger] as number
      if (firstAt[index] !== -1) return
      firstAt[index] = start
      firstTo[index] = end
      triggered.push(index)
    })
    return triggered.sort((a, b) => a - b)
  }

  const cast = (folded: string): Vote[] => {
    const text = ownWords(folded)
    const votes: Vote[] = []
    for (const index of triggeredBy(text)) {
      const pattern = functions[index]?.pattern
      const start = firstAt[index] as number
      firstAt[index] = -1
      if (pattern === undefined) votes.push({ index, start, end: firstTo[index] as number })
      else pushMatch(votes, index, pattern.exec(text))
    }
    return votes
  }
  return { functions, cast }
}

function pushMatch(votes: Vote[], index: number, match: RegExpExecArray | null): void {
  if (match === null) return
  votes.push({ index, start: match.index, end: match.index + match[0].length })
}

/** A function that speaks for a stage; its triggers separated by `|`. */
export function stageSign(
  votes: StageOrNone,
  name: string,
  triggers: string,
  pattern?: RegExp,
): LabelFunction {
  return sign({ of: 'stage', votes, name }, triggers, pattern)
}

/** A function that speaks for an intent; its triggers separated by `|`. */
export function intentSign(
  votes: Intent,
  name: string,
  triggers: string,
  pattern?: RegExp,
): LabelFunction {
  return sign({ of: 'intent', votes, name }, triggers, pattern)
}

/** A function that speaks for or against; its triggers separated by `|`. */
export function stanceSign(
  votes: Extract<Stance, 'for' | 'against'>,
  name: string,
  triggers: string,
  pattern?: RegExp,
): LabelFunction {
  return sign({ of: 'stance', votes, name }, triggers, pattern)
}

function sign(
  what: Pick<LabelFunction, 'of' | 'votes' | 'name'>,
  triggers: string,
  pattern: RegExp | undefined,
): LabelFunction {
  const name = `${what.votes.replaceAll('_', '-')}-${what.name}`
  const heard = { ...what, name, triggers: triggers.split('|') }
  return pattern === undefined ? heard : { ...heard, pattern }
}
