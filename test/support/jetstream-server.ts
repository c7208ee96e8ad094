import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** What goes wrong on one connection. */
export interface Fault {
  /** After so many messages of this connection. */
  after: number
  kind: 'cut' | 'close' | 'malformed' | 'binary' | 'huge' | 'silence'
  /** With `close`. */
  code?: number
  /** With `huge`; twice what Jetstream is asked to leave out. */
  bytes?: number
}

export interface JetstreamServer {
  /** `ws://127.0.0.1:PORT/subscribe` */
  address: string
  /** Queries of the connections so far. */
  queries: URLSearchParams[]
  /** Messages sent over all connections. */
  sent(): number
  /** Something more happens: whoever is connected hears it. */
  happen(line: string): void
  /** Events before this are forgotten, silently. */
  holdFrom(timeUs: number): void
  /** Ends all connections that stand. */
  cutAll(): void
  close(): Promise<void>
}

/**
 * A Jetstream on loopback as its documentation describes it: `cursor` (inclusive; silently moved to
 * the oldest that is held), `wantedCollections`, `wantedDids`. Sends as fast as it is read.
 * `faultOf` says what goes wrong on the n-th connection, from 0.
 */
export async function startJetstream(
  lines: readonly string[],
  faultOf: (connection: number) => Fault | undefined = () => undefined,
): Promise<JetstreamServer> {
  const events = lines.map(readEvent)
  const queries: URLSearchParams[] = []
  const listeners = new Set<() => void>()
  let heldFromUs = 0
  let sent = 0
  const http = createServer((_request, response) => response.writeHead(404).end('not here'))
  const sockets = new WebSocketServer({
    server: http,
    path: '/subscribe',
    perMessageDeflate: false,
  })
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const query = new URL(request.url ?? '', 'ws://host').searchParams
    const fault = faultOf(queries.length)
    queries.push(query)
    const fromUs = Math.max(Number(query.get('cursor') ?? Number.POSITIVE_INFINITY), heldFromUs)
    const at = events.findIndex((event) => event.timeUs >= fromUs)
    const reader = { at: at === -1 ? events.length : at, sent: 0, isSending: false }
    const goOn = () => void send(socket, reader)
    const send = async (to: WebSocket, state: typeof reader): Promise<void> => {
      if (state.isSending) return
      state.isSending = true
      while (state.at < events.length && to.readyState === to.OPEN) {
        if (fault !== undefined && state.sent === fault.after && !goesOnAfter(to, fault)) return
        const event = events[state.at++]
        state.sent += 1
        if (event === undefined || !isWanted(event, query)) continue
        sent += 1
        const isFull = to.bufferedAmount > 256 * 1024
        await new Promise<void>((resolve) => {
          to.send(event.line, () => resolve())
          if (!isFull) resolve()
        })
      }
      state.isSending = false
    }
    listeners.add(goOn)
    socket.on('close', () => listeners.delete(goOn))
    goOn()
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const cutAll = () => {
    for (const socket of sockets.clients) socket.terminate()
  }
  return {
    address: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/subscribe`,
    queries,
    sent: () => sent,
    happen: (line) => {
      events.push(readEvent(line))
      for (const goOn of listeners) goOn()
    },
    holdFrom: (timeUs) => {
      heldFromUs = timeUs
    },
    cutAll,
    close: async () => {
      cutAll()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

interface HeldEvent {
  line: string
  timeUs: number
  did: string
  collection: string
}

function readEvent(line: string): HeldEvent {
  const event = JSON.parse(line)
  return {
    line,
    timeUs: event.time_us,
    did: event.did,
    collection: event.commit?.collection ?? '',
  }
}

function isWanted(event: HeldEvent, query: URLSearchParams): boolean {
  const collections = query.getAll('wantedCollections')
  const dids = query.getAll('wantedDids')
  const isCollectionWanted =
    event.collection === '' || collections.length === 0 || collections.includes(event.collection)
  return isCollectionWanted && (dids.length === 0 || dids.includes(event.did))
}

/** Does what goes wrong; answers whether the connection goes on after it. */
function goesOnAfter(socket: WebSocket, fault: Fault): boolean {
  switch (fault.kind) {
    case 'cut':
      socket.terminate()
      return false
    case 'close':
      socket.close(fault.code ?? 1001, 'as the test wants')
      return false
    case 'silence':
      return false
    case 'malformed':
      socket.send('{"did":"did:plc:broken","time_us":')
      socket.send('no event at all')
      return true
    case 'binary':
      socket.send(Buffer.from([0xff, 0, 1, 2]))
      return true
    case 'huge':
      socket.send('x'.repeat(fault.bytes ?? 4 * 1024 * 1024))
      return true
  }
}
