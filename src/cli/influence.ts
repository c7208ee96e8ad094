import {
  INFLUENCE_DEFAULTS,
  type InfluenceWish,
  influenceReport,
  measureInfluence,
  reportCuts,
} from '#measure/index.ts'
import { badUsage, type Command, readArguments, required } from './command.ts'
import { Remarks } from './csv-columns.ts'
import { readInfluenceFiles } from './influence-files.ts'

const usage =
  'influence --touches FILE --outcomes FILE [--people FILE] [--window DAYS] [--controls N] [--seed N] [--bootstrap N] [--hops N] [--draws N]'

const OPTIONS = {
  touches: { type: 'string' },
  outcomes: { type: 'string' },
  people: { type: 'string' },
  window: { type: 'string' },
  controls: { type: 'string' },
  seed: { type: 'string' },
  bootstrap: { type: 'string' },
  hops: { type: 'string' },
  draws: { type: 'string' },
} as const

/** Measures who caused the outcomes in files, without a database. */
export const influenceCommand: Command = {
  name: 'influence',
  usage,
  summary: {
    en: 'Measure who caused what: CSV of touches and outcomes in, credit with intervals and placebos out',
    ja: 'だれが何を動かしたかを測る。接触と成果の CSV を読み、貢献度を幅と対照つきで出す',
  },
  async run(args, { out, err, language, chance }) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    if (positionals.length > 0) throw badUsage(`${positionals[0]} is not expected`, { usage })
    const wish = wishOf(values)
    const files = {
      touches: required(values.touches, 'touches', { usage }),
      outcomes: required(values.outcomes, 'outcomes', { usage }),
      people: values.people,
      needsActivities: wish.hops > 1,
    }
    const remarks = new Remarks(err, language)
    const input = await readInfluenceFiles(files, chance.now().getTime() / 1000, remarks)
    const notes = remarks.close()
    if (remarks.bad > 0) {
      err(
        {
          en: `${remarks.bad} lines cannot be read; nothing was measured.`,
          ja: `読めない行が ${remarks.bad} 行あるため、計測しませんでした。`,
        }[language],
      )
      return 2
    }
    const measured = await measureInfluence(input, wish, reportCuts(input))
    out(JSON.stringify({ ...influenceReport(input, measured, wish), notes }))
    return 0
  },
}

type Given = Partial<Record<keyof typeof OPTIONS, string | undefined>>

/** Every option in its bounds; anything else is `bad-input` with the usage. */
function wishOf(given: Given): InfluenceWish {
  const number = (
    name: keyof typeof OPTIONS,
    usual: number,
    least: number,
    most: number,
    isWhole = true,
  ) => {
    const text = given[name]
    if (text === undefined) return usual
    const value = Number(text)
    const isFine = text.trim() !== '' && value >= least && value <= most
    if (!isFine || (isWhole && !Number.isInteger(value))) {
      throw badUsage(
        `--${name} must be ${isWhole ? 'a whole number' : 'a number'} from ${least} to ${most}`,
        { usage },
      )
    }
    return value
  }
  return {
    ...INFLUENCE_DEFAULTS,
    windowDays: number('window', INFLUENCE_DEFAULTS.windowDays, 0.01, 3650, false),
    controls: number('controls', INFLUENCE_DEFAULTS.controls, 1, 200),
    seed: number('seed', INFLUENCE_DEFAULTS.seed, -(2 ** 31), 2 ** 32),
    bootstrap: number('bootstrap', INFLUENCE_DEFAULTS.bootstrap, 0, 10_000),
    hops: number('hops', INFLUENCE_DEFAULTS.hops, 1, 10),
    draws: number('draws', INFLUENCE_DEFAULTS.draws, 1, 1_000),
  }
}
