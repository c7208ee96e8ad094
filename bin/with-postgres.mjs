/**
 * Runs a command against a throw-away PostgreSQL server of this system, with its
 * address in DATABASE_URL and, for tests, in ENISHI_TEST_DATABASE_URL:
 *   node bin/with-postgres.mjs -- vitest run
 *   node bin/with-postgres.mjs --plain-role -- vitest run src/store
 * The user is a superuser; with --plain-role one who may only create roles and
 * databases, as a hosted PostgreSQL gives.
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

/** A user without superuser rights; answers its address. */
function makePlainRole(server, superuser, password) {
  const role = `create role plain login createrole createdb password '${password}'`
  run(server, 'psql', ['--quiet', '--no-psqlrc', '--dbname', superuser, '--command', role])
  const url = new URL(superuser)
  url.username = 'plain'
  return url.href
}

async function withPostgres(isPlainRole, [program, ...args]) {
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
    const options = `-h 127.0.0.1 -p ${port} -k ${folder} -c fsync=off -c max_connections=300`
    run(server, 'pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start'])
    const superuser = `postgres://enishi:${password}@127.0.0.1:${port}/postgres`
    const url = isPlainRole ? makePlainRole(server, superuser, password) : superuser
    process.stderr.write(`PostgreSQL of ${server} on port ${port} as ${new URL(url).username}\n`)
    const env = { ...process.env, DATABASE_URL: url, ENISHI_TEST_DATABASE_URL: url }
    return await runChild(program, args, { env })
  } finally {
    if (existsSync(join(data, 'postmaster.pid')))
      run(server, 'pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
}

const dashes = process.argv.indexOf('--')
const isPlainRole = process.argv.slice(2, dashes).includes('--plain-role')
process.exitCode = await withPostgres(isPlainRole, process.argv.slice(dashes + 1))
