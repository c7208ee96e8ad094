import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAutomaton, scan } from './aho-corasick.ts'

function found(patterns: string[], text: string): string[] {
  const matches: string[] = []
  scan(buildAutomaton(patterns), text, (pattern, start, end) => {
    matches.push(`${pattern}:${start}-${end}`)
  })
  return matches.sort()
}

function foundNaively(patterns: string[], text: string): string[] {
  const matches: string[] = []
  for (const [index, pattern] of patterns.entries()) {
    if (pattern === '') continue
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) {
      matches.push(`${index}:${at}-${at + pattern.length}`)
    }
  }
  return matches.sort()
}

describe('scan', () => {
  it('finds what the paper finds', () => {
    expect(found(['he', 'she', 'his', 'hers'], 'ushers')).toEqual(['0:2-4', '1:1-4', '3:2-6'])
  })

  it('agrees with looking for each pattern by itself', () => {
    const letters = fc.constantFrom('a', 'b', 'あ', '\ud83d', 'ー')
    const patterns = fc.array(fc.string({ unit: letters, maxLength: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(patterns, fc.string({ unit: letters, maxLength: 60 }), (some, text) => {
        expect(found(some, text)).toEqual(foundNaively(some, text))
      }),
      { numRuns: 1000 },
    )
  })

  it('holds 2,000 patterns', () => {
    const patterns = Array.from({ length: 2_000 }, (_, i) => `商品${i.toString(7)}`)
    const text = patterns.filter((_, i) => i % 3 === 0).join('と')
    expect(found(patterns, text)).toEqual(foundNaively(patterns, text))
  })

  it('takes time in proportion to the text, also where failures chain', () => {
    const patterns = Array.from({ length: 200 }, (_, i) => `${'a'.repeat(i)}b`)
    let matches = 0
    scan(buildAutomaton(patterns), 'a'.repeat(200_000), () => matches++)
    expect(matches).toBe(0)
  })
})
