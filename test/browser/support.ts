import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core'
import { runEnishi } from '#test/enishi-process.ts'

const CHROMIUM_AT = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser that is there; undefined where there is none. */
export const chromiumPath = CHROMIUM_AT.find((path) => path !== undefined && existsSync(path))

/** A browser that talks to nobody but the pages it is given. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface RunningServer {
  address: string
  /** The one-time link that a newcomer opens. */
  setupLink: string
  stop(): Promise<void>
}

/** `enishi serve` as a process of its own, on an empty data folder, with settings of its environment. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'enishi-browser-'))
  const server = runEnishi(['serve', '--data', data, '--port', '0'], { env })
  const [, address = ''] = await server.says(/Enishi is at (http:\S+) /)
  const [setupLink] = await server.says(/http:\S+\/setup\?token=\S+/)
  const stop = async () => {
    server.child.kill('SIGINT')
    await server.ended()
    rmSync(data, { recursive: true, force: true })
  }
  return { address, setupLink, stop }
}

export type Language = 'ja' | 'en'

/** A member's browser and all that went wrong in it: errors in the console, refused by the policy. */
export interface Visit {
  page: Page
  context: BrowserContext
  faults: string[]
}

const TELL_REFUSALS = `addEventListener('securitypolicyviolation', (event) =>
  console.error('refused by the policy:', event.effectiveDirective, event.blockedURI))`

export async function visit(browser: Browser, address: string, language: Language): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: address,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1400, height: 900 },
    colorScheme: 'light',
  })
  context.setDefaultTimeout(30_000)
  const faults: string[] = []
  await context.addInitScript({ content: TELL_REFUSALS })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('dialog', (dialog) => {
    faults.push(`a dialog opened: ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    const isOurs = origin === new URL(address).origin || ['data:', 'blob:'].includes(protocol)
    if (!isOurs) faults.push(`asked outside: ${request.url()}`)
  })
  return { page, context, faults }
}

const SCHEMES = ['light', 'dark'] as const

/** What axe calls serious or critical on the page as it stands, in both colour schemes. */
export async function seriousOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      found.push(`${scheme} ${id}: ${nodes.map((node) => node.html).join(' | ')}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

const NARROW_PX = 390
const SETTLED_MS_MAX = 3_000
const OVERFLOW = `new Promise((answer) => requestAnimationFrame(() =>
  answer(document.documentElement.scrollWidth - document.documentElement.clientWidth)))`

/** By how many pixels the page is wider than a telephone. */
export async function overflowPx(page: Page): Promise<number> {
  const wide = page.viewportSize() ?? { width: 1400, height: 900 }
  await page.setViewportSize({ width: NARROW_PX, height: 844 })
  // Charts follow the new width a frame or more later.
  const until = performance.now() + SETTLED_MS_MAX
  let px: number
  do {
    px = await page.evaluate<number>(OVERFLOW)
  } while (px > 0 && performance.now() < until)
  await page.setViewportSize(wide)
  return px
}

export const PASSWORD = 'correct horse battery'

/** The first workspace, made over the set-up link without a page. */
export async function makeWorkspaceThere(server: RunningServer, language: Language): Promise<void> {
  const token = new URL(server.setupLink).searchParams.get('token')
  const owner = { name: '縁 結子', email: 'owner@en.example', password: PASSWORD }
  const place = { workspace: '縁珈琲', language, timeZone: 'Asia/Tokyo' }
  const response = await fetch(`${server.address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address },
    body: JSON.stringify({ token, ...owner, ...place }),
  })
  if (response.status !== 201) throw new Error(await response.text())
}

/** Signs in on the page and waits for Home. */
export async function signInAt(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** The number in what a page shows: 1,234 as 1234, 1万5,000 as 15000; NaN where there is none. */
export function numberIn(text: string | null | undefined): number {
  const found = /(?:([\d,]+)万)?([\d,]*\d)?/.exec((text ?? '').replace(/^\D+/, ''))
  const [whole, myriads = '', rest = ''] = found ?? []
  if (whole === undefined || whole === '') return Number.NaN
  const plain = (digits: string) => Number(digits.replaceAll(',', ''))
  return plain(myriads) * 10_000 + plain(rest)
}

/** As much of an element as is used here; the tests do not know the types of the page. */
interface PageElement {
  textContent: string | null
  cloneNode(isDeep: true): PageElement
  querySelectorAll(selector: string): Iterable<{ remove(): void }>
}

/** The words of a post as its author wrote them, without what the marks in it say to screen readers. */
export function writtenText(post: Locator): Promise<string> {
  return post.evaluate((element) => {
    const copy = (element as unknown as PageElement).cloneNode(true)
    for (const said of copy.querySelectorAll('.says-side')) said.remove()
    return copy.textContent ?? ''
  })
}
