/**
 * Checks the order of imports (bin/ranks.json) and the rules of the house.
 *   node bin/check-boundaries.ts [FOLDER]
 * Prints one line a finding; exit 1 when there is any.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkTree } from './rules/check-tree.ts'

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)))
const { findings, files, functions, functionLinesMedian } = checkTree(root)
for (const { rule, path, line, words } of findings) {
  process.stdout.write(`${path}:${line} ${rule}: ${words}\n`)
}
process.stdout.write(
  `${files} files, ${functions} functions, half of them ${functionLinesMedian} lines or shorter: ${findings.length} findings\n`,
)
// A check that reads nothing must not pass.
process.exitCode = findings.length > 0 || files === 0 ? 1 : 0
