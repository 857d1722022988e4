import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import type { TRPCClient } from '@trpc/client'
import type { Role } from '@/server/domain/access/access.rules'
import type { Sample, WorkspaceCreate } from '@/server/domain/workspaces/workspace.schema'
import type { AppRouter } from '@/server/trpc/root'
import { type Account, apiOf, sessionOf } from './api'
import { type Program, startProgram } from './program'

export { expect }

export const owner: Account = { name: 'Ada Kern', email: 'ada@example.com', password: 'Leuchtturm-27-Kaffee' }

const workspaceWish = {
  name: 'Acme',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  segment: 'b2c',
  sellsGoods: true,
  model: 'mckinsey5',
  sample: null,
} as const satisfies WorkspaceCreate

/** What a spec asks of the running program before it looks at a page. */
interface Installation {
  readonly program: Program
  /** The first account, admin of every workspace made here. */
  readonly owner: Account
  /** A workspace of the owner's for this test alone. Returns its slug. */
  newWorkspace(wish?: Partial<Omit<WorkspaceCreate, 'sample'>> & { sample?: Sample }): Promise<string>
  /** Somebody new with this role in the workspace. */
  newMember(slug: string, role: Role): Promise<Account>
  /** The procedures, as the owner unless said. */
  api(account?: Account): Promise<TRPCClient<AppRouter>>
}

interface WorkerFixtures {
  program: Program
  installation: Installation
}

interface TestFixtures {
  /** Console errors that this test brings about on purpose: `allowErrors(/409/)`. Any other fails it. */
  allowErrors: (pattern: RegExp) => void
  /** Puts a session into the browser without the sign-in page. */
  signIn: (account?: Account) => Promise<void>
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  program: [
    async ({ browserName: _ }, use) => {
      const program = await startProgram()
      await use(program)
      await program.stop()
    },
    { scope: 'worker' },
  ],
  installation: [
    async ({ program }, use) => {
      await apiOf(program.url).start.setUp.mutate({
        account: owner,
        language: 'en',
        workspace: { ...workspaceWish, name: 'First' },
      })
      await use(installationOf(program))
    },
    { scope: 'worker' },
  ],
  baseURL: ({ program }, use) => use(program.url),
  allowErrors: [
    async ({ page }, use) => {
      const allowed: RegExp[] = []
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
      await use((pattern) => allowed.push(pattern))
      expect(errors.filter((error) => !allowed.some((pattern) => pattern.test(error)))).toEqual([])
    },
    { auto: true },
  ],
  signIn: async ({ context, installation }, use) => {
    const { url } = installation.program
    await use(async (account = owner) => {
      const session = await sessionOf(url, account)
      if (!session) throw new Error(`${account.email} could not sign in`)
      const pairs = session
        .split('; ')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const)
      await context.addCookies(pairs.map(([name, value]) => ({ name, value, url, httpOnly: true, sameSite: 'Lax' })))
    })
  },
})

function installationOf(program: Program): Installation {
  const { url } = program
  const sessions = new Map<string, Promise<string | undefined>>()
  let people = 0
  let workspaces = 0
  async function api(account: Account = owner): Promise<TRPCClient<AppRouter>> {
    const session = sessions.get(account.email) ?? sessionOf(url, account)
    sessions.set(account.email, session)
    const cookie = await session
    if (!cookie) throw new Error(`${account.email} could not sign in`)
    return apiOf(url, cookie)
  }
  return {
    program,
    owner,
    api,
    async newWorkspace(wish = {}) {
      workspaces += 1
      const made = await (await api()).workspaces.create.mutate({ ...workspaceWish, name: `Acme ${workspaces}`, ...wish })
      return made.slug
    },
    async newMember(slug, role) {
      people += 1
      const account: Account = { name: `Robin ${role}`, email: `robin${people}@example.com`, password: 'Leuchtturm-27-Kaffee' }
      const { token } = await (await api()).members.invite.mutate({ workspace: slug, role, email: account.email })
      await apiOf(url).start.join.mutate({ token, account, language: 'en' })
      return account
    },
  }
}

/** The page, or the part under `within`, has nothing that axe finds, best practices included. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  await untilTakenOver(page)
  // What is half faded, such as a message on its way out, is not there to be read.
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity),
  )
  // One document, and only what is wrong with it: no second page is opened to sum up, and what passes is not written down.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (within ? builder.include(within) : builder).analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ target }) => target.join(' ')).join('\n  ')}`,
  )
  expect(found).toEqual([])
}

/** The page comes finished from the server; some names and all keys are there once React has taken its controls over. */
export async function untilTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll('button, a, input, [role=checkbox], [role=switch], [role=radio]')]
    const own = controls.filter((control) => !control.closest('[data-base-ui-portal], [data-sonner-toaster]'))
    return own.every(
      (control) =>
        Object.keys(control).some((key) => key.startsWith('__reactProps')) ||
        control.matches('[aria-hidden=true], [aria-hidden=true] *'),
    )
  })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** The sizes that screens are looked at in. */
export const sizes = {
  desktop: { width: 1440, height: 900 },
  laptop: { width: 1280, height: 720 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const

/** As somebody who has set this language in the program before signing in. */
export async function preferLanguage(page: Page, url: string, language: 'en' | 'de'): Promise<void> {
  await page.context().addCookies([{ name: 'locale', value: language, url }])
}

/** As the device is set; the program follows until somebody chooses otherwise. */
export const preferTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> => page.emulateMedia({ colorScheme: theme })
