import { headOffsets } from '#language/index.ts'
import { type INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '#vocabulary/index.ts'
import { createVoters, type Sign } from '../label-functions/label-function.ts'
import { READING_HEADS } from '../reading-heads.ts'

const OFFSETS = headOffsets(READING_HEADS)

/** What a turn may push: a label of a head of several, or an intent. */
export type Pushed =
  | `sentiment:${(typeof SENTIMENTS)[number]}`
  | `stage:${(typeof STAGES_OR_NONE)[number]}`
  | `stance:${(typeof STANCES)[number]}`
  | (typeof INTENTS)[number]

/**
 * A way of putting words together that turns what they say: a mark of irony, a wish that stays one, thanks that
 * praise nothing. A sum of features has no such thing, and few posts have each, so no weight is learnt
 * for them: a turn pushes the margins of what it turns by a fixed amount.
 */
export interface Turn extends Sign {
  /** Short, unique within its language. */
  name: string
  /** In units of the heads' margins, 1 being what the hinge asks for. */
  pushes: readonly (readonly [output: number, push: number])[]
}

/** A turn; its triggers separated by `|`, folded, as in label functions. */
export function turn(
  name: string,
  pushes: Partial<Record<Pushed, number>>,
  triggers: string,
  pattern?: RegExp,
): Turn {
  const outputs = Object.entries(pushes).map(([pushed, push]) => [outputOf(pushed), push] as const)
  const heard = { name, pushes: outputs, triggers: triggers.split('|') }
  return pattern === undefined ? heard : { ...heard, pattern }
}

function outputOf(pushed: string): number {
  const [head = '', label] = pushed.split(':')
  const from = OFFSETS.get(head) as number
  if (label === undefined) return from
  const labels: readonly string[] =
    head === 'sentiment' ? SENTIMENTS : head === 'stage' ? STAGES_OR_NONE : STANCES
  return from + labels.indexOf(label)
}

/** A turn in a text; `start` and `end` in UTF-16 code units of the folded text. */
export interface FoundTurn {
  turn: Turn
  start: number
  end: number
}

/** Makes turns ready: answers those that a folded text takes, in the author's own words. */
export function turnFinder(turns: readonly Turn[]): (folded: string) => FoundTurn[] {
  const voters = createVoters(turns)
  return (folded) =>
    voters.cast(folded).map(({ index, start, end }) => ({
      turn: turns[index] as Turn,
      start,
      // A turn that is about all of a text matches nothing in particular.
      end: end > start ? end : folded.length,
    }))
}

/** One push that counts, with the place of the turn that it is from. */
export interface Push {
  output: number
  push: number
  start: number
  end: number
}

/** The pushes of turns: of several at one output only the furthest each way, as one turn says it all. */
export function pushesOf(found: readonly FoundTurn[]): Push[] {
  const furthest = new Map<string, Push>()
  for (const { turn: one, start, end } of found) {
    for (const [output, push] of one.pushes) {
      const side = `${output} ${Math.sign(push)}`
      const before = furthest.get(side)?.push ?? 0
      if (Math.abs(push) > Math.abs(before)) furthest.set(side, { output, push, start, end })
    }
  }
  return [...furthest.values()]
}

/** Pushes margins, after the heads have been weighed together. */
export function pushMargins(margins: Float64Array, pushes: readonly Push[]): void {
  for (const { output, push } of pushes) margins[output] = (margins[output] as number) + push
}
