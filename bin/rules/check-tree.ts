import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { functionLines, HOUSE_RULES, judgeHouse } from './house-rules.ts'
import { IMPORT_RULES, judgeImports, type Ranks } from './import-rules.ts'
import { type Finding, readSources, type SourceFile } from './source-file.ts'

/** Every rule by name; each has a bad sample in test/samples/bad/<rule>/. */
export const RULES = [...IMPORT_RULES, ...HOUSE_RULES]

/** The one rank table. */
function readRanks(): Ranks {
  return JSON.parse(readFileSync(new URL('../ranks.json', import.meta.url), 'utf8'))
}

export interface TreeReport {
  findings: Finding[]
  files: number
  functions: number
  /** Half of the functions are this short or shorter. */
  functionLinesMedian: number
}

function medianOf(sorted: number[]): number {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** A folder of src without a rank escapes every rule on rank, so it is a finding itself. */
function judgeFolder(file: SourceFile, ranks: Ranks): Finding[] {
  if (file.area !== 'src' || ranks.order.flat().includes(file.folder)) return []
  const words = `src/${file.folder || '(itself)'} has no rank in bin/ranks.json`
  return [{ rule: 'known-folder', path: file.path, line: 1, words }]
}

/** Judges every file of ours under a root by every rule. */
export function checkTree(root: string, ranks: Ranks = readRanks()): TreeReport {
  const files = readSources(root)
  const findings = files.flatMap((file) => [
    ...judgeFolder(file, ranks),
    ...judgeImports(file, ranks),
    ...judgeHouse(file),
  ])
  const lines = files
    .filter((file) => !file.isTest)
    .flatMap(functionLines)
    .map((found) => found.lines)
    .sort((a, b) => a - b)
  return {
    findings,
    files: files.length,
    functions: lines.length,
    functionLinesMedian: medianOf(lines),
  }
}

export interface SampleReport {
  /** Name of the sample: the rule that it breaks, or `good`. */
  sample: string
  expected: string[]
  found: string[]
}

/**
 * Judges the deliberately bad samples, each of which must break exactly the rule
 * that it is named for, and the good one, which must break none. A rule without
 * a sample shows as one that found nothing.
 */
export function checkSamples(samples: string): SampleReport[] {
  const bad = new Set([...RULES, ...readdirSync(join(samples, 'bad'))])
  const present = new Set(readdirSync(join(samples, 'bad')))
  const rulesIn = (root: string) => [...new Set(checkTree(root).findings.map(({ rule }) => rule))]
  return [
    { sample: 'good', expected: [], found: rulesIn(join(samples, 'good')) },
    ...[...bad].map((rule) => ({
      sample: rule,
      expected: [rule],
      found: present.has(rule) ? rulesIn(join(samples, 'bad', rule)) : [],
    })),
  ]
}

/** Whether a sample was judged exactly as expected. */
export function isAsExpected({ expected, found }: SampleReport): boolean {
  return expected.length === found.length && expected.every((rule) => found.includes(rule))
}
