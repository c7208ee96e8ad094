import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { listenTo, rssOf, startSite, type TestEntry } from '#test/feed-site.ts'
import { feedKind } from './live.ts'
import { settleFeed } from './live-settings.ts'

const toClose: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const one of toClose) await one.close()
})

/** Entries that the feed shows at once. */
const WINDOW = 8

type Step =
  | { do: 'publish'; count: number }
  | { do: 'edit'; which: number }
  | { do: 'drop' }
  | {
      do: 'look'
      at: 'good' | 'gzip' | 'cut' | 'short' | 'html' | '500' | '429' | '304' | 'moved' | 'bomb'
    }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), which: fc.nat(WINDOW) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('look' as const),
      at: fc.constantFrom<
        ('good' | 'gzip' | 'cut' | 'short' | 'html' | '500' | '429' | '304' | 'moved' | 'bomb')[]
      >(
        ...([
          'good',
          'good',
          'gzip',
          'cut',
          'short',
          'html',
          '500',
          '429',
          '304',
          'moved',
          'bomb',
        ] as const),
      ),
    }),
  },
)

const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, ' '))

describe('a feed on a bad day', () => {
  it('loses nothing, says nothing twice, and is honest about each look', async () => {
    const site = await startSite()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const settings = settleFeed({ address: `${site.server.origin}/feed` })
        const listener = listenTo(feedKind, { ...settings }, [site.server])
        const all = new Map<string, string>()
        let shown: TestEntry[] = []
        let at = 'good'
        let unheard = 0
        let gaps = 0
        site.answer = ({ url, headers }, response) => {
          const body = rssOf(shown)
          const etag = `"${shown.map(({ id, text }) => id + text).join()}"`
          const cut = body.lastIndexOf('<item>') + 20
          const packed = { 'content-encoding': 'gzip' }
          if (at === 'moved' && url === '/feed')
            response.writeHead(301, { location: '/moved' }).end()
          else if (headers['if-none-match'] === etag && /good|304|moved/.test(at))
            response.writeHead(304).end()
          else if (at === 'gzip') response.writeHead(200, packed).end(gzipSync(body))
          else if (at === 'bomb') response.writeHead(200, packed).end(bomb)
          else if (at === 'cut') response.writeHead(200, { etag }).end(body.slice(0, cut))
          else if (at === 'html') response.end('<!doctype html><p>maintenance</p>')
          else if (at === '500' || at === '429') response.writeHead(Number(at)).end()
          else if (at === 'short') {
            response.writeHead(200, { 'content-length': Buffer.byteLength(body), etag })
            response.write(body.slice(0, cut), () => response.destroy())
          } else response.writeHead(200, { etag }).end(body)
        }
        const look = async () => {
          const result = await listener.look()
          if (result.gap !== undefined) gaps += 1
          const isGood = ['good', 'gzip', '304', 'moved'].includes(at)
          expect(result.problem === undefined).toBe(isGood)
          if (isGood) unheard = 0
        }
        for (const one of steps) {
          if (one.do === 'publish') {
            // As many as the feed shows, so that none goes by unheard.
            const count = Math.min(one.count, WINDOW - 1 - unheard)
            for (let n = 0; n < count; n++) {
              const id = `e${all.size}`
              all.set(id, `text of ${id}`)
              shown = [{ id, title: id, text: `text of ${id}` }, ...shown].slice(0, WINDOW)
            }
            unheard += Math.max(0, count)
          } else if (one.do === 'edit') {
            const edited = shown[one.which]
            if (edited === undefined || unheard > 0) continue
            const text = `${edited.text}!`
            all.set(edited.id, text)
            shown = shown.map((entry) => (entry === edited ? { ...entry, text } : entry))
            at = 'good'
            await look()
          } else if (one.do === 'drop') {
            if (unheard === 0 && shown.length > 1) shown = shown.slice(0, -1)
          } else {
            at = one.at
            await look()
          }
        }
        at = 'good'
        await look()
        const heard = [...listener.heard].map(([key, forms]) => [
          key.split('#')[1],
          forms.at(-1)?.content?.text,
        ])
        expect(new Map(heard as [string, string][])).toEqual(all)
        for (const forms of listener.heard.values()) {
          const texts = forms.map(({ content }) => content?.text)
          expect(new Set(texts).size).toBe(texts.length)
        }
        expect(gaps).toBe(0)
        await listener.close()
      }),
      { numRuns: 25 },
    )
  })
})
