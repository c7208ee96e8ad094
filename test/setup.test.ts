import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'

type Words = { en: string; ja: string }

interface NodeChoice {
  chooseNode(seen: { version: string; pinned: { path: string; version: string | null } | null }): {
    kind: string
    path?: string
  }
  majorOf(version: string): number
  languageOf(env: Record<string, string>): string
}
interface Install {
  installRefusal(code: number, said: string): Words
}
interface RunSteps {
  countStep(
    isPassed: boolean,
    counts: { passed: number; failed: number } | null,
  ): { passed: number; failed: number }
  readFailures(file: string): string[]
}

const bin = new URL('../bin/', import.meta.url)
const { chooseNode, languageOf, majorOf }: NodeChoice = await import(`${bin}node-choice.mjs`)
const { installRefusal }: Install = await import(`${bin}install.mjs`)
const { countStep, readFailures }: RunSteps = await import(`${bin}run-steps.mjs`)

describe('which Node runs', () => {
  const pinned = { path: '/p/node', version: 'v24.21.0' }

  test.each([
    ['v24.0.0', null, { kind: 'here' }],
    ['v26.1.0', pinned, { kind: 'here' }],
    ['v20.20.2', pinned, { kind: 'pinned', path: '/p/node' }],
    ['v20.20.2', { path: '/p/node', version: null }, { kind: 'none' }],
    ['v20.20.2', { path: '/p/node', version: 'v22.1.0' }, { kind: 'none' }],
    ['v23.11.0', null, { kind: 'none' }],
  ])('%s with pinned %j', (version, pinnedNode, expected) => {
    expect(chooseNode({ version, pinned: pinnedNode })).toEqual(expected)
  })

  test('a text that is no version is older than all', () => {
    expect([majorOf('v24.21.0'), majorOf('9.0.0'), majorOf('nightly')]).toEqual([24, 9, 0])
  })

  test('the language comes from the first locale variable that is set', () => {
    expect(languageOf({ LANG: 'ja_JP.UTF-8' })).toBe('ja')
    expect(languageOf({ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' })).toBe('en')
    expect(languageOf({})).toBe('en')
  })
})

describe('why an install failed', () => {
  test.each([
    ['npm error code ENOTFOUND', 'registry', '接続できません'],
    ['npm error code EAI_AGAIN', 'registry', '接続できません'],
    ['npm warn tar ENOSPC: no space left on device', 'disk is full', '空きがありません'],
    ['npm error code EACCES', 'may not write', '書き込めません'],
    ['spawn ENOENT', 'npm was not found', 'npm が見つかりません'],
    ['npm error something new', 'stands above', '上に npm の出力'],
  ])('%s', (said, en, ja) => {
    const words = installRefusal(1, said)
    expect(words.en).toContain(en)
    expect(words.en).toContain('way out')
    expect(words.ja).toContain(ja)
    expect(words.ja).toContain('対処')
  })
})

describe('what a step counts', () => {
  test('tests by their number, other steps as one', () => {
    expect(countStep(true, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 0 })
    expect(countStep(true, null)).toEqual({ passed: 1, failed: 0 })
    expect(countStep(false, null)).toEqual({ passed: 0, failed: 1 })
  })

  test('a run that failed without a failed test is a failure', () => {
    expect(countStep(false, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 })
  })
})

test('the summary names the tests that failed, and files that could not be loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-report-'))
  const file = join(folder, 'report.json')
  const failed = {
    status: 'failed',
    fullName: 'pages open',
    failureMessages: ['Error: no\n  at x'],
  }
  const log = '  - waiting for a\n\x1b[2m  - not enabled\x1b[22m\n\n'
  const clicked = `Error: too late\nCall log:\n${log}  at async /x/a.test.ts:12:3\n`
  const retried = {
    ...failed,
    fullName: 'pages close',
    failureMessages: [clicked, 'Error: no', clicked],
  }
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [failed, retried, { status: 'passed' }],
    },
    { name: 'b.test.ts', status: 'failed', message: 'SyntaxError: ;', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  writeFileSync(file, JSON.stringify({ testResults }))
  expect(readFailures(file)).toEqual([
    'a.test.ts: pages open: Error: no',
    'a.test.ts: pages close: line 12: Error: too late | - waiting for a | - not enabled; then Error: no',
    'b.test.ts: SyntaxError: ;',
  ])
  rmSync(folder, { recursive: true })
  expect(readFailures(file)).toEqual([])
})

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A clone of nothing but the commands, with an npm that only notes how it was called. */
function makeProject(npm = 'mkdir -p node_modules') {
  const root = mkdtempSync(join(tmpdir(), 'enishi-setup-'))
  folders.push(root)
  cpSync(bin.pathname, join(root, 'bin'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'package-lock.json'), '{}')
  mkdirSync(join(root, 'path'))
  const script = `#!/bin/sh\necho "$@" >> ${root}/npm-calls\n${npm}\n`
  writeFileSync(join(root, 'path', 'npm'), script)
  chmodSync(join(root, 'path', 'npm'), 0o755)
  const calls = () =>
    existsSync(join(root, 'npm-calls'))
      ? readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n')
      : []
  return { root, calls }
}

