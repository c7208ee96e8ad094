import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addHook, callHook, standardHeaders } from '#test/hooks.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId } from '#test/workspace.ts'
import { agentClassOf } from './agent-class.ts'
import { withClick } from './link-routes.ts'

let web: TestServer
let cast: Cast
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.member)
})

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const DESKTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

interface Link {
  id: string
  code: string
  clicks: number
  outcomes: number
  days: { day: string; clicks: number }[]
}

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const url = `/api/v1${path}`
  return web.ask({ method, url, headers: { cookie }, ...(payload && { payload }) })
}

async function addLink(more: object = {}): Promise<Link> {
  const target = 'https://shop.example/p?a=1#top'
  const answer = await ask('POST', '/links', { target, name: 'Spring', ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Link>()
}

function follow(
  code: string,
  headers: Record<string, string> = { 'user-agent': PHONE },
  method: 'GET' | 'HEAD' = 'GET',
) {
  const all = { host: '127.0.0.1:3000', ...headers }
  return web.server.inject({ method, url: `/l/${code}`, headers: all })
}

/** Waits until what was clicked is in the log: for the state, not for a time. */
async function untilClicked(id: string, clicks: number): Promise<Link> {
  return expect
    .poll(() => linkOf(id), { timeout: 20_000 })
    .toMatchObject({ clicks })
    .then(() => linkOf(id))
}

async function linkOf(id: string): Promise<Link> {
  const { items } = (await ask('GET', '/links')).json<{ items: Link[] }>()
  const found = items.find((one) => one.id === id)
  if (found === undefined) throw new Error('the link is gone')
  return found
}

describe('a link of ours', () => {
  it('leads on with a click id, and keeps nothing of the visitor but the class of device', async () => {
    const link = await addLink()
    expect(link.code).toMatch(/^[a-z2-9]{8}$/)
    const answer = await follow(link.code)
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toMatch(
      /^https:\/\/shop\.example\/p\?a=1&enishi_click=ck_[\w-]{22}#top$/,
    )
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
    const { days } = await untilClicked(link.id, 1)
    expect(days).toEqual([{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), clicks: 1 }])
    const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql`select to_jsonb(c) as click, to_jsonb(a) as activity from link_click c
        join activity a on a.id = c.activity_id where c.link_id = ${link.id}`.execute(tx),
    )
    expect(rows).toMatchObject([{ click: { agent: 'phone' }, activity: { type: 'View' } }])
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|iPhone|Mozilla/)
  })

  it('is not clicked by HEAD, previews, crawlers, scanners or a look ahead', async () => {
    const link = await addLink()
    const machines = [
      'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      'Twitterbot/1.0',
      'facebookexternalhit/1.1;line-poker/1.0',
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
      'WhatsApp/2.23.20.0',
      'Mastodon/4.3.0 (http.rb/5.2.0; +https://example.social/)',
      'Bluesky Cardyb/1.1',
      'curl/8.5.0',
      '',
    ]
    for (const agent of machines) {
      const answer = await follow(link.code, { 'user-agent': agent })
      expect(answer.headers.location, agent).toBe('https://shop.example/p?a=1#top')
    }
    const ahead = { 'user-agent': DESKTOP, 'sec-purpose': 'prefetch;prerender' }
    expect((await follow(link.code, ahead)).headers.location).not.toContain('enishi_click')
    const head = await follow(link.code, { 'user-agent': DESKTOP }, 'HEAD')
    expect([head.statusCode, head.headers.location]).toEqual([
      302,
      'https://shop.example/p?a=1#top',
    ])
    await follow(link.code, { 'user-agent': DESKTOP })
    await untilClicked(link.id, 1)
  })

  it('leads only where it was made to lead', async () => {
    const unsafe = [
      ...['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com/', '//example.com', 'x'],
      ...[
        'https://user:secret@example.com/',
        'https://',
        `https://example.com/${'x'.repeat(2_000)}`,
      ],
    ]
    for (const target of unsafe) {
      const answer = await ask('POST', '/links', { target, name: 'x' })
      expect([answer.statusCode, answer.json().field], target).toEqual([400, 'target'])
    }
    const { code } = await addLink()
    for (const path of ['nothere', '..%2f..', 'a', `${code}%0d%0ax`, 'x'.repeat(100)]) {
      expect((await follow(path)).statusCode, path).toBe(404)
    }
    const turned = await web.server.inject({
      ...{ url: `/l/${code}?target=https://evil.example/&url=//evil.example` },
      headers: { host: '127.0.0.1:3000', 'user-agent': PHONE },
    })
    expect(turned.headers.location).toMatch(/^https:\/\/shop\.example\/p\?a=1&enishi_click=/)
    expect(turned.headers.location).not.toContain('evil')
  })

  it('that is changed leads elsewhere at once; removed, nowhere, and its code is not given again', async () => {
    const { id, code } = await addLink({ code: `own-${newId().slice(-12)}` })
    await ask('PATCH', `/links/${id}`, { target: 'https://other.example/' })
    expect((await follow(code)).headers.location).toMatch(
      /^https:\/\/other\.example\/\?enishi_click=/,
    )
    expect((await ask('DELETE', `/links/${id}`)).statusCode).toBe(204)
    const gone = await follow(code, { 'user-agent': PHONE, 'accept-language': 'ja' })
    expect([gone.statusCode, gone.body]).toEqual([404, expect.stringContaining('リンク')])
    const again = await ask('POST', '/links', { target: 'https://a.example', name: 'x', code })
    expect(again.json()).toMatchObject({ status: 409, field: 'code' })
  })

  it('is found by name, campaign and whose it is', async () => {
    const campaign = newId()
    const member = cast.userId.member
    const { id } = await addLink({ campaign, member, name: '春の配布' })
    for (const query of [`campaign=${campaign}`, `q=${campaign.slice(3)}`, `member=${member}`]) {
      const { items } = (await ask('GET', `/links?${query}`)).json<{ items: object[] }>()
      expect(items).toMatchObject([{ id, member: { id: member, name: 'member' }, campaign }])
    }
    const both = { target: 'https://a.example', name: 'x', member, person: newId() }
    expect((await ask('POST', '/links', both)).statusCode).toBe(400)
    const stranger = { target: 'https://a.example', name: 'x', member: newId() }
    expect((await ask('POST', '/links', stranger)).json()).toMatchObject({ field: 'member' })
  })

  it('takes a burst of 3,000 clicks and counts each once', { timeout: 60_000 }, async () => {
    const link = await addLink()
    const startedAt = performance.now()
    const answers = await Promise.all(Array.from({ length: 3_000 }, () => follow(link.code)))
    const seconds = (performance.now() - startedAt) / 1000
    expect(answers.every(({ statusCode }) => statusCode === 302)).toBe(true)
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(3_000)
    await untilClicked(link.id, 3_000)
    const all = (performance.now() - startedAt) / 1000
    console.info(
      `3000 clicks: answered in ${seconds.toFixed(2)} s, recorded in ${all.toFixed(2)} s`,
    )
  })
})

