import { WebSocket } from 'ws'
import type {
  Outside,
  OutsideAnswer,
  OutsideFailure,
  OutsideRefusal,
  OutsideSocket,
} from '#outside/ports.ts'

type SocketOptions = NonNullable<Parameters<Outside['openSocket']>[1]>

/** A way out that leads to this machine only, for tests of what stands behind the port. */
export const loopbackOutside: Outside = {
  fetchOutside: fetchLoopback,
  openSocket: openLoopback,
  mayFetch: async () => true,
}

function refusal(failure: OutsideFailure, detail?: string): OutsideRefusal {
  return { kind: 'failure', failure, ...(detail === undefined ? {} : { detail }) }
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost'].includes(URL.parse(url)?.hostname ?? '')
}

async function fetchLoopback(url: string): Promise<OutsideAnswer | OutsideRefusal> {
  if (!isLoopback(url)) return refusal('refused-address', url)
  try {
    const answer = await fetch(url)
    const body = Buffer.from(await answer.arrayBuffer())
    const headers = Object.fromEntries(answer.headers)
    const { status } = answer
    return { kind: 'answer', status, headers, url, redirects: [], body, wireBytes: body.length }
  } catch (error) {
    return refusal('not-reached', String(error))
  }
}

async function openLoopback(
  url: string,
  options: SocketOptions = {},
): Promise<OutsideSocket | OutsideRefusal> {
  if (!isLoopback(url)) return refusal('refused-address', url)
  const socket = new WebSocket(url, {
    maxPayload: options.messageBytesMax ?? 0,
    handshakeTimeout: options.openMillisecondsMax ?? 10_000,
    perMessageDeflate: false,
  })
  const connection = new Connection(socket, options)
  return connection.opened
}

/** Messages wait in a queue; from 500 on the network is not read further. */
const QUEUE_MAX = 500

class Connection {
  readonly opened: Promise<OutsideSocket | OutsideRefusal>
  readonly #socket: WebSocket
  readonly #queue: string[] = []
  #wake: () => void = () => undefined
  #isOver = false
  #failure: OutsideRefusal | undefined

  constructor(socket: WebSocket, options: SocketOptions) {
    this.#socket = socket
    const idle = this.#watchSilence(options.idleMillisecondsMax ?? 60_000)
    const stop = () => this.#fail(refusal('aborted'))
    options.signal?.addEventListener('abort', stop)
    const ended = new Promise<{ code: number; reason: string } | OutsideRefusal>((resolve) => {
      socket.once('close', (code, reason) => {
        this.#isOver = true
        this.#wake()
        clearTimeout(idle)
        options.signal?.removeEventListener('abort', stop)
        const failure = this.#failure ?? (code === 1006 ? refusal('cut-off') : undefined)
        resolve(failure ?? { code, reason: reason.toString() })
      })
    })
    socket.on('message', (data, isBinary) => {
      idle.refresh()
      if (!isBinary) this.#queue.push(String(data))
      if (this.#queue.length >= QUEUE_MAX) socket.pause()
      this.#wake()
    })
    socket.on('error', (error: Error & { code?: string }) => {
      const isLarge = error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
      this.#failure ??= refusal(isLarge ? 'too-large' : 'not-reached', error.message)
    })
    this.opened = new Promise((resolve) => {
      socket.once('open', () =>
        resolve({
          messages: this.#messages(),
          send: (text) => socket.send(text),
          close: () => {
            if (socket.isPaused) socket.terminate()
            else socket.close(1000)
          },
          ended,
        }),
      )
      void ended.then(() => resolve(this.#failure ?? refusal('not-reached')))
    })
  }

  #watchSilence(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#fail(refusal('timed-out', 'silence')), milliseconds)
  }

  #fail(failure: OutsideRefusal): void {
    this.#failure ??= failure
    this.#socket.terminate()
  }

  async *#messages(): AsyncGenerator<string, void, undefined> {
    for (;;) {
      const next = this.#queue.shift()
      if (next !== undefined) {
        yield next
        continue
      }
      if (this.#isOver) return
      this.#socket.resume()
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
