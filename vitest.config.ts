import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('./', import.meta.url))
const alias = [{ find: /^@\//, replacement: root }]

/** `npx vitest run --project unit`; integration runs on SQLite, or on PostgreSQL with `TEST_DATABASE=postgres`. */
export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      { resolve: { alias }, test: { name: 'property', include: ['tests/property/**/*.test.ts'], testTimeout: 60_000 } },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // What a file of SQLite is about is the same whatever the others are tested on.
          exclude: process.env.TEST_DATABASE === 'postgres' ? ['**/*.sqlite.test.ts'] : [],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/settings.ts'],
          // Much of it waits for a disk, a server or a child process, so a small machine does two files at a time too.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          // Long enough for a machine that is busy with other things.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
