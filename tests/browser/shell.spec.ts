import { expect, expectAccessible, sizes, test } from './support/test'

test.describe('the palette', () => {
  test('opens from the keyboard, finds screens by either language, and gives the focus back', async ({
    page,
    installation,
    signIn,
  }) => {
    const slug = await installation.newWorkspace()
    await signIn()
    await page.goto(`/${slug}/settings/appearance`)
    const radio = page.getByRole('radio', { name: 'comfortable' })
    await radio.focus()
    await page.keyboard.press('Control+k')
    const search = page.getByPlaceholder('Where to, or what to do?')
    await expect(search).toBeFocused()
    await expectAccessible(page, '[role=dialog]')
    await page.keyboard.press('Escape')
    await expect(search).toBeHidden()
    await expect(radio).toBeFocused()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Protokoll')
    await expect(page.getByRole('option', { name: 'Audit log' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/${slug}/settings/audit$`))
  })

  test('finds items from the second letter on', async ({ page, installation, signIn }) => {
    const slug = await installation.newWorkspace()
    const { item } = await (await installation.api()).content.create.mutate({
      workspace: slug,
      item: { title: 'Zebra crossing guide', type: 'page' },
    })
    await signIn()
    await page.goto(`/${slug}/journey`)
    await page.getByRole('button', { name: 'Search', exact: false }).first().click()
    await page.keyboard.type('z')
    await expect(page.getByRole('option', { name: /Zebra/ })).toHaveCount(0)
    await page.keyboard.type('ebra')
    await page.getByRole('option', { name: /Zebra crossing guide/ }).click()
    await expect(page).toHaveURL(new RegExp(`/${slug}/content/${item.id}`))
  })
})

test.describe('shortcuts', () => {
  test('lead from screen to screen, not while typing, and can be switched off', async ({ page, installation, signIn }) => {
    const slug = await installation.newWorkspace()
    await signIn()
    await page.goto(`/${slug}/settings/channels`)
    await page.getByRole('searchbox', { name: 'Find in this list' }).fill('g j')
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await expect(page).toHaveURL(/settings\/channels/)
    await page.getByRole('heading', { name: 'Channels' }).click()
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await expect(page).toHaveURL(new RegExp(`/${slug}/journey$`))
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(dialog.getByText('Go to the journey')).toBeVisible()
    await expect(dialog.getByText('Move between phases')).toBeVisible()
    await expectAccessible(page, '[role=dialog]')
    await dialog.getByRole('switch', { name: 'Shortcuts of single keys' }).click()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.keyboard.press('Control+k')
    await expect(page.getByPlaceholder('Where to, or what to do?')).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/${slug}/journey$`))
    await page.keyboard.press('Escape')
    await page.goto(`/${slug}/settings/appearance`)
    await expect(page.getByRole('switch', { name: 'Shortcuts of single keys' })).not.toBeChecked()
    await page.getByRole('switch', { name: 'Shortcuts of single keys' }).click()
    await expect(page.getByRole('switch', { name: 'Shortcuts of single keys' })).toBeChecked()
  })
})

test('the language changes without losing what is typed', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const member = await installation.newMember(slug, 'lead')
  await signIn(member)
  await page.goto(`/${slug}/settings/phases`)
  await page.getByRole('button', { name: /^A?\s*Awareness/ }).click()
  await page.getByLabel('Name in English').fill('Attention')
  await page.getByRole('button', { name: /Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Language' }).press('ArrowRight')
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).press('Enter')
  await expect(page.getByRole('link', { name: 'Einstellungen' })).toBeVisible()
  await expect(page.getByLabel('Name auf Englisch')).toHaveValue('Attention')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})

test('the first key leads past the navigation', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  await page.goto(`/${slug}/journey`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('the navigation is wide, narrow or at the foot, and a choice is remembered', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const member = await installation.newMember(slug, 'viewer')
  await signIn(member)
  await page.goto(`/${slug}/journey`)
  await expect(page.getByRole('link', { name: 'Journey' })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: 'Make the navigation narrow' }).click()
  await expect(page.getByRole('button', { name: 'Make the navigation wide' })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Make the navigation wide' }).click()
  await page.setViewportSize(sizes.phone)
  await page.getByRole('button', { name: 'Open the menu' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Settings' }).click()
  await expect(page).toHaveURL(/settings/)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectAccessible(page)
})

test('another workspace and one that is not ours look alike', async ({ page, installation, signIn, allowErrors }) => {
  allowErrors(/404/)
  const slug = await installation.newWorkspace()
  const stranger = await installation.newMember(await installation.newWorkspace(), 'admin')
  await signIn(stranger)
  for (const place of [slug, 'never-made']) {
    const answer = await page.goto(`/${place}/journey`)
    expect(answer?.status()).toBe(404)
  }
})
