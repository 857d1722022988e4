import { expect, expectAccessible, preferTheme, sizes, test, untilTakenOver } from './support/test'

const title = (page: import('@playwright/test').Page) => page.getByRole('textbox', { name: /^Title/ })

test('title and type make an item, and what the address says is filled in', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  await page.goto(`/${slug}/content/new?phase=retention&channel=email&purpose=thank`)
  await expect(page.getByRole('heading', { level: 1, name: 'New item' })).toBeVisible()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  const summary = page.getByRole('alert').filter({ hasText: '2 things are in the way' })
  await expect(summary).toBeVisible()
  await summary.getByRole('button', { name: /A title is needed/ }).click()
  await expect(title(page)).toBeFocused()
  await page.keyboard.type('Thank you for your order')
  await page.getByRole('combobox', { name: /^Type/ }).click()
  await page.getByRole('option', { name: 'Email' }).click()
  // The form follows the type.
  await page.getByRole('textbox', { name: 'Subject' }).fill('Thanks!')
  // A day that cannot be read is neither passed over nor taken for none.
  const due = page.getByRole('textbox', { name: 'Due', exact: true })
  await due.fill('yesterday')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('This is no day. Write it like 2026-12-31.')).toBeVisible()
  await expect(due).toBeFocused()
  await due.fill('')
  await page.keyboard.press('Control+s')
  await expect(page).toHaveURL(new RegExp(`/${slug}/content/(?!new)`))
  await expect(page.getByText(/^Saved /)).toBeVisible()

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const item = await (await installation.api()).content.get.query({ workspace: slug, id })
  expect(item).toMatchObject({
    title: 'Thank you for your order',
    type: 'email',
    purpose: 'thank',
    fields: { subject: 'Thanks!' },
    tags: { phase: ['retention'], channel: ['email'] },
    status: 'idea',
  })
})

