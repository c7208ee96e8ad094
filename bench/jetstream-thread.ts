import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { type WebSocket, WebSocketServer } from 'ws'
import { repeatEvents } from './repeat-events.ts'

/** A server in a thread of its own that sends events as fast as they are read; says its address. */
const { recorded, events } = workerData as { recorded: string; events: number }
const lines = repeatEvents(
  gunzipSync(readFileSync(recorded)).toString('utf8').trim().split('\n'),
  events,
)
const SENT_AHEAD_BYTES_MAX = 1024 * 1024

async function send(socket: WebSocket): Promise<void> {
  for (const line of lines) {
    while (socket.bufferedAmount > SENT_AHEAD_BYTES_MAX) await nextTurn()
    socket.send(line)
  }
}

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', (socket) => void send(socket))
server.on('listening', () => {
  const { port } = server.address() as AddressInfo
  parentPort?.postMessage(`ws://127.0.0.1:${port}/subscribe`)
})
