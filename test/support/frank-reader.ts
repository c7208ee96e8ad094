import { createLanguageDetector } from '#language/index.ts'
import { createFirstReader } from '#understand/index.ts'
import { INTENTS, type Intent, READING_PARTS, type Reader } from '#vocabulary/index.ts'

/**
 * A reader for frank posts: `#question` says that an intent holds, `#toxic` that the post insults,
 * `?stage` what is to be left open, `#new` that it is unlike everything. The rest is read as the
 * first reader does.
 */
export async function createFrankReader(): Promise<Reader> {
  const first = createFirstReader(await createLanguageDetector())
  return {
    model: 'frank-1',
    read: (text, hint) => {
      const isSaid = (word: string) => text.includes(`#${word}`)
      const likely = INTENTS.map((intent) => [intent, isSaid(intent) ? 0.87 : 0.02])
      return {
        ...first.read(text, hint),
        intents: Object.fromEntries(likely) as Record<Intent, number>,
        asserted: INTENTS.filter(isSaid),
        toxicity: isSaid('toxic') ? 0.95 : 0.004,
        isToxic: isSaid('toxic'),
        novelty: isSaid('new') ? 0.9375 : 0.25,
        unsure: READING_PARTS.filter((part) => text.includes(`?${part}`)),
        model: 'frank-1',
      }
    },
  }
}
