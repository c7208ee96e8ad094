import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkSamples, isAsExpected, RULES } from '../bin/rules/check-tree.ts'
import { judgeImports, type Ranks } from '../bin/rules/import-rules.ts'
import { parseSource } from '../bin/rules/source-file.ts'

const samples = new URL('./samples', import.meta.url).pathname
const ranks: Ranks = JSON.parse(readFileSync(new URL('../bin/ranks.json', import.meta.url), 'utf8'))

describe('samples', () => {
  const reports = checkSamples(samples)

  test.each(reports)('$sample breaks exactly what it is made to break', ({ expected, found }) => {
    expect(found).toEqual(expected)
  })

  test('every rule has a bad sample, and there is a good one', () => {
    expect(reports.map(({ sample }) => sample).sort()).toEqual(['good', ...RULES].sort())
  })

  test('a rule that finds nothing in its sample, or more than its own fault, is not proven', () => {
    expect(isAsExpected({ sample: 'x', expected: ['x'], found: [] })).toBe(false)
    expect(isAsExpected({ sample: 'x', expected: ['x'], found: ['x', 'y'] })).toBe(false)
    expect(isAsExpected({ sample: 'good', expected: [], found: ['x'] })).toBe(false)
  })
})

function rulesFor(path: string, text: string): string[] {
  return judgeImports(parseSource(path, text), ranks).map(({ rule }) => rule)
}

describe('the order of import', () => {
  const order = ranks.order.flat()
  const rank = (folder: string) => ranks.order.findIndex((row) => row.includes(folder))
  const pairs = order.flatMap((from) => order.map((to) => ({ from, to })))

  test.each(pairs)('$from -> $to', ({ from, to }) => {
    const specifier = from === to ? './index.ts' : `#${to}/index.ts`
    const rules = rulesFor(`src/${from}/x.ts`, `import '${specifier}'`)
    const isSealedOff = from !== to && !(ranks.sealed[from]?.includes(to) ?? true)
    expect(rules.includes('rank-order')).toBe(rank(to) > rank(from))
    expect(rules.includes('same-rank')).toBe(from !== to && rank(to) === rank(from))
    expect(rules.includes('sealed-folder')).toBe(isSealedOff)
  })

  test.each([
    ["import { a } from '#app/a.ts'"],
    ["import type { A } from '#app/a.ts'"],
    ["export { a } from '#app/a.ts'"],
    ["export * from '#app/a.ts'"],
    ["const a = await import('#app/a.ts')"],
    ["type A = import('#app/a.ts').A"],
    ["import\n  '#app/a.ts'"],
  ])('is seen in %j', (text) => {
    expect(rulesFor('src/store/x.ts', text)).toEqual(['rank-order'])
  })

  test('is not looked for in comments and texts', () => {
    const text = "// import '#app/a.ts'\nexport const a = `import('#app/a.ts')`\n"
    expect(rulesFor('src/store/x.ts', text)).toEqual([])
  })

  test.each([
    ['src/http/x.ts', '#simulation/index.ts', ['seen-only-by']],
    ['src/channels/x.ts', '#simulation/index.ts', ['rank-order', 'seen-only-by']],
    ['src/cli/x.ts', '#simulation/index.ts', []],
    ['src/app/x.ts', '#simulation/index.ts', []],
    ['src/cli/x.ts', '#simulation/story/grow.ts', ['stage-door']],
    ['src/cli/x.ts', '../../simulation/index.ts', ['across-by-hash']],
    ['simulation/x.ts', '#channels/registry.ts', []],
    ['simulation/x.ts', '#listen/batch.ts', ['stage-door']],
    ['simulation/x.ts', '#cli/command.ts', ['rank-order']],
    ['simulation/story/x.ts', '../world.ts', []],
    ['simulation/story/x.ts', '#simulation/world.ts', ['inside-by-dot']],
    ['test/x.ts', '#simulation/index.ts', []],
  ])('holds for the simulation: %s -> %s', (path, specifier, rules) => {
    expect(rulesFor(path, `import '${specifier}'`)).toEqual(rules)
  })

  test('names the line of the import', () => {
    const file = parseSource('src/store/x.ts', "\n\nimport '#app/a.ts'\n")
    expect(judgeImports(file, ranks).map(({ line }) => line)).toEqual([3])
  })
})

describe('what tests share', () => {
  test.each([
    ['src/store/x.ts', '#test/seed.ts', ['test-support']],
    ['src/store/x.ts', '../../test/support/seed.ts', ['test-support']],
    ['bench/x.ts', '#test/seed.ts', ['test-support']],
    ['web/src/x.ts', '../../test/support/seed.ts', ['test-support']],
    ['src/store/x.test.ts', '#test/seed.ts', []],
    ['test/support/x.ts', './seed.ts', []],
    ['test/support/x.ts', '#store/door.ts', []],
  ])('%s -> %s', (path, specifier, rules) => {
    expect(rulesFor(path, `import '${specifier}'`)).toEqual(rules)
  })
})
