import { makePhrases } from './phrases.ts'

/** mulberry32 (Tommy Ettinger, public domain): the same export for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface ExportSize {
  activities: number
  people: number
  seed: number
  /** Put before every key, so that two exports share none. */
  keyPrefix: string
}

/**
 * Lines of an export as `import --as activities` takes it: two thirds posts of one to four phrases in
 * Japanese or English (a fifth of them replies), one third likes; some people talk much more.
 */
export function* exportLines({
  activities,
  people,
  seed,
  keyPrefix,
}: ExportSize): Generator<string> {
  const random = randomFrom(seed)
  const phrases = makePhrases()
  const start = Date.UTC(2026, 4, 1)
  for (let i = 0; i < activities; i++) {
    const who = Math.floor(people * random() ** 2)
    const actor = {
      platform: 'bench',
      handle: `u${who}`,
      name: who % 2 ? `山田 ${who}` : `User ${who}`,
    }
    const published = new Date(start + (i / activities) * 180 * 86_400_000).toISOString()
    const base = { id: `${keyPrefix}${i}`, actor, published }
    const earlier = `${keyPrefix}${Math.max(0, i - 1 - Math.floor(random() * 200))}`
    if (random() < 1 / 3) {
      yield JSON.stringify({ ...base, type: 'Like', object: earlier })
      continue
    }
    const list = random() < 0.6 ? phrases.ja : phrases.en
    const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      return list[Math.floor(list.length * random() ** 2)]?.text ?? ''
    })
    const reply = random() < 0.2 ? { inReplyTo: earlier } : {}
    yield JSON.stringify({ ...base, type: 'Create', content: `${parts.join('。')} ${i}`, ...reply })
  }
}
