import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FeedSite,
  listenTo,
  rssOf,
  startSite,
  type TestEntry,
  type TestListener,
} from '#test/feed-site.ts'
import { feedKind } from './live.ts'
import { settleFeed } from './live-settings.ts'

/** Entries that the feed shows at once. */
const WINDOW = 8

const MANNERS = [
  ...(['good', 'gzip', '304', 'moved'] as const),
  ...(['cut', 'short', 'html', '500', '429', 'bomb'] as const),
]
type Manner = (typeof MANNERS)[number]

type Step =
  | { do: 'publish'; count: number }
  | { do: 'edit'; which: number }
  | { do: 'drop' }
  | { do: 'look'; at: Manner }

const publish = fc.record({
  do: fc.constant('publish' as const),
  count: fc.integer({ min: 1, max: 3 }),
})
const edit = fc.record({ do: fc.constant('edit' as const), which: fc.nat(WINDOW) })
const drop = fc.record({ do: fc.constant('drop' as const) })
const look = fc.record({ do: fc.constant('look' as const), at: fc.constantFrom(...MANNERS) })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: publish },
  { weight: 1, arbitrary: edit },
  { weight: 1, arbitrary: drop },
  { weight: 6, arbitrary: look },
)

const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, ' '))

/** A feed and who listens to it; publishes no more than the feed can show until it is heard. */
class BadDay {
  readonly all = new Map<string, string>()
  readonly listener: TestListener
  gaps = 0
  #shown: TestEntry[] = []
  #at: Manner = 'good'
  #unheard = 0

  constructor(site: FeedSite) {
    const settings = settleFeed({ address: `${site.server.origin}/feed` })
    this.listener = listenTo(feedKind, { ...settings }, [site.server])
    site.answer = (request, response) => this.#answer(request, response)
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'publish') this.#publish(Math.min(step.count, WINDOW - 1 - this.#unheard))
    else if (step.do === 'edit') await this.#edit(this.#shown[step.which])
    else if (step.do === 'look') await this.look(step.at)
    else if (this.#unheard === 0 && this.#shown.length > 1) this.#shown.pop()
  }

  async look(at: Manner): Promise<void> {
    this.#at = at
    const result = await this.listener.look()
    if (result.gap !== undefined) this.gaps += 1
    const isGood = ['good', 'gzip', '304', 'moved'].includes(at)
    expect(result.problem === undefined).toBe(isGood)
    if (!isGood) return
    this.#unheard = 0
    expect(new Map(this.forms().map(([id, texts]) => [id, texts.at(-1)]))).toEqual(this.all)
  }

  /** What was heard of each entry, in every form and in its order. */
  forms(): [string, string[]][] {
    return [...this.listener.heard].map(([key, forms]) => {
      return [key.split('#')[1] ?? '', forms.map(({ content }) => content?.text ?? '')]
    })
  }

  #publish(count: number): void {
    for (let n = 0; n < count; n++) {
      const id = `e${this.all.size}`
      const text = `text of ${id}`
      this.all.set(id, text)
      this.#shown = [{ id, title: id, text }, ...this.#shown].slice(0, WINDOW)
      this.#unheard += 1
    }
  }

  /** An edit is heard before the next one, so that the last form is known. */
  async #edit(edited: TestEntry | undefined): Promise<void> {
    if (edited === undefined || this.#unheard > 0) return
    edited.text += '!'
    this.all.set(edited.id, edited.text)
    await this.look('good')
  }

  #answer({ url, headers }: IncomingMessage, response: ServerResponse): void {
    const at = this.#at
    const body = rssOf(this.#shown)
    const etag = `"${this.#shown.map(({ id, text }) => id + text).join()}"`
    // Within the second entry: what is new stands there, and behind it.
    const first = body.indexOf('<item>')
    const cut = body.slice(0, Math.max(first, body.indexOf('<item>', first + 1)) + 20)
    const packed = { 'content-encoding': 'gzip' }
    const isKnown = headers['if-none-match'] === etag && /good|304|moved/.test(at)
    if (at === 'moved' && url === '/feed') response.writeHead(301, { location: '/moved' }).end()
    else if (isKnown) response.writeHead(304).end()
    else if (at === 'gzip') response.writeHead(200, packed).end(gzipSync(body))
    else if (at === 'bomb') response.writeHead(200, packed).end(bomb)
    else if (at === 'cut') response.writeHead(200, { etag }).end(cut)
    else if (at === 'html') response.end('<!doctype html><p>maintenance</p>')
    else if (at === '500' || at === '429') response.writeHead(Number(at)).end()
    else if (at === 'short') {
      response.writeHead(200, { 'content-length': Buffer.byteLength(body), etag })
      response.write(cut, () => response.destroy())
    } else response.writeHead(200, { etag }).end(body)
  }
}

describe('a feed on a bad day', () => {
  it('loses nothing, says nothing twice, and is honest about each look', async () => {
    const site = await startSite()
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      async (steps) => {
        const day = new BadDay(site)
        for (const one of steps) await day.take(one)
        await day.look('good')
        for (const [, texts] of day.forms()) expect(new Set(texts).size).toBe(texts.length)
        expect(day.gaps).toBe(0)
        await day.listener.close()
      },
    )
    await fc.assert(property, { numRuns: 15 })
  }, 120_000)
})
