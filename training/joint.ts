import { fitSquaredHinge } from '#language/squared-hinge.ts'
import {
  JOINT_ANSWERS,
  JOINT_TERMS,
  JOINT_WEIGHTS,
  type JointWeights,
  jointTerms,
  roomyWeights,
  weighTogether,
} from '#understand/weigh-together.ts'
import { FOLDS, type Unseen } from './folds.ts'
import { OUTPUTS, targetsOf } from './targets.ts'

/** How strongly weights are held to nothing, with terms of spread 1; of 10, 100, 200 and 1,000 the best. */
const PENALTY = 200

/**
 * Learns what margins say together, from margins of posts whose industry the heads had not seen:
 * of posts that they learnt from, margins are surer than they will be of any other.
 */
export function learnTogether(unseen: readonly Unseen[]): JointWeights {
  const rows = new Float64Array(unseen.length * JOINT_TERMS)
  for (const [at, { margins, example }] of unseen.entries()) {
    const row = rows.subarray(at * JOINT_TERMS, (at + 1) * JOINT_TERMS)
    jointTerms(margins, example.lang, row)
  }
  const targets = targetsOf(unseen.map(({ example }) => example))
  const spread = spreadOf(rows)
  for (let cell = 0; cell < rows.length; cell++) {
    rows[cell] = (rows[cell] as number) / (spread[cell % JOINT_TERMS] as number)
  }
  const column = (from: (post: number, output: number) => number) =>
    JOINT_ANSWERS.map((output) => Float64Array.from(unseen, (_, post) => from(post, output)))
  const fitted = fitSquaredHinge(rows, JOINT_TERMS, {
    answers: column((post, output) =>
      (targets[post * OUTPUTS + output] as number) > 0.5 ? 1 : -1,
    ),
    base: column((post, output) => unseen[post]?.margins[output] as number),
    penalty: PENALTY,
  })
  const weights = new Float64Array(JOINT_WEIGHTS)
  for (const [answer, of] of fitted.entries()) {
    for (let term = 0; term < JOINT_TERMS; term++) {
      const plain = (of[term] as number) / (spread[term] as number)
      weights[answer * JOINT_TERMS + term] = Math.fround(plain)
    }
  }
  return { weights: roomyWeights(weights) }
}

/** The standard deviation of each term; 1 for what is the same in all. */
function spreadOf(rows: Float64Array): Float64Array {
  const count = rows.length / JOINT_TERMS
  const means = new Float64Array(JOINT_TERMS)
  const spread = new Float64Array(JOINT_TERMS)
  for (let cell = 0; cell < rows.length; cell++) {
    const term = cell % JOINT_TERMS
    means[term] = (means[term] as number) + (rows[cell] as number) / count
  }
  for (let cell = 0; cell < rows.length; cell++) {
    const term = cell % JOINT_TERMS
    const off = (rows[cell] as number) - (means[term] as number)
    spread[term] = (spread[term] as number) + (off * off) / count
  }
  return spread.map((square) => (square > 1e-12 ? Math.sqrt(square) : 1))
}

/**
 * The posts with margins weighed together by weights that had not seen their fold either, learnt from
 * `posts`, of which all labels are known.
 */
export function weighUnseen(
  unseen: readonly Unseen[],
  posts: readonly Unseen[] = unseen,
): Unseen[] {
  const weighed = Array.from({ length: FOLDS }, (_, fold) => {
    const joint = learnTogether(posts.filter((one) => one.fold !== fold))
    return unseen.filter((one) => one.fold === fold).map((one) => weighOne(joint, one))
  })
  return weighed.flat()
}

function weighOne(joint: JointWeights, one: Unseen): Unseen {
  const margins = one.margins.slice()
  const quantised = one.quantised.slice()
  weighTogether(joint, margins, one.example.lang)
  weighTogether(joint, quantised, one.example.lang)
  return { ...one, margins, quantised }
}
