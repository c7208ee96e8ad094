import { WebSocket } from 'ws'
import type { AllowRule } from './allow-list.ts'
import { checkHost, checkUrl, type Lookup, systemLookup } from './check-target.ts'
import { failureOf } from './failure-of.ts'
import { pinnedLookup, withinTime } from './guarded-connector.ts'
import { type OutsideFault, shownUrl } from './outside-fault.ts'
import { USER_AGENT } from './user-agent.ts'

export interface SocketRequest {
  allow: readonly AllowRule[]
  lookup?: Lookup
  /** Of one message, decompressed. */
  messageBytesMax?: number
  /** For the look-up, and again for the handshake. */
  handshakeMillisecondsMax?: number
  /** Silence after which the other side counts as gone; at half of it, it is pinged. */
  idleMillisecondsMax?: number
  signal?: AbortSignal
  /** Called in the order of arrival. Text comes as UTF-8. */
  onMessage(data: Buffer, isBinary: boolean): void
}

/** Why a socket ended: a close code and reason (RFC 6455, 7.4), and a failure where it didn't end well. */
export interface SocketEnd {
  code: number
  reason: string
  failure?: OutsideFault
}

/** An open WebSocket. */
export interface GuardedSocket {
  kind: 'socket'
  send(data: string | Uint8Array): void
  /** Stops reading from the network, so that the other side has to wait; messages already read still come. */
  pause(): void
  resume(): void
  /** Ends politely; what doesn't answer is cut off. */
  close(): void
  /** Settles once, never rejects. */
  ended: Promise<SocketEnd>
}

export type SocketAnswer = GuardedSocket | { kind: 'failure'; failure: OutsideFault }

const SOCKET_LIMITS = {
  messageBytesMax: 4 * 1024 * 1024,
  handshakeMillisecondsMax: 10_000,
  idleMillisecondsMax: 60_000,
}

/**
 * Opens a ws(s) address under the rules of the fetcher: one look-up, every
 * address public or allowed, the connection pinned to these, no redirects, no
 * proxy. Refusals and faults are answers of kind `failure`, never thrown.
 */
export async function openGuardedSocket(
  text: string,
  request: SocketRequest,
): Promise<SocketAnswer> {
  const { allow, lookup = systemLookup } = request
  const limits = { ...SOCKET_LIMITS, ...request }
  const url = checkUrl(text, ['ws:', 'wss:'], allow)
  if (!(url instanceof URL)) return { kind: 'failure', failure: url }
  if (request.signal?.aborted) return aborted(url)
  const millisecondsMax = limits.handshakeMillisecondsMax
  const checked = checkHost(url, allow, lookup)
  const addresses = await withinTime(checked, shownUrl(url), {
    millisecondsMax,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  })
  if (!Array.isArray(addresses)) return { kind: 'failure', failure: addresses }
  if (request.signal?.aborted) return aborted(url)
  const socket = new WebSocket(url, {
    headers: { 'user-agent': USER_AGENT },
    lookup: pinnedLookup(addresses),
    followRedirects: false,
    handshakeTimeout: millisecondsMax,
    maxPayload: limits.messageBytesMax,
    perMessageDeflate: false,
  })
  return handshake(socket, url, request, limits.idleMillisecondsMax)
}

function aborted(url: URL): SocketAnswer {
  return { kind: 'failure', failure: { code: 'aborted', url: shownUrl(url) } }
}

function handshake(
  socket: WebSocket,
  url: URL,
  request: SocketRequest,
  idleMillisecondsMax: number,
): Promise<SocketAnswer> {
  const watch = new SocketWatch(socket, shownUrl(url), idleMillisecondsMax)
  const onAbort = () => watch.fail({ code: 'aborted', url: shownUrl(url) })
  request.signal?.addEventListener('abort', onAbort, { once: true })
  // Before the handshake is answered, so that nothing sent along with it is missed.
  socket.on('message', (data, isBinary) => {
    request.onMessage(
      Buffer.isBuffer(data) ? data : Buffer.concat([data].flat().map(bytesOf)),
      isBinary,
    )
  })
  const ended = watch.ended.finally(() => request.signal?.removeEventListener('abort', onAbort))
  return new Promise((resolve) => {
    socket.once('open', () => resolve(openedSocket(socket, ended)))
    ended.then((end) => {
      const failure = end.failure ?? { code: 'not-reached' as const, url: shownUrl(url) }
      resolve({ kind: 'failure', failure })
    })
  })
}

function bytesOf(data: Buffer | ArrayBuffer): Buffer {
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}

function openedSocket(socket: WebSocket, ended: Promise<SocketEnd>): GuardedSocket {
  return {
    kind: 'socket',
    send: (data) => socket.send(data),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.close(1000),
    ended,
  }
}

/** Watches over one socket: silence, faults, its end. */
class SocketWatch {
  readonly ended: Promise<SocketEnd>
  readonly #socket: WebSocket
  readonly #url: string
  readonly #idle: NodeJS.Timeout
  #failure: OutsideFault | undefined
  #isPinged = false

  constructor(socket: WebSocket, url: string, idleMillisecondsMax: number) {
    this.#socket = socket
    this.#url = url
    this.#idle = setInterval(() => this.#look(), idleMillisecondsMax / 2)
    const heard = () => {
      this.#isPinged = false
      this.#idle.refresh()
    }
    for (const sign of ['open', 'message', 'ping', 'pong'] as const) socket.on(sign, heard)
    socket.on('error', (error) => {
      this.#failure ??= this.#meaningOf(error)
    })
    this.ended = new Promise((resolve) => {
      socket.once('close', (code, reason) => {
        clearInterval(this.#idle)
        const end = { code, reason: reason.toString().slice(0, 200) }
        resolve(this.#failure === undefined ? end : { ...end, failure: this.#failure })
      })
    })
  }

  fail(failure: OutsideFault): void {
    this.#failure ??= failure
    this.#socket.terminate()
  }

  /** Half the time of silence is over: ask once, then give up. A reader that pauses hears nothing and waits. */
  #look(): void {
    if (this.#socket.readyState !== WebSocket.OPEN || this.#socket.isPaused) return
    if (this.#isPinged) this.fail({ code: 'timed-out', url: this.#url, detail: 'silence' })
    else {
      this.#isPinged = true
      this.#socket.ping()
    }
  }

  /** ws tells most of its faults by words only. */
  #meaningOf(error: Error & { code?: string }): OutsideFault {
    const answered = /Unexpected server response: (\d+)/.exec(error.message)?.[1]
    if (answered !== undefined) return { code: 'bad-answer', url: this.#url, detail: answered }
    if (/handshake has timed out/.test(error.message)) return { code: 'timed-out', url: this.#url }
    if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')
      return { code: 'too-large', url: this.#url, detail: error.code }
    if (error.code === undefined || error.code.startsWith('WS_ERR_'))
      return {
        code: 'bad-answer',
        url: this.#url,
        detail: error.code ?? error.message.slice(0, 200),
      }
    return failureOf(error, this.#url, false)
  }
}
