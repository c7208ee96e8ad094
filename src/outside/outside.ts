import type { AllowRule } from './allow-list.ts'
import type { Lookup } from './check-target.ts'
import { readAll } from './fetch-answer.ts'
import { createFetcher, type Fetcher } from './guarded-fetch.ts'
import { openGuardedSocket } from './guarded-socket.ts'
import { MessageQueue } from './message-queue.ts'
import type { OutsideFault } from './outside-fault.ts'
import type {
  Outside,
  OutsideAnswer,
  OutsideRefusal,
  OutsideRequest,
  OutsideSocket,
} from './ports.ts'
import { createRobots } from './robots.ts'

export interface OutsideParts {
  /** What may be called although it isn't public: `ENISHI_ALLOW_HOSTS`. */
  allow?: readonly AllowRule[] | undefined
  /** The system's resolver unless given. */
  lookup?: Lookup
  now: () => Date
}

/** The real way out: guarded fetcher, guarded socket, robots.txt. One a process; `close` ends its connections. */
export function createOutside(parts: OutsideParts): Outside & { close(): Promise<void> } {
  const guard = {
    allow: parts.allow ?? [],
    ...(parts.lookup === undefined ? {} : { lookup: parts.lookup }),
  }
  const fetcher = createFetcher(guard)
  const robots = createRobots({ fetcher, now: parts.now })
  return {
    fetchOutside: (url, request) => fetchWhole(fetcher, url, request),
    openSocket: (url, options) => openReadSocket(guard, url, options),
    mayFetch: async (url) => (await robots.mayFetch(url)).verdict === 'allowed',
    close: () => fetcher.close(),
  }
}

async function fetchWhole(
  fetcher: Fetcher,
  url: string,
  request: OutsideRequest = {},
): Promise<OutsideAnswer | OutsideRefusal> {
  const answer = await fetcher.fetchOutside(url, request)
  if (answer.kind === 'failure') return refusalOf(answer.failure)
  const { bytes, failure } = await readAll(answer)
  if (failure !== undefined) return refusalOf(failure)
  return {
    ...{ kind: 'answer', status: answer.status, headers: { ...answer.headers }, url: answer.url },
    redirects: answer.redirects.map(({ status, to }) => ({ status, to })),
    body: bytes,
    wireBytes: answer.wireBytes(),
  }
}

async function openReadSocket(
  guard: { allow: readonly AllowRule[]; lookup?: Lookup },
  url: string,
  options: Parameters<Outside['openSocket']>[1] = {},
): Promise<OutsideSocket | OutsideRefusal> {
  const { openMillisecondsMax: handshakeMillisecondsMax, ...limits } = options
  const brake = { pause: () => socket?.pause(), resume: () => socket?.resume() }
  const messages = new MessageQueue(brake)
  let socket: { pause(): void; resume(): void } | undefined
  const opened = await openGuardedSocket(url, {
    ...guard,
    ...limits,
    ...(handshakeMillisecondsMax === undefined ? {} : { handshakeMillisecondsMax }),
    onMessage: (data) => messages.put(data.toString()),
  })
  if (opened.kind === 'failure') return refusalOf(opened.failure)
  socket = opened
  const ended = opened.ended.then(({ code, reason, failure }) => {
    messages.end()
    return failure === undefined ? { code, reason } : refusalOf(failure)
  })
  return { messages, send: opened.send, close: opened.close, ended }
}

function refusalOf({ code, url, detail, leadsTo }: OutsideFault): OutsideRefusal {
  return {
    kind: 'failure',
    failure: code,
    detail: detail === undefined ? url : `${url} (${detail})`,
    ...(leadsTo === undefined ? {} : { leadsTo }),
  }
}
