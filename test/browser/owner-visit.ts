import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import {
  chromiumPath,
  type Language,
  makeWorkspaceThere,
  openBrowser,
  overflowPx,
  PASSWORD,
  type RunningServer,
  seriousOf,
  startServer,
  type Visit,
  visit,
} from './support.ts'

/** What the first requests of a fresh server may take on a busy machine. */
const SEND_MS_MAX = 120_000

export interface OwnerVisit {
  readonly server: RunningServer
  readonly browser: Browser
  readonly seen: Visit
  readonly page: Page
  /** Asks the server with what the owner's browser holds; answers what it says, which must not be a refusal. */
  send(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, data?: object): Promise<unknown>
  /** Nothing serious to axe in either scheme, nothing wider than a telephone, nothing amiss in the console. */
  expectSound(): Promise<void>
}

/**
 * A server with a workspace and its owner's browser, made before the tests of a `describe` and closed
 * behind them. The owner is signed in unless the tests begin before that.
 */
export function openForOwner(
  language: Language,
  options: { isSignedIn?: boolean } = {},
): OwnerVisit {
  let browser: Browser
  let server: RunningServer
  let seen: Visit
  const send: OwnerVisit['send'] = async (method, path, data) => {
    const asked = { method, headers: { origin: server.address }, timeout: SEND_MS_MAX }
    const answer = await seen.context.request.fetch(path, data ? { ...asked, data } : asked)
    const said = await answer.text()
    expect([path, answer.ok(), said]).toEqual([path, true, said])
    return said === '' ? null : JSON.parse(said)
  }
  beforeAll(async () => {
    browser = await openBrowser(chromiumPath ?? '')
    server = await startServer()
    await makeWorkspaceThere(server, language)
    seen = await visit(browser, server.address, language)
    const account = { email: 'owner@en.example', password: PASSWORD }
    if (options.isSignedIn ?? true) await send('POST', '/api/auth/sign-in/email', account)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return {
    get server() {
      return server
    },
    get browser() {
      return browser
    },
    get seen() {
      return seen
    },
    get page() {
      return seen.page
    },
    send,
    async expectSound() {
      expect(await seriousOf(seen.page)).toEqual([])
      expect(await overflowPx(seen.page)).toBe(0)
      expect(seen.faults).toEqual([])
    },
  }
}
