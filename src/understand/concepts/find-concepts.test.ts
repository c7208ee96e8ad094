import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '#language/index.ts'
import type { Concept } from './concept.ts'
import { createConceptFinder, type FoundConcept } from './find-concepts.ts'
import { wordingsOf } from './wordings.ts'

function concept(id: string, ja: string, en: string, kind: Concept['kind'] = 'claim'): Concept {
  const name = { ja: '概念', en: 'concept' }
  return { id, side: 0, ja, en, ...(kind === 'act' ? { kind } : { kind, name }) }
}

function found(concepts: readonly Concept[], text: string): string[] {
  const folded = foldText(text)
  const finder = createConceptFinder(concepts)
  return finder
    .find(folded)
    .map(({ index, start, end }) => `${concepts[index]?.id}:${folded.slice(start, end)}`)
}

describe('createConceptFinder', () => {
  it('finds English wordings as whole words', () => {
    const concepts = [concept('art', '', 'art')]
    expect(found(concepts, 'a party for ART, arts and art')).toEqual(['art:art', 'art:art'])
    expect(found([concept('can', '', 'can')], "I can't, I can’t, I can")).toEqual(['can:can'])
  })

  it('lets a word go on after a star, and reports the whole word', () => {
    const concepts = [concept('cancel', '', 'cancel*')]
    expect(found(concepts, 'my cancellation; uncancelled')).toEqual(['cancel:cancellation'])
  })

  it('finds English between Japanese', () => {
    expect(found([concept('love', '', 'love')], 'これloveです、gloves')).toEqual(['love:love'])
  })

  it('finds Japanese inside the text, whichever kana or width it is written in', () => {
    const concepts = [concept('light', 'サクサク', ''), concept('sns', 'sns映え', '')]
    expect(found(concepts, 'さくさく動くしｻｸｻｸ、ＳＮＳ映え')).toEqual([
      'light:さくさく',
      'light:さくさく',
      'sns:sns映え',
    ])
  })

  it('knows apostrophes and hyphens however they are typed', () => {
    const concepts = [concept('bad', '', "don't_buy rip-off")]
    for (const text of ["don't buy", 'don’t buy', 'DONT BUY', 'rip-off', 'rip off', 'ripoff']) {
      expect(found(concepts, text)).toHaveLength(1)
    }
    expect(wordingsOf([concept('x', '', "we're he'll")]).map(({ text }) => text)).toEqual([
      "we're",
      'we’re',
      "he'll",
      'he’ll',
    ])
  })

  it('prefers the longer wording where one lies inside the other', () => {
    const concepts = [
      concept('breaks', '壊れ', 'bad'),
      concept('sturdy', '壊れない', 'not_bad'),
      concept('same', '壊れない', ''),
    ]
    expect(found(concepts, '壊れないし not bad').sort()).toEqual([
      'same:壊れない',
      'sturdy:not bad',
      'sturdy:壊れない',
    ])
    expect(found(concepts, '壊れた、 bad')).toEqual(['breaks:壊れ', 'breaks:bad'])
  })

  it('finds an aspect also inside a claim', () => {
    const concepts = [
      concept('battery', '電池', 'battery', 'aspect'),
      concept('does-not-last', '電池がもたない もたない', ''),
    ]
    expect(found(concepts, '電池がもたない battery')).toEqual([
      'battery:電池',
      'does-not-last:電池がもたない',
      'battery:battery',
    ])
  })

  it('agrees with a slow search that looks at every wording at every place', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', 'あ', 'い', "'", '-'),
      maxLength: 5,
    })
    const wording = part
      .map((text) => text.trim().replaceAll(/ +/g, '_'))
      .chain((text) => fc.constantFrom(text, `${text}*`))
    const kind = fc.constantFrom<Concept['kind']>('aspect', 'claim', 'act')
    const words = fc.array(wording, { maxLength: 4 }).map((some) => some.join(' '))
    const one = fc.tuple(words, kind).map(([en, of]) => concept('one', '', en, of))
    const concepts = fc.array(one, { maxLength: 5 })
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', 'あ', 'い', "'", '-', 't'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(concepts, text, (some, written) => {
        const folded = foldText(written)
        expect(sorted(createConceptFinder(some).find(folded))).toEqual(
          sorted(findSlowly(some, folded)),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('takes time in proportion to the text', () => {
    const finder = createConceptFinder([concept('a', 'あ ああ あああ', 'a* aa* aaa*')])
    expect(finder.find('a'.repeat(200_000))).toHaveLength(1)
    expect(finder.find('あ'.repeat(200_000))).toHaveLength(199_998)
  })
})

const WORD = /[a-z0-9]/

/** Straight from the rules: all places, then whatever lies properly inside another is struck out. */
function findSlowly(concepts: readonly Concept[], text: string): FoundConcept[] {
  const hits = wordingsOf(concepts).flatMap((wording) =>
    placesOf(wording.text, text)
      .filter((start) => standsFree(text, start, wording.text, wording.open))
      .map((start) => ({ ...wording, start, end: start + wording.text.length })),
  )
  const isAspect = (index: number): boolean => concepts[index]?.kind === 'aspect'
  return hits
    .filter(
      (hit) =>
        !hits.some(
          (other) =>
            isAspect(other.index) === isAspect(hit.index) &&
            other.start <= hit.start &&
            other.end >= hit.end &&
            other.text.length > hit.text.length,
        ),
    )
    .map(({ index, start, end, open }) => {
      let to = end
      while (open && WORD.test(text[to] ?? '')) to++
      return { index, start, end: to }
    })
}

function placesOf(wording: string, text: string): number[] {
  if (wording === '') return []
  return [...text].flatMap((_, at) => (text.startsWith(wording, at) ? [at] : []))
}

function standsFree(text: string, start: number, wording: string, open: boolean): boolean {
  const after = text.slice(start + wording.length)
  if (WORD.test(wording[0] ?? '') && WORD.test(text[start - 1] ?? '')) return false
  return open || !WORD.test(wording.at(-1) ?? '') || !/^(?:[a-z0-9]|['’]t)/.test(after)
}

function sorted(found: readonly FoundConcept[]): string[] {
  return found.map(({ index, start, end }) => `${start}-${end}:${index}`).sort()
}
