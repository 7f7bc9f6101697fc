import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
      // The marker throws outside a React server bundle; tests run the server's rooms directly.
      'server-only': fileURLToPath(new URL('./scripts/server-only-marker.ts', import.meta.url)),
    },
  },
  test: {
    include: ['{app,components,lib,sandbox,scripts,bench,tests}/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
