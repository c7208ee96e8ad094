import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

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

export function runEnishi(
  args: string[],
  given: { env?: Record<string, string>; input?: string } = {},
): EnishiProcess {
  const { PORT: _, DATABASE_URL: __, ...inherited } = process.env
  const child = spawn(process.execPath, ['-e', RUN, ...args], {
    env: { ...inherited, LANG: 'en_US.UTF-8', LC_ALL: '', ...given.env },
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
