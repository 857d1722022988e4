import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ofTheSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const downloadMs = 180_000

/** Whether a file is a browser that this machine can run; a downloaded one may lack libraries. @param {string} file */
const runs = (file) => existsSync(file) && spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0

/**
 * A Chromium for the browser tests: the one of CHROMIUM_PATH, Playwright's, or the system's; where there is none it is got, and said so.
 * @param {string} root @returns {Promise<string>}
 */
export async function ensureChromium(root) {
  const { chromium } = await import('@playwright/test')
  const known = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...ofTheSystem]
  const find = () => known.find((file) => file && runs(file))
  const found = find()
  if (found) return found

  console.log('No Chromium was found: trying Playwright’s own download …')
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' }
  const download = spawnSync(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: downloadMs,
  })
  const downloaded = find()
  if (downloaded) return downloaded
  const whyNotDownload = download.status === 0 ? 'the downloaded one does not run here' : 'the download could not be reached'

  const whyNotPackage = installPackage()
  const packaged = find()
  if (packaged) return packaged
  throw new Error(
    `There is no Chromium for the browser tests: ${whyNotDownload}, and ${whyNotPackage ?? 'the installed package does not run here'}. Name one with CHROMIUM_PATH.`,
  )
}

/** Debian's package. @returns {string | undefined} Why not. */
function installPackage() {
  if (!existsSync('/usr/bin/apt-get')) return 'this machine has no apt-get'
  if (process.getuid?.() !== 0) return 'only root may install Debian’s package'
  console.log('Installing Debian’s package chromium …')
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: /** @type {const} */ (['ignore', 'inherit', 'inherit']),
  }
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options).status === 0
  if (install()) return undefined
  spawnSync('apt-get', ['update'], options)
  return install() ? undefined : 'apt-get could not install Debian’s package'
}
