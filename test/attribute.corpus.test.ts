import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const PATHS = fileURLToPath(new URL('../../shared/data/attribution/paths.csv.gz', import.meta.url))
const ENISHI = fileURLToPath(new URL('../bin/enishi', import.meta.url))

// Anchors published with the data: first-order chain, loops kept.
const ANCHORS = {
  alpha: [0.5584, 5344.9, 7627.9, 8447],
  iota: [0.4058, 3884.6, 3505.0, 3355],
  eta: [0.349, 3340.8, 3613.7, 4167],
}

test.skipIf(!existsSync(PATHS))('attribute meets the anchors and loses no conversion', () => {
  const text = execFileSync(process.execPath, [ENISHI, 'attribute', '--paths', PATHS], {
    encoding: 'utf8',
  })
  const { conversionProbability, channels } = JSON.parse(text)
  expect(conversionProbability).toBeCloseTo(0.223845, 6)
  for (const [name, [removal, markov, shapley, last]] of Object.entries(ANCHORS)) {
    const channel = channels.find((one: { channel: string }) => one.channel === name)
    expect(channel.removalEffect).toBeCloseTo(removal as number, 4)
    expect(Math.abs(channel.markov - (markov as number))).toBeLessThan(0.06)
    expect(Math.abs(channel.shapley - (shapley as number))).toBeLessThan(0.06)
    expect(channel.lastTouch).toBe(last)
  }
  for (const rule of ['markov', 'shapley', 'lastTouch', 'firstTouch', 'linear', 'timeDecay']) {
    const sum = channels.reduce(
      (total: number, one: Record<string, number>) => total + (one[rule] ?? 0),
      0,
    )
    expect(sum).toBeCloseTo(19_785, 6)
  }
})
