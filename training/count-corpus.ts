/**
 * Counts the seed corpus by file and by label, as the Markdown tables of corpus/README.md.
 *   node training/count-corpus.ts [--write]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '#vocabulary/index.ts'
import { type Example, readSecondLabels, readSeedCorpus, stanceOf } from './examples.ts'
import { INDUSTRIES } from './folds.ts'
import { markdownTable } from './markdown-table.ts'

const LANGUAGES = ['en', 'ja'] as const

/** Posts by file and language: the industries first, then the kinds of text; all of them at the end. */
function tableOfFiles(corpus: readonly Example[], twice: ReadonlySet<string>): string {
  const sources = [...new Set(corpus.map(({ source }) => source))].sort()
  const kinds = sources.filter((source) => !INDUSTRIES.includes(source))
  const row = (name: string, isIn: (example: Example) => boolean) => [
    name,
    ...LANGUAGES.flatMap((language) => {
      const posts = corpus.filter((example) => example.lang === language && isIn(example))
      return [posts.length, posts.filter(({ id }) => twice.has(id)).length].map(shown)
    }),
  ]
  return markdownTable(
    ['file', 'English', 'labelled twice', 'Japanese', 'labelled twice'],
    [
      ...[...INDUSTRIES, ...kinds].map((name) => row(name, ({ source }) => source === name)),
      row('all', () => true),
    ],
  )
}

/** Posts by label and language. `nameOf` words a part, or a label of a part. */
export function tableOfLabels(
  corpus: readonly Example[],
  head: readonly string[] = ['label', 'English', 'Japanese'],
  nameOf: (part: string, label?: string) => string = (part, label) =>
    label === undefined ? part : `${part}: ${label}`,
): string {
  const row = (name: string, holds: (example: Example) => boolean) => [
    name,
    ...LANGUAGES.map((language) =>
      shown(corpus.filter((example) => example.lang === language && holds(example)).length),
    ),
  ]
  return markdownTable(head, [
    ...SENTIMENTS.map((label) =>
      row(nameOf('sentiment', label), (post) => post.sentiment === label),
    ),
    ...STAGES_OR_NONE.map((label) => row(nameOf('stage', label), (post) => post.stage === label)),
    ...STANCES.map((label) => row(nameOf('stance', label), (post) => stanceOf(post) === label)),
    ...INTENTS.map((label) => row(nameOf(label), ({ intents }) => intents?.has(label) === true)),
    row(nameOf('toxicity'), ({ isToxic }) => isToxic === true),
  ])
}

function shown(count: number): string {
  return count === 0 ? '' : count.toLocaleString('en')
}

function idsLabelledTwice(): Set<string> {
  const second = new URL('../corpus/second/', import.meta.url)
  return new Set(
    LANGUAGES.filter((language) => existsSync(new URL(`${language}.tsv`, second))).flatMap(
      (language) => readSecondLabels(language).map(({ id }) => id),
    ),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const corpus = readSeedCorpus()
  const tables = `${tableOfFiles(corpus, idsLabelledTwice())}\n\n${tableOfLabels(corpus)}`
  if (process.argv.includes('--write')) writeTables(tables)
  else console.log(tables)
}

/** Puts the tables into corpus/README.md, between the two comments that mark their place. */
function writeTables(tables: string): void {
  const path = new URL('../corpus/README.md', import.meta.url)
  const text = readFileSync(path, 'utf8')
  const written = text.replace(/(<!-- counts -->\n).*(\n<!-- \/counts -->)/s, `$1\n${tables}\n$2`)
  if (!written.includes(tables)) throw new Error('corpus/README.md has no place for the counts')
  writeFileSync(path, written)
}
