import { Agent, type Dispatcher, request as requestByUndici } from 'undici'
import type { AllowRule } from './allow-list.ts'
import { checkUrl, type Lookup, systemLookup } from './check-target.ts'
import { failureOf } from './failure-of.ts'
import type { FetchAnswer, FetchReply, FollowedRedirect } from './fetch-answer.ts'
import { guardedConnector } from './guarded-connector.ts'
import { decompressorOf, limitBytes } from './limited-body.ts'
import { OutsideError, type OutsideFault, shownUrl } from './outside-fault.ts'
import type { OutsideFailure } from './ports.ts'
import { type Hop, hopAfter } from './redirects.ts'
import { USER_AGENT } from './user-agent.ts'

/** Limits of one call, unless the call sets tighter or wider ones. */
export interface FetchLimits {
  /** Of the body, both as it comes and decompressed. */
  bytesMax: number
  /** From the first look-up to the last byte, over all redirects. */
  millisecondsMax: number
  redirectsMax: number
}

const FETCH_LIMITS: FetchLimits = {
  bytesMax: 16 * 1024 * 1024,
  millisecondsMax: 30_000,
  redirectsMax: 5,
}

const HEADER_BYTES_MAX = 32 * 1024
const CONNECT_MILLISECONDS_MAX = 10_000
const CONNECTIONS_PER_HOST_MAX = 4

export interface FetchRequest extends Partial<FetchLimits> {
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  accept?: string
  signal?: AbortSignal
}

export interface FetcherParts {
  allow: readonly AllowRule[]
  limits?: Partial<FetchLimits>
  lookup?: Lookup
}

/** The one way out over HTTP. */
export interface Fetcher {
  /**
   * Calls an http(s) address. Every refusal and every fault is an answer of kind
   * `failure`, never thrown. A host is looked up once a connection, all its
   * addresses must be public or allowed, and the connection goes to exactly these;
   * each redirect is checked anew and none leads from https to http. Proxy
   * variables of the environment are ignored.
   */
  fetchOutside(url: string, request?: FetchRequest): Promise<FetchAnswer>
  /** Closes every connection. */
  close(): Promise<void>
}

export function createFetcher(parts: FetcherParts): Fetcher {
  const { allow, lookup = systemLookup } = parts
  const limits = { ...FETCH_LIMITS, ...parts.limits }
  const closing = new AbortController()
  const millisecondsMax = CONNECT_MILLISECONDS_MAX
  const agent = new Agent({
    connect: guardedConnector({ allow, lookup, millisecondsMax, signal: closing.signal }),
    connections: CONNECTIONS_PER_HOST_MAX,
    maxHeaderSize: HEADER_BYTES_MAX,
    // Time is limited over the whole call.
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 1,
  })
  return {
    fetchOutside: (url, request = {}) =>
      new Call(agent, allow, { ...limits, ...withoutUndefined(request) }).run(url),
    close: () => {
      closing.abort()
      return agent.destroy()
    },
  }
}

function withoutUndefined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T
}

/** One call with its clock: from the first look-up to the last byte of the body. */
class Call {
  readonly #agent: Dispatcher
  readonly #allow: readonly AllowRule[]
  readonly #request: FetchRequest & FetchLimits
  readonly #stop = new AbortController()
  readonly #onAbort = () => this.#end('aborted')
  #timer: NodeJS.Timeout | undefined
  #stoppedBy: 'timed-out' | 'aborted' | undefined

  constructor(agent: Dispatcher, allow: readonly AllowRule[], request: FetchRequest & FetchLimits) {
    this.#agent = agent
    this.#allow = allow
    this.#request = request
  }

