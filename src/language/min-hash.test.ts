import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupCopies } from './group-copies.ts'
import { agreeingPlaces, bareText, gramsOf, signatureOf } from './min-hash.ts'

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS = {
  en: 'the kettle broke after three weeks and nobody answered my mail about repair or refund so now we boil water in a pan again every single morning before work starts which takes ages honestly never buying from them lovely colour though quiet pour neat spout cable short warranty stamp shop'.split(
    ' ',
  ),
  ja: '電池 が すぐ 切れる 朝 まで もたない 音 静か で 助かる サポート に 電話 した けれど つながらない 返品 したい 色 かわいい 取っ手 折れた 三週間 毎日 使って いる コーヒー おいしい 値段 高い 買って よかった 友人 すすめられた'.split(
    ' ',
  ),
}

function randomText(language: 'ja' | 'en', chance: () => number): string {
  const words = WORDS[language]
  const count = 14 + Math.floor(chance() * 20)
  const chosen = Array.from({ length: count }, () => words[Math.floor(chance() * words.length)])
  return chosen.join(language === 'ja' ? '' : ' ')
}

/** As people copy: a link, a mention, a name or a word more, another full stop. */
function copyOf(text: string, language: 'ja' | 'en', chance: () => number): string {
  const word = WORDS[language][Math.floor(chance() * WORDS[language].length)]
  const forms = [
    `${text} https://example.com/${Math.floor(chance() * 1e6)}`,
    `@someone ${text}`,
    `${text}${language === 'ja' ? '' : ' '}${word}`,
    text.toUpperCase(),
    `${text}！！`,
  ]
  return forms[Math.floor(chance() * forms.length)] ?? text
}

/** The slow reference: the overlap of the sets themselves. */
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared++
  return shared / (a.size + b.size - shared)
}

describe('near-duplicates', () => {
  test.each(['ja', 'en'] as const)('finds what the exact overlap finds (%s)', (language) => {
    const chance = seeded(20261122)
    const originals = Array.from({ length: 400 }, () => randomText(language, chance))
    const texts = [...originals, ...originals.map((text) => copyOf(text, language, chance))]
    const groups = groupCopies(texts)
    const grams = texts.map((text) => gramsOf(bareText(text)))
    let alike = 0
    let found = 0
    let pairs = 0
    let wrong = 0
    for (const [a, setA] of grams.entries()) {
      for (let b = 0; b < a; b++) {
        const overlap = jaccard(setA, grams[b] as Set<number>)
        const isJoined = groups[a] === groups[b]
        pairs++
        if (overlap >= 0.8) {
          alike++
          if (isJoined) found++
        } else if (overlap < 0.5 && isJoined) wrong++
      }
    }
    console.info(
      `${language}: ${found} of ${alike} alike found, ${wrong} of ${pairs} wrongly joined`,
    )
    expect(alike).toBeGreaterThan(350)
    expect(found / alike).toBeGreaterThanOrEqual(0.99)
    expect(wrong / pairs).toBeLessThanOrEqual(0.33 / 100_000)
  })

  test('the share of equal places estimates the overlap', () => {
    const chance = seeded(7)
    let error = 0
    for (let i = 0; i < 200; i++) {
      const text = randomText('en', chance)
      const cut = text.slice(0, Math.floor(text.length * (0.5 + chance() / 2)))
      const [a, b] = [gramsOf(bareText(text)), gramsOf(bareText(cut))]
      const [left, right] = [signatureOf(a), signatureOf(b)]
      if (left === null || right === null) continue
      error += (agreeingPlaces(left, right) / 64 - jaccard(a, b)) ** 2
    }
    // The deviation of 64 throws is 0.0625 at most.
    expect(Math.sqrt(error / 200)).toBeLessThan(0.065)
  })

  test('links, mentions, width and case are no difference', () => {
    const text = 'ユラリK1、電池がまったくもたないので返品しました。二度と買いません。'
    expect([...groupCopies([text, `@kotoyu ${text} https://example.com/a`])]).toEqual([0, 0])
    expect(bareText('＠ＡＢＣ Hello https://example.com WORLD')).toBe('hello world')
  })

  test('short texts that many write by themselves stay apart', () => {
    expect([...groupCopies(['高い。', '高い。', 'too loud', 'too loud', '', ''])]).toEqual([
      0, 1, 2, 3, 4, 5,
    ])
  })

  test('a group has its first text as name, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 30 }), (texts) => {
        const groups = groupCopies([...texts, ...texts])
        for (const [index, first] of groups.entries()) {
          expect(first).toBeLessThanOrEqual(index)
          expect(groups[first]).toBe(first)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a campaign of thousands takes no time that grows with its square', () => {
    const text = 'Get your free kettle today, just follow the account and repost this message now!'
    const texts = Array.from({ length: 20_000 }, (_, i) => `${text} https://example.com/${i}`)
    const groups = groupCopies(texts)
    expect(new Set(groups).size).toBe(1)
  })
})
