import type { Page } from '@playwright/test'
import { apiOf, sessionOf } from '../support/api'
import { type Program, startProgram } from '../support/program'
import { test as base, expect, expectAccessible, preferLanguage, preferTheme, sizes } from '../support/test'

/** Each of these tests is a first visit, so each has a program of its own that nobody has set up. */
const test = base.extend<{ fresh: Program }>({
  fresh: async ({ browserName: _ }, use) => {
    const program = await startProgram()
    await use(program)
    await program.stop()
  },
  baseURL: ({ fresh }, use) => use(fresh.url),
})

const password = 'Leuchtturm-27-Kaffee'

async function fillAccount(page: Page, name = 'Ada Kern'): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.split(' ')[0]?.toLowerCase()}@example.com`)
  await page.getByLabel(/^Password/).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Your workspace' })).toBeFocused()
}

async function fillWorkspace(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the workspace').fill(name)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Where do you want to begin?' })).toBeFocused()
}

test.describe('the first visit', () => {
  test('leads every address to setting up, and afterwards there is nothing to set up', async ({ page, context, fresh }) => {
    for (const path of ['/', '/sign-in']) {
      await page.goto(path)
      await expect(page).toHaveURL(/\/welcome$/)
    }
    await fillAccount(page)
    await fillWorkspace(page, 'Acme')
    await page.getByRole('radio', { name: 'Start empty' }).check()
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await expect(page).toHaveURL(/\/acme\/coverage$/)

    await page.goto('/welcome')
    await expect(page).toHaveURL(/\/acme\/coverage$/)
    await context.clearCookies()
    await page.goto('/welcome')
    await expect(page).toHaveURL(/\/sign-in$/)
    expect(await sessionOf(fresh.url, { email: 'ada@example.com', password })).toBeDefined()
  })

  test('can begin with a sample', async ({ page, fresh }) => {
    await page.goto('/')
    await fillAccount(page)
    await fillWorkspace(page, 'Haus & Sicher')
    await expect(page.getByRole('radio', { name: 'Explore a sample' })).toBeChecked()
    await page.getByRole('radio', { name: 'Worst case' }).check()
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await expect(page).toHaveURL(/\/haus-sicher\/coverage$/)
    const session = await sessionOf(fresh.url, { email: 'ada@example.com', password })
    const { count } = await apiOf(fresh.url, session).content.count.query({ workspace: 'haus-sicher', filter: '' })
    expect(count).toBeGreaterThan(20)
  })

  test('can begin with an import', async ({ page }) => {
    await page.goto('/')
    await fillAccount(page)
    await fillWorkspace(page, 'Acme')
    await page.getByRole('radio', { name: 'Import my inventory' }).check()
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await expect(page).toHaveURL(/\/acme\/import/)
  })

  test('offers no sample for a journey model that has none, and says why', async ({ page }) => {
    await page.goto('/')
    await fillAccount(page)
    await page.getByRole('radio', { name: 'AIDA' }).check()
    await expect(page.getByText('This model has no after-sales phases')).toBeVisible()
    await fillWorkspace(page, 'Acme')
    await expect(page.getByRole('radio', { name: 'Explore a sample' })).toBeDisabled()
    await expect(page.getByText('The samples are written for the model Five phases.')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Start empty' })).toBeChecked()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('radio', { name: 'Five phases' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('radio', { name: 'Explore a sample' })).toBeEnabled()
  })

  test('in two browsers at once makes one account, and tells the other', async ({ page, browser, fresh, allowErrors }) => {
    allowErrors(/409/)
    const context = await browser.newContext({ baseURL: fresh.url, locale: 'en-GB' })
    const second = await context.newPage()
    for (const [open, name] of [
      [page, 'Ada Kern'],
      [second, 'Ben Ohm'],
    ] as const) {
      await open.goto('/')
      await fillAccount(open, name)
      await fillWorkspace(open, 'Acme')
      await open.getByRole('radio', { name: 'Start empty' }).check()
    }
    await second.getByRole('button', { name: 'Create workspace' }).click()
    await expect(second).toHaveURL(/\/acme\/coverage$/)
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await expect(page.getByText('Somebody else has just set this up.')).toBeVisible()
    expect(await sessionOf(fresh.url, { email: 'ada@example.com', password })).toBeUndefined()
    await context.close()
  })

  test('says in words what is wrong, and goes on with the keyboard alone', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByLabel('Your name')).toBeFocused()
    await expect(page.getByText('Please enter your name.')).toBeVisible()
    await page.keyboard.type('Ada Kern')
    await expect(page.getByText('Please enter your name.')).toBeHidden()
    await page.keyboard.press('Tab')
    await page.keyboard.type('ada@example.com')
    await page.keyboard.press('Tab')
    await page.keyboard.type('ada.kern.2024')
    await expect(page.getByText('It is mostly your name or e-mail')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Welcome to Etappe' })).toBeVisible()
    await page.getByLabel(/^Password/).fill(password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Your workspace' })).toBeFocused()
  })

  for (const { language, theme, words } of [
    { language: 'en', theme: 'light', words: ['Your name', 'E-mail', 'Password', 'Continue', 'Name of the workspace'] },
    { language: 'de', theme: 'dark', words: ['Dein Name', 'E-Mail', 'Passwort', 'Weiter', 'Name des Arbeitsbereichs'] },
  ] as const) {
    test(`has nothing that axe finds and fits a phone, in ${language} and ${theme}`, async ({ page, fresh }) => {
      const [name, email, secret, next, workspace] = words
      await preferLanguage(page, fresh.url, language)
      await preferTheme(page, theme)
      await page.goto('/')
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await page.getByRole('button', { name: next }).click()
      await expectWellMade(page)
      await page.getByLabel(name).fill('Ada Kern')
      await page.getByLabel(email).fill('ada@example.com')
      await page
        .getByLabel(new RegExp(`^${secret}`))
        .first()
        .fill(password)
      await page.getByRole('button', { name: next }).click()
      await expect(page.getByLabel(workspace)).toBeVisible()
      await expectWellMade(page)
      await page.getByLabel(workspace).fill('Acme')
      await page.getByRole('button', { name: next }).click()
      await expect(page.getByLabel(workspace)).toBeHidden()
      await expectWellMade(page)
    })
  }
})

async function expectWellMade(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(sizes.phone)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.setViewportSize(sizes.desktop)
}
