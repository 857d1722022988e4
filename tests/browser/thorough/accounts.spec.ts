import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, preferLanguage, preferTheme, sizes, test } from '../support/test'

const newPassword = 'Der Wal zog in den Garten'

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/^Password/).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Another person's browser. */
async function otherBrowser(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' })
  return context.newPage()
}

test.describe('signing in', () => {
  test('leads back to the page that was asked for, and signing out ends it', async ({ page, installation }) => {
    const slug = await installation.newWorkspace()
    await page.goto(`/${slug}/settings/profile?from=link`)
    await expect(page).toHaveURL(/\/sign-in\?to=/)
    await fillSignIn(page, installation.owner.email, installation.owner.password)
    await expect(page).toHaveURL(new RegExp(`/${slug}/settings/profile\\?from=link$`))
    await expect(page.getByLabel('Name', { exact: false }).first()).toHaveValue(installation.owner.name)

    await page.goto(`/${slug}/settings/security`)
    await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
    await page.goto(`/${slug}/settings/profile`)
    await expect(page).toHaveURL(/\/sign-in\?to=/)
  })

  test('says the same for a wrong address and a wrong password, and keeps what was typed', async ({
    page,
    allowErrors,
    installation,
  }) => {
    allowErrors(/401/)
    await page.goto('/sign-in')
    for (const email of [installation.owner.email, 'nobody@example.com']) {
      await fillSignIn(page, email, 'not the password')
      await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible()
      await expect(page.getByLabel('E-mail')).toHaveValue(email)
    }
    await fillSignIn(page, installation.owner.email, installation.owner.password)
    await expect(page).not.toHaveURL(/\/sign-in/)
  })

  test('pauses after a few wrong tries and says for how long', async ({ page, allowErrors, installation }) => {
    allowErrors(/401/)
    const member = await installation.newMember(await installation.newWorkspace(), 'viewer')
    await page.goto('/sign-in')
    for (let n = 1; n <= 6; n += 1) {
      const answer = page.waitForResponse('**/api/auth/callback/credentials')
      await fillSignIn(page, member.email, `guess ${n}`)
      await answer
    }
    await expect(page.getByText('Too many tries. Please wait a minute, then try again.')).toBeVisible()
    await fillSignIn(page, member.email, member.password)
    await expect(page.getByText(/Too many tries/)).toBeVisible()
  })

  test('speaks German and English, remembers which, and has nothing that axe finds', async ({ page, installation }) => {
    await page.goto('/sign-in')
    await expectAccessible(page)
    await page.getByLabel('E-mail').fill('typed@example.com')
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
    await expect(page.getByLabel('E-Mail')).toHaveValue('typed@example.com')
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
    await preferTheme(page, 'dark')
    await page.setViewportSize(sizes.phone)
    await expectAccessible(page)
    expect(installation.owner.email).not.toBe('')
  })
})

