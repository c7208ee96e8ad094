import { describe, expect, it } from 'vitest'
import { contrastExamples, readContrasts } from '../training/contrasts.ts'
import { FOLDS, foldOf } from '../training/folds.ts'
import { OFFSETS, OUTPUTS, targetsOf } from '../training/targets.ts'

describe.each(['en', 'ja'])('contrasts as examples, %s', (lang) => {
  const contrasts = readContrasts(lang)
  const examples = contrastExamples(contrasts, 1)

  it('are left out together, both posts of a contrast, and every fold leaves some out', () => {
    const folds = new Map(examples.map((one) => [one.text, foldOf(one)]))
    for (const { texts } of contrasts) expect(folds.get(texts[0])).toBe(folds.get(texts[1]))
    expect([...new Set(folds.values())].sort()).toEqual(
      Array.from({ length: FOLDS }, (_, at) => at),
    )
  })

  it('teach what their contrasts say, and of other parts nothing', () => {
    const targets = targetsOf(examples)
    const known = (at: number, head: string) =>
      targets[at * OUTPUTS + (OFFSETS.get(head) as number)] as number
    const rows = new Map(examples.map(({ text }, at) => [text, at]))
    for (const { texts, labels } of contrasts) {
      for (const [side, text] of texts.entries()) {
        const at = rows.get(text) as number
        for (const { part, said } of labels) {
          if (part === 'sentiment' || part === 'stage') expect(known(at, part)).not.toBeNaN()
          else expect(known(at, part)).toBe(Number(said[side as 0 | 1] === 'yes'))
        }
        expect(known(at, 'toxicity')).toBeNaN()
        expect(known(at, 'stance')).toBeNaN()
      }
    }
  })
})
