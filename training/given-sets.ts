import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Sentiment } from '#vocabulary/index.ts'
import type { Example } from './examples.ts'

/** Where the given sets are; they are not part of the repository. */
export const GIVEN_SETS =
  process.env.ENISHI_TEXT_DATA ?? new URL('../../shared/data/text/', import.meta.url).pathname

export function hasGivenSets(): boolean {
  return existsSync(`${GIVEN_SETS}/rated/tweets.tsv.gz`)
}

/** Beyond this the mean of 20 raters (-4 .. 4) takes a side. */
const SIDE_FROM = 0.6

/** Snippets rated by 20 people (VADER's data, MIT); tweets and reviews are nearer to posts than film and newspaper. */
const RATED: readonly (readonly [file: string, weight: number])[] = [
  ['tweets', 0.3],
  ['amazonReviewSnippets', 0.15],
  ['movieReviewSnippets', 0.06],
  ['nytEditorialSnippets', 0.06],
]

export function readRated(): Example[] {
  return RATED.flatMap(([file, weight]) =>
    gunzipSync(readFileSync(`${GIVEN_SETS}/rated/${file}.tsv.gz`))
      .toString()
      .split('\n')
      .flatMap((line) => {
        const [id, rating, text] = line.split('\t')
        if (text === undefined) return []
        const mean = Number(rating)
        return [
          {
            id: `${file}-${id}`,
            text: plain(text),
            lang: 'en',
            source: file,
            weight,
            score: mean / 4,
            sentiment: sideOf(mean),
          },
        ]
      }),
  )
}

function sideOf(mean: number): Sentiment {
  if (mean < -SIDE_FROM) return 'negative'
  return mean > SIDE_FROM ? 'positive' : 'neutral'
}

const DAVIDSON_EVERY = 5

/** Tweets told apart as hate speech, offensive or neither (Davidson et al. 2017, MIT). */
export function readDavidson(weight = 0.1): Example[] {
  const rows: string[][] = parse(gunzipSync(readFileSync(`${GIVEN_SETS}/davidson.csv.gz`)), {
    relax_quotes: true,
    from_line: 2,
    relax_column_count: true,
  })
  // Every fifth: it is one kind of talk, and all of it would outweigh the rest.
  return rows
    .filter((_, at) => at % DAVIDSON_EVERY === 0)
    .map((row) => ({
      id: `davidson-${row[0]}`,
      text: plain(row[6] ?? ''),
      lang: 'en',
      source: 'davidson',
      weight,
      isToxic: row[5] !== '2',
    }))
}

function plain(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
}
