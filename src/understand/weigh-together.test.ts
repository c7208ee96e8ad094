import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { READING_HEADS } from './reading-heads.ts'
import {
  JOINT_ANSWERS,
  JOINT_TERMS,
  JOINT_WEIGHTS,
  jointTerms,
  roomyWeights,
  weighTogether,
  worthOfMargins,
} from './weigh-together.ts'

const OUTPUTS = READING_HEADS.reduce((sum, head) => sum + head.labels.length, 0)
const chance = seededChance(2, 'weigh together')
const joint = {
  weights: roomyWeights(Float64Array.from({ length: JOINT_WEIGHTS }, () => chance() - 0.5)),
}
const someMargins = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: OUTPUTS, maxLength: OUTPUTS })
  .map((margins) => Float64Array.from(margins))
const someLang = fc.constantFrom('ja', 'en', 'de')

const weighed = (margins: Float64Array, lang: string) => {
  const together = margins.slice()
  weighTogether(joint, together, lang)
  return together
}

describe('weighTogether', () => {
  it('adds to each answer the sum of its weights times the terms, and leaves the others', () => {
    fc.assert(
      fc.property(someMargins, someLang, (margins, lang) => {
        const terms = new Float64Array(JOINT_TERMS)
        jointTerms(margins, lang, terms)
        const together = weighed(margins, lang)
        for (let output = 0; output < OUTPUTS; output++) {
          const answer = JOINT_ANSWERS.indexOf(output)
          let sum = margins[output] as number
          for (let term = 0; answer >= 0 && term < JOINT_TERMS; term++) {
            sum += (terms[term] as number) * (joint.weights[answer * JOINT_TERMS + term] as number)
          }
          expect(together[output]).toBeCloseTo(sum, 8)
        }
      }),
    )
  })
})

describe('worthOfMargins', () => {
  it('times the margins is exactly what lies between this text and one that says nothing', () => {
    fc.assert(
      fc.property(someMargins, someLang, fc.nat(OUTPUTS - 1), (margins, lang, output) => {
        const worth = worthOfMargins(joint, margins, lang, output)
        const sum = margins.reduce((all, margin, at) => all + margin * (worth[at] as number), 0)
        const nothing = weighed(new Float64Array(OUTPUTS), lang)[output] as number
        expect(nothing + sum).toBeCloseTo(weighed(margins, lang)[output] as number, 8)
      }),
    )
  })

  it('without joint weights is 1 for the output itself and nothing for others', () => {
    const worth = worthOfMargins(undefined, new Float64Array(OUTPUTS).fill(1), 'en', 3)
    expect([...worth].map((one, at) => one === (at === 3 ? 1 : 0))).not.toContain(false)
  })
})
