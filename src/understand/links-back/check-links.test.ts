import { sql } from 'kysely'
import { describe, expect, it, test } from 'vitest'
import { createOutside } from '#outside/outside.ts'
import { changeIn } from '#test/change.ts'
import { startLocal } from '#test/local-server.ts'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace, newId } from '#test/workspace.ts'
import { loadAccounts } from '../candidates/load-records.ts'
import { changePrivacySetting, checkLinks } from '../index.ts'
import { linksBack } from './links-back.ts'

const ACCOUNT = 'https://social.example/@aya'

test('a page links back by rel="me" alone, whatever else it links to', () => {
  const says = (html: string) => linksBack(html, 'https://aya.example/about', ACCOUNT)
  expect(says(`<a rel="me" href="${ACCOUNT}">me</a>`)).toBe(true)
  expect(says('<link rel="nofollow ME" href="https://www.social.example/@AYA/#x">')).toBe(true)
  expect(says(`<a href="${ACCOUNT}">me</a>`)).toBe(false)
  expect(says('<a rel="me" href="https://social.example/@ayaka">me</a>')).toBe(false)
  expect(says('<a rel="me" href="/@aya">me</a>')).toBe(false)
  expect(says(`<!-- <a rel="me" href="${ACCOUNT}"> --><script>'<a rel=me>'</script>`)).toBe(false)
  expect(linksBack('<a rel="me" href="/@aya">', 'https://social.example/x', ACCOUNT)).toBe(true)
})

describe('pages that profiles link to', () => {
  it('are asked where that is on, with robots and limits, and what they say is kept with its time', async () => {
    const site = await startLocal((request, response) => {
      const { url = '' } = request
      if (url === '/robots.txt') return void response.end('User-agent: *\nDisallow: /private')
      response.setHeader('content-type', url === '/text' ? 'text/plain' : 'text/html')
      if (url === '/gone') response.statusCode = 404
      if (url === '/away') {
        response.writeHead(302, { location: 'http://localhost:1/' })
        return void response.end()
      }
      if (url === '/huge') return void response.end('x'.repeat(1_100_000))
      const link = url === '/mine' || url === '/private' ? `<a rel="me" href="${ACCOUNT}">` : ''
      response.end(`<html>${link}</html>`)
    })
    const workspace = await makeWorkspace()
    const { run, door, id: ws } = workspace
    const { handleId: handle } = await seedPerson(workspace, 'Aya')
    const paths = ['mine', 'other', 'private', 'gone', 'text']
    // 127.0.0.1 is no name that a profile may say bare: it says the scheme.
    const bio = paths.map((path) => `${site.origin}/${path}`).join(' ')
    await run((tx) =>
      sql`update handle set url = ${ACCOUNT}, bio = ${bio} where id = ${handle}`.execute(tx),
    )
    const at = new Date()
    const outside = createOutside({ allow: [site.allow], now: () => at })
    const parts = { door, outside, now: () => at, pauseMilliseconds: 0 }
    const check = () => checkLinks(parts, ws, new AbortController().signal)
    await check()
    expect(site.requests).toEqual([])
    await run((tx) => changePrivacySetting(tx, { checkLinks: true }, changeIn(workspace)))
    await check()
    const states = async () => {
      const { rows } = await run((tx) =>
        sql<{ page: string; state: string; why: string; checked_at: Date }>`
          select page, state, why, checked_at from handle_link order by page`.execute(tx),
      )
      return rows
    }
    const found = await states()
    const of = Object.fromEntries(
      found.map(({ page, state, why }) => [page.split('/')[1], why ?? state]),
    )
    expect(of).toEqual({
      ...{ mine: 'linked', other: 'not-linked', private: 'not-allowed' },
      ...{ gone: 'status', text: 'not-a-page' },
    })
    expect(found[0]?.checked_at).toEqual(at)
    expect(site.requests).not.toContain('GET /private')
    // Matching hears of it.
    const due = await run((tx) => sql`select 1 from match_due`.execute(tx))
    expect(due.rows).toHaveLength(1)
    const known = (await run((tx) => loadAccounts(tx, [handle]))).get(handle)
    expect(known?.record.verifiedLinks).toEqual([`${site.origin.replace('http:', 'https:')}/mine`])
    const before = site.requests.length
    await check()
    expect(site.requests).toHaveLength(before)
    await run((tx) => changePrivacySetting(tx, { checkLinks: false }, changeIn(workspace)))
    await check()
    expect(await states()).toEqual([])
    await outside.close()
  })

  it('on private addresses are not asked', async () => {
    const site = await startLocal((_, response) => response.end('<a rel="me">'))
    const workspace = await makeWorkspace()
    const { run, door, id: ws } = workspace
    await run((tx) =>
      sql`insert into handle (workspace_id, id, platform, external_id, url, bio)
        values (${ws}, ${newId()}, 'mastodon', 'aya', ${ACCOUNT}, ${`${site.origin}/mine`})`.execute(
        tx,
      ),
    )
    await run((tx) => changePrivacySetting(tx, { checkLinks: true }, changeIn(workspace)))
    const outside = createOutside({ now: () => new Date() })
    await checkLinks({ door, outside, now: () => new Date() }, ws, new AbortController().signal)
    expect(site.requests).toEqual([])
    const { rows } = await run((tx) => sql`select state from handle_link`.execute(tx))
    expect(rows).toEqual([{ state: 'failed' }])
    await outside.close()
  })
})
