import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const SRC = import.meta.dirname
const STYLES = join(SRC, '../../node_modules/@mantine/core/styles')

/** Components of Mantine that a source imports. */
function componentsIn(source: string): string[] {
  return [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names]) =>
    (names ?? '').split(',').map((name) => name.trim().replace(/^type /, '')),
  )
}

/** Of these components, those that have styles of their own which `imported` leaves out. */
function unstyled(components: readonly string[], imported: string): string[] {
  return [...new Set(components)].filter(
    (name) => existsSync(join(STYLES, `${name}.css`)) && !imported.includes(`/styles/${name}.css'`),
  )
}

const IMPORTED = readFileSync(join(SRC, 'mantine-styles.ts'), 'utf8')

test('every component in use has its styles', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((file) => !file.includes('.test.'))
  const used = files.flatMap((file) => componentsIn(readFileSync(join(SRC, file), 'utf8')))
  expect(used.length).toBeGreaterThan(100)
  expect(dirname(STYLES)).toContain('@mantine')
  expect(unstyled(used, IMPORTED)).toEqual([])
})

test('a component without its styles is noticed', () => {
  expect(
    unstyled(componentsIn("import { Rating, Button } from '@mantine/core'"), IMPORTED),
  ).toEqual(['Rating'])
})
