import { expectedCalibrationError } from '#language/index.ts'
import {
  BINARY,
  CHOICES,
  chooseLabel,
  type Decisions,
  fitDecisions,
  holdsIn,
  likelihoodOf,
} from './calibrate.ts'
import type { Example } from './examples.ts'
import { FOLDS, type Unseen } from './folds.ts'
import { type LabelScores, scoreLabels, scoreOf } from './measure.ts'
import { OFFSETS } from './targets.ts'

/** Scores of one group of posts, in percent. */
export interface Figures {
  group: string
  posts: number
  choices: Record<'sentiment' | 'stage' | 'stance', ChoiceFigures>
  binary: Record<
    (typeof BINARY)[number],
    { f1: number; precision: number; recall: number; count: number; calibrationError: number }
  >
}

interface ChoiceFigures extends LabelScores {
  calibrationError: number
  /** Share of posts on which the reader says what it thinks, and how often it is right on these. */
  answered: number
  rightWhereAnswered: number
}

/** A post judged by decisions fitted without its fold. */
interface Judged extends Unseen {
  decisions: Decisions
}

/**
 * The figures of every group, each post read by weights and decisions that had not seen its industry.
 * `by` names the group of a post; the groups come in order of appearance.
 */
export function figuresBy(
  unseen: readonly Unseen[],
  by: (example: Example) => string,
  margins: 'margins' | 'quantised' = 'margins',
): Figures[] {
  const judged = judge(unseen).map((one) => ({ ...one, margins: one[margins] }))
  const groups = Map.groupBy(judged, ({ example }) => by(example))
  return [...groups].map(([group, posts]) => figuresOf(group, posts))
}

const judgedBefore = new WeakMap<readonly Unseen[], Judged[]>()

function judge(unseen: readonly Unseen[]): Judged[] {
  const judged = judgedBefore.get(unseen) ?? judgeAnew(unseen)
  judgedBefore.set(unseen, judged)
  return judged
}

function judgeAnew(unseen: readonly Unseen[]): Judged[] {
  const decisions = Array.from({ length: FOLDS }, (_, fold) =>
    fitDecisions(unseen.filter((one) => one.fold !== fold)),
  )
  return unseen.map((one) => ({ ...one, decisions: decisions[one.fold] as Decisions }))
}

function figuresOf(group: string, posts: readonly Judged[]): Figures {
  return {
    group,
    posts: posts.length,
    choices: Object.fromEntries(
      CHOICES.map(([head, labels, truth]) => [head, choiceFigures(posts, head, labels, truth)]),
    ) as Figures['choices'],
    binary: Object.fromEntries(
      BINARY.map((part) => [part, binaryFigures(posts, part)]),
    ) as Figures['binary'],
  }
}

function choiceFigures(
  posts: readonly Judged[],
  head: 'sentiment' | 'stage' | 'stance',
  labels: readonly string[],
  truth: (example: Example) => string | undefined,
): ChoiceFigures {
  const said = posts.map((one) => chooseLabel(one.margins, head, labels, one.decisions))
  const right = posts.map(({ example }, at) => truth(example) === said[at]?.label)
  const opensBelow = head === 'stance' ? 0 : (posts[0]?.decisions.opensBelow[head] ?? 0)
  const answered = said.map(({ confidence }) => confidence >= opensBelow)
  const rightAnswers = right.filter((one, at) => one && answered[at]).length
  const answers = answered.filter(Boolean).length
  return {
    ...scoreLabels(
      labels,
      posts.map(({ example }) => truth(example) ?? ''),
      said.map(({ label }) => label),
    ),
    calibrationError:
      100 *
      expectedCalibrationError(
        said.map(({ confidence }) => confidence),
        right,
      ),
    answered: (100 * answers) / posts.length,
    rightWhereAnswered: (100 * rightAnswers) / Math.max(1, answers),
  }
}

function binaryFigures(posts: readonly Judged[], part: (typeof BINARY)[number]) {
  const likely = posts.map(({ margins, decisions }) =>
    likelihoodOf(margins[OFFSETS.get(part) as number] as number, decisions.sigmoid[part]),
  )
  const truth = posts.map(({ example }) => holdsIn(example, part))
  const said = posts.map(({ decisions }, at) => (likely[at] as number) >= decisions.holdsFrom[part])
  const { f1, precision, recall, count } = scoreOf(part, truth, said)
  const confidence = likely.map((one) => Math.max(one, 1 - one))
  const isRight = truth.map((one, at) => one === (likely[at] as number) >= 0.5)
  return {
    f1,
    precision,
    recall,
    count,
    calibrationError: 100 * expectedCalibrationError(confidence, isRight),
  }
}
