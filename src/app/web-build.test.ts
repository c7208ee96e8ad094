import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ensureWebBuilt } from './web-build.ts'

/** A checkout whose vite only notes that it ran, or fails. */
function makeRoot(vite: string): string {
  const root = mkdtempSync(join(tmpdir(), 'enishi-root-'))
  for (const folder of ['web/src', 'web/dist', 'node_modules/.bin', 'src/http/contract']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  writeFileSync(join(root, 'web/index.html'), '<!doctype html>')
  writeFileSync(join(root, 'web/src/page.ts'), 'export {}')
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'node_modules/.bin/vite'), vite)
  return root
}

const builds = `require('node:fs').writeFileSync('web/dist/index.html', process.argv.slice(2).join(' '))`
const quiet = () => undefined

it('builds once, and again after a change of the page or of what it sees', async () => {
  const root = makeRoot(builds)
  expect(await ensureWebBuilt(root, quiet)).toBe(true)
  expect(readFileSync(join(root, 'web/dist/index.html'), 'utf8')).toMatch(/^build web/)
  expect(await ensureWebBuilt(root, quiet)).toBe(false)
  for (const path of ['web/src/page.ts', 'src/http/contract/new.ts', 'package-lock.json']) {
    writeFileSync(join(root, path), `// ${path}`)
    expect(await ensureWebBuilt(root, quiet)).toBe(true)
  }
  writeFileSync(join(root, 'web/src/page.test.ts'), 'a test is not part of the page')
  expect(await ensureWebBuilt(root, quiet)).toBe(false)
})

it('leaves an installation without sources alone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'enishi-root-'))
  expect(await ensureWebBuilt(root, quiet)).toBe(false)
})

it('says what the build says when it fails, and tries again', async () => {
  const root = makeRoot('process.stderr.write("no such module x"); process.exitCode = 1')
  const first = ensureWebBuilt(root, quiet)
  await expect(first).rejects.toThrow(/could not be built:\nno such module x/)
  await expect(ensureWebBuilt(root, quiet)).rejects.toThrow(/could not be built/)
})
