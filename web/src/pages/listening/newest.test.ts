import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bringIn, freshIn, keepUp, type ListedPages } from './newest.ts'

interface Item {
  id: string
  text?: string
}

const items = (...ids: number[]): Item[] => ids.map((n) => ({ id: String(n).padStart(4, '0') }))
const listed = (...pages: Item[][]): ListedPages<Item> => ({
  pages: pages.map((page, i) => ({ items: page, next: i === pages.length - 1 ? null : 'x' })),
  pageParams: pages.map((_, i) => (i === 0 ? null : 'x')),
})
const idsOf = ({ pages }: ListedPages<Item>) =>
  pages.flatMap((page) => page.items.map(({ id }) => Number(id)))

describe('bringing the newest page into the list', () => {
  test('what is new stands at its place, also what arrived late', () => {
    const before = listed(items(9, 7), items(5, 3))
    const newest = { items: items(10, 9, 8, 7, 6), next: 'x' }
    expect(freshIn(before, newest).map(({ id }) => Number(id))).toEqual([10, 8, 6])
    expect(idsOf(bringIn(before, newest))).toEqual([10, 9, 8, 7, 6, 5, 3])
    expect(idsOf(before)).toEqual([9, 7, 5, 3])
  })

  test('what was edited is shown as it is now', () => {
    const newest = { items: [{ id: '0009', text: 'edited' }], next: null }
    expect(bringIn(listed(items(9, 7)), newest).pages[0]?.items[0]).toEqual(newest.items[0])
  })

  test.each([true, false])('what was edited is so, also while somebody reads (%s)', (isReading) => {
    const newest = { items: [{ id: '0009', text: 'edited' }, ...items(7)], next: null }
    expect(keepUp(listed(items(9, 7)), newest, isReading).pages).toEqual([
      { items: newest.items, next: null },
    ])
  })

  test.each([true, false])(
    'what was deleted is gone, also while somebody reads (%s)',
    (isReading) => {
      const before = listed(items(9, 8, 7), items(5, 3))
      const part = { items: items(9, 7), next: 'x' }
      expect(idsOf(keepUp(before, part, isReading))).toEqual([9, 7, 5, 3])
      const all = { items: items(9, 3), next: null }
      expect(idsOf(keepUp(before, all, isReading))).toEqual([9, 3])
      expect(idsOf(keepUp(before, { items: [], next: null }, isReading))).toEqual([])
    },
  )

  test('while somebody reads what is new waits', () => {
    const newest = { items: items(10, 7), next: null }
    expect(idsOf(keepUp(listed(items(9, 7)), newest, true))).toEqual([7])
    expect(idsOf(keepUp(listed(items(9, 7)), newest, false))).toEqual([10, 7])
  })

  test('what moved up from the next page because one was deleted is nothing new', () => {
    const before = { pages: [{ items: items(9, 8, 7), next: 'x' }], pageParams: [null] }
    const newest = { items: items(9, 7, 6), next: 'y' }
    expect(freshIn(before, newest)).toEqual([])
    expect(idsOf(keepUp(before, newest, false))).toEqual([9, 7])
  })

  test('a page that says nothing changes nothing', () => {
    const before = listed(items(9, 7))
    expect(keepUp(before, { items: [], next: 'x' }, false)).toEqual(before)
    expect(keepUp(before, { items: [], next: 'x' }, true)).toEqual(before)
  })

  test('where something may be missing between them the list begins again', () => {
    const newest = { items: items(30, 29), next: 'more' }
    const after = bringIn(listed(items(9, 7), items(5)), newest)
    expect(after).toEqual({ pages: [newest], pageParams: [null] })
    const all = { items: items(30, 29), next: null }
    expect(idsOf(bringIn(listed([]), all))).toEqual([30, 29])
  })

  test('an endless list and what is brought in are one list in order, nothing twice (property)', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(ids, fc.nat(39), fc.integer({ min: 1, max: 9 }), (all, split, size) => {
        const gone = all.slice(0, split).map((id) => id + 1000)
        const old = [...all.slice(0, split), ...gone].sort((a, b) => b - a)
        const pages: Item[][] = []
        for (let i = 0; i < old.length || i === 0; i += size) {
          pages.push(items(...old.slice(i, i + size)))
        }
        const everything = items(...all.toSorted((a, b) => b - a))
        const after = idsOf(bringIn(listed(...pages), { items: everything, next: null }))
        expect(after).toEqual(all.toSorted((a, b) => b - a))
      }),
    )
  })
})
