import { describe, expect, it } from 'vitest'
import { type Chance, READING_PARTS, seededChance } from '#vocabulary/index.ts'
import { type Comparison, compareModels } from './compare-models.ts'
import { judgementOf, labelIn, truthOf } from './judgement.ts'
import { loadLanguageDetector } from './language-detector.ts'
import { type JudgedPost, learnDelta } from './learn-delta.ts'
import { applyDelta, packDelta } from './model-delta.ts'
import { createReader } from './reader.ts'
import { type InventedPost, inventPost, inventPosts } from './testing/invented-posts.ts'
import { smallBase } from './testing/small-base.ts'
import { learningPosts } from './train-model.ts'

/** Most of what this workspace writes is in words of its own. */
const JARGON = 0.6
const CURVE = [25, 50, 100, 200, 400, 800]
const AUDITS = 200

/** Of so many corrections one is a mistake of the member. */
const MISTAKEN = 0.1

/** Members correct what they see to be wrong, and nothing else. */
function correct(
  post: InventedPost,
  said: InventedPost['truth'],
  chance: Chance,
): JudgedPost | null {
  const isMistaken = chance() < MISTAKEN
  const truth = truthOf(isMistaken ? inventPost(chance, 0).truth : post.truth)
  const wrong = READING_PARTS.filter((part) => labelIn(said, part) !== truth[part])
  if (wrong.length === 0) return null
  const labels = Object.fromEntries(wrong.map((part) => [part, truth[part]]))
  return { text: post.text, lang: post.lang, truth: labels, weight: 1 }
}

describe('learning from corrections', { timeout: 300_000 }, () => {
  it('never reads audits worse than the base, and better from 200 corrections on', async () => {
    const detector = await loadLanguageDetector()
    const base = smallBase()
    const reader = createReader(detector, base)
    const say = (post: InventedPost) => judgementOf(reader.read(post.text, { lang: post.lang }))
    const mean = (comparison: Comparison) => comparison.mean ?? { before: 0, after: 0 }
    for (const seed of [1, 2, 3]) {
      const chance = seededChance(seed, 'workspace')
      const audits = inventPosts(AUDITS, chance, JARGON)
      const unseen = inventPosts(1_000, chance, JARGON)
      const log = inventPosts(5_000, chance, JARGON)
      const corrections = log.flatMap((post) => correct(post, say(post), chance) ?? [])
      const others = log.slice(-1_000)
      for (const count of CURVE) {
        const judged = corrections.slice(0, count)
        expect(judged).toHaveLength(count)
        const startedAt = performance.now()
        const posts = learningPosts(reader, judged, others.slice(0, 2 * count))
        const delta = learnDelta(base, posts, seededChance(count, 'train-model'))
        const learnt = createReader(detector, applyDelta(base, delta, 1))
        const ms = performance.now() - startedAt
        const compare = (of: InventedPost[]) =>
          compareModels(
            of.map((post) => ({
              truth: post.truth,
              before: say(post),
              after: judgementOf(learnt.read(post.text, { lang: post.lang })),
            })),
          )
        const [audited, outside] = [compare(audits), compare(unseen)]
        const points = ({ before, after }: { before: number; after: number }) =>
          `${(100 * before).toFixed(1)} -> ${(100 * after).toFixed(1)}`
        console.info(
          `seed ${seed}, ${count} corrections: audits ${points(mean(audited))}, unseen ${points(mean(outside))}, ${audited.reason}, ${packDelta(delta).length} bytes, ${ms.toFixed(0)} ms`,
        )
        const runs = audited.reason === 'better' ? mean(audited).after : mean(audited).before
        expect(runs).toBeGreaterThanOrEqual(mean(audited).before)
        if (count < 200) continue
        expect(audited.reason).toBe('better')
        expect(mean(outside).after).toBeGreaterThan(mean(outside).before)
      }
    }
  })
})
