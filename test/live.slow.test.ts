import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { ChannelInFull } from '#http/contract/channels.ts'
import { type EnishiProcess, newInstallation, serve } from '#test/enishi-process.ts'
import { startSteadyStream } from '#test/jetstream-shim.ts'
import { startLocal } from '#test/local-server.ts'

const PATIENCE = { timeout: 60_000, interval: 50 }

const toClose: { close(): Promise<void> }[] = []

afterAll(async () => {
  for (const one of toClose) await one.close()
})

async function stop({ child, ended }: EnishiProcess): Promise<void> {
  child.kill('SIGTERM')
  expect(await ended()).toBe(0)
}

function caller(address: string, key: string) {
  return async <Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const answer = await fetch(`${address}/api/v1${path}`, init)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (answer.status === 202 ? undefined : await answer.json()) as Answer
  }
}

function feedOf(titles: readonly string[]): string {
  const items = titles.map(
    (title) => `<item><guid>urn:x:${title}</guid><title>${title}</title></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>池</title>${items.join('')}</channel></rss>`
}

function eventOf(index: number, timeUs: number): object {
  const createdAt = new Date(timeUs / 1000).toISOString()
  const record = { $type: 'app.bsky.feed.post', text: `みつばち ${index}`, createdAt }
  const path = { collection: 'app.bsky.feed.post', rkey: `p${index}`, cid: `c${index}` }
  const commit = { rev: `r${index}`, operation: 'create', ...path, record }
  return { did: `did:plc:${'a'.repeat(24)}`, time_us: timeUs, kind: 'commit', commit }
}

/** The process id of the embedded database. */
function postmasterOf(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres/db/postmaster.pid'), 'utf8'), 10)
}

type Posts = { items: { text: string; arrivedAt?: string }[] }

describe('a server that listens', () => {
  it('hears a feed and a stream, goes on while its database is killed, and ends in order', async () => {
    const titles = ['一つ目']
    const site = await startLocal((_request, response) => {
      response.setHeader('content-type', 'application/rss+xml')
      response.end(feedOf(titles))
    })
    const stream = await startSteadyStream(400, 20, eventOf)
    toClose.push(stream)
    const { folder, key } = await newInstallation()
    const { server, address } = await serve(folder)
    const ask = caller(address, key)
    const texts = async () =>
      (await ask<Posts>('GET', '/activities?limit=200')).items.map(({ text }) => text)

    const feed = { kind: 'feed', settings: { address: `${site.origin}/feed.xml` } }
    expect(await ask('POST', '/channels/probe', feed)).toMatchObject({ kind: 'works' })
    const added = await ask<ChannelInFull>('POST', '/channels', { ...feed, name: '池' })
    const heardAfter = performance.now()
    await vi.waitUntil(async () => (await texts()).includes('一つ目'), PATIENCE)
    console.info(`feed: added to shown in ${(performance.now() - heardAfter).toFixed(0)} ms`)
    titles.unshift('二つ目')
    await ask('POST', `/channels/${added.id}/poll`)
    const askedAt = performance.now()
    await vi.waitUntil(async () => (await texts()).includes('二つ目'), PATIENCE)
    console.info(`feed: asked to look to shown in ${(performance.now() - askedAt).toFixed(0)} ms`)

    const settings = { address: stream.address, keywords: ['みつばち'] }
    const bluesky = await ask<ChannelInFull>('POST', '/channels', {
      ...{ kind: 'bluesky', name: 'Bluesky', settings },
    })
    await vi.waitUntil(() => stream.offered() > 100, PATIENCE)
    const killed = postmasterOf(folder)
    process.kill(killed, 'SIGKILL')
    await vi.waitUntil(() => stream.offered() > 300, PATIENCE)
    const inLog = async () => {
      const path = `/channels/${bluesky.id}`
      return (await ask<ChannelInFull>('GET', path)).postsLastWeek
    }
    await vi.waitUntil(async () => (await inLog().catch(() => 0)) === 400, PATIENCE)
    expect(postmasterOf(folder)).not.toBe(killed)
    // The database was away, not the stream: one connection, no gap.
    expect(stream.connections()).toBe(1)
    const { health, gaps } = await ask<ChannelInFull>('GET', `/channels/${bluesky.id}`)
    expect(gaps).toEqual([])
    expect(health).toMatchObject({ condition: 'listening', failuresInRow: 0 })
    const metrics = async () => (await fetch(`${address}/metrics`)).text()
    // The thread tells its figures once a second.
    const all = 'enishi_live_records_total{kind="bluesky"} 400\n'
    await vi.waitUntil(async () => (await metrics()).includes(all), PATIENCE)
    const lag = /enishi_live_lag_seconds\{kind="bluesky"\} ([\d.]+)\n/.exec(await metrics())
    console.info(`bluesky: ${lag?.[1]} s from happening to being safe on disk, of late`)
    expect(Number(lag?.[1])).toBeLessThan(10)
    await stop(server)
  })

  it('plays only the parts that it is given', async () => {
    const { folder, key } = await newInstallation()
    const listener = await serve(folder, ['--role', 'listen'])
    const statusOf = async (path: string) => (await fetch(`${listener.address}${path}`)).status
    expect(await statusOf('/readyz')).toBe(200)
    expect(await statusOf('/api/v1/session')).toBe(404)
    const hasSpool = async (address: string) =>
      (await (await fetch(`${address}/metrics`)).text()).includes('enishi_spool_records')
    await vi.waitUntil(() => hasSpool(listener.address), PATIENCE)
    await stop(listener.server)
    const web = await serve(folder, ['--role', 'web,work'])
    await caller(web.address, key)('GET', '/channels')
    expect(web.server.err()).not.toContain('"live"')
    expect(await hasSpool(web.address)).toBe(false)
    await stop(web.server)
  })
})
