import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createKnownUnits,
  FeatureBag,
  quantise,
  scoreFeatures,
  trainHeads,
  weightAt,
} from '#language/index.ts'
import { INTENTS, type Reader, seededChance } from '#vocabulary/index.ts'
import { loadLanguageDetector } from './language-detector.ts'
import { createReader } from './reader.ts'
import {
  loadBaseModel,
  packReaderModel,
  type ReaderModel,
  unpackReaderModel,
} from './reader-model.ts'
import { addReadingFeatures } from './reading-features.ts'
import { READING_HEADS } from './reading-heads.ts'
import { JOINT_WEIGHTS, roomyWeights, weighTogether, worthOfMargins } from './weigh-together.ts'

let reader: Reader
let base: ReaderModel

beforeAll(async () => {
  base = loadBaseModel()
  reader = createReader(await loadLanguageDetector(), base)
})

describe('the reader that ships', () => {
  it.each([
    ['届いた翌日に壊れた。サポートに電話しても全然つながらない', 'negative', 'satisfaction'],
    ['このカメラとあのカメラで迷ってます。違いはなんですか？', 'neutral', 'evaluation'],
    [
      '店員さんがとても親切で、料理もおいしかったです。ありがとうございました',
      'positive',
      'satisfaction',
    ],
    [
      'My internet has been down for three days and nobody picks up the phone',
      'negative',
      'satisfaction',
    ],
    ['Does anyone know a good dentist in Leeds? Mine just retired', 'neutral', 'discovery'],
    [
      "Two years in and I still love this bike, best thing I've ever bought",
      'positive',
      'satisfaction',
    ],
  ])('reads %s', (text, sentiment, stage) => {
    expect(reader.read(text)).toMatchObject({ sentiment, stage })
  })

  it('never files an angry return as for', () => {
    const { stance } = reader.read(
      'Sent it back, total rubbish, the worst vacuum I have ever owned. Never again.',
    )
    expect(stance).toBe('against')
  })

  it('tells asking for a recommendation from giving one', () => {
    const asked = reader.read('静かなキーボード探してます。おすすめ教えてください')
    const given = reader.read('静かなキーボードならこれ買っとけ。絶対おすすめ')
    expect(asked.asserted).toContain('recommendation_sought')
    expect(asked.asserted).not.toContain('recommendation_given')
    expect(given.asserted).toContain('recommendation_given')
    expect(given.asserted).not.toContain('recommendation_sought')
  })

  it('leaves open what is like nothing it learnt', () => {
    const { novelty, unsure } = reader.read(
      'Quixomatic vurblings of zanthic prelquor yield blithorous fennigration, wherefore thrymsian ogdoads perlustrate.',
    )
    expect(novelty).toBeGreaterThan(0.9)
    expect(unsure).toContain('sentiment')
    expect(reader.read('The battery of my phone died again this morning').novelty).toBeLessThan(0.5)
  })

  it.each([
    ['ru', 'Отвратительный сервис, верните деньги'],
    ['es', 'Pésimo servicio, nunca más vuelvo a comprar aquí'],
    ['de', 'Das ist der schlechteste Laden, in dem ich je war.'],
    ['zh', '质量太差了，要求退款，客服也不回复'],
  ])('leaves open what is in a language that it never learnt: %s', (lang, text) => {
    const reading = reader.read(text)
    expect(reading.lang).toBe(lang)
    expect(reading.unsure).toEqual(
      expect.arrayContaining(['sentiment', 'stage', ...reading.asserted]),
    )
  })

  it('hears a mark of irony, and explains by it', () => {
    const text = 'love how my boiler gives up every January /s'
    const reading = reader.read(text, { explains: true })
    expect(reading.sentiment).toBe('negative')
    expect(reading.asserted).not.toContain('praise')
    const [first] = reading.evidence.filter(({ of }) => of === 'sentiment')
    expect(first).toMatchObject({ text: '/s', end: text.length, label: 'negative' })
    expect(reader.read('このスープ、おいしくない').sentiment).toBe('negative')
    expect(reader.read('ご返信ありがとうございます。').asserted).not.toContain('praise')
  })

  it('explains the stance as it explains the stage', () => {
    const of = (text: string) =>
      new Set(reader.read(text, { explains: true }).evidence.map((piece) => piece.of))
    expect(of('Bought the Morrow kettle, love it, would buy it again')).toContain('stance')
    expect(of('The meeting is at nine in the hall')).not.toContain('stance')
  })

  it('gives any text probabilities, places within it, and the same answer again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const reading = reader.read(text, { explains: true })
        const stages = Object.values(reading.stageProbabilities)
        expect(stages.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6)
        for (const intent of INTENTS) {
          expect(reading.intents[intent]).toBeGreaterThanOrEqual(0)
          expect(reading.intents[intent]).toBeLessThanOrEqual(1)
        }
        expect(Math.abs(reading.sentimentScore)).toBeLessThanOrEqual(1)
        for (const { start = 0, end = 0, text: piece } of reading.evidence) {
          expect(text.slice(start, end)).toBe(piece)
        }
        expect(reader.read(text, { explains: true })).toEqual(reading)
      }),
    )
  })
})