test('text that nobody touches stays as it is, letter by letter; HTML opens as Markdown with the reason', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const body = '* star\n* {{first_name}} & co\n\n\nSetext\n======\n'
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Plain', type: 'page', body } })
  const html = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'With HTML', type: 'page', body: 'Before\n\n<aside>kept</aside>\n' },
  })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}`)
  const editor = page.getByRole('textbox', { name: 'Text', exact: true })
  await expect(editor).toContainText('{{first_name}}')
  await title(page).fill('Plain, renamed')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1, name: 'Plain, renamed' })).toBeVisible()
  await expect(page.getByText(/^Saved /)).toBeVisible()
  expect((await api.content.get.query({ workspace: slug, id: item.id })).body).toBe(body)

  // Touched, it is written anew, without escaping what nobody could mistake.
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Bold')
  await page.keyboard.press('Shift+Home')
  await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Bold' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved /)).toBeVisible()
  await expect
    .poll(async () => (await api.content.get.query({ workspace: slug, id: item.id })).body)
    .toBe('- star\n- {{first_name}} & co\n\n# Setext\n\n**Bold**')

  await page.goto(`/${slug}/content/${html.item.id}`)
  await expect(page.getByText(/Shown as Markdown, because .* its HTML/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Text as Markdown' })).toHaveValue('Before\n\n<aside>kept</aside>\n')
})

test('hostile Markdown is only text', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const body = [
    '<script>document.title = "taken"</script>',
    '<img src=x onerror="document.title = \'taken\'">',
    '[press](javascript:document.title="taken")',
    '[data](data:text/html,<script>1</script>)',
    '![pixel](http://tracker.example/pixel.png)',
    '<iframe src="https://example.com"></iframe>',
  ].join('\n\n')
  const { item } = await (await installation.api()).content.create.mutate({
    workspace: slug,
    item: { title: 'Hostile', type: 'page', body },
  })
  await signIn()
  const main = page.getByRole('main')
  const expectOnlyText = async () => {
    for (const forbidden of ['iframe', 'script', 'a[href^="javascript"]', 'a[href^="data"]', 'img[src^="http:"]', '[onerror]'])
      expect(await main.locator(forbidden).count(), forbidden).toBe(0)
  }
  await page.goto(`/${slug}/content/${item.id}`)
  await expect(page.getByText(/Shown as Markdown, because .* its HTML/)).toBeVisible()
  await untilTakenOver(page)
  await expectOnlyText()
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(main.getByText('press', { exact: true })).toBeVisible()
  await expectOnlyText()
  await page.goto(`/${slug}/content?peek=${item.id}`)
  await expect(page.getByRole('complementary', { name: 'Hostile' }).getByText('press', { exact: true })).toBeVisible()
  await expect(page).not.toHaveTitle(/taken/)

  const pictures =
    '![tracker](http://tracker.example/pixel.png)\n\n![beside](images/door.png)\n\n[press](javascript:document.title="taken")'
  const kept = await (await installation.api()).content.create.mutate({
    workspace: slug,
    item: { title: 'Pictures', type: 'page', body: pictures },
  })
  await page.goto(`/${slug}/content/${kept.item.id}`)
  await expect(main.getByRole('textbox', { name: 'Text', exact: true }).getByRole('img', { name: 'tracker' })).toBeVisible()
  await expectOnlyText()
})

test('published, taken offline, put in the trash and back, with buttons that the role has', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const author = await installation.newMember(slug, 'author')
  const own = await (await installation.api(author)).content.create.mutate({
    workspace: slug,
    item: { title: 'Mine', type: 'page' },
  })
  const other = await (await installation.api()).content.create.mutate({
    workspace: slug,
    item: { title: 'Theirs', type: 'page' },
  })
  await signIn(author)
  await page.goto(`/${slug}/content/${own.item.id}`)
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish …' })).toHaveCount(0)
  await page.goto(`/${slug}/content/${other.item.id}`)
  await expect(page.getByText(/You can read this item/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)

  await page.goto('about:blank')
  await page.context().clearCookies()
  await signIn()
  await page.goto(`/${slug}/content/${own.item.id}`)
  await page.getByRole('button', { name: 'Publish …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await expect(dialog.getByText(/fills no cell of the heatmap/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByRole('button', { name: 'Take offline' })).toBeVisible()
  await page.getByRole('button', { name: 'Take offline' }).click()
  await expect(page.getByRole('button', { name: 'Publish …' })).toBeVisible()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await expect(page.getByText(/In the trash since/)).toBeVisible()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  const ask = page.getByRole('alertdialog')
  await expect(ask.getByRole('button', { name: 'Delete for good' })).toBeDisabled()
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByText(/In the trash since/)).toHaveCount(0)
})

test('by keyboard alone: tags, a claim, the toolbar, and on to the next item of the list', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  for (const name of ['Alpha', 'Beta', 'Gamma'])
    await api.content.create.mutate({ workspace: slug, item: { title: name, type: 'page' } })
  await signIn()
  await page.goto(`/${slug}/content?sort=title`)
  await page.getByRole('link', { name: 'Beta' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Beta' })).toBeVisible()

  await page.getByRole('combobox', { name: 'Phases' }).focus()
  await page.keyboard.type('reten')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Topics' }).focus()
  await page.keyboard.type('Door sensor')
  await page.keyboard.press('Enter')
  await expect(page.getByText('“Door sensor” added to the vocabulary')).toBeVisible()
  await page.keyboard.press('Escape')

  const toolbar = page.getByRole('toolbar', { name: 'Format' })
  await toolbar.getByRole('button', { name: 'Bold' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(toolbar.getByRole('button', { name: 'Italic' })).toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved /)).toBeVisible()
  const { rows } = await api.content.list.query({ workspace: slug, filter: 'title=~Beta' })
  expect(rows[0]?.tags.phase).toEqual(['retention'])
  expect(rows[0]?.tags.topic).toHaveLength(1)

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1, name: 'Gamma' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous item' })).toBeEnabled()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 1, name: 'Beta' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next item' })).toBeEnabled()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 1, name: 'Alpha' })).toBeVisible()
})

const firstEmail = async (
  installation: { api: () => Promise<ReturnType<typeof import('./support/api').apiOf>> },
  slug: string,
) => {
  const { rows } = await (await installation.api()).content.list.query({ workspace: slug, filter: 'type=email', limit: 1 })
  return rows[0]?.id ?? ''
}

test('form and history are accessible', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst', model: 'mckinsey5' })
  const id = await firstEmail(installation, slug)
  await signIn()
  await page.goto(`/${slug}/content/${id}`)
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/${slug}/content/${id}?tab=history`)
  await expect(page.getByRole('article').first()).toBeVisible()
  await expectAccessible(page)
})

test('in German, dark, on a phone: nothing is cut off and everything is accessible', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst', model: 'mckinsey5', locale: 'de' })
  const id = await firstEmail(installation, slug)
  const reader = await installation.newMember(slug, 'editor')
  await (await installation.api(reader)).account.edit.mutate({ locale: 'de' })
  await signIn(reader)
  await preferTheme(page, 'dark')
  await page.setViewportSize(sizes.phone)
  await page.goto(`/${slug}/content/${id}`)
  await expect(page.getByRole('button', { name: 'Speichern' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Phasen' })).toBeVisible()
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})
