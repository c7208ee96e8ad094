import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { startLocal } from '#test/local-server.ts'
import { openGuardedSocket, type SocketRequest } from './guarded-socket.ts'
import { USER_AGENT } from './user-agent.ts'

const servers: WebSocketServer[] = []
afterAll(() => {
  for (const server of servers) {
    for (const client of server.clients) client.terminate()
    server.close()
  }
})

async function serve(onOpen: (socket: WebSocket, agent: string | undefined) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', autoPong: false })
  servers.push(server)
  server.on('connection', (socket, request) => onOpen(socket, request.headers['user-agent']))
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const heard: string[] = []
  const request: SocketRequest = {
    allow: [{ kind: 'host', host: '127.0.0.1', port }],
    onMessage: (data) => heard.push(data.toString()),
  }
  return { url: `ws://127.0.0.1:${port}/`, request, heard }
}

async function opened(answer: ReturnType<typeof openGuardedSocket>) {
  const socket = await answer
  if (socket.kind === 'failure') throw new Error(socket.failure.code)
  return socket
}

describe('openGuardedSocket', () => {
  it('hears what is sent along with the handshake, says who it is, ends politely', async () => {
    const { url, request, heard } = await serve((socket, agent) => {
      socket.send(agent ?? '')
      socket.on('message', (said) => socket.send(`you said ${said}`))
      socket.once('message', () => setTimeout(() => socket.close(4001, 'enough'), 20))
    })
    const socket = await opened(openGuardedSocket(url, request))
    socket.send('ご縁')
    expect(await socket.ended).toEqual({ code: 4001, reason: 'enough' })
    expect(heard).toEqual([USER_AGENT, 'you said ご縁'])
  })

  it('is closed by us', async () => {
    const { url, request } = await serve(() => 0)
    const socket = await opened(openGuardedSocket(url, request))
    socket.close()
    expect(await socket.ended).toMatchObject({ code: 1000 })
  })

  it('stops at messages that are too large', async () => {
    const { url, request, heard } = await serve((socket) => socket.send('a'.repeat(1001)))
    const socket = await opened(openGuardedSocket(url, { ...request, messageBytesMax: 1000 }))
    expect(await socket.ended).toMatchObject({ failure: { code: 'too-large' } })
    expect(heard).toEqual([])
  })

  it('notices a cut connection and one that fell silent', async () => {
    const cut = await serve((socket) => setTimeout(() => socket.terminate(), 20))
    const socket = await opened(openGuardedSocket(cut.url, cut.request))
    expect((await socket.ended).code).toBe(1006)
    // This server answers no pings.
    const silent = await serve(() => 0)
    const request = { ...silent.request, idleMillisecondsMax: 100 }
    const waiting = await opened(openGuardedSocket(silent.url, request))
    expect(await waiting.ended).toMatchObject({ failure: { code: 'timed-out', detail: 'silence' } })
  })

  it('stays with a side that is quiet but answers pings', async () => {
    const { url, request } = await serve((socket) => socket.on('ping', () => socket.pong()))
    const socket = await opened(openGuardedSocket(url, { ...request, idleMillisecondsMax: 60 }))
    const first = await Promise.race([socket.ended, sleep(400, 'still open')])
    expect(first).toBe('still open')
    socket.close()
  })

  it('makes the other side wait while it is paused', async () => {
    const { url, request, heard } = await serve((socket) => {
      socket.on('message', () => socket.send('later'))
    })
    const socket = await opened(openGuardedSocket(url, { ...request, idleMillisecondsMax: 40 }))
    socket.pause()
    socket.send('now')
    await sleep(200)
    expect(heard).toEqual([])
    socket.resume()
    while (heard.length === 0) await sleep(5)
    expect(heard).toEqual(['later'])
    socket.close()
  })

  it('gives up a handshake that is refused, not answered, or not wanted any more', async () => {
    const refusing = await startLocal((_, response) => response.writeHead(503).end())
    const silent = await startLocal(() => 0)
    // Takes upgrades and says nothing.
    const failureAt = async (port: number, more: Partial<SocketRequest> = {}) => {
      const allow = [refusing.allow, silent.allow]
      const request = { allow, onMessage: () => 0, ...more }
      const answer = await openGuardedSocket(`ws://127.0.0.1:${port}/`, request)
      return answer.kind === 'failure' ? answer.failure : answer.kind
    }
    expect(await failureAt(refusing.port)).toMatchObject({ code: 'bad-answer', detail: '503' })
    const handshakeMillisecondsMax = 100
    expect(await failureAt(silent.port, { handshakeMillisecondsMax })).toMatchObject({
      code: 'timed-out',
    })
    const signal = AbortSignal.timeout(50)
    expect(await failureAt(silent.port, { signal })).toMatchObject({ code: 'aborted' })
    await refusing.close()
    expect(await failureAt(refusing.port)).toMatchObject({ code: 'not-reached' })
  })
})
