import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf } from './slug.ts'

describe('slugOf', () => {
  it.each([
    ['Acme Coffee, Inc.', 'acme-coffee-inc'],
    ['ＡＣＭＥ珈琲', 'acme'],
    ['縁珈琲', 'workspace-beef'],
    ['--', 'workspace-beef'],
  ])('%s -> %s', (name, slug) => {
    expect(slugOf(name, 'beef')).toBe(slug)
  })

  it('always fits the column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (name) => {
        expect(slugOf(name, 'beef')).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/)
      }),
    )
  })
})
