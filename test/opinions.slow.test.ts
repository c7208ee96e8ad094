import { beforeAll, describe, expect, test } from 'vitest'
import { DIGRESSIONS_EN } from '#simulation/text/phrasebook-en-digressions.ts'
import { DIGRESSIONS_JA } from '#simulation/text/phrasebook-ja-digressions.ts'
import {
  COMPLETENESS_MIN,
  findPlanted,
  isFoundWell,
  meanOfPlanted,
  type Planted,
  PURITY_MIN,
} from '../training/planted-opinions.ts'

/** Claims and questions are planted in the sample world; how well are they found again? */

const SEED = Number(process.env.ENISHI_SEED ?? 1)

const PURITY_REACHED = 0.88
/** Of the planted, found with both the purity and the completeness that are aimed at. */
const FOUND_WELL_REACHED = 0.55
/** What the lexicon reaches of wordings as far-fetched as the world's; the aim is COMPLETENESS_MIN. */
const COMPLETENESS_REACHED = 0.7

/** Of the opinions, named by what somebody said by the way: a parcel came, the kettle boiled over. */
const ASIDES_MAX = 0.04
const ASIDES = [DIGRESSIONS_JA, DIGRESSIONS_EN].join('\n')
const ASIDE_UNITS_MIN = 10

let found: Planted[]
let names: string[]

beforeAll(async () => {
  ;({ found, names } = await findPlanted(SEED))
}, 240_000)

const mean = (of: (planted: Planted) => number) => meanOfPlanted(found, of)

describe('claims and questions planted in the sample world', () => {
  test('are measured, one by one', () => {
    const share = (value: number) => value.toFixed(2)
    for (const planted of found) {
      console.info(
        [
          `${planted.topic} ${planted.name}: ${planted.posts} posts`,
          `purity ${share(planted.purity)} (strict ${share(planted.strictPurity)})`,
          `completeness ${share(planted.completeness)}${planted.isTwice ? ', found twice' : ''}`,
          planted.called,
        ].join(' · '),
      )
    }
    const good = found.filter(isFoundWell).length
    console.info(
      `${found.length} planted, ${good} with purity ${PURITY_MIN} and completeness ${COMPLETENESS_MIN}; ` +
        `means: purity ${share(mean(({ purity }) => purity))}, ` +
        `strict ${share(mean(({ strictPurity }) => strictPurity))}, ` +
        `completeness ${share(mean(({ completeness }) => completeness))}`,
    )
    expect(found.length).toBeGreaterThanOrEqual(40)
    expect(new Set(found.map(({ name }) => name)).size).toBeGreaterThanOrEqual(16)
  })

  test('what is found together belongs together', () => {
    expect(mean(({ purity }) => purity)).toBeGreaterThanOrEqual(PURITY_REACHED)
  })

  test('well over half is found as pure and as complete as is aimed at', () => {
    expect(found.filter(isFoundWell).length / found.length).toBeGreaterThan(FOUND_WELL_REACHED)
  })

  test('hardly any is found twice', () => {
    expect(found.filter(({ isTwice }) => isTwice).length / found.length).toBeLessThan(0.05)
  })

  test('hardly any opinion is called by what somebody said by the way', () => {
    const asides = names.filter((name) => name.length >= ASIDE_UNITS_MIN && ASIDES.includes(name))
    console.info(`${names.length} opinions, ${asides.length} called by an aside`)
    expect(asides.length / names.length).toBeLessThan(ASIDES_MAX)
  })

  test('what says it is found, as far as the lexicon knows its wordings', () => {
    expect(mean(({ completeness }) => completeness)).toBeGreaterThan(COMPLETENESS_REACHED)
  })
})
