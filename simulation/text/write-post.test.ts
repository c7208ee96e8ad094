import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { claimFits, signOf } from './claims.ts'
import { fragmentsOf, pickOne } from './fragment.ts'
import type { Tones } from './phrasebook.ts'
import { PHRASEBOOK_EN } from './phrasebook-en.ts'
import { PHRASEBOOK_JA } from './phrasebook-ja.ts'
import {
  type Chance,
  CLAIMS,
  COMMUNITIES,
  type ProductWords,
  PURPOSES,
  type Purpose,
  QUESTIONS,
  REGISTERS,
  type TextRequest,
  type Voice,
  type WrittenText,
} from './text-request.ts'
import { createWriter, makeVoice, writePost } from './write-post.ts'

function product(id: string, ja: string, en: string, kindJa: string, kindEn: string): ProductWords {
  return {
    id,
    names: { ja: [ja], en: [en] },
    category: { ja: kindJa, en: kindEn },
    company: { ja: 'ユゲ堂', en: 'Yugedo' },
  }
}

const PRODUCTS = [
  product('kettle', 'ミスト', 'Mistral', '電気ケトル', 'kettle'),
  product('grinder', 'コナグラ', 'Konagra', 'コーヒーミル', 'coffee grinder'),
  product('maker', 'アサイチ', 'Asaichi', 'エスプレッソマシン', 'espresso maker'),
  product('flask', 'ヌクボトル', 'Nukubo', '水筒', 'thermos flask'),
  product('app', 'ユゲログ', 'Yugelog', 'アプリ', 'app'),
  product('refill', 'コシキ', 'Koshiki', '交換フィルター', 'filter refill'),
]
const RIVAL = product('rival', 'ポルタ', 'Portaki', '電気ケトル', 'kettle')

/** How many of a hundred posts of a world are written why. */
const MIX: readonly (readonly [Purpose, number])[] = [
  ['daily-life', 26],
  ['community-talk', 18],
  ['react', 10],
  ['discover', 5],
  ['ask', 5],
  ['compare', 4],
  ['intend', 3],
  ['recommend', 4],
  ['warn', 2],
  ['delight', 5],
  ['so-so', 2],
  ['complain', 4],
  ['support', 2],
  ['renew', 1],
  ['leave', 2],
  ['answer-for', 2],
  ['answer-against', 1],
  ['announce', 1],
  ['report', 1],
  ['staff-answer', 2],
]
const WITHOUT_PRODUCT: readonly Purpose[] = ['daily-life', 'community-talk', 'react']

interface Post extends WrittenText {
  request: TextRequest
  person: number
}

function writeWorld(seed: number, posts: number, people = 300): Post[] {
  const chance = seededChance(seed, 'posts')
  const voices = Array.from({ length: people }, (_, i) =>
    makeVoice(pickOne(COMMUNITIES, chance) ?? 'tea', i % 2 === 0 ? 'ja' : 'en', chance),
  )
  const writer = createWriter(chance)
  return Array.from({ length: posts }, () => {
    const person = Math.floor(chance() * people)
    const request = requestOf(voices[person] ?? makeVoice('tea', 'ja', chance), chance)
    return { ...writer.write(request), request, person }
  })
}

function requestOf(voice: Voice, chance: Chance): TextRequest {
  const purpose = drawPurpose(chance)
  if (WITHOUT_PRODUCT.includes(purpose)) return { voice, purpose }
  const claim = chance() < 0.35 ? pickOne(CLAIMS, chance) : undefined
  const about = pickOne(PRODUCTS, chance)
  return {
    voice,
    purpose,
    ...(about ? { product: about } : {}),
    ...(chance() < 0.3 ? { rival: RIVAL } : {}),
    ...(claim ? { claim } : {}),
  }
}

function drawPurpose(chance: Chance): Purpose {
  let rest = chance() * MIX.reduce((sum, [, share]) => sum + share, 0)
  for (const [purpose, share] of MIX) {
    rest -= share
    if (rest < 0) return purpose
  }
  return 'daily-life'
}

