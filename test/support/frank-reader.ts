import { INTENTS, type Intent, READING_PARTS, type Reader } from '#vocabulary/index.ts'

/**
 * A reader for frank posts: `#question` says that an intent holds, `#toxic` that the post insults,
 * `?stage` what is to be left open, `#new` that it is unlike everything. Nothing else is read.
 */
export const FRANK_READER: Reader = {
  model: 'frank-1',
  read: (text) => {
    const isSaid = (word: string) => text.includes(`#${word}`)
    const likely = INTENTS.map((intent) => [intent, isSaid(intent) ? 0.87 : 0.02])
    return {
      ...{ lang: 'ja', langConfidence: 1, model: 'frank-1', evidence: [] },
      ...{ sentiment: 'neutral', sentimentScore: 0, sentimentConfidence: 1 },
      ...{ stage: 'none', stageConfidence: 1, stance: 'none', stanceConfidence: 1 },
      stageProbabilities: {
        none: 1,
        discovery: 0,
        evaluation: 0,
        recommendation: 0,
        satisfaction: 0,
      },
      intents: Object.fromEntries(likely) as Record<Intent, number>,
      asserted: INTENTS.filter(isSaid),
      toxicity: isSaid('toxic') ? 0.95 : 0.004,
      isToxic: isSaid('toxic'),
      novelty: isSaid('new') ? 0.9375 : 0.25,
      unsure: READING_PARTS.filter((part) => text.includes(`?${part}`)),
    }
  },
}
