import { describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'
import { SAID } from './words.ts'

/** Longer than the stream waits before it comes again. */
const DOOR_MS = 2_500

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'whoever signs out (%s)',
  (language) => {
    const said = SAID[language]
    const opened = openForOwner(language)

    it('is shown out without a refusal, however slowly the door comes', async () => {
      const { page, seen } = opened
      const asked: string[] = []
      const stream = page.waitForResponse((response) => response.url().includes('/api/v1/stream'))
      await page.goto('/people')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await stream
      await page.route('**/sign-in', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, DOOR_MS))
        await route.continue()
      })
      page.on('response', (response) => {
        if (response.status() === 401) asked.push(response.url())
      })
      await page.getByRole('button', { name: said.account, exact: true }).click()
      await page.getByRole('menuitem', { name: said.signOut }).click()
      await page.waitForURL('**/sign-in')
      await page.locator('[name=email]').waitFor()
      expect(asked).toEqual([])
      expect(seen.faults).toEqual([])
    })
  },
)
