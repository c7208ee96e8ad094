import { stat } from 'node:fs/promises'
import { simulateWorld, WORLD_DEFAULTS, type WorldWish, writeWorld } from '#simulation/index.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { badUsage, type Command, readArguments, required } from './command.ts'

const usage = 'simulate --out DIR [--seed N] [--people N] [--days N] [--end DATE]'

const OPTIONS = {
  seed: { type: 'string' },
  people: { type: 'string' },
  days: { type: 'string' },
  end: { type: 'string' },
  out: { type: 'string' },
} as const

/** Writes the sample world, with the truth of who caused what, as files; the same bytes for the same arguments. */
export const simulateCommand: Command = {
  name: 'simulate',
  usage,
  summary: {
    en: `Write a sample world with planted truth as files to import (${WORLD_DEFAULTS.people} people, ${WORLD_DEFAULTS.days} days)`,
    ja: `正解つきのサンプルの世界をファイルに書き出す（既定は${WORLD_DEFAULTS.people}人、${WORLD_DEFAULTS.days}日間）`,
  },
  async run(args, { out, err, language }) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    if (positionals.length > 0) throw badUsage(`${positionals[0]} is not expected`, { usage })
    const folder = required(values.out, 'out', { usage })
    await refuseFile(folder)
    err({ en: 'The world grows…', ja: '世界をつくっています…' }[language])
    const world = simulateWorld(wishOf(values))
    const { activities, outcomes } = await writeWorld(world, folder)
    out(JSON.stringify({ out: folder, activities, outcomes }))
    return 0
  },
}

interface Given {
  seed?: string | undefined
  people?: string | undefined
  days?: string | undefined
  end?: string | undefined
}

function wishOf({ end, ...numbers }: Given): WorldWish {
  const wish: WorldWish = end === undefined ? {} : { end }
  for (const name of ['seed', 'people', 'days'] as const) {
    const value = numbers[name]
    if (value !== undefined) wish[name] = /^\d+$/.test(value) ? Number(value) : Number.NaN
  }
  return wish
}

async function refuseFile(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined || found.isDirectory()) return
  const words = {
    en: 'This is a file; --out needs a folder.',
    ja: 'これはファイルです。--out にはフォルダーを指定してください。',
  }
  throw new EnishiError('bad-input', words, { file: folder })
}
