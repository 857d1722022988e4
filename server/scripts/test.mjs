// `npm test` and `npm run check` (--fast). Plain JavaScript that Node 20 runs; `npm test -- unit browser` runs only those steps.
import { realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { becomeNode, ensureInstalled, projectNode } from './install.mjs'

const self = fileURLToPath(import.meta.url)
const root = resolve(dirname(self), '../..')

try {
  process.chdir(root)
  ensureInstalled(root)
  const node = projectNode(root)
  if (realpathSync(node) !== realpathSync(process.execPath)) becomeNode(node, [self, ...process.argv.slice(2)])
  else await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

async function run() {
  const { runSteps } = await import('./test-steps.mjs')
  const words = process.argv.slice(2)
  const { passed, failed } = await runSteps(root, {
    isFast: words.includes('--fast'),
    only: words.filter((word) => !word.startsWith('--')),
  })
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
