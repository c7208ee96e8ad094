import robotsParser from 'robots-parser'
import { readAll } from './fetch-answer.ts'
import type { Fetcher } from './guarded-fetch.ts'
import { ROBOT_NAME } from './user-agent.ts'

/** RFC 9309, 2.5: parsers read at least 500 kibibytes. What stands beyond isn't read. */
const ROBOTS_BYTES_MAX = 512 * 1024
const ROBOTS_REDIRECTS_MAX = 5
const ROBOTS_MILLISECONDS_MAX = 15_000
/** RFC 9309, 2.4: not used for longer than a day. */
const KEPT_MILLISECONDS = 24 * 60 * 60_000
/** A server that could not say is asked again sooner. */
const KEPT_UNREACHED_MILLISECONDS = 30 * 60_000
const ORIGINS_MAX = 5_000

interface Rules {
  isAllowed(url: string, robot: string): boolean | undefined
}

// CommonJS whose types speak of a default export that it doesn't have: what is imported is the function.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules

/** What a site's robots.txt says of one page. */
export interface RobotsAnswer {
  verdict: 'allowed' | 'disallowed' | 'unreached'
}

export interface Robots {
  /**
   * Whether a page may be fetched by a robot (RFC 9309). A robots.txt that is answered
   * with 4xx allows everything; one that fails (5xx, network) forbids for now
   * (`unreached`). Kept for a day at most.
   */
  mayFetch(url: string): Promise<RobotsAnswer>
}

interface Kept {
  rules: Rules | 'all' | 'none'
  until: number
}

export function createRobots(parts: { fetcher: Fetcher; now: () => Date }): Robots {
  const { fetcher, now } = parts
  const kept = new Map<string, Promise<Kept>>()
  const rulesOf = async (origin: string): Promise<Kept> => {
    const pending = kept.get(origin)
    if (pending !== undefined) {
      const known = await pending
      if (known.until > now().getTime()) return known
      // Somebody else may have seen the same meanwhile, and asked.
      if (kept.get(origin) !== pending) return rulesOf(origin)
    }
    const asked = askFor(fetcher, origin, now)
    kept.delete(origin)
    kept.set(origin, asked)
    const [oldest] = kept.keys()
    if (kept.size > ORIGINS_MAX && oldest !== undefined) kept.delete(oldest)
    return asked
  }
  return {
    mayFetch: async (url) => {
      const origin = URL.parse(url)?.origin
      if (origin === undefined) return { verdict: 'disallowed' }
      const { rules } = await rulesOf(origin)
      if (rules === 'all') return { verdict: 'allowed' }
      if (rules === 'none') return { verdict: 'unreached' }
      const isAllowed = rules.isAllowed(url, ROBOT_NAME) ?? true
      return { verdict: isAllowed ? 'allowed' : 'disallowed' }
    },
  }
}

async function askFor(fetcher: Fetcher, origin: string, now: () => Date): Promise<Kept> {
  const rules = await readRules(fetcher, `${origin}/robots.txt`)
  const keptFor = rules === 'none' ? KEPT_UNREACHED_MILLISECONDS : KEPT_MILLISECONDS
  return { rules, until: now().getTime() + keptFor }
}

async function readRules(fetcher: Fetcher, url: string): Promise<Kept['rules']> {
  const answer = await fetcher.fetchOutside(url, {
    accept: 'text/plain, */*;q=0.5',
    // Room beyond what is read, so that a long file is cut and not refused.
    bytesMax: 64 * ROBOTS_BYTES_MAX,
    millisecondsMax: ROBOTS_MILLISECONDS_MAX,
    redirectsMax: ROBOTS_REDIRECTS_MAX,
  })
  if (answer.kind === 'failure') {
    // RFC 9309, 2.3.1.2: after five redirects it may count as unavailable, which allows.
    return answer.failure.code === 'too-many-redirects' ? 'all' : 'none'
  }
  if (answer.status >= 200 && answer.status < 300) {
    const { bytes, failure } = await readAll(beginningOf(answer))
    return failure === undefined ? parseRobots(url, bytes.toString('utf8')) : 'none'
  }
  answer.discard()
  return answer.status >= 400 && answer.status < 500 ? 'all' : 'none'
}

function beginningOf<T extends { body: AsyncIterable<Uint8Array> }>(reply: T): T {
  const { body } = reply
  async function* beginning() {
    let bytesRead = 0
    for await (const chunk of body) {
      yield chunk.subarray(0, ROBOTS_BYTES_MAX - bytesRead)
      bytesRead += chunk.length
      if (bytesRead >= ROBOTS_BYTES_MAX) return
    }
  }
  return { ...reply, body: beginning() }
}
