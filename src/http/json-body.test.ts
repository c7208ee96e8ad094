import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthOf } from './json-body.ts'

/** The slow reference: the depth of the parsed value. */
function depthOfValue(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOfValue))
}

describe('depthOf', () => {
  it('agrees with walking the value, whatever strings hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, stringUnit: 'binary' }), (value) => {
        expect(depthOf(JSON.stringify(value))).toBe(depthOfValue(value))
      }),
    )
  })

  it.each(['["\\\\[[", "\\"{{"]', '["[[[["]', '{"a\\\\":1}'])('%s is one deep', (text) => {
    expect(depthOf(text)).toBe(1)
  })

  it('takes a million brackets in its stride', () => {
    expect(depthOf('['.repeat(1_000_000))).toBe(1_000_000)
    expect(depthOf('"')).toBe(0)
  })
})
