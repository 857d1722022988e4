import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything the built program is made of. */
const sources = [
  'app',
  'components',
  'db',
  'server',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
/** Run from their sources, or read at the start: a change to them needs no build. */
const notBuilt = /^(server\/scripts\/(bench|etappe)|db\/migrations\/)/

/** The program's own server, bundled: a third of the time to start. */
export const builtStart = '.next/etappe/start.mjs'
const stampFile = '.next/etappe/built-from.json'

/** @param {string} root @returns {string[]} Paths of the sources, sorted. */
function listSources(root) {
  /** @type {string[]} */
  const found = []
  /** @param {string} path */
  const walk = (path) => {
    if (notBuilt.test(path)) return
    const full = join(root, path)
    if (!existsSync(full)) return
    if (!statSync(full).isDirectory()) found.push(path)
    else for (const entry of readdirSync(full)) walk(`${path}/${entry}`)
  }
  for (const path of sources) walk(path)
  return found.sort()
}

/** Changes whenever a file does that was touched since; cheap. @param {string} root @param {string[]} files */
function glanceAt(root, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(root, file))
    hash.update(`${file}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex')
}

/** Changes whenever a file's content does. @param {string} root @param {string[]} files */
function contentOf(root, files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\n')
  return hash.digest('hex')
}

/** @param {string} root @returns {{ glance: string, content: string } | undefined} */
function readStamp(root) {
  try {
    return JSON.parse(readFileSync(join(root, stampFile), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Why the program must be built, or undefined when the build is of these very sources.
 * @param {string} root
 * @returns {string | undefined}
 */
export function reasonToBuild(root) {
  const stamp = readStamp(root)
  if (!stamp || !existsSync(join(root, '.next', 'BUILD_ID')) || !existsSync(join(root, builtStart)))
    return 'There is no build yet'
  const files = listSources(root)
  const glance = glanceAt(root, files)
  if (glance === stamp.glance) return undefined
  const content = contentOf(root, files)
  if (content !== stamp.content) return 'The sources have changed since the last build'
  // Touched, copied or checked out again, but the same.
  writeFileSync(join(root, stampFile), JSON.stringify({ glance, content }))
  return undefined
}

/** Builds when needed. Run by the project's own Node. @param {string} root */
export async function ensureBuilt(root) {
  const reason = reasonToBuild(root)
  if (!reason) return
  console.log(`${reason}: building, which takes a minute …`)
  const files = listSources(root)
  const stamp = { glance: glanceAt(root, files), content: contentOf(root, files) }
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`The program could not be built: next build ended with ${status ?? 'a signal'}.`)
  await bundleStart(root, builtStart)
  mkdirSync(join(root, '.next', 'etappe'), { recursive: true })
  writeFileSync(join(root, stampFile), JSON.stringify(stamp))
}

/** Writes `server/scripts/start.ts` and what it imports of ours as one file. @param {string} root @param {string} outfile */
export async function bundleStart(root, outfile) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['server/scripts/start.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: true,
    // With binaries or worker files of their own, or so large that the framework's copy is used.
    external: ['next', 'better-sqlite3', 'pg', 'pino', '@node-rs/argon2'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  })
}
