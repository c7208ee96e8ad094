import { type FoundLink, findLinks } from '#engage/index.ts'
import { ensureChannel, type Hearing, toHeard } from '#listen/index.ts'
import { type AgentClass, type IncomingActivity, LIMITS } from '#vocabulary/index.ts'
import type { HttpContext } from './handler.ts'

/** One click, not yet recorded. */
interface Click {
  id: string
  link: FoundLink
  agent: AgentClass
  at: Date
}

type Parts = Pick<HttpContext, 'door' | 'listening' | 'now' | 'random'>

/** So long a click may wait for others to be recorded with it. */
const FLUSH_MS = 250
const AGAIN_MS = 2_000

/**
 * Finds links and keeps clicks. Codes that are asked for while a look-up runs share the next one, and
 * clicks are recorded many at a time, so that a burst costs a few statements. What waits here is lost
 * when the process is killed: a quarter of a second of clicks.
 */
export class ClickBook {
  readonly #parts: Parts
  readonly #log: (line: Record<string, unknown>) => void
  readonly #asked = new Map<string, PromiseWithResolvers<FoundLink | undefined>>()
  #waiting: Click[] = []
  #lost = 0
  #looking = false
  #timer: NodeJS.Timeout | undefined
  #flushing: Promise<void> = Promise.resolve()
  readonly #channels = new Map<string, string>()

  constructor(parts: Parts, log: (line: Record<string, unknown>) => void) {
    this.#parts = parts
    this.#log = log
  }

  /** The link of a code; undefined where there is none. */
  find(code: string): Promise<FoundLink | undefined> {
    const known = this.#asked.get(code)
    if (known !== undefined) return known.promise
    const asked = Promise.withResolvers<FoundLink | undefined>()
    this.#asked.set(code, asked)
    if (!this.#looking) {
      this.#looking = true
      queueMicrotask(() => void this.#look())
    }
    return asked.promise
  }

  /** Keeps a click; it is in the log a moment later. */
  note(link: FoundLink, id: string, agent: AgentClass): void {
    if (this.#waiting.length >= LIMITS.clicksWaitingMax) {
      this.#lost += 1
      return
    }
    this.#waiting.push({ id, link, agent, at: this.#parts.now() })
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS)
  }

  /** Records what waits; settles when it is in the log, or has to be tried again later. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const clicks = this.#waiting
    this.#waiting = []
    this.#flushing = this.#flushing.then(() => this.#record(clicks))
    return this.#flushing
  }

  /** Records what waits, once. */
  async close(): Promise<void> {
    await this.flush()
    clearTimeout(this.#timer)
    if (this.#waiting.length > 0) this.#log({ level: 'warn', clicksLost: this.#waiting.length })
  }

  async #look(): Promise<void> {
    while (this.#asked.size > 0) {
      const asked = new Map(this.#asked)
      this.#asked.clear()
      try {
        const found = await findLinks(this.#parts.door, [...asked.keys()])
        const byCode = new Map(found.map((link) => [link.code, link]))
        for (const [code, { resolve }] of asked) resolve(byCode.get(code))
      } catch (error) {
        for (const { reject } of asked.values()) reject(error)
      }
    }
    this.#looking = false
  }

  async #record(clicks: Click[]): Promise<void> {
    if (this.#lost > 0) this.#log({ level: 'warn', clicksLost: this.#lost })
    this.#lost = 0
    for (const [workspaceId, own] of Map.groupBy(clicks, ({ link }) => link.workspaceId)) {
      for (let i = 0; i < own.length; i += LIMITS.batchRecords) {
        await this.#recordSome(workspaceId, own.slice(i, i + LIMITS.batchRecords))
      }
    }
  }

  async #recordSome(workspaceId: string, clicks: Click[]): Promise<void> {
    try {
      const channelId = await this.#channelOf(workspaceId)
      const hearing: Hearing = { workspaceId, channelId, heard: [], refused: [] }
      for (const [i, click] of clicks.entries()) {
        hearing.heard.push(toHeard(viewOf(click), { position: i + 1, line: i + 1 }, true))
      }
      await this.#parts.listening.hear(hearing, 'background')
    } catch (error) {
      // A click that was recorded all the same is known by its id when it comes again.
      this.#channels.delete(workspaceId)
      this.#log({ level: 'warn', at: 'clicks', error: (error as Error).message })
      this.#waiting.unshift(...clicks)
      this.#timer ??= setTimeout(() => void this.flush(), AGAIN_MS)
    }
  }

  /** The channel that a workspace's clicks stand in. */
  async #channelOf(workspaceId: string): Promise<string> {
    const known = this.#channels.get(workspaceId)
    if (known !== undefined) return known
    const { door, now, random } = this.#parts
    const channel = { kind: 'link', name: 'links' }
    const id = await door.inWorkspace(workspaceId, (tx) =>
      ensureChannel(tx, workspaceId, channel, now(), random),
    )
    this.#channels.set(workspaceId, id)
    return id
  }
}

/**
 * Nothing is known of who clicked, so that all clicks have one handle. Whose a click was is said by
 * the outcome that brings its id back.
 */
function viewOf({ id, link, agent, at }: Click): IncomingActivity {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'View',
    platform: 'link',
    externalKey: id,
    actor: { platform: 'link', externalId: 'anonymous', displayName: '(link)', kind: 'group' },
    publishedAt: at,
    url: link.target,
    click: { linkId: link.id, agent },
  }
}
