import type { IncomingMessage, ServerResponse } from 'node:http'
import { feedFormat } from '#channels/feed/receive.ts'
import type { LiveSettings, LiveTools, PolledKind, PollResult } from '#listen/index.ts'
import { createOutside } from '#outside/outside.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { type LocalServer, startLocal } from './local-server.ts'

/** An entry of a feed of the test's own. */
export interface TestEntry {
  id: string
  title: string
  text: string
  link?: string
  /** Stands as `description` instead of `content:encoded`. */
  isSummary?: boolean
}

/** RSS 2.0 of these entries. */
export function rssOf(entries: readonly TestEntry[], head = ''): string {
  const items = entries.map(({ id, title, text, link, isSummary }) => {
    const name = isSummary ? 'description' : 'content:encoded'
    const linked = link === undefined ? '' : `<link>${link}</link>`
    return (
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title>${linked}` +
      `<${name}>${text}</${name}></item>`
    )
  })
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ' +
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
    `<title>縁側だより</title><link>https://engawa.example/</link>${head}\n${items.join('\n')}</channel></rss>\n`
  )
}

export interface FeedSite {
  server: LocalServer
  /** Answers the next requests; set by the test. */
  answer: (request: IncomingMessage, response: ServerResponse) => void
}

export async function startSite(): Promise<FeedSite> {
  const site: Partial<FeedSite> = { answer: (_, response) => response.writeHead(404).end() }
  site.server = await startLocal((request, response) => site.answer?.(request, response))
  return site as FeedSite
}

/** One channel that is listened to as the engine does it, with a clock of its own. */
export interface TestListener {
  now: Date
  memory: string | null
  failuresInRow: number
  /** What was handed on, by key: every form in its order. */
  heard: Map<string, IncomingActivity[]>
  /** Milliseconds that were slept, by the fake clock. */
  slept: number[]
  tools: LiveTools
  look(): Promise<PollResult>
  close(): Promise<void>
}

export function listenTo(
  kind: PolledKind,
  settings: LiveSettings,
  servers: readonly LocalServer[],
): TestListener {
  const outside = createOutside({
    allow: servers.map(({ allow }) => allow),
    now: () => listener.now,
  })
  const slept: number[] = []
  const tools: LiveTools = {
    outside,
    now: () => listener.now,
    random: (into) => into.fill(0),
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
    },
  }
  const listener: TestListener = {
    now: new Date('2026-03-01T00:00:00Z'),
    memory: null,
    failuresInRow: 0,
    heard: new Map(),
    slept,
    tools,
    look: async () => {
      const { memory, failuresInRow } = listener
      const signal = new AbortController().signal
      const result = await kind.poll({ settings, memory, failuresInRow, tools, signal })
      listener.memory = result.memory
      listener.failuresInRow = result.problem === undefined ? 0 : failuresInRow + 1
      for (const payload of result.payloads) note(listener, payload.body, payload.scope)
      listener.now = new Date(listener.now.getTime() + result.nextInMs)
      return result
    },
    close: () => outside.close(),
  }
  return listener
}

function note(listener: TestListener, payload: string | Buffer, scope: string): void {
  const context = { arrivedAt: listener.now, scope, timeZone: 'Asia/Tokyo' }
  const read = feedFormat.read({ line: 1, payload }, context)
  if ('refusal' in read || read.arrival.kind !== 'activity') throw new Error(JSON.stringify(read))
  const { externalKey } = read.arrival
  const forms = listener.heard.get(externalKey) ?? []
  listener.heard.set(externalKey, [...forms, read.arrival])
}
