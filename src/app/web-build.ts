import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EnishiError, type Words } from '#vocabulary/index.ts'

/** What the page is built from: its own sources, the contract that it sees, and the locked packages. */
const SOURCES = ['web/**/*', 'src/http/contract/*.ts', 'src/vocabulary/*.ts', 'package-lock.json']
const NOT_SOURCES = ['web/dist', 'web/node_modules']

/**
 * Builds the page when its sources changed since the last build. Without sources (a packaged
 * installation) what is there is served. Answers whether it built.
 */
export async function ensureWebBuilt(root: string, say: (words: Words) => void): Promise<boolean> {
  if (!existsSync(join(root, 'web', 'index.html'))) return false
  const mark = join(root, 'web', 'dist', '.built')
  const hash = hashSources(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return false
  say({
    en: 'Building the web page (only after changes) ...',
    ja: '画面をビルドしています（変更があったときだけ行います）…',
  })
  await build(root)
  writeFileSync(mark, hash)
  return true
}

function hashSources(root: string): string {
  const hash = createHash('sha256')
  const isLeftOut = (path: string) => NOT_SOURCES.some((folder) => path.startsWith(folder))
  const found = globSync(SOURCES, { cwd: root, withFileTypes: true, exclude: outsideOf(root) })
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !isLeftOut(path) && !/\.test\.tsx?$/.test(path))
  for (const path of paths.sort()) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Keeps the search out of folders that are large and not sources. */
function outsideOf(root: string) {
  const folders = new Set(NOT_SOURCES.map((folder) => join(root, folder)))
  return (entry: { parentPath: string; name: string }) =>
    folders.has(join(entry.parentPath, entry.name))
}

async function build(root: string): Promise<void> {
  const vite = join(root, 'node_modules', '.bin', 'vite')
  const child = spawn(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (status) => resolve(status ?? 1))
  })
  if (code !== 0) throw notBuilt(output)
}

function notBuilt(output: string): EnishiError {
  const detail = output.trim().split('\n').slice(-20).join('\n')
  return new EnishiError('not-ready', {
    en: `The web page could not be built:\n${detail}\nInstall what is missing with npm start, or look at the sources in web/.`,
    ja: `画面をビルドできませんでした:\n${detail}\n足りないものは npm start で入ります。web/ のソースも確認してください。`,
  })
}
