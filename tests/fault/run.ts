import { spawnSync } from 'node:child_process'

/** `npm run fault [-- <rounds>]`: the fault test in full, on both databases. */
const rounds = process.argv[2] ?? '50'
for (const dialect of ['sqlite', 'postgres']) {
  const test = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'integration',
    'tests/integration/publication/fault.test.ts',
  ]
  const env = { ...process.env, TEST_DATABASE: dialect, FAULT_ROUNDS: rounds }
  const { status } = spawnSync(process.execPath, test, { env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