describe('codes and clicks of outcomes', () => {
  async function buy(path: string, more: object) {
    const outcome = {
      ...{ type: 'purchase', id: newId(), at: new Date().toISOString(), value: 1, currency: 'JPY' },
      ...{ person: { email: `${newId()}@example.com` }, ...more },
    }
    const body = JSON.stringify(outcome)
    const answer = await callHook(web, path, body, standardHeaders(body))
    expect(answer.json()).toEqual({ heard: 'recorded' })
  }

  it('find their link, whichever comes first', async () => {
    const owner = await web.signIn(cast.email.owner)
    const { path } = await addHook(web, owner, 'webhook')
    const link = await addLink()
    const clickOf = async () =>
      new URL((await follow(link.code)).headers.location as string).searchParams.get('enishi_click')
    // Told before the click is recorded, and after.
    await buy(path, { click: await clickOf() })
    const later = await clickOf()
    await untilClicked(link.id, 2)
    await buy(path, { click: later })
    await buy(path, { click: `ck_${'x'.repeat(22)}` })
    await buy(path, { click: 'not one of ours' })
    await expect.poll(() => linkOf(link.id)).toMatchObject({ outcomes: 2 })
  })

  it('find their code however it is written, also when it is registered later', async () => {
    const owner = await web.signIn(cast.email.owner)
    const { path } = await addHook(web, owner, 'webhook')
    const text = `Spring-${newId().slice(-8)}`
    await buy(path, { code: text.toLowerCase() })
    const made = await ask('POST', '/codes', { text, kind: 'coupon', campaign: 'spring' })
    expect(made.json()).toMatchObject({ text, outcomes: 1, campaign: 'spring', person: null })
    await buy(path, { referredBy: ` ${text.toUpperCase()} ` })
    const listed = await ask('GET', `/codes?q=${text}`)
    expect(listed.json()).toMatchObject({ items: [{ text, outcomes: 2 }], next: null })
    const twice = await ask('POST', '/codes', { text: text.toUpperCase(), kind: 'referral' })
    expect(twice.json()).toMatchObject({ status: 409, field: 'text' })
    const { id } = made.json<{ id: string }>()
    const renamed = await ask('PATCH', `/codes/${id}`, { text: `${text}-2` })
    expect(renamed.json()).toMatchObject({ outcomes: 0 })
    expect((await ask('DELETE', `/codes/${id}`)).statusCode).toBe(204)
  })
})

describe('what is told of devices', () => {
  it.each([
    [PHONE, 'phone'],
    [DESKTOP, 'desktop'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15', 'tablet'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
      'tablet',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Line/14.1',
      'phone',
    ],
    ['Mozilla/5.0 (PlayStation 5 8.00) AppleWebKit/605.1.15', 'other'],
  ])('%s', (agent, expected) => {
    expect(agentClassOf(agent, undefined)).toBe(expected)
  })
})

describe('withClick', () => {
  it('only adds', () => {
    expect(withClick('https://a.example/', 'c')).toBe('https://a.example/?enishi_click=c')
    expect(withClick('https://a.example/?q=%20+b#x?y', 'c')).toBe(
      'https://a.example/?q=%20+b&enishi_click=c#x?y',
    )
  })
})