const NAMES = [...PRODUCTS, RIVAL].flatMap(({ names }) => [...names.ja, ...names.en])

/** The frame, found from the text alone. */
function bareFrame({ text }: WrittenText): string {
  return NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text)
    .replace(/#[^\s#]+|[0-9]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function recurrences(posts: readonly WrittenText[]): number[] {
  const counts = new Map<string, number>()
  for (const post of posts) counts.set(bareFrame(post), (counts.get(bareFrame(post)) ?? 0) + 1)
  return [...counts.values()].sort((a, b) => b - a)
}

const POSTS = writeWorld(20261122, 2_000)

function where(language: 'ja' | 'en', ...registers: readonly string[]): Post[] {
  return POSTS.filter(
    ({ request: { voice, purpose } }) =>
      voice.language === language &&
      registers.includes(voice.register) &&
      !['announce', 'report', 'staff-answer'].includes(purpose),
  )
}

describe('2,000 posts of a world', () => {
  test.each([20261122, 7, 4242])('no frame occurs more than three times (seed %i)', (seed) => {
    const counts = recurrences(writeWorld(seed, 2_000))
    expect(counts[0]).toBeLessThanOrEqual(3)
    // Hardly any recurs at all.
    expect(counts.filter((count) => count > 1).length).toBeLessThan(40)
  })

  test('nothing is left open, doubled or empty', () => {
    for (const { text } of POSTS) {
      expect(text).not.toMatch(/[{}[\]@|]|undefined| {2}|。。|、。|\.\.(?!\.)|,\.| [.,]/)
      expect(text).not.toMatch(/をを|がが|にに|\b(the|an?|my|to|is|of|it) \1\b/i)
      // も before もう is no doubling.
      const doubled = '(?:([をがはのにで])\\1|もも(?!う))'
      for (const name of NAMES) expect(text).not.toMatch(new RegExp(`${name}${doubled}`))
      expect(text.trim()).toBe(text)
      expect(text.length).toBeGreaterThan(0)
    }
  })

  test('an article fits the noun that follows', () => {
    for (const { text } of POSTS) {
      expect(text).not.toMatch(/\ba (espresso|app|electric|Asaichi)/i)
      expect(text).not.toMatch(/\ban (kettle|coffee|thermos|filter|Mistral|Konagra)/i)
    }
  })

  test('the product is named, but for one in ten', () => {
    const about = POSTS.filter(({ request }) => request.product)
    const named = about.filter(({ text }) =>
      PRODUCTS.some(({ names }) => [...names.ja, ...names.en].some((name) => text.includes(name))),
    )
    expect(about.length).toBeGreaterThan(600)
    expect(named.length / about.length).toBeGreaterThan(0.9)
  })

  test('the terse are short and the wordy long', () => {
    for (const { text } of where('ja', 'terse')) {
      expect(text.replace(/#\S+/g, '').length, text).toBeLessThan(42)
    }
    for (const { text } of where('en', 'terse')) {
      expect(text.replace(/#\S+/g, '').length, text).toBeLessThan(100)
    }
    for (const { text } of where('ja', 'wordy')) expect(text.length, text).toBeGreaterThan(85)
    for (const { text } of where('en', 'wordy')) expect(text.length, text).toBeGreaterThan(140)
  })
})

const POLITE =
  /(です|ます|ました|ません|でした|でしょう|ください|ましょう|まして|たくて|ので|たら|ほうですが)/
const POLITE_END = /(です|ます|ました|ません|でした|でしょうか?)(ね|よ|か)?[。！？\s]/
const DIALECT_JA =
  /[やへで]ん|やろ|やで|やね|やん|わ[。\s]|ねん|へん|てん|とる|とき|よった|よる|おる|ちゃう|おかん|ええ|あかん|ほんま|なんぼ|どない|せや|うち|もろ|てもう|でぇ|わし|おおきに|まいど|や[。？\s]|てや|いや[。\s]|な[。\s]|しい|み[。\s]/

describe('a person keeps one register', () => {
  test('the polite and the wordy of Japan are polite in every post', () => {
    const posts = where('ja', 'polite', 'wordy')
    expect(posts.length).toBeGreaterThan(150)
    for (const { text } of posts) expect(text).toMatch(POLITE)
    for (const { text } of posts) expect(text).not.toMatch(/やねん|へんねん|(?<!な)草$|ww|だわ。/)
  })

  test('the others in Japan hardly ever end a sentence politely', () => {
    const posts = where('ja', 'casual', 'dialect', 'slang', 'terse')
    const polite = posts.filter(({ text }) => POLITE_END.test(`${text}\n`))
    expect(posts.length).toBeGreaterThan(300)
    expect(polite.length / posts.length).toBeLessThan(0.08)
  })

  test('the dialect is heard', () => {
    const posts = where('ja', 'dialect')
    const heard = posts.filter(({ text }) => DIALECT_JA.test(`${text}\n`))
    expect(heard.length / posts.length).toBeGreaterThan(0.9)
    for (const { text } of where('ja', 'polite', 'casual', 'wordy', 'terse')) {
      expect(text).not.toMatch(/へんねん|やんか|しよった|てもうた/)
    }
  })

  test('slang in English has no capitals of its own, polite posts begin with one', () => {
    for (const post of where('en', 'slang'))
      expect(bareFrame(post).replace('Yugedo', '')).not.toMatch(/[A-Z]/)
    for (const { text } of where('en', 'polite', 'wordy')) {
      expect(text).toMatch(/^["“'([]?[A-Z0-9]/)
      expect(text).not.toMatch(/\b(lol|ngl|tbh|idk)\b/)
    }
  })

  test('whoever leaves out the last 。 always does', () => {
    const careless = where('ja', 'casual').filter(
      ({ request }) => request.voice.habits.punctuation < 0.75,
    )
    for (const { text } of careless) expect(text).not.toMatch(/。$/)
  })
})

describe('claims', () => {
  const books = { ja: PHRASEBOOK_JA, en: PHRASEBOOK_EN }
  const wordingsOf = (tones: Tones) => Object.values(tones).flatMap((lines) => fragmentsOf(lines))

  test.each(CLAIMS)('%s has a dozen wordings a language, in every register', (claim) => {
    for (const book of Object.values(books)) {
      expect(wordingsOf(book.claims[claim]).length).toBeGreaterThanOrEqual(12)
      for (const register of ['polite', 'casual', 'dialect', 'slang', 'terse'] as const) {
        expect(fragmentsOf(book.claims[claim][register] ?? '').length).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test('no wording stands for two claims', () => {
    for (const book of Object.values(books)) {
      const all = CLAIMS.flatMap((claim) => wordingsOf(book.claims[claim]).map(({ text }) => text))
      expect(new Set(all).size).toBe(all.length)
    }
  })

  test('praise is never part of a complaint, nor blame of a recommendation', () => {
    for (const claim of CLAIMS) {
      const bad = ['complain', 'warn', 'leave', 'support', 'answer-against'] as const
      const good = ['recommend', 'delight', 'renew', 'answer-for'] as const
      for (const purpose of signOf(claim) === 'good' ? bad : good) {
        expect(claimFits(claim, purpose)).toBe(false)
      }
    }
  })

  test('a text says which claim it holds, and holds it in one of its wordings', () => {
    const claiming = POSTS.filter(({ claim }) => claim)
    expect(claiming.length).toBeGreaterThan(50)
    for (const { claim, request } of claiming) {
      expect(claim).toBe(request.claim)
      expect(claim && claimFits(claim, request.purpose)).toBe(true)
    }
    const asked = POSTS.filter(
      ({ request }) => request.claim && !claimFits(request.claim, request.purpose),
    )
    for (const post of asked) expect(post.claim).toBeUndefined()
  })
})

describe('questions that recur', () => {
  const voiceOf = (language: 'ja' | 'en') =>
    makeVoice('gadgets', language, seededChance(1, 'voice'))

  test.each(QUESTIONS)('%s has a dozen wordings a language, each with the product', (question) => {
    for (const book of [PHRASEBOOK_JA, PHRASEBOOK_EN]) {
      const tones = book.questions[question]
      const wordings = Object.values(tones).flatMap((lines) => fragmentsOf(lines))
      expect(new Set(wordings.map(({ text }) => text)).size).toBe(wordings.length)
      expect(wordings.length).toBeGreaterThanOrEqual(12)
      for (const { text } of wordings) expect(text).toContain('{P}')
      for (const register of ['polite', 'casual', 'dialect', 'slang', 'terse'] as const) {
        expect(fragmentsOf(tones[register] ?? '').length).toBeGreaterThanOrEqual(2)
      }
    }
  })

  test('are asked where the purpose is to ask, in every register, and nowhere else', () => {
    for (const question of QUESTIONS) {
      for (const language of ['ja', 'en'] as const) {
        for (const register of REGISTERS) {
          const voice = { ...voiceOf(language), register }
          const asked = { voice, product: PRODUCTS[0] as ProductWords, question }
          const post = writePost({ ...asked, purpose: 'ask' }, seededChance(3, 'text'))
          expect(post.question).toBe(question)
          expect(post.text).toMatch(/ミスト|Mistral/i)
          const other = writePost({ ...asked, purpose: 'delight' }, seededChance(3, 'text'))
          expect(other.question).toBeUndefined()
        }
      }
    }
  })
})

describe('a reaction', () => {
  const reactionsTo = (answers: Purpose, language: 'ja' | 'en') => {
    const chance = seededChance(99, 'posts')
    const writer = createWriter(chance)
    return Array.from({ length: 200 }, () => {
      const voice = makeVoice(pickOne(COMMUNITIES, chance) ?? 'tea', language, chance)
      return writer.write({ voice, purpose: 'react', answers }).text
    }).join('\n')
  }
  const glad =
    /よかったね|よかったですね|うれし[さそ]|いいなあ|\bglad for you|happy for you|sound so pleased/i
  const sorry = /災難|お気の毒|どんまい|つらい|sorry to hear|bad luck|\boh no|\brough/i

  test('to a complaint is sorry, to delight is glad, to anything neither', () => {
    for (const language of ['ja', 'en'] as const) {
      expect(reactionsTo('complain', language)).toMatch(sorry)
      expect(reactionsTo('complain', language)).not.toMatch(glad)
      expect(reactionsTo('delight', language)).toMatch(glad)
      expect(reactionsTo('delight', language)).not.toMatch(sorry)
      expect(reactionsTo('daily-life', language)).not.toMatch(glad)
      expect(reactionsTo('daily-life', language)).not.toMatch(sorry)
    }
  })
})

describe('any request that can be made', () => {
  test('is written, and the same seed writes the same', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...PURPOSES),
        fc.constantFrom(...REGISTERS, 'press' as const, 'staff' as const),
        fc.constantFrom('ja' as const, 'en' as const),
        fc.constantFrom(...COMMUNITIES),
        fc.constantFrom(...PRODUCTS),
        fc.option(fc.constantFrom(...CLAIMS), { nil: undefined }),
        fc.boolean(),
        (seed, purpose, register, language, community, about, claim, hasRival) => {
          const voice = { ...makeVoice(community, language, seededChance(seed, 'posts')), register }
          const request: TextRequest = {
            voice,
            purpose,
            product: about,
            ...(hasRival ? { rival: RIVAL } : {}),
            ...(claim ? { claim } : {}),
          }
          const { text } = writePost(request, seededChance(seed, 'posts'))
          expect(text).not.toMatch(/[{}[\]]/)
          expect(writePost(request, seededChance(seed, 'posts')).text).toBe(text)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('a world is the same for the same seed and another for another', () => {
    const texts = (seed: number) => writeWorld(seed, 200).map(({ text }) => text)
    expect(texts(5)).toEqual(texts(5))
    expect(texts(5)).not.toEqual(texts(6))
  })

  test('a complaint about nothing is refused', () => {
    const voice = {
      ...makeVoice('tea', 'ja', seededChance(1, 'posts')),
      register: 'polite' as const,
    }
    expect(() => writePost({ voice, purpose: 'complain' }, seededChance(1, 'posts'))).toThrow(
      RangeError,
    )
  })
})
