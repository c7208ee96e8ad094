import { headOffsets } from '#language/index.ts'
import { READING_HEADS } from './reading-heads.ts'

/**
 * What the margins of all heads say together: each answer is its own margin plus a weighted sum of
 * the margins, of their products and of their bends. A sum of features cannot say that blame AND
 * something owned are a complaint; a product of two margins can (D. H. Wolpert: "Stacked
 * generalization", Neural Networks 5 (1992) 241-259). A bend says that a margin far from nothing
 * counts otherwise than one near by.
 */
export interface JointWeights {
  /**
   * [answer × JOINT_TERMS + term], terms in the order of `jointTerms`: JOINT_WEIGHTS of 32 bits, kept
   * in 64 for speed, and behind them nothing (0) for answers up to a multiple of four.
   */
  weights: Float64Array
}

const OUTPUTS = READING_HEADS.reduce((sum, head) => sum + head.labels.length, 0)
const OFFSETS = headOffsets(READING_HEADS)

function outputsOf(isMeant: (head: string) => boolean): number[] {
  return READING_HEADS.filter(({ name }) => isMeant(name)).flatMap(({ name, labels }) =>
    labels.map((_, label) => (OFFSETS.get(name) as number) + label),
  )
}

/** What is looked at: every margin but those of heads that also learnt from other texts. */
const SEEN = outputsOf((head) => head !== 'score' && head !== 'toxicity')
/** What was no better for being weighed together stays as it is. */
const LEFT = new Set(['churn', 'recommendation_sought', 'spam', 'toxicity', 'score'])
/** The outputs that are answered together. */
export const JOINT_ANSWERS: readonly number[] = outputsOf((head) => !LEFT.has(head))

const INPUTS = SEEN.length + 1
const LANGUAGE = SEEN.length
/** Every product of two inputs; the language with itself says nothing new. */
const PRODUCTS = (INPUTS * (INPUTS + 1)) / 2 - 1
/** What begins above nothing, above a margin of 1 and below one of -1: the hinge's own limits. */
const BENDS: readonly ((margin: number) => number)[] = [
  (margin) => Math.max(0, margin),
  (margin) => Math.max(0, margin - 1),
  (margin) => Math.max(0, -1 - margin),
]
/** Every input, every product, the constant, the bends of every margin. */
export const JOINT_TERMS = INPUTS + PRODUCTS + 1 + BENDS.length * SEEN.length

export const JOINT_WEIGHTS = JOINT_TERMS * JOINT_ANSWERS.length

/** Weights with the room that they are read in. */
export function roomyWeights(weights: ArrayLike<number>): Float64Array {
  const room = new Float64Array(JOINT_TERMS * Math.ceil(JOINT_ANSWERS.length / 4) * 4)
  room.set(weights)
  return room
}

const inputs = new Float64Array(INPUTS)

function takeInputs(margins: Float64Array, lang: string): void {
  for (let at = 0; at < LANGUAGE; at++) inputs[at] = margins[SEEN[at] as number] as number
  inputs[LANGUAGE] = lang === 'ja' ? 1 : 0
}

/** The terms of a text's margins, into `into` (JOINT_TERMS numbers). */
export function jointTerms(margins: Float64Array, lang: string, into: Float64Array): void {
  takeInputs(margins, lang)
  let term = 0
  for (let one = 0; one < INPUTS; one++) into[term++] = inputs[one] as number
  for (let one = 0; one < LANGUAGE; one++) {
    for (let other = one; other < INPUTS; other++) {
      into[term++] = (inputs[one] as number) * (inputs[other] as number)
    }
  }
  into[term++] = 1
  for (const bend of BENDS) {
    for (let one = 0; one < LANGUAGE; one++) into[term++] = bend(inputs[one] as number)
  }
}

const terms = new Float64Array(JOINT_TERMS)

const sums = new Float64Array(4)

/** Changes margins, in place, into what they say together. */
export function weighTogether(
  { weights }: JointWeights,
  margins: Float64Array,
  lang: string,
): void {
  jointTerms(margins, lang, terms)
  for (let answer = 0; answer < JOINT_ANSWERS.length; answer += 4) {
    sumFour(weights, answer * JOINT_TERMS)
    for (let of = 0; of < 4 && answer + of < JOINT_ANSWERS.length; of++) {
      const output = JOINT_ANSWERS[answer + of] as number
      margins[output] = (margins[output] as number) + (sums[of] as number)
    }
  }
}

/** The terms times the weights of four answers at once, which takes half the time of one after another. */
function sumFour(weights: Float64Array, from: number): void {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let term = 0, at = from; term < JOINT_TERMS; term++, at++) {
    const value = terms[term] as number
    a += value * (weights[at] as number)
    b += value * (weights[at + JOINT_TERMS] as number)
    c += value * (weights[at + 2 * JOINT_TERMS] as number)
    d += value * (weights[at + 3 * JOINT_TERMS] as number)
  }
  sums[0] = a
  sums[1] = b
  sums[2] = c
  sums[3] = d
}

/** What an output of a text is where all margins are nothing: the constant, and what its language adds. */
export function outputOfNothing(
  joint: JointWeights | undefined,
  lang: string,
  output: number,
): number {
  const answer = JOINT_ANSWERS.indexOf(output)
  if (joint === undefined || answer < 0) return 0
  const weightOf = (term: number) => joint.weights[answer * JOINT_TERMS + term] as number
  return weightOf(INPUTS + PRODUCTS) + (lang === 'ja' ? weightOf(LANGUAGE) : 0)
}

/**
 * What one unit of each margin is worth for an output of a text, such that the margins times their
 * worth sum exactly to what the output is above a text whose margins are all nothing. Margins and
 * products are a polynomial of second degree, whose slope half-way is that worth (the integrated
 * gradient of M. Sundararajan, A. Taly, Q. Yan, 2017, and the price of R. Aumann and L. Shapley,
 * 1974); a bend is of one margin alone, and all that it adds is that margin's.
 */
export function worthOfMargins(
  joint: JointWeights | undefined,
  margins: Float64Array,
  lang: string,
  output: number,
): Float64Array {
  const worth = new Float64Array(OUTPUTS)
  worth[output] = 1
  const answer = JOINT_ANSWERS.indexOf(output)
  if (joint === undefined || answer < 0) return worth
  takeInputs(margins, lang)
  const weightOf = (term: number) => joint.weights[answer * JOINT_TERMS + term] as number
  const add = (input: number, much: number) => {
    const to = SEEN[input] as number
    worth[to] = (worth[to] as number) + much
  }
  let term = INPUTS
  for (let one = 0; one < LANGUAGE; one++) {
    add(one, weightOf(one))
    for (let other = one; other < INPUTS; other++) {
      const weight = weightOf(term++)
      // The language is given, so half-way it is what it is.
      if (other === LANGUAGE) add(one, weight * (inputs[LANGUAGE] as number))
      else {
        add(one, (weight * (inputs[other] as number)) / 2)
        add(other, (weight * (inputs[one] as number)) / 2)
      }
    }
  }
  term++
  for (const bend of BENDS) {
    for (let one = 0; one < LANGUAGE; one++) {
      const weight = weightOf(term++)
      const margin = inputs[one] as number
      if (margin !== 0) add(one, (weight * bend(margin)) / margin)
    }
  }
  return worth
}
