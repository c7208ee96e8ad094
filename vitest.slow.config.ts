import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/**
 * The tests that `npm test` leaves out, one kind at a time:
 *   ENISHI_TESTS=corpus    tests that read ../shared/data
 *   ENISHI_TESTS=slow      long runs
 *   ENISHI_TESTS=browser   journeys in headless Chromium
 *   ENISHI_TESTS=live      real servers of the platforms on loopback (bin/test-live.mjs installs them)
 */
const KINDS = {
  corpus: { include: ['src/**/*.corpus.test.ts', 'test/**/*.corpus.test.ts'], minutes: 10 },
  slow: { include: ['src/**/*.slow.test.ts', 'test/**/*.slow.test.ts'], minutes: 30 },
  browser: { include: ['test/browser/**/*.browser.test.ts'], minutes: 5 },
  live: { include: ['test/live/**/*.live.test.ts'], minutes: 5 },
} as const

function kindOf(name: string | undefined): (typeof KINDS)[keyof typeof KINDS] {
  if (name === 'corpus' || name === 'slow' || name === 'browser' || name === 'live') {
    return KINDS[name]
  }
  throw new Error(`ENISHI_TESTS must be one of: ${Object.keys(KINDS).join(', ')}`)
}

const { include, minutes } = kindOf(process.env.ENISHI_TESTS)

// Not merged but spread: merging would keep the other kinds' patterns.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: [...include],
    exclude: ['**/node_modules/**'],
    testTimeout: minutes * 60_000,
    hookTimeout: minutes * 60_000,
    // Each measures a process of its own, and pages are waited for on a machine that may be busy.
    isolate: true,
    retry: process.env.ENISHI_TESTS === 'browser' ? 2 : 0,
    // Long runs measure and kill: beside each other they would disturb each other.
    fileParallelism: false,
  },
})
