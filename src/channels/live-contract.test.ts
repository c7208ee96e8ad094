import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { LiveKind, LiveTools } from '#listen/index.ts'
import { createOutside } from '#outside/outside.ts'
import { OUTSIDE_WORDS } from '#outside/outside-fault.ts'
import { testLiveTools } from '#test/live.ts'
import { polledKind } from '#test/live-kinds.ts'
import { startLocal } from '#test/local-server.ts'
import { ssrfForms } from '#test/ssrf-forms.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { LIVE_KINDS } from './live-registry.ts'
import {
  breachesOfCapabilities,
  breachesOfDeclaration,
  breachesOfListening,
  breachesOfProbing,
  breachesOfSettling,
  type LiveSample,
} from './testing/live-contract.ts'
import { noticeBoardKind } from './testing/notice-board.ts'

/** How the form of each kind may be filled in; a kind without a sample fails. */
const SAMPLES: Record<string, LiveSample> = {
  bluesky: {
    filledIn: { address: 'wss://jetstream.example/subscribe', keywords: ['みつばち'] },
  },
  feed: { filledIn: { address: 'https://example.com/feed.xml' } },
  shopify: { filledIn: { takesTests: true } },
  stripe: { filledIn: { takesTests: true } },
  webhook: { filledIn: { list: '顧客名簿' } },
  'notice-board': { filledIn: { url: 'https://example.com/board' } },
}

function sampleOf({ kind }: LiveKind): LiveSample {
  const sample = SAMPLES[kind]
  if (sample === undefined) throw new Error(`no sample of ${kind}: add one above`)
  return sample
}

/** A clock that does not wait: what a kind does after a while it does at once. */
const hasty: LiveTools = { ...testLiveTools(), sleep: async () => undefined }

/** Those that there are, and the example of docs/guides/adding-a-channel.md. */
const kinds = [...LIVE_KINDS, noticeBoardKind]

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('the kind %s', (_, kind) => {
  const sample = sampleOf(kind)

  it('declares itself in both languages', () => {
    expect(breachesOfDeclaration(kind)).toEqual([])
  })

  it('settles once and for all, and refuses junk by the name of its field', () => {
    expect(breachesOfSettling(kind, sample)).toEqual([])
  })

  it('promises what it can hold', () => {
    expect(breachesOfCapabilities(kind)).toEqual([])
  })

  it('says of every answer whether it works or what is wrong', async () => {
    expect(await breachesOfProbing(kind, sample, hasty)).toEqual([])
  }, 60_000)

  it('never throws for what the outside does', async () => {
    const hasWords = (code: string) => code in OUTSIDE_WORDS || code in kind.problemWords
    expect(await breachesOfListening(kind, sample, hasty, hasWords)).toEqual([])
  }, 60_000)

  it('tries no address inside, however it is written', async () => {
    const server = await startLocal((_request, response) => void response.end('inside'))
    // Whatever name is asked for, its address is this machine's.
    const lookup = async () => [{ address: '127.0.0.1', family: 4 as const }]
    const outside = createOutside({ now: () => new Date(), lookup })
    const tools = testLiveTools(outside)
    const fields = kind.fields.filter(({ type }) => type === 'url')
    const addresses = fields.flatMap(({ name }) =>
      ssrfForms.flatMap(({ host }) =>
        ['http', 'ws'].map((scheme) => [name, `${scheme}://${host}:${server.port}/feed`] as const),
      ),
    )
    const through: string[] = []
    for (let i = 0; i < addresses.length; i += 50) {
      const tries = addresses.slice(i, i + 50).map(async ([name, url]) => {
        const result = await tryAddress(kind, { ...sample.filledIn, [name]: url }, tools)
        if (result === 'works') through.push(`${name} ${url}`)
      })
      await Promise.all(tries)
    }
    await outside.close()
    console.info(
      `${kind.kind}: ${addresses.length} addresses inside tried, ${server.connections()} reached`,
    )
    expect(through).toEqual([])
    expect(server.connections()).toBe(0)
    // Who is told calls nobody, and has no address to be given.
    if (kind.by === 'push') expect(fields).toEqual([])
    else expect(addresses.length).toBeGreaterThan(fields.length * 100)
  }, 120_000)
})

/** A refusal of the form counts as a refusal; so does every problem that probing tells. */
async function tryAddress(
  kind: LiveKind,
  filledIn: Readonly<Record<string, unknown>>,
  tools: LiveTools,
): Promise<string> {
  let settings: ReturnType<LiveKind['settle']>
  try {
    settings = kind.settle(filledIn)
  } catch (error) {
    expect(error).toBeInstanceOf(EnishiError)
    return 'refused'
  }
  return (await kind.probe(settings, tools)).kind
}

describe('the guide to adding a channel', () => {
  it('shows the example as it is tested here', async () => {
    const guide = await readFile('docs/guides/adding-a-channel.md', 'utf8')
    const example = await readFile('src/channels/testing/notice-board.ts', 'utf8')
    expect(guide).toContain(example)
  })
})

describe('the contract itself', () => {
  it('notices a kind that breaks it', async () => {
    const broken: LiveKind = {
      ...polledKind(async () => {
        throw new Error('thrown')
      }),
      name: { en: 'Broken', ja: '' },
      settle: ({ url }) => ({ url: `${url}!` }),
      probe: async () => {
        throw new Error('thrown')
      },
      capabilities: {
        edits: false,
        deletions: false,
        engagement: false,
        resume: 'none',
        send: true,
      },
    }
    const sample = { filledIn: { url: 'https://example.com/' } }
    expect(breachesOfDeclaration(broken)).toEqual(['its name says nothing in ja'])
    expect(breachesOfSettling(broken, sample)).toContain('the sample settles anew')
    expect(breachesOfSettling(broken, sample)).toContain('url is required and may be left out')
    expect(breachesOfCapabilities(broken)).toHaveLength(2)
    expect((await breachesOfProbing(broken, sample, hasty)).length).toBeGreaterThan(100)
    expect((await breachesOfListening(broken, sample, hasty, () => true)).length).toBeGreaterThan(
      100,
    )
  })
})
