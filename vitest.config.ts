import { availableParallelism } from 'node:os'
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
      '**/*.live.test.ts',
      '**/node_modules/**',
    ],
    // Test files share the modules of their process: reading is loaded once, not once a file.
    isolate: false,
    // Each test has a workspace of its own. The other core of two would idle beside one process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/close-after-file.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
