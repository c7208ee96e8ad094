import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { parseSync } from 'vite'

/** A node of the syntax tree (ESTree with TypeScript), as far as the rules look at it. */
export interface SyntaxNode {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

/** One import, export-from, dynamic import or import type, as written. */
export interface ImportOf {
  specifier: string
  isTypeOnly: boolean
  line: number
}

/** One source file, read and parsed once for all rules. Paths use `/` and start at the project's root. */
export interface SourceFile {
  path: string
  text: string
  lineCount: number
  isTest: boolean
  /** `src`, `web`, `test`, `bench`, `bin`, `simulation`: the first part of the path. */
  area: string
  /** The folder under `src`, or `simulation`; empty elsewhere and for files directly in src. */
  folder: string
  imports: ImportOf[]
  nodes: { node: SyntaxNode; parents: SyntaxNode[] }[]
  comments: { value: string; line: number }[]
  lineAt(offset: number): number
}

/** Something in a file that breaks a rule, in words that say how it should be. */
export interface Finding {
  rule: string
  path: string
  line: number
  words: string
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function collectNodes(
  node: SyntaxNode,
  parents: SyntaxNode[],
  into: SourceFile['nodes'],
): SourceFile['nodes'] {
  into.push({ node, parents })
  const inner = [node, ...parents]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) collectNodes(child, inner, into)
    }
  }
  return into
}

/** Answers with the line, from 1, of an offset. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const next = starts.findIndex((start) => start > offset)
    return next === -1 ? starts.length : next
  }
}

const NAMES_A_MODULE = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function importOf(node: SyntaxNode, lineAt: (offset: number) => number): ImportOf | undefined {
  const { source } = node
  if (!NAMES_A_MODULE.has(node.type) || !isNode(source) || typeof source.value !== 'string') return
  const kind = node.importKind ?? node.exportKind
  const isTypeOnly = kind === 'type' || node.type === 'TSImportType'
  return { specifier: source.value, isTypeOnly, line: lineAt(node.start) }
}

function folderOf([area = '', folder = '', ...rest]: string[]): string {
  if (area === 'simulation') return area
  return area === 'src' && rest.length > 0 ? folder : ''
}

/** Parses one file. Throws when it is no TypeScript; the type check says why in better words. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(basename(path), text)
  const first = errors[0]
  if (first !== undefined) throw new Error(`${path}: ${first.message}`)
  const lineAt = lineFinder(text)
  const nodes = isNode(program) ? collectNodes(program, [], []) : []
  const parts = path.split('/')
  return {
    path,
    text,
    lineCount: lineAt(text.length) - (text.endsWith('\n') ? 1 : 0),
    isTest: /\.test\.tsx?$/.test(path),
    area: parts[0] ?? '',
    folder: folderOf(parts),
    imports: nodes.flatMap(({ node }) => importOf(node, lineAt) ?? []),
    nodes,
    comments: comments.map(({ value, start }) => ({ value, line: lineAt(start) })),
    lineAt,
  }
}

const AREAS = ['src', 'web', 'test', 'bench', 'bin', 'simulation', 'training']
const SKIPPED = new Set(['node_modules', 'samples', 'fixtures', 'dist'])

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesUnder(path)
      return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
    })
    .sort()
}

/** Every TypeScript file of ours under a root, parsed; samples, fixtures and built files left out. */
export function readSources(root: string): SourceFile[] {
  const areas = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && AREAS.includes(entry.name))
    .map((entry) => join(root, entry.name))
  return areas
    .flatMap(filesUnder)
    .map((path) =>
      parseSource(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')),
    )
}