test.describe('an invitation', () => {
  test('makes somebody a member, once', async ({ page, browser, signIn, installation }) => {
    const slug = await installation.newWorkspace({ name: 'Inviting' })
    await signIn()
    // The dialog is looked at as it stands, not while it fades in.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`/${slug}/settings/members`)
    await page.getByRole('button', { name: 'Make link' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invitation link' })
    await expectAccessible(page)
    const link = await dialog.getByLabel('Link', { exact: true }).inputValue()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('table', { name: 'Open invitations' }).getByText('whoever has the link')).toBeVisible()

    const guest = await otherBrowser(browser, installation.program.url)
    await guest.goto(link)
    await expect(guest.getByRole('heading', { name: 'Join Inviting' })).toBeVisible()
    await expectAccessible(guest)
    await guest.getByLabel('Your name').fill('Gina Gast')
    await guest.getByLabel('E-mail').fill('gina@example.com')
    await guest.getByLabel(/^Password/).fill(newPassword)
    await guest.getByRole('button', { name: 'Accept invitation' }).click()
    await expect(guest).toHaveURL(new RegExp(`/${slug}/coverage$`))
    expect((await guest.goto(link))?.status()).toBe(404)
    await expect(guest.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
    await expect(guest.getByText('Ask whoever invited you for a new one')).toBeVisible()
    await guest.context().close()

    await page.reload()
    await expect(page.getByRole('row', { name: /Gina Gast/ })).toContainText('Editor')
    await expect(page.getByRole('table', { name: 'Open invitations' })).toBeHidden()
  })

  test('is accepted by somebody who has an account after signing in', async ({ page, installation }) => {
    const member = await installation.newMember(await installation.newWorkspace(), 'viewer')
    const slug = await installation.newWorkspace({ name: 'Second place' })
    const { token } = await (await installation.api()).members.invite.mutate({ workspace: slug, role: 'lead', email: null })
    await page.goto(`/invite/${token}`)
    await page.getByRole('link', { name: 'Sign in first' }).click()
    await fillSignIn(page, member.email, member.password)
    await expect(page.getByText(`You are signed in as ${member.name}`)).toBeVisible()
    await page.getByRole('button', { name: 'Accept invitation' }).click()
    await expect(page).toHaveURL(new RegExp(`/${slug}/coverage$`))
  })

  test('for one address is not for another', async ({ page, signIn, installation }) => {
    const member = await installation.newMember(await installation.newWorkspace(), 'viewer')
    const slug = await installation.newWorkspace()
    const wish = { workspace: slug, role: 'viewer', email: 'somebody.else@example.com' } as const
    const { token } = await (await installation.api()).members.invite.mutate(wish)
    await signIn(member)
    await page.goto(`/invite/${token}`)
    await expect(page.getByText('This invitation is for somebody.else@example.com.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Accept invitation' })).toBeHidden()
  })
})

test.describe('members', () => {
  test('get another role, and are gone at their next request when removed', async ({
    page,
    browser,
    signIn,
    allowErrors,
    installation,
  }) => {
    const slug = await installation.newWorkspace()
    const member = await installation.newMember(slug, 'editor')
    const theirs = await otherBrowser(browser, installation.program.url)
    await theirs.goto('/sign-in')
    await fillSignIn(theirs, member.email, member.password)
    await expect(theirs).toHaveURL(new RegExp(`/${slug}/coverage`))

    await signIn()
    await page.goto(`/${slug}/settings/members`)
    await page.getByRole('combobox', { name: `Role of ${member.name}` }).click()
    await page.getByRole('option', { name: /^Author/ }).click()
    await expect(page.getByText('The role has been changed.')).toBeVisible()

    await page.getByRole('button', { name: `Actions for ${member.name}` }).click()
    await page.getByRole('menuitem', { name: 'Remove from the workspace' }).click()
    await page.getByRole('button', { name: `Remove ${member.name}` }).click()
    await expect(page.getByRole('row', { name: new RegExp(member.email) })).toBeHidden()
    allowErrors(/404/)
    await theirs.goto(`/${slug}/settings/profile`)
    await expect(theirs.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await theirs.goto('/')
    await expect(theirs.getByText('You belong to no workspace yet')).toBeVisible()
    await theirs.context().close()
  })

  test('who are the last administrator cannot leave', async ({ page, signIn, installation }) => {
    const slug = await installation.newWorkspace()
    await signIn()
    await page.goto(`/${slug}/settings/members`)
    await page.getByRole('button', { name: `Actions for ${installation.owner.name}` }).click()
    await expect(page.getByRole('menuitem', { name: 'Leave the workspace' })).toHaveAttribute('aria-disabled', 'true')
  })
})

test.describe('a password', () => {
  test('is set by a link that ends the session elsewhere, where signing in again loses nothing', async ({
    page,
    browser,
    signIn,
    allowErrors,
    installation,
  }) => {
    allowErrors(/401/)
    const slug = await installation.newWorkspace()
    const member = await installation.newMember(slug, 'author')
    const { userId } = (await (await installation.api()).members.list.query({ workspace: slug })).find(
      ({ email }) => email === member.email,
    ) ?? { userId: '' }
    const { token } = await (await installation.api()).members.passwordLink.mutate({ workspace: slug, userId })

    await signIn(member)
    await page.goto(`/${slug}/settings/profile`)
    await page.getByRole('textbox', { name: /^Name/ }).fill('Robin Renamed')

    const elsewhere = await otherBrowser(browser, installation.program.url)
    await elsewhere.goto(`/reset/${token}`)
    await expectAccessible(elsewhere)
    await elsewhere.getByLabel('New password').fill(newPassword)
    await elsewhere.getByRole('button', { name: 'Save and sign in' }).click()
    await expect(elsewhere).toHaveURL(new RegExp(`/${slug}/coverage`))
    expect((await elsewhere.goto(`/reset/${token}`))?.status()).toBe(404)
    await expect(elsewhere.getByText('Ask an administrator for a new one')).toBeVisible()
    await expect(elsewhere.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
    await elsewhere.context().close()

    await page.getByRole('button', { name: 'Save name' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
    await expect(dialog).toBeVisible()
    await dialog.getByLabel(/^Password/).fill(newPassword)
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('Robin Renamed')
    await page.getByRole('button', { name: 'Save name' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
  })

  test('is changed by its owner, who stays signed in', async ({ page, signIn, allowErrors, installation }) => {
    allowErrors(/400/)
    const slug = await installation.newWorkspace()
    const member = await installation.newMember(slug, 'viewer')
    await signIn(member)
    await page.goto(`/${slug}/settings/security`)
    await page.getByLabel('Current password').fill('not the password')
    await page.getByLabel('New password').fill(newPassword)
    await page.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('This is not your current password.')).toBeVisible()
    await page.getByLabel('Current password').fill(member.password)
    await page.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('The password has been changed.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Security' })).toBeVisible()
  })
})

test.describe('settings of the workspace', () => {
  test('are saved together, and a save that came too late is told and decided', async ({
    page,
    signIn,
    allowErrors,
    installation,
  }) => {
    allowErrors(/409/)
    const slug = await installation.newWorkspace({ name: 'Before' })
    await signIn()
    await page.goto(`/${slug}/settings/workspace`)
    await page.getByLabel('Name of the workspace').fill('After')
    await (await installation.api()).workspaces.edit.mutate({ workspace: slug, change: { sellsGoods: false, revision: 1 } })
    await page.getByRole('button', { name: /^Save/ }).click()
    await expect(page.getByText(`${installation.owner.name} has just saved these settings.`)).toBeVisible()
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await expect(page.getByText('The settings have been saved.')).toBeVisible()
    const saved = await (await installation.api()).workspaces.get.query({ workspace: slug })
    expect(saved).toMatchObject({ name: 'After', sellsGoods: false })
  })

  test('can be read by others, who see why they cannot change them', async ({ page, signIn, installation }) => {
    const slug = await installation.newWorkspace()
    await signIn(await installation.newMember(slug, 'editor'))
    await page.goto(`/${slug}/settings/workspace`)
    await expect(page.getByText('Only administrators can change these settings.')).toBeVisible()
    await expect(page.getByLabel('Name of the workspace')).toBeDisabled()
  })
})

test('pages that do not exist say so in both languages', async ({ page, allowErrors, installation }) => {
  allowErrors(/404/)
  for (const [language, words] of [
    ['en', 'There is nothing here'],
    ['de', 'Hier ist nichts'],
  ] as const) {
    await preferLanguage(page, installation.program.url, language)
    const answer = await page.goto('/invite/at/nobody')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: words })).toBeVisible()
    await expectAccessible(page)
  }
  // Whoever asks a door that is not there is not sent to sign in.
  expect((await page.request.get(`${installation.program.url}/api/nothing`)).status()).toBe(404)
})

test('settings of people and workspace have nothing that axe finds and fit a phone', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  await installation.newMember(slug, 'editor')
  await (await installation.api()).members.invite.mutate({ workspace: slug, role: 'viewer', email: null })
  await signIn()
  for (const [section, theme, control] of [
    ['profile', 'dark', page.getByLabel(/^Name/)],
    ['security', 'light', page.getByLabel(/^New password/)],
    ['members', 'dark', page.getByRole('combobox', { name: /^Role of/ })],
    ['workspace', 'light', page.getByRole('combobox', { name: 'Time zone' })],
  ] as const) {
    await preferTheme(page, theme)
    await page.setViewportSize(sizes.desktop)
    await page.goto(`/${slug}/settings/${section}`)
    await expect(control).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize(sizes.phone)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
})
