/**
 * Runs a command against a throw-away PostgreSQL server of this system, with its
 * address in DATABASE_URL:
 *   node bin/with-postgres.mjs -- vitest run
 * Needs PostgreSQL 15 or later (Debian: apt-get install postgresql).
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOnPath, runChild } from './run-child.mjs'

const DEBIAN = '/usr/lib/postgresql'

/** The folder of the newest server on this system. */
function findServer() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const found = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')))
  if (found !== undefined) return found
  return findOnPath('initdb', process.env.PATH ?? '')?.replace(/\/initdb$/, '')
}

/** The user to run as: PostgreSQL refuses root. */
function idOf(flag) {
  const asked = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return asked.status === 0 ? Number(asked.stdout) : 65534
}

const isRoot = process.getuid?.() === 0
const user = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}

function run(folder, program, args) {
  const ran = spawnSync(join(folder, program), args, {
    ...user,
    cwd: '/',
    encoding: 'utf8',
    // The server keeps pg_ctl's streams open, so they must not be pipes that we read to their end.
    stdio: program === 'pg_ctl' ? 'ignore' : 'pipe',
  })
  if (ran.status === 0) return
  throw new Error(`${program} failed: ${ran.error?.message ?? ran.stderr ?? `exit ${ran.status}`}`)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function withPostgres([program, ...args]) {
  const server = findServer()
  if (server === undefined) {
    process.stderr.write(
      'No PostgreSQL server on this system. The way out: apt-get install postgresql\n',
    )
    return 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'enishi-postgres-'))
  const data = join(folder, 'data')
  const password = randomBytes(16).toString('hex')
  writeFileSync(join(folder, 'password'), password)
  if (isRoot)
    for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid)
  const port = await freePort()
  try {
    run(server, 'initdb', [
      '-D',
      data,
      '-U',
      'enishi',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${folder}/password`,
    ])
    const options = `-h 127.0.0.1 -p ${port} -k ${folder} -c fsync=off`
    run(server, 'pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start'])
    const url = `postgres://enishi:${password}@127.0.0.1:${port}/postgres`
    process.stderr.write(`PostgreSQL of ${server} on port ${port}\n`)
    return await runChild(program, args, { env: { ...process.env, DATABASE_URL: url } })
  } finally {
    if (existsSync(join(data, 'postmaster.pid')))
      run(server, 'pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await withPostgres(process.argv.slice(process.argv.indexOf('--') + 1))
