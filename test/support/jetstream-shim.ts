import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'

/** A Jetstream on loopback whose events come at a steady rate and can all be asked for again. */
export interface SteadyStream {
  /** `ws://127.0.0.1:PORT/subscribe` */
  address: string
  /** Events that are there by now. */
  offered(): number
  connections(): number
  /** Whether the last connection was sent all that there is. */
  isAllSent(): boolean
  close(): Promise<void>
}

const SENT_AHEAD_BYTES_MAX = 1024 * 1024

/**
 * Offers `count` events, `perSecond` of them, from the first connection on. Whoever connects with a
 * cursor hears again from there, as fast as it reads, until it has caught up; who connects without one
 * hears only what comes from then on.
 */
export async function startSteadyStream(
  count: number,
  perSecond: number,
  eventOf: (index: number, timeUs: number) => object,
): Promise<SteadyStream> {
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  let startedAtMs: number | undefined
  let connections = 0
  let isAllSent = false
  let firstUs = 0
  const stepUs = 1_000_000 / perSecond
  const offered = () => {
    if (startedAtMs === undefined) return 0
    return Math.min(count, Math.floor(((performance.now() - startedAtMs) * perSecond) / 1000))
  }
  const indexFrom = (cursor: string | null) => {
    if (cursor === null) return connections === 1 ? 0 : offered()
    return Math.max(0, Math.floor((Number(cursor) - firstUs) / stepUs))
  }
  const send = async (socket: WebSocket, from: number) => {
    for (let next = from; socket.readyState === socket.OPEN; ) {
      const end = offered()
      for (; next < end && socket.bufferedAmount < SENT_AHEAD_BYTES_MAX; next++) {
        const timeUs = Math.round(firstUs + next * stepUs)
        socket.send(JSON.stringify(eventOf(next, timeUs)))
      }
      isAllSent = next === count && socket.bufferedAmount === 0
      await sleep(5)
    }
  }
  sockets.on('connection', (socket, request) => {
    connections += 1
    isAllSent = false
    if (startedAtMs === undefined) {
      startedAtMs = performance.now()
      firstUs = Date.now() * 1000
    }
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    void send(socket, indexFrom(searchParams.get('cursor')))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `ws://127.0.0.1:${port}/subscribe`,
    offered,
    connections: () => connections,
    isAllSent: () => isAllSent,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}
