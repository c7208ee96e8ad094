import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path/posix'
import type { Finding, ImportOf, SourceFile } from './source-file.ts'

/** The rank table, as `bin/ranks.json` holds it. */
export interface Ranks {
  /** Folders of src, lowest first; those in one list may not see each other. */
  order: string[][]
  /** Folders that others enter through their index.ts only. */
  stages: string[]
  /**
   * Files of stages by which others may enter, too: what works without a database and a server, for
   * commands that would else load them all.
   */
  sideDoors: string[]
  /** Folders that are seen by those listed and by nobody else, whatever their rank. */
  seenOnlyBy: Record<string, string[]>
  /** Folders that may see only the folders listed. */
  sealed: Record<string, string[]>
  /** Packages that sealed folders may use. */
  packagesOfSealed: Record<string, string[]>
  /** Folders that do no input or output. */
  pure: string[]
  /** The one folder of src that opens connections to the outside. */
  wayOut: string
  /** The one folder of src whose types web may see. */
  webMaySee: string
}

/** Where an import leads: a folder with a rank (of src, or `simulation`) and the path in it, what tests share, a package, a built-in, or elsewhere. */
type Target =
  | { kind: 'src'; folder: string; path: string; form: 'hash' | 'relative' }
  | { kind: 'test' }
  | { kind: 'package'; name: string }
  | { kind: 'builtin'; name: string }
  | { kind: 'elsewhere' }

const BUILTINS = new Set(builtinModules)

function inSrc(path: string, form: 'hash' | 'relative'): Target {
  const parts = path.split('/')
  const folder = parts.length > 1 ? (parts[0] ?? '') : ''
  return { kind: 'src', folder, path: parts.slice(1).join('/'), form }
}

function targetOf(file: SourceFile, specifier: string): Target {
  if (specifier.startsWith('#test/')) return { kind: 'test' }
  if (specifier.startsWith('#')) return inSrc(specifier.slice(1), 'hash')
  if (specifier.startsWith('.')) {
    const path = join(dirname(file.path), specifier)
    if (path.startsWith('test/')) return { kind: 'test' }
    if (path.startsWith('simulation/')) return inSrc(path, 'relative')
    return path.startsWith('src/') ? inSrc(path.slice(4), 'relative') : { kind: 'elsewhere' }
  }
  const bare = specifier.replace(/^node:/, '')
  if (specifier.startsWith('node:') || BUILTINS.has(bare)) return { kind: 'builtin', name: bare }
  const parts = specifier.split('/')
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
  return { kind: 'package', name }
}

type Judge = (file: SourceFile, target: Target, of: ImportOf, ranks: Ranks) => string | undefined

function rankOf(ranks: Ranks, folder: string): number {
  return ranks.order.findIndex((row) => row.includes(folder))
}

/** Files that the rank table speaks of; `simulation` stands beside src and has a rank all the same. */
function isRanked({ area }: SourceFile): boolean {
  return area === 'src' || area === 'simulation'
}

/** Lower folders never see higher ones. */
const rankOrder: Judge = (file, target, _, ranks) => {
  if (target.kind !== 'src' || file.folder === '' || target.folder === file.folder) return
  if (rankOf(ranks, target.folder) <= rankOf(ranks, file.folder)) return
  return `${file.folder} stands below ${target.folder} and may not see it; what later folders learn comes back as stored data or an event`
}

/** Folders of one rank never see each other. */
const sameRank: Judge = (file, target, _, ranks) => {
  if (target.kind !== 'src' || file.folder === '' || target.folder === file.folder) return
  const rank = rankOf(ranks, file.folder)
  if (rank === -1 || rank !== rankOf(ranks, target.folder)) return
  return `${file.folder} and ${target.folder} have the same rank; move what both need into a lower folder`
}

/** `#folder/file.ts` across folders. */
const acrossByHash: Judge = (file, target) => {
  if (target.kind !== 'src' || target.form === 'hash') return
  if (isRanked(file) && target.folder === file.folder) return
  return `across folders write #${target.folder}/${target.path}`
}

/** `./` inside a folder. */
const insideByDot: Judge = (file, target) => {
  if (target.kind !== 'src' || target.form !== 'hash' || target.folder !== file.folder) return
  if (!isRanked(file)) return
  return `inside ${file.folder} write a path that begins with ./ or ../`
}

