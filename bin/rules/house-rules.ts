import { basename } from 'node:path/posix'
import { type Finding, isNode, type SourceFile, type SyntaxNode } from './source-file.ts'

const FILE_LINES_MAX = 400
const FUNCTION_LINES_MAX = 70

/** Where a file breaks a rule: offsets become lines afterwards. */
type Fault = { line: number; words: string }
type HouseRule = (file: SourceFile) => Fault[]

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** Whether a call begins with this name, however long its chain: `describe.runIf(x).each(y)(…)`. */
function isCallTo(node: SyntaxNode | undefined, name: RegExp): boolean {
  if (node?.type !== 'CallExpression') return false
  let head = node
  for (;;) {
    const inner = isNode(head.callee) ? head.callee : head.object
    if (!isNode(inner)) break
    head = inner
  }
  return typeof head.name === 'string' && name.test(head.name)
}

/** Lines of every function, in the order of the file. A test's `describe` counts as a folder, not as a function. */
export function functionLines(file: SourceFile): { line: number; lines: number }[] {
  return file.nodes
    .filter(
      ({ node, parents }) =>
        FUNCTIONS.has(node.type) && !(file.isTest && isCallTo(parents[0], /^describe$/)),
    )
    .map(({ node }) => {
      const line = file.lineAt(node.start)
      return { line, lines: file.lineAt(node.end) - line + 1 }
    })
}

const fileLines: HouseRule = ({ lineCount }) =>
  lineCount > FILE_LINES_MAX
    ? [
        {
          line: lineCount,
          words: `${lineCount} lines; ${FILE_LINES_MAX} at most, so give a part its own name and file`,
        },
      ]
    : []

const functionLength: HouseRule = (file) =>
  functionLines(file)
    .filter(({ lines }) => lines > FUNCTION_LINES_MAX)
    .map(({ line, lines }) => ({
      line,
      words: `a function of ${lines} lines; ${FUNCTION_LINES_MAX} at most`,
    }))

function faultsAt(
  file: SourceFile,
  words: string,
  is: (node: SyntaxNode, parents: SyntaxNode[]) => boolean,
): Fault[] {
  return file.nodes
    .filter(({ node, parents }) => is(node, parents))
    .map(({ node }) => ({ line: file.lineAt(node.start), words }))
}

/** Configurations and global set-ups are called by tools that ask for the default export. */
const isCalledByTool = (file: SourceFile) =>
  /(^|\/|\.)config\.tsx?$|^test\/(.+\/)?([a-z-]+-)?setup\.ts$/.test(file.path)

const namedExports: HouseRule = (file) =>
  isCalledByTool(file)
    ? []
    : faultsAt(file, 'export by name, not by default', (node) => {
        if (node.type === 'ExportDefaultDeclaration') return true
        const exported =
          node.type === 'ExportSpecifier' && isNode(node.exported) ? node.exported : undefined
        return exported?.name === 'default' || exported?.value === 'default'
      })

const noAny: HouseRule = (file) =>
  faultsAt(
    file,
    'say what it is: unknown, a type, a type parameter',
    (node) => node.type === 'TSAnyKeyword',
  )

const noNonNull: HouseRule = (file) =>
  faultsAt(
    file,
    'handle the absent case instead of "!"',
    (node) => node.type === 'TSNonNullExpression',
  )

const SILENCED = /^[\s*]*@ts-(ignore|expect-error|nocheck)\b/m
const SILENCED_IN_TEST = /^[\s*]*@ts-(ignore|nocheck)\b/m

/** A test may prove with `@ts-expect-error` that the checker refuses something: it fails when that is accepted. */
const noSilence: HouseRule = (file) =>
  file.comments
    .filter(({ value }) => (file.isTest ? SILENCED_IN_TEST : SILENCED).test(value))
    .map(({ line }) => ({
      line,
      words: 'the type checker is not silenced; let the types say what holds',
    }))

const noEmptyCatch: HouseRule = (file) =>
  faultsAt(file, 'nothing is swallowed: handle the error or let it through', (node) => {
    if (node.type !== 'CatchClause' || !isNode(node.body)) return false
    return Array.isArray(node.body.body) && node.body.body.length === 0
  })

const BANNED = /(Manager|Helper|Util|Service)s?(?=[A-Z]|$)/
const BANNED_IN_FILE = /(^|-|\.)(manager|helper|util|service)s?(-|\.|$)/
const NAMED = new Set(['ClassDeclaration', 'TSInterfaceDeclaration', 'TSTypeAliasDeclaration'])

const domainNames: HouseRule = (file) => {
  const inFile = BANNED_IN_FILE.test(basename(file.path))
    ? [{ line: 1, words: `name ${basename(file.path)} for the noun or verb inside` }]
    : []
  const inside = faultsAt(
    file,
    'name it for what it is, not Manager, Helper, Util or Service',
    (node) => {
      const id = NAMED.has(node.type) && isNode(node.id) ? node.id : undefined
      return typeof id?.name === 'string' && BANNED.test(id.name)
    },
  )
  return [...inFile, ...inside]
}

const CONNECTING = new Set(['fetch', 'WebSocket', 'EventSource'])

/** The global itself, or the same taken from `globalThis`. */
function connectingName(callee: unknown): string | undefined {
  if (!isNode(callee)) return
  const isGlobal =
    callee.type === 'MemberExpression' &&
    isNode(callee.object) &&
    callee.object.name === 'globalThis'
  const named = isGlobal && isNode(callee.property) ? callee.property : callee
  return typeof named.name === 'string' && CONNECTING.has(named.name) ? named.name : undefined
}

/** What Node offers without import; what is imported is the business of `one-way-out`. */
const noGlobalFetch: HouseRule = (file) =>
  file.area !== 'src' || file.folder === 'outside' || file.isTest
    ? []
    : faultsAt(file, 'calls to the outside go through #outside/', (node) => {
        if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false
        return connectingName(node.callee) !== undefined
      })

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/

const kebabFile: HouseRule = ({ path }) =>
  path
    .split('/')
    .every((part, i, all) => (i === all.length - 1 ? KEBAB : /^[a-z0-9-]+$/).test(part))
    ? []
    : [{ line: 1, words: 'files and folders are kebab-case' }]

/** Every rule on a single file. The rule on SQL outside the one door goes here, as one more line. */
const RULES: Record<string, HouseRule> = {
  'file-lines': fileLines,
  'function-lines': functionLength,
  'named-exports': namedExports,
  'no-any': noAny,
  'no-non-null': noNonNull,
  'no-silence': noSilence,
  'no-empty-catch': noEmptyCatch,
  'domain-names': domainNames,
  'kebab-file': kebabFile,
  'no-global-fetch': noGlobalFetch,
}

export const HOUSE_RULES = Object.keys(RULES)

/** What one file breaks of the house rules. Pure. */
export function judgeHouse(file: SourceFile): Finding[] {
  return Object.entries(RULES).flatMap(([rule, find]) =>
    find(file).map((fault) => ({ rule, path: file.path, ...fault })),
  )
}
