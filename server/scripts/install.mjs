// Plain JavaScript: an older Node runs this before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

const oldestNode = [22, 12]

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

/**
 * What the lock file asks for and `node_modules` lacks or has in another version, as a reason to install. Undefined when all is there.
 * @param {string} root
 * @returns {string | undefined}
 */
export function reasonToInstall(root) {
  const installedLock = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedLock)) return 'Nothing is installed yet'
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(installedLock)
  for (const [path, { version, optional, devOptional, link }] of Object.entries(wanted)) {
    if (path === '' || link) continue
    const found = installed[path]
    // Packages for other machines are optional and rightly absent.
    if (!found && !optional && !devOptional) return `${nameOf(path)} is missing`
    if (found && found.version !== version) return `${nameOf(path)} is ${found.version} instead of ${version}`
  }
  return undefined
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Installs exactly what the lock file says, when that is not there. @param {string} root */
export function ensureInstalled(root) {
  const reason = reasonToInstall(root)
  if (!reason) return
  console.log(`${reason}: installing with npm ci …`)
  const npm = process.env.npm_execpath
  const parts = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: root, stdio: /** @type {const} */ (['ignore', 'inherit', 'inherit']) }
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...parts], options)
    : spawnSync('npm', parts, { ...options, shell: process.platform === 'win32' })
  const still = status === 0 ? reasonToInstall(root) : `npm ci ended with ${status ?? 'a signal'}`
  if (still) throw new Error(`The packages could not be installed: ${still}.`)
}

/** The Node that the project brings; the running one when it did not come but that one will do. @param {string} root */
export function projectNode(root) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (isNewEnough(process.versions.node)) return process.execPath
  throw new Error(
    `This is Node ${process.versions.node}, and the one that the project brings was not installed (are install scripts switched off?). Use Node ${oldestNode.join('.')} or newer.`,
  )
}

/**
 * Runs a script with another Node in place of this one: same terminal, signals passed on, and its end is ours.
 * @param {string} node @param {string[]} parts
 */
export function becomeNode(node, parts) {
  // The channel tells the child when we are gone without a word.
  const child = spawn(node, parts, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)))
}
