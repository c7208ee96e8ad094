/**
 * How far two labellings, made apart, agree: Cohen's kappa (J. Cohen: "A coefficient of agreement
 * for nominal scales", 1960) of the second labels in corpus/second/ with those of the corpus.
 *   node training/agreement.ts
 */
import { pathToFileURL } from 'node:url'
import { BINARY, holdsIn } from './calibrate.ts'
import { type Example, readSecondLabels, readSeedCorpus } from './examples.ts'

export interface Agreement {
  lang: string
  posts: number
  /** By part: kappa, -1 .. 1, and the share of equal answers, 0 .. 1. */
  parts: Record<string, { kappa: number; equal: number }>
}

/** Agreement over the posts that were labelled twice, by language. */
export function readAgreement(corpus: readonly Example[] = readSeedCorpus()): Agreement[] {
  const firstById = new Map(corpus.map((example) => [example.id, example]))
  return ['en', 'ja'].map((lang) => {
    const pairs = readSecondLabels(lang).flatMap((second) => {
      const first = firstById.get(second.id)
      return first === undefined ? [] : [[first, second] as const]
    })
    const answers: [string, (example: Example) => string][] = [
      ['sentiment', ({ sentiment }) => sentiment ?? ''],
      ['stage', ({ stage }) => stage ?? ''],
      ...BINARY.map((part): [string, (example: Example) => string] => [
        part,
        (example) => String(holdsIn(example, part)),
      ]),
    ]
    const parts = answers.map(([part, answer]) => [part, agree(pairs, answer)] as const)
    return { lang, posts: pairs.length, parts: Object.fromEntries(parts) }
  })
}

function agree(
  pairs: readonly (readonly [Example, Example])[],
  answer: (example: Example) => string,
): { kappa: number; equal: number } {
  return cohensKappa(pairs.map(([first, second]) => [answer(first), answer(second)]))
}

/** Agreement beyond what the two labellers' habits alone would give. */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): {
  kappa: number
  equal: number
} {
  const equal = pairs.filter(([a, b]) => a === b).length / pairs.length
  const labels = new Set(pairs.flat())
  let byChance = 0
  for (const label of labels) {
    const first = pairs.filter(([a]) => a === label).length
    const second = pairs.filter(([, b]) => b === label).length
    byChance += (first * second) / pairs.length ** 2
  }
  return { kappa: byChance === 1 ? 1 : (equal - byChance) / (1 - byChance), equal }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { lang, posts, parts } of readAgreement()) {
    console.log(`${lang}: ${posts} posts labelled twice`)
    for (const [part, { kappa, equal }] of Object.entries(parts)) {
      console.log(
        `  ${part.padEnd(22)} kappa ${kappa.toFixed(2)}  equal ${(100 * equal).toFixed(1)} %`,
      )
    }
  }
}