function environment(root: string): NodeJS.ProcessEnv {
  const { npm_execpath, ...rest } = process.env
  return {
    ...rest,
    LC_ALL: 'C',
    XDG_CACHE_HOME: join(root, 'cache'),
    PATH: `${join(root, 'path')}:${dirname(process.execPath)}:/usr/bin:/bin`,
  }
}

function setup(root: string, args: string[], env = environment(root)) {
  return spawnSync(process.execPath, [join(root, 'bin', 'setup'), ...args], {
    encoding: 'utf8',
    env,
    cwd: root,
  })
}

describe('bin/setup', () => {
  test('installs once, and again when the lock file changed', () => {
    const { root, calls } = makeProject()
    expect(setup(root, []).status).toBe(0)
    expect(setup(root, []).status).toBe(0)
    expect(calls()).toHaveLength(1)
    expect(calls()[0]).toContain('install --ignore-scripts --no-audit --no-fund --no-save')
    writeFileSync(join(root, 'package-lock.json'), '{ }')
    expect(setup(root, []).status).toBe(0)
    expect(calls()).toHaveLength(2)
  })

  test('leaves a linked node_modules to whoever linked it', () => {
    const { root, calls } = makeProject()
    symlinkSync(tmpdir(), join(root, 'node_modules'))
    expect(setup(root, []).status).toBe(0)
    expect(calls()).toEqual([])
  })

  test('ends with the exit code of the command, on the first run as on later ones', () => {
    const { root } = makeProject()
    expect(setup(root, ['--', 'sh', '-c', 'exit 7']).status).toBe(7)
    expect(setup(root, ['--', 'sh', '-c', 'exit 8']).status).toBe(8)
  })

  test('hands arguments on as they are and puts the packages first on the PATH', () => {
    const { root } = makeProject()
    setup(root, [])
    mkdirSync(join(root, 'node_modules', '.bin'))
    symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'))
    const { stdout } = setup(root, ['--', 'sh', '-c', 'echo "$1|$PATH"', 'x', 'a  b'])
    expect(stdout).toMatch(/^a {2}b\|/)
    expect(stdout.split('|')[1]?.startsWith(join(root, 'node_modules', '.bin'))).toBe(true)
  })

  test('a pinned Node that does not run here is dropped and never hides the system one', () => {
    const broken =
      'mkdir -p node_modules/.bin; printf "#!/bin/sh\\nexit 127" > node_modules/.bin/node; chmod +x node_modules/.bin/node'
    const { root } = makeProject(broken)
    const { status, stderr } = setup(root, ['--', 'node', '-e', 'process.exit(6)'])
    expect(status).toBe(6)
    expect(stderr).toContain('does not run on this system')
    expect(existsSync(join(root, 'node_modules', '.bin', 'node'))).toBe(false)
  })

  test('says in both languages why an install failed, and does not count it as done', () => {
    const { root, calls } = makeProject('echo "npm error code ENOTFOUND" >&2; exit 1')
    const { status, stderr } = setup(root, ['--', 'sh', '-c', 'echo never'])
    expect(status).toBe(1)
    expect(stderr).toContain('The package registry cannot be reached.')
    expect(stderr).toContain('接続できません')
    setup(root, [])
    expect(calls()).toHaveLength(2)
  })

  test('says so when npm is missing', () => {
    const { root } = makeProject()
    const env = { ...environment(root), PATH: join(root, 'empty') }
    const { status, stderr } = setup(root, [], env)
    expect(status).toBe(1)
    expect(stderr).toContain('npm was not found.')
  })

  test('a command that does not exist is a clear message', () => {
    const { root } = makeProject()
    setup(root, [])
    const { status, stderr } = setup(root, ['--', 'no-such-command'])
    expect(status).toBe(127)
    expect(stderr).toContain('Cannot run "no-such-command"')
  })

  test('an old Node without a pinned one says which is needed', () => {
    const { root } = makeProject()
    const old = [...asOldNode, join(root, 'bin', 'setup'), '--', 'sh', '-c', 'echo never']
    const ran = spawnSync(process.execPath, old, { encoding: 'utf8', env: environment(root) })
    expect(ran.status).toBe(1)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain('needs Node 24 or later; this is Node v20.0.0')
    expect(ran.stderr).toContain('Node 24 以降が必要')
  })
})

