import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS_REASONS, ARMS } from '#vocabulary/index.ts'
import { armOf, decideEngagement, isHoldoutShare, settleArm } from './assign-arm.ts'

const never = () => {
  throw new Error('not to be drawn')
}

describe('the draw', () => {
  it('gives a person the same arm every time, and holds out the share', () => {
    let heldOut = 0
    for (let i = 0; i < 20_000; i++) {
      const arm = armOf('seed', `person ${i}`, 0.08)
      expect(armOf('seed', `person ${i}`, 0.08)).toBe(arm)
      if (arm === 'hold-out') heldOut += 1
    }
    // Five standard errors.
    expect(Math.abs(heldOut / 20_000 - 0.08)).toBeLessThan(0.0096)
  })

  it('goes by the seed: another draws others', () => {
    const both = Array.from({ length: 5_000 }, (_, i) => `person ${i}`).filter(
      (id) => armOf('a', id, 0.1) === 'hold-out' && armOf('b', id, 0.1) === 'hold-out',
    )
    // Independent draws meet in one of a hundred.
    expect(both.length).toBeGreaterThan(20)
    expect(both.length).toBeLessThan(90)
  })

  it('holds whoever is held out at a smaller share out at a larger one', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        if (armOf('s', id, 0.05) === 'hold-out') expect(armOf('s', id, 0.1)).toBe('hold-out')
      }),
    )
  })

  it('takes shares from 5 to 10 % alone', () => {
    expect([0.04, 0.05, 0.1, 0.11, Number.NaN].map(isHoldoutShare)).toEqual([
      ...[false, true, true, false, false],
    ])
  })
})

describe('what is done about somebody', () => {
  const standing = fc.record({
    reasons: fc.subarray([...ALWAYS_REASONS]).map((reasons) => new Set(reasons)),
    mayNotBeContacted: fc.boolean(),
    givenArm: fc.constantFrom(null, ...ARMS),
  })

  it('never holds out who must be answered, and never engages who must not be contacted', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...ARMS), (known, drawn) => {
        const { decision } = decideEngagement(known, () => drawn)
        if (known.mayNotBeContacted) expect(decision).toBe('never')
        else if (known.reasons.size > 0) expect(decision).toBe('always')
        else expect(decision).toBe(known.givenArm ?? drawn)
      }),
    )
  })

  it('names the weightiest reason, and draws only for somebody new', () => {
    const both = new Set(['question', 'crisis'] as const)
    expect(
      decideEngagement({ reasons: both, mayNotBeContacted: false, givenArm: null }, never),
    ).toEqual({ decision: 'always', reason: 'crisis' })
    const given = { reasons: new Set<never>(), mayNotBeContacted: false, givenArm: 'hold-out' }
    expect(decideEngagement({ ...given, givenArm: 'hold-out' }, never)).toEqual({
      decision: 'hold-out',
    })
  })
})

describe('the arm of merged people', () => {
  const given = fc.record({
    arm: fc.constantFrom(...ARMS),
    assignedAt: fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
    handleId: fc.uuid(),
  })

  it('is that of the first assignment, in whatever order they are read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(given, { selector: (one) => one.handleId }), (all) => {
        const arm = settleArm(all)
        expect(settleArm(all.toReversed())).toBe(arm)
        const first = Math.min(...all.map((one) => one.assignedAt.getTime()))
        const firsts = all.filter((one) => one.assignedAt.getTime() === first)
        if (all.length === 0) expect(arm).toBeNull()
        else expect(firsts.map((one) => one.arm)).toContain(arm)
      }),
    )
  })
})