  async run(url: string): Promise<FetchAnswer> {
    this.#timer = setTimeout(() => this.#end('timed-out'), this.#request.millisecondsMax)
    this.#request.signal?.addEventListener('abort', this.#onAbort, { once: true })
    if (this.#request.signal?.aborted) this.#end('aborted')
    const answer = await this.#follow(firstHop(url, this.#request))
    if (answer.kind === 'failure') this.#release()
    return answer
  }

  async #follow(first: Hop): Promise<FetchAnswer> {
    const redirects: FollowedRedirect[] = []
    for (let hop = first; ; ) {
      const url = checkUrl(hop.url, ['http:', 'https:'], this.#allow)
      if (!(url instanceof URL)) return failed(url)
      const response = await this.#ask(url, hop)
      if ('failure' in response) return failed(response.failure)
      const next = hopAfter(hop, response.statusCode, locationOf(response))
      if (next === undefined) return this.#replyOf(url, response, redirects)
      drop(response)
      if ('code' in next) return failed(next)
      if (redirects.length >= this.#request.redirectsMax)
        return failed({
          ...{ code: 'too-many-redirects', url: shownUrl(next.url), leadsTo: next.url },
        })
      redirects.push({ status: response.statusCode, from: url.href, to: next.url })
      hop = next
    }
  }

  async #ask(url: URL, hop: Hop): Promise<Dispatcher.ResponseData | { failure: OutsideFault }> {
    const asked = requestByUndici(url, {
      dispatcher: this.#agent,
      method: hop.method,
      headers: hop.headers,
      body: hop.body ?? null,
      signal: this.#stop.signal,
    })
    // undici heeds the signal only once it is connected.
    const stopped = once(this.#stop.signal, () => ({
      failure: this.#failureOf(undefined, url, false),
    }))
    try {
      const answer = await Promise.race([asked, stopped.promise])
      if ('failure' in answer) asked.then(drop, () => answer)
      return answer
    } catch (error) {
      return { failure: this.#failureOf(error, url, false) }
    } finally {
      stopped.forget()
    }
  }

  #replyOf(
    url: URL,
    response: Dispatcher.ResponseData,
    redirects: FollowedRedirect[],
  ): FetchAnswer {
    const { bytesMax } = this.#request
    const headers = joinHeaders(response.headers)
    const refuse = (code: OutsideFailure, detail: string): FetchAnswer => {
      drop(response)
      return failed({ code, url: shownUrl(url), detail })
    }
    const length = Number(headers['content-length'] ?? 0)
    const hasBody = this.#request.method !== 'HEAD' && response.statusCode !== 304
    if (hasBody && length > bytesMax) return refuse('too-large', `${length} > ${bytesMax} bytes`)
    const decompress = decompressorOf(headers['content-encoding'])
    if (decompress === undefined)
      return refuse('bad-encoding', headers['content-encoding']?.slice(0, 100) ?? '')
    let wireBytes = 0
    const wire = limitBytes(response.body, bytesMax, (bytesRead) => {
      wireBytes = bytesRead
    })
    const body = limitBytes(decompress(wire), bytesMax)
    const reply: FetchReply = {
      ...{ kind: 'reply', url: url.href, status: response.statusCode, headers, redirects },
      body: this.#guarded(body, url, response),
      wireBytes: () => wireBytes,
      discard: () => {
        drop(response)
        this.#release()
      },
    }
    return reply
  }

  async *#guarded(
    body: AsyncIterable<Uint8Array>,
    url: URL,
    response: Dispatcher.ResponseData,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* body
    } catch (error) {
      throw new OutsideError(this.#failureOf(error, url, true), error)
    } finally {
      drop(response)
      this.#release()
    }
  }

  #failureOf(error: unknown, url: URL, isReading: boolean): OutsideFault {
    if (this.#stoppedBy !== undefined) return { code: this.#stoppedBy, url: shownUrl(url) }
    return failureOf(error, shownUrl(url), isReading)
  }

  #end(by: 'timed-out' | 'aborted'): void {
    this.#stoppedBy ??= by
    this.#stop.abort()
  }

  #release(): void {
    clearTimeout(this.#timer)
    this.#request.signal?.removeEventListener('abort', this.#onAbort)
  }
}

/** Settles with the answer when the signal comes, if it comes. */
function once<T>(signal: AbortSignal, answer: () => T): { promise: Promise<T>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<T>()
  const onAbort = () => resolve(answer())
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort)
  return { promise, forget: () => signal.removeEventListener('abort', onAbort) }
}

function firstHop(url: string, request: FetchRequest): Hop {
  const given = Object.entries(request.headers ?? {})
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name !== 'host')
  return {
    url,
    method: request.method ?? 'GET',
    headers: {
      accept: request.accept ?? '*/*',
      'accept-encoding': 'gzip, deflate, br',
      ...Object.fromEntries(given),
      'user-agent': USER_AGENT,
    },
    body: request.body,
  }
}

function failed(failure: OutsideFault): FetchAnswer {
  return { kind: 'failure', failure }
}

function locationOf({ headers }: Dispatcher.ResponseData): string | undefined {
  const { location } = headers
  return Array.isArray(location) ? location[0] : location
}

function joinHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

/** Closes the connection of a body that nobody wants; what it says about that is no news. */
function drop({ body }: Dispatcher.ResponseData): void {
  if (body.destroyed) return
  body.on('error', () => body.removeAllListeners('data'))
  body.destroy()
}
