/**
 * Runs a channel against the real server of its platform, on loopback:
 *   npm run test:live -- bluesky
 * The server's packages go into .cache/live/<channel> (not into the product's), once.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findOnPath } from './run-child.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** Exact versions, as everywhere. `native` has to be compiled for the Node that runs it. */
const SERVERS = {
  bluesky: {
    packages: ['@atproto/dev-env@0.6.7'],
    native: 'better-sqlite3',
    size: '680 MB',
  },
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}`)
}

/** npm's own folder, which has node-gyp in it. */
function npmFolder() {
  const npm = findOnPath('npm', process.env.PATH ?? '')
  if (npm === undefined) throw new Error('npm was not found: install Node.js with npm')
  return dirname(dirname(realpathSync(npm)))
}

function install(folder, { packages, native, size }) {
  const stamp = join(folder, '.installed')
  if (existsSync(stamp)) return
  process.stderr.write(`Installing ${packages.join(', ')} into ${folder} (once, ${size}) …\n`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  run('npm', ['install', ...quiet, ...packages], { cwd: folder })
  compile(join(folder, 'node_modules', native))
  writeFileSync(stamp, `${packages.join('\n')}\n`)
}

/** Without `--nodedir` it would be compiled for the Node that npm runs on. */
function compile(folder) {
  const gyp = join(npmFolder(), 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const pinned = join(root, 'node_modules', `node-${process.platform}-${process.arch}`)
  const nodedir = existsSync(join(pinned, 'include')) ? [`--nodedir=${realpathSync(pinned)}`] : []
  run(process.execPath, [gyp, 'rebuild', '--release', ...nodedir], { cwd: folder })
}

function testLive([channel]) {
  const server = SERVERS[channel]
  if (server === undefined) {
    const known = Object.keys(SERVERS).join(', ')
    process.stderr.write(`Which channel? npm run test:live -- <${known}>\n`)
    return 2
  }
  const folder = join(root, '.cache', 'live', channel)
  install(folder, server)
  const { status } = spawnSync(
    'vitest',
    ['run', '--config', 'vitest.slow.config.ts', `test/live/${channel}.live.test.ts`],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ENISHI_TESTS: 'live', ENISHI_LIVE_SERVER: folder },
    },
  )
  return status ?? 1
}

process.exitCode = testLive(process.argv.slice(2))