describe('evidence', () => {
  it('adds up: every feature, times what its margins are worth, is the answer', () => {
    const text = 'The battery died after two days, never again'
    const bag = new FeatureBag()
    addReadingFeatures(bag, text, 'en')
    const alone = new Float64Array(base.heads.outputs)
    scoreFeatures(base.heads, bag, alone)
    const answers = alone.slice()
    const nothing = new Float64Array(base.heads.outputs)
    if (base.joint !== undefined) {
      weighTogether(base.joint, answers, 'en')
      weighTogether(base.joint, nothing, 'en')
    }
    for (let output = 0; output < base.heads.outputs; output++) {
      const worth = worthOfMargins(base.joint, alone, 'en', output)
      let sum = nothing[output] as number
      for (const [of, much] of worth.entries()) {
        let margin = base.heads.bias[of] as number
        for (let at = 0; at < bag.size; at++) {
          margin += (bag.values[at] as number) * weightAt(base.heads, bag.buckets[at] as number, of)
        }
        sum += much * margin
      }
      expect(sum).toBeCloseTo(answers[output] as number, 4)
    }
  })

  it('names the words that decided', () => {
    const { evidence } = reader.read('The food was delicious and the staff lovely', {
      explains: true,
    })
    const good = evidence.filter(({ of, weight }) => of === 'sentiment' && weight > 0)
    expect(good.map(({ text }) => text)).toEqual(expect.arrayContaining(['delicious', 'lovely']))
  })
})

describe('the file of a model', () => {
  const small = () => {
    const heads = quantise(trainHeads(READING_HEADS, nothingKnown(), OPTIONS))
    return { ...base, heads, known: createKnownUnits() }
  }

  it('gives back the model that was packed', () => {
    const some = Float32Array.from({ length: JOINT_WEIGHTS }, (_, at) => Math.sin(at))
    const packed = { ...small(), joint: { weights: roomyWeights(some) } }
    const back = unpackReaderModel(packReaderModel(packed))
    expect(back.joint).toEqual(packed.joint)
    expect(back.heads.weights).toEqual(packed.heads.weights)
    expect(back.softmax).toEqual(packed.softmax)
    expect(back.name).toBe(packed.name)
  })

  it('may do without weighing heads together', () => {
    const { joint: _, ...packed } = small()
    const back = unpackReaderModel(packReaderModel(packed))
    expect(back.joint).toBeUndefined()
    expect(back.heads.weights).toEqual(packed.heads.weights)
  })
})

const OPTIONS = { cost: 1, epochsMax: 1, random: seededChance(1, 'pack') }

function nothingKnown() {
  return {
    features: {
      offsets: new Uint32Array(1),
      buckets: new Uint32Array(0),
      values: new Float32Array(0),
    },
    targets: new Float32Array(0),
    weights: new Float32Array(0),
  }
}