/** Arguments that make this Node take itself for an old one. */
const asOldNode = [
  '--import',
  'data:text/javascript,Object.defineProperty(process,"version",{value:"v20.0.0"});process.execve=undefined',
]

// Counts the signals that reach it, for long enough to see a second one come.
const MAIN = `export function main(argv: string[]): Promise<number> {
  if (argv[0] !== 'serve') return Promise.resolve(Number(argv[0]))
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 1000)
    const counts: Record<string, number> = { SIGINT: 0, SIGTERM: 0 }
    const end = () => {
      clearInterval(alive)
      console.log(JSON.stringify({ counts, pools: process.env.MALLOC_ARENA_MAX }))
      resolve(5)
    }
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        counts[signal] = (counts[signal] ?? 0) + 1
        if (counts.SIGINT + counts.SIGTERM === 1) setTimeout(end, 300)
      })
    }
    console.log('ready')
  })
}
`

function makeProduct() {
  const { root } = makeProject()
  mkdirSync(join(root, 'src', 'app'), { recursive: true })
  writeFileSync(join(root, 'src', 'app', 'main.ts'), MAIN)
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'))
  setup(root, [])
  return root
}

async function startAndSignal(args: string[], root: string, send: (child: ChildProcess) => void) {
  const child = spawn(process.execPath, args, {
    env: environment(root),
    stdio: ['ignore', 'pipe', 'inherit'],
    // Its own group, as a shell gives each command one.
    detached: true,
  })
  const ended = once(child, 'exit')
  const said = text(child.stdout)
  await once(child.stdout, 'data')
  send(child)
  const [code] = await ended
  return { code, ...JSON.parse((await said).trim().split('\n').at(-1) ?? '') }
}

const toGroup = ({ pid = 0 }: ChildProcess) => process.kill(-pid, 'SIGINT')
const terminateGroup = ({ pid = 0 }: ChildProcess) => process.kill(-pid, 'SIGTERM')
const toLauncher = (child: ChildProcess) => child.kill('SIGINT')
const terminate = (child: ChildProcess) => child.kill('SIGTERM')

describe('bin/enishi', () => {
  test('ends with the exit code of main, in this process and through the pinned Node', () => {
    const root = makeProduct()
    const run = (args: string[]) =>
      spawnSync(process.execPath, [...args, join(root, 'bin', 'enishi'), '2'], {
        env: environment(root),
      }).status
    expect([run([]), run(asOldNode)]).toEqual([2, 2])
  })

  test.each([
    ['ja_JP.UTF-8', '以降が必要'],
    ['C', 'needs Node 24 or later'],
  ])('an old Node without a pinned one says so in the language of %s', (LC_ALL, words) => {
    const root = makeProduct()
    rmSync(join(root, 'node_modules', '.bin', 'node'))
    const ran = spawnSync(process.execPath, [...asOldNode, join(root, 'bin', 'enishi')], {
      encoding: 'utf8',
      env: { ...environment(root), LC_ALL },
    })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain(words)
  })

  test('without packages it says how to install them', () => {
    const { root } = makeProject()
    const ran = spawnSync(process.execPath, [join(root, 'bin', 'enishi')], {
      encoding: 'utf8',
      env: environment(root),
    })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('npm start')
  })

  const ways = [
    { way: 'in this process', before: [], command: ['enishi', 'serve'] },
    { way: 'through the pinned Node', before: asOldNode, command: ['enishi', 'serve'] },
    { way: 'through setup', before: [], command: ['setup', '--', 'enishi', 'serve'] },
    { way: 'through an old setup', before: asOldNode, command: ['setup', '--', 'enishi', 'serve'] },
  ]
  const signals = [
    { from: 'Ctrl-C in a terminal', send: toGroup, counts: { SIGINT: 1, SIGTERM: 0 } },
    { from: 'kill -INT', send: toLauncher, counts: { SIGINT: 1, SIGTERM: 0 } },
    { from: 'a service manager', send: terminateGroup, counts: { SIGINT: 0, SIGTERM: 1 } },
    { from: 'kill -TERM', send: terminate, counts: { SIGINT: 0, SIGTERM: 1 } },
  ]
  const cases = ways.flatMap((way) => signals.map((signal) => ({ ...way, ...signal })))

  const pools = process.platform === 'linux' ? { pools: '2' } : {}

  test.each(cases)(
    '$from arrives exactly once $way, with few memory pools',
    async ({ before, command, send, counts }) => {
      const root = makeProduct()
      const [program = '', ...args] = command
      const all = [...before, join(root, 'bin', program), ...args]
      expect(await startAndSignal(all, root, send)).toEqual({ code: 5, counts, ...pools })
    },
  )
})
