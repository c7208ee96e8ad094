import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { closeAfterFile } from './open-things.ts'

const MAIN = join(import.meta.dirname, '../../src/app/main.ts')
const RUN = `import(${JSON.stringify(MAIN)}).then((m) => m.main(process.argv.slice(1))).then((c) => { process.exitCode = c })`

/** A real `enishi` in a process of its own. */
export interface EnishiProcess {
  child: ChildProcess
  /** Everything it wrote so far. */
  out(): string
  err(): string
  /** Resolves with the first match in what it writes to standard error; rejects when it ends without. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Its exit code; a signal as 128 and more is not mapped: null. */
  ended(): Promise<number | null>
}

/** What bin/enishi sets for a server before it begins. */
const LAUNCHED = { MALLOC_ARENA_MAX: '2' }

export function runEnishi(
  args: string[],
  given: { env?: Record<string, string>; input?: string } = {},
): EnishiProcess {
  const { PORT: _, DATABASE_URL: __, ...inherited } = process.env
  const child = spawn(process.execPath, ['-e', RUN, ...args], {
    env: { ...inherited, ...LAUNCHED, LANG: 'en_US.UTF-8', LC_ALL: '', ...given.env },
    stdio: 'pipe',
  })
  const text = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    text.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    text.err += chunk.toString()
  })
  child.stdin.end(given.input ?? '')
  const closed = once(child, 'close') as Promise<[number | null]>
  return {
    child,
    out: () => text.out,
    err: () => text.err,
    ended: async () => (await closed)[0],
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text.err)
          if (match !== null) resolve(match)
        }
        child.stderr.on('data', look)
        look()
        closed.then(
          () => reject(new Error(`ended without ${pattern}: ${text.err}${text.out}`)),
          reject,
        )
      }),
  }
}

/** An empty folder; removed after the tests of the file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-test-'))
  closeAfterFile({ close: () => rmSync(folder, { recursive: true, force: true }) })
  return folder
}

/** A data folder with a workspace and a key; removed after the tests of the file. */
export async function newInstallation(
  scope: 'write' | 'admin' = 'admin',
): Promise<{ folder: string; key: string }> {
  const folder = newFolder()
  const init = ['init', '--workspace', 'test', '--email', 'a@example.com', '--name', 'A']
  await succeed([...init, '--data', folder], 'a long enough password\n')
  const made = await succeed(['key', 'create', '--name', 'k', '--scope', scope, '--data', folder])
  return { folder, key: made.trim() }
}

/** What a command wrote that has to succeed. */
export async function succeed(args: string[], input = ''): Promise<string> {
  const ran = runEnishi(args, { input })
  expect(await ran.ended(), ran.err()).toBe(0)
  return ran.out()
}

/** A server on the folder that may call loopback; ended after the tests of the file. */
export async function serve(
  folder: string,
  more: string[] = [],
): Promise<{ server: EnishiProcess; address: string }> {
  const env = { ENISHI_ALLOW_HOSTS: '127.0.0.1' }
  const server = runEnishi(['serve', '--port', '0', '--data', folder, ...more], { env })
  closeAfterFile({ close: () => end(server) })
  const [, address = ''] = await server.says(/(http:\/\/[\d.]+:\d+)/)
  return { server, address }
}

async function end({ child, ended }: EnishiProcess): Promise<void> {
  if (child.exitCode === null) child.kill('SIGTERM')
  await ended()
}
