import { afterAll, describe, expect, it } from 'vitest'
import { startLocal } from '#test/local-server.ts'
import { createFetcher, type Fetcher } from './guarded-fetch.ts'
import { createRobots } from './robots.ts'

const fetchers: Fetcher[] = []
afterAll(async () => {
  for (const fetcher of fetchers) await fetcher.close()
})

async function site(status: number, text: string) {
  const answer = { status, text }
  const server = await startLocal((_, response) =>
    response.writeHead(answer.status).end(answer.text),
  )
  const clock = { now: new Date('2026-01-01T00:00:00Z') }
  const now = () => clock.now
  const fetcher = createFetcher({ allow: [server.allow] })
  fetchers.push(fetcher)
  const robots = createRobots({ fetcher, now })
  const ask = (path: string) => robots.mayFetch(`${server.origin}${path}`)
  const pass = (hours: number) => {
    clock.now = new Date(clock.now.getTime() + hours * 3_600_000)
  }
  return { ask, pass, answer, server }
}

describe('mayFetch', () => {
  it('follows the group that names us, else the one for all', async () => {
    const text = 'User-agent: *\nDisallow: /a\n\nUser-agent: enishi\nDisallow: /b\n'
    const { ask, server } = await site(200, text)
    expect(await ask('/a')).toEqual({ verdict: 'allowed' })
    expect(await ask('/b/c')).toEqual({ verdict: 'disallowed' })
    expect(server.requests).toEqual(['GET /robots.txt'])
  })

  // RFC 9309, 2.2.2 and 2.2.3: the longest match wins, Allow wins a tie, * and $ are special.
  it.each([
    [
      'Disallow: /example/page/\nAllow: /example/page/allowed.gif',
      '/example/page/allowed.gif',
      true,
    ],
    ['Disallow: /example/page/\nAllow: /example/page/allowed.gif', '/example/page/x.gif', false],
    ['Disallow: /a\nAllow: /a', '/a', true],
    ['Disallow: *.gif$', '/x/y.gif', false],
    ['Disallow: *.gif$', '/x/y.gif?a', true],
    ['Disallow:', '/a', true],
  ])('reads %j for %s', async (rules, path, isAllowed) => {
    const { ask } = await site(200, `User-agent: *\n${rules}\n`)
    expect((await ask(path)).verdict).toBe(isAllowed ? 'allowed' : 'disallowed')
  })

  it.each([
    [404, 'allowed'],
    [403, 'allowed'],
    [500, 'unreached'],
    [503, 'unreached'],
  ])('takes %d for %s', async (status, verdict) => {
    const { ask } = await site(status, 'User-agent: *\nDisallow: /')
    expect(await ask('/a')).toEqual({ verdict })
  })

  it('asks again after a day, and sooner where the site could not say', async () => {
    const { ask, pass, answer, server } = await site(500, '')
    expect((await ask('/a')).verdict).toBe('unreached')
    Object.assign(answer, { status: 200, text: 'User-agent: *\nDisallow: /a' })
    expect((await ask('/a')).verdict).toBe('unreached')
    pass(0.6)
    expect((await ask('/a')).verdict).toBe('disallowed')
    answer.text = ''
    pass(23)
    expect((await ask('/a')).verdict).toBe('disallowed')
    pass(2)
    expect((await ask('/a')).verdict).toBe('allowed')
    expect(server.requests).toHaveLength(3)
  })

  it('asks once for many pages at a time', async () => {
    const { ask, server } = await site(200, '')
    await Promise.all(['/a', '/b', '/c'].map(ask))
    expect(server.requests).toHaveLength(1)
  })

  it('reads half a mebibyte and leaves the rest', async () => {
    const filler = '# filler\n'.repeat(80_000)
    const rule = 'User-agent: *\nDisallow: /a\n'
    expect((await (await site(200, rule + filler)).ask('/a')).verdict).toBe('disallowed')
    expect((await (await site(200, filler + rule)).ask('/a')).verdict).toBe('allowed')
  })

  it('says unreached where nobody answers', async () => {
    const { ask, server } = await site(200, '')
    await server.close()
    expect((await ask('/a')).verdict).toBe('unreached')
  })
})