/** Stages are entered by their front door, or by a side door that the table lists. */
const stageDoor: Judge = (file, target, _, ranks) => {
  if (target.kind !== 'src' || !isRanked(file) || target.folder === file.folder) return
  if (!ranks.stages.includes(target.folder) || target.path === 'index.ts') return
  if (ranks.sideDoors.includes(`${target.folder}/${target.path}`)) return
  return `a stage is entered through #${target.folder}/index.ts`
}

/** Some folders are for those alone that the table lists. */
const seenOnlyBy: Judge = (file, target, _, ranks) => {
  if (target.kind !== 'src' || !isRanked(file) || target.folder === file.folder) return
  const viewers = ranks.seenOnlyBy[target.folder]
  if (viewers === undefined || viewers.includes(file.folder)) return
  return `only ${viewers.join(' and ')} may see ${target.folder}`
}

/** Every folder of src stands in the table. */
const knownFolder: Judge = (_, target, __, ranks) => {
  if (target.kind !== 'src' || rankOf(ranks, target.folder) !== -1) return
  return `"${target.folder}" has no rank in bin/ranks.json`
}

/** Sealed folders see only what the table lists. */
const sealedFolder: Judge = (file, target, _, ranks) => {
  const folders = ranks.sealed[file.folder]
  if (folders === undefined) return
  if (target.kind === 'src') {
    if (target.folder === file.folder || folders.includes(target.folder)) return
    return `${file.folder} sees nothing outside but: ${folders.join(', ') || 'nothing'}`
  }
  if (target.kind !== 'package' || file.isTest) return
  const packages = ranks.packagesOfSealed[file.folder] ?? []
  if (packages.includes(target.name)) return
  return `${file.folder} uses no packages but: ${packages.join(', ') || 'none'}`
}

const IO =
  /^(fs|net|http|https|http2|tls|dns|dgram|child_process|cluster|worker_threads|readline|repl|inspector|sqlite|process|os)(\/|$)/

/** Pure folders do no input or output; their tests may read a corpus. */
const pureFolder: Judge = (file, target, _, ranks) => {
  if (!ranks.pure.includes(file.folder) || file.isTest) return
  if (target.kind !== 'builtin' || !IO.test(target.name)) return
  return `${file.folder} is pure; node:${target.name} does input or output, so let the caller do it`
}

const CONNECTS = /^(net|http|https|http2|tls|dgram|dns)(\/|$)/
const CONNECTING_PACKAGES = ['undici', 'ws']

/** Connections to the outside are opened in one guarded place; types may be named anywhere. */
const oneWayOut: Judge = (file, target, of, ranks) => {
  if (file.area !== 'src' || file.folder === ranks.wayOut || file.isTest || of.isTypeOnly) return
  const isConnecting =
    (target.kind === 'builtin' && CONNECTS.test(target.name)) ||
    (target.kind === 'package' && CONNECTING_PACKAGES.includes(target.name))
  return isConnecting ? `calls to the outside go through #${ranks.wayOut}/` : undefined
}

/** The page sees the HTTP contract's types and nothing else of the server. */
const webContract: Judge = (file, target, of, ranks) => {
  if (file.area !== 'web' || target.kind !== 'src') return
  const isContract = `${target.folder}/${target.path}`.startsWith(`${ranks.webMaySee}/`)
  if (isContract && of.isTypeOnly) return
  return `web sees only "import type" from #${ranks.webMaySee}/`
}

/** What runs in earnest leans on nothing that was made for tests. */
const testSupport: Judge = (file, target) => {
  if (target.kind !== 'test' || file.isTest || file.area === 'test') return
  return 'only tests may use what stands in test/'
}

const JUDGES: Record<string, Judge> = {
  'rank-order': rankOrder,
  'same-rank': sameRank,
  'across-by-hash': acrossByHash,
  'inside-by-dot': insideByDot,
  'stage-door': stageDoor,
  'seen-only-by': seenOnlyBy,
  'known-folder': knownFolder,
  'sealed-folder': sealedFolder,
  'pure-folder': pureFolder,
  'one-way-out': oneWayOut,
  'web-contract': webContract,
  'test-support': testSupport,
}

export const IMPORT_RULES = Object.keys(JUDGES)

/** What the imports of one file break. Pure. */
export function judgeImports(file: SourceFile, ranks: Ranks): Finding[] {
  return file.imports.flatMap((of) => {
    const target = targetOf(file, of.specifier)
    return Object.entries(JUDGES).flatMap(([rule, judge]) => {
      const words = judge(file, target, of, ranks)
      return words === undefined
        ? []
        : [{ rule, path: file.path, line: of.line, words: `${of.specifier}: ${words}` }]
    })
  })
}
