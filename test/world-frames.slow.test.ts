import { expect, test } from 'vitest'
import { worldOptions } from '#simulation/index.ts'
import { growWorld } from '#simulation/story/grow.ts'
import type { WrittenText } from '#simulation/text/text-request.ts'
import { createWriter, makeVoice } from '#simulation/text/write-post.ts'
import { seededChance } from '#vocabulary/index.ts'

/** Every text of a world, with the frame that its writer kept. */
function textsOfWorld(): WrittenText[] {
  const written: WrittenText[] = []
  growWorld(worldOptions({ seed: 1, people: 2_000, days: 180 }), {
    makeVoice,
    createWriter(chance) {
      const writer = createWriter(chance)
      return {
        write(request) {
          const text = writer.write(request)
          written.push(text)
          return text
        },
      }
    },
  })
  return written
}

test('in 2,000 posts of the world no frame occurs more than three times', () => {
  const texts = textsOfWorld()
  expect(texts.length).toBeGreaterThan(10_000)
  for (const seed of [1, 2, 3]) {
    const chance = seededChance(seed, 'sample')
    // A shuffle by drawn keys; as many as are asked for from its beginning.
    const shuffled = texts.map((text) => ({ text, key: chance() })).sort((a, b) => a.key - b.key)
    const sample = shuffled.slice(0, 2_000)
    const counts = new Map<string, number>()
    for (const { text } of sample) counts.set(text.frame, (counts.get(text.frame) ?? 0) + 1)
    const often = [...counts].filter(([, count]) => count > 3)
    expect(often, `sample ${seed}`).toEqual([])
  }
})
