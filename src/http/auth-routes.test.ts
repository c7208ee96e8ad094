import { describe, expect, it } from 'vitest'
import { cookieOf, makeCast, PASSWORD, startServer } from '#test/server.ts'

const SIGN_IN = '/api/auth/sign-in/email'
const newcomer = { name: 'x', email: 'x@example.com', password: PASSWORD }

describe('signing in', () => {
  it('gives a session to the right password, in whatever case the address is typed', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const cookie = await web.signIn(cast.email.owner.toUpperCase())
    const answer = await web.ask({ url: '/api/v1/session', headers: { cookie } })
    expect(answer.json()).toMatchObject({
      member: { email: cast.email.owner, language: 'en' },
      role: 'owner',
      workspace: { id: cast.workspaceId, slug: cast.slug, timeZone: 'Asia/Tokyo' },
    })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const payload = { email: cast.email.owner, password: PASSWORD }
    const answer = await web.ask({ method: 'POST', url: SIGN_IN, payload })
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie?.maxAge).toBe(30 * 24 * 3600)
    const headers = { cookie: cookieOf(answer) }
    const session = await web.ask({ url: '/api/auth/get-session', headers })
    expect(session.json().user).toMatchObject({ email: cast.email.owner })
    const token = decodeURIComponent(cookie?.value ?? '').split('.')[0] ?? ''
    expect(token.length).toBeGreaterThan(20)
    expect(answer.body + session.body).not.toContain(token)
  })

  it('is prolonged while it is used', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const cookie = await web.signIn(cast.email.owner)
    const in20Days = new Date(Date.now() + 20 * 24 * 3600 * 1000)
    const mine = web.door.asAccounts((tx) =>
      tx
        .updateTable('session')
        .set({ expiresAt: in20Days })
        .where('userId', '=', cast.userId.owner)
        .execute(),
    )
    await mine
    const answer = await web.ask({ url: '/api/v1/session', headers: { cookie } })
    expect(answer.cookies[0]?.maxAge).toBe(30 * 24 * 3600)
    const again = await web.ask({ url: '/api/v1/session', headers: { cookie: cookieOf(answer) } })
    expect([again.statusCode, again.cookies]).toEqual([200, []])
  })

  it('ends with signing out', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const cookie = await web.signIn(cast.email.viewer)
    const out = { method: 'POST', url: '/api/auth/sign-out', headers: { cookie } } as const
    expect((await web.ask(out)).statusCode).toBe(200)
    const after = await web.ask({ url: '/api/v1/session', headers: { cookie } })
    expect(after.statusCode).toBe(401)
  })

  it('refuses a wrong password in words, and nobody signs up', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const payload = { email: cast.email.owner, password: 'wrong wrong wrong' }
    const headers = { 'accept-language': 'ja-JP,en;q=0.5' }
    const answer = await web.ask({ method: 'POST', url: SIGN_IN, payload, headers })
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({
      code: 'not-signed-in',
      detail: 'メールアドレスまたはパスワードが違います。',
    })
    const up = { method: 'POST', url: '/api/auth/sign-up/email', payload: newcomer } as const
    expect((await web.ask(up)).statusCode).toBe(404)
  })

  it('stops guessing after five failures from an address, though right ones never count', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const attempt = (password: string, remoteAddress: string) => {
      const payload = { email: cast.email.owner, password }
      return web.ask({ method: 'POST', url: SIGN_IN, payload, remoteAddress })
    }
    for (let i = 0; i < 7; i++) expect((await attempt(PASSWORD, '10.0.0.1')).statusCode).toBe(200)
    for (let i = 0; i < 5; i++) expect((await attempt('wrong', '10.0.0.1')).statusCode).toBe(401)
    const refused = await attempt(PASSWORD, '10.0.0.1')
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(290)
    expect((await attempt(PASSWORD, '10.0.0.2')).statusCode).toBe(200)
  })

  it('stops guessing one e-mail after ten failures from anywhere, also side by side', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const payload = { email: cast.email.owner, password: 'wrong' }
    const attempts = Array.from({ length: 14 }, (_, i) =>
      web.ask({ method: 'POST', url: SIGN_IN, payload, remoteAddress: `10.1.0.${i}` }),
    )
    const statuses = (await Promise.all(attempts)).map((answer) => answer.statusCode)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(4)
  })

  it('believes no forwarded address without a proxy', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const payload = { email: cast.email.owner, password: 'wrong' }
    const attempt = (i: number) =>
      web.ask({
        ...{ method: 'POST', url: SIGN_IN, payload },
        headers: { 'x-forwarded-for': `10.2.0.${i}`, 'x-enishi-caller-address': `10.2.0.${i}` },
      })
    for (let i = 0; i < 5; i++) await attempt(i)
    expect((await attempt(9)).statusCode).toBe(429)
  })
})

describe('changing the password', () => {
  it('ends every other session, whatever the page asks, and the old password', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const here = await web.signIn(cast.email.member)
    const elsewhere = await web.signIn(cast.email.member)
    const payload = {
      ...{ currentPassword: PASSWORD, newPassword: 'another battery staple' },
      revokeOtherSessions: false,
    }
    const url = '/api/auth/change-password'
    const change = await web.ask({ method: 'POST', url, payload, headers: { cookie: here } })
    expect(change.statusCode).toBe(200)
    const statusWith = async (cookie: string) =>
      (await web.ask({ url: '/api/v1/session', headers: { cookie } })).statusCode
    expect(await statusWith(elsewhere)).toBe(401)
    expect(await statusWith(here)).toBe(401)
    expect(await statusWith(cookieOf(change))).toBe(200)
    await expect(web.signIn(cast.email.member)).rejects.toThrow('401')
    await web.signIn(cast.email.member, payload.newPassword)
  })

  it('needs the current one, and ten characters', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const headers = { cookie: await web.signIn(cast.email.member) }
    const change = (currentPassword: string, newPassword: string) =>
      web.ask({
        ...{ method: 'POST', url: '/api/auth/change-password', headers },
        payload: { currentPassword, newPassword },
      })
    const wrong = await change('wrong wrong', 'another battery staple')
    expect(wrong.json()).toMatchObject({ status: 400, field: 'currentPassword' })
    const short = await change(PASSWORD, 'short')
    expect(short.json()).toMatchObject({ status: 400, field: 'newPassword' })
  })
})
