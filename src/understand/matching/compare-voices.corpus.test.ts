import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compareVoices, usualAmong, type Voice, voiceOf } from './compare-voices.ts'

/** Japanese conversations of customers with a travel agent (ASDC): 210 people who ask for much the same. */
const FILE = fileURLToPath(
  new URL('../../../../shared/data/text/asdc/dialog-act.tsv', import.meta.url),
)
if (!existsSync(FILE)) console.info(`skipped: no conversations at ${FILE}`)

const TEXTS_MAX = 12

/** What each customer wrote, every second sentence as of another account. */
function readCustomers(): [Voice, Voice][] {
  const texts = new Map<string, string[]>()
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [conversation = '', , , , speaker, text = ''] = line.split('\t')
    if (speaker === 'user') texts.set(conversation, [...(texts.get(conversation) ?? []), text])
  }
  return [...texts.values()].flatMap((all) => {
    const [one, other] = [0, 1].map((from) =>
      voiceOf(all.filter((_, at) => at % 2 === from).slice(0, TEXTS_MAX), new Map()),
    )
    return one === undefined || other === undefined ? [] : [[one, other] as [Voice, Voice]]
  })
}

it.skipIf(!existsSync(FILE))('strangers of one occasion are not taken for one author', () => {
  const customers = readCustomers()
  const usual = usualAmong(customers.flat())
  const told = (a: Voice, b: Voice) => compareVoices(a, b, usual).writing ?? 0
  const same = customers.map(([a, b]) => told(a, b))
  const strangers = customers.flatMap(([a], at) =>
    customers.slice(at + 1).map(([, b]) => told(a, b)),
  )
  const share = (list: number[], from: number) =>
    list.filter((nats) => nats >= from).length / list.length
  const [right, wrong] = [share(same, 1.5), share(strangers, 1.5)]
  console.info(
    `1.5 nats and more: ${right.toFixed(3)} of authors, ${wrong.toFixed(4)} of strangers`,
  )
  expect(wrong).toBeLessThan(0.02)
  expect(share(strangers, 3)).toBeLessThan(0.005)
  // As much likelier as it says, or more.
  expect(right / wrong).toBeGreaterThan(Math.exp(1.5) * 0.8)
})
