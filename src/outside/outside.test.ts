import type { AddressInfo } from 'node:net'
import { setImmediate as breathe } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { startLocal } from '#test/local-server.ts'
import { createOutside } from './outside.ts'

const toClose: { close(): unknown }[] = []
afterAll(async () => {
  for (const one of toClose) await one.close()
})

function outsideWith(port: number) {
  const allow = [{ kind: 'host' as const, host: '127.0.0.1', port }]
  const outside = createOutside({ allow, now: () => new Date() })
  toClose.push(outside)
  return outside
}

describe('createOutside', () => {
  it('fetches whole bodies and tells what went over the wire', async () => {
    const packed = gzipSync('a'.repeat(10_000))
    const server = await startLocal((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: '/b' }).end()
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
    })
    const outside = outsideWith(server.port)
    expect(await outside.fetchOutside(server.origin)).toMatchObject({
      ...{ kind: 'answer', status: 200, url: `${server.origin}/b`, wireBytes: packed.length },
      body: Buffer.from('a'.repeat(10_000)),
      redirects: [{ status: 301, to: `${server.origin}/b` }],
    })
    const small = await outside.fetchOutside(server.origin, { bytesMax: 9_999 })
    expect(small).toMatchObject({ kind: 'failure', failure: 'too-large' })
    expect(small.kind === 'failure' && small.detail).toContain('over 9999 bytes')
  })

  it('never shows query or credentials of what failed', async () => {
    const outside = outsideWith(1)
    for (const url of ['http://me:secret@a.example/', 'http://127.0.0.1:9999/x?token=secret']) {
      const refused = await outside.fetchOutside(url)
      expect(refused.kind).toBe('failure')
      expect(JSON.stringify(refused)).not.toContain('secret')
    }
  })

  it('knows what robots.txt says', async () => {
    const server = await startLocal((_, response) => response.end('User-agent: *\nDisallow: /no'))
    const outside = outsideWith(server.port)
    expect(await outside.mayFetch(`${server.origin}/no`)).toBe(false)
    expect(await outside.mayFetch(`${server.origin}/yes`)).toBe(true)
  })

  it('gives every message of a socket to a slow reader, in order, and makes the sender wait', async () => {
    const count = 20_000
    const filler = 'a'.repeat(1_000)
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    toClose.push(server)
    let buffered = 0
    server.on('connection', async (socket) => {
      for (let at = 0; at < count; at++) {
        socket.send(`${at} ${filler}`)
        while (socket.bufferedAmount > 1_000_000) {
          buffered += 1
          await breathe()
        }
      }
      socket.close(1000)
    })
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const socket = await outsideWith(port).openSocket(`ws://127.0.0.1:${port}/`)
    if ('kind' in socket) throw new Error(socket.failure)
    let next = 0
    for await (const message of socket.messages) {
      expect(message.startsWith(`${next} `)).toBe(true)
      next += 1
      if (next % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    }
    expect(next).toBe(count)
    expect(buffered).toBeGreaterThan(0)
    expect(await socket.ended).toEqual({ code: 1000, reason: '' })
  })
})
