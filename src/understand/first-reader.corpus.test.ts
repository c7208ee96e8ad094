import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createLanguageDetector } from '#language/index.ts'
import { SENTIMENTS, type Sentiment } from '#vocabulary/index.ts'
import { createFirstReader } from './first-reader.ts'

/**
 * English snippets rated by twenty people, of C. J. Hutto & E. Gilbert (2014), MIT licence. Nothing
 * was fitted to them. Ratings run from -4 to 4; within half a point of 0 we call them neutral.
 */
const FOLDER = new URL('../../../shared/data/text/rated/', import.meta.url)
const NEUTRAL_WITHIN = 0.5

/** Floors a little below what was measured when the reader was written. */
const FLOORS = [
  ['tweets', 0.66, 0.82],
  ['amazonReviewSnippets', 0.55, 0.6],
  ['movieReviewSnippets', 0.44, 0.46],
  ['nytEditorialSnippets', 0.51, 0.42],
] as const

const isThere = existsSync(FOLDER)
if (!isThere) console.log(`skipped: no rated snippets in ${FOLDER.pathname}`)

describe.skipIf(!isThere)('first reader on rated English snippets', async () => {
  const reader = createFirstReader(await createLanguageDetector())

  it.each(FLOORS)('%s', (name, recallFloor, correlationFloor) => {
    const rows = ratedSnippets(name).map(({ rating, text }) => {
      const { sentiment, sentimentScore } = reader.read(text, { lang: 'en' })
      return { gold: labelOf(rating), rating, sentiment, score: sentimentScore }
    })
    const recall = mean(SENTIMENTS.map((label) => recallOf(rows, label)))
    const accuracy = mean(rows.map((row) => Number(row.gold === row.sentiment)))
    const r = correlation(
      rows.map((row) => row.rating),
      rows.map((row) => row.score),
    )
    console.log(
      `${name} (${rows.length}): macro recall ${recall.toFixed(3)}, accuracy ${accuracy.toFixed(3)}, r ${r.toFixed(3)}`,
    )
    expect(recall).toBeGreaterThanOrEqual(recallFloor)
    expect(r).toBeGreaterThanOrEqual(correlationFloor)
  })
})

function ratedSnippets(name: string): { rating: number; text: string }[] {
  const lines = gunzipSync(readFileSync(new URL(`${name}.tsv.gz`, FOLDER)))
    .toString()
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [, rating = '0', text = ''] = line.split('\t')
    return { rating: Number(rating), text }
  })
}

function labelOf(rating: number): Sentiment {
  if (Math.abs(rating) < NEUTRAL_WITHIN) return 'neutral'
  return rating > 0 ? 'positive' : 'negative'
}

function recallOf(rows: { gold: Sentiment; sentiment: Sentiment }[], label: Sentiment): number {
  return mean(
    rows.filter((row) => row.gold === label).map((row) => Number(row.sentiment === label)),
  )
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Pearson's r. */
function correlation(xs: number[], ys: number[]): number {
  const [mx, my] = [mean(xs), mean(ys)]
  const products = xs.map((x, i) => (x - mx) * ((ys[i] ?? my) - my))
  return (
    mean(products) /
    Math.sqrt(mean(xs.map((x) => (x - mx) ** 2)) * mean(ys.map((y) => (y - my) ** 2)))
  )
}
