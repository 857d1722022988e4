// `npm start` and `npm run dev` (--dev). Plain JavaScript that Node 20 runs: makes sure that everything is there, then starts the
// program with the project's own Node.
import { realpathSync } from 'node:fs'
import module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { becomeNode, ensureInstalled, projectNode } from './install.mjs'

const self = fileURLToPath(import.meta.url)
const root = resolve(dirname(self), '../..')
const isDevelopment = process.argv.includes('--dev')

try {
  process.chdir(root)
  ensureInstalled(root)
  const node = projectNode(root)
  if (realpathSync(node) !== realpathSync(process.execPath)) becomeNode(node, [self, ...process.argv.slice(2)])
  else await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function run() {
  process.env.NODE_ENV = isDevelopment ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  const { builtStart, bundleStart, ensureBuilt } = await import('./build.mjs')
  const file = isDevelopment ? '.cache/start-dev/start.mjs' : builtStart
  if (isDevelopment) await bundleStart(root, file)
  else await ensureBuilt(root)
  // Halves the time to start from the second start on.
  module.enableCompileCache?.(join(root, '.cache', 'compiled'))
  process.setSourceMapsEnabled?.(true)
  await import(pathToFileURL(join(root, file)).href)
}
