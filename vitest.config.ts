import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'simulation/**/*.test.ts',
      'web/src/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    exclude: [
      '**/*.slow.test.ts',
      '**/*.corpus.test.ts',
      '**/*.browser.test.ts',
      '**/node_modules/**',
    ],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
