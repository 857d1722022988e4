import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'

const title = (page: Page) => page.getByRole('textbox', { name: /^Title/ })

test('what is typed survives a reload, is offered again and can be thrown away', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Before', type: 'page' } })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}`)
  await title(page).fill('Half a thou')
  await expect(page.getByRole('status').filter({ hasText: /^Draft kept / })).toBeVisible()
  await page.reload()
  await expect(title(page)).toHaveValue('Half a thou')
  await expect(page.getByText(/^Unsaved changes from .* restored/)).toBeVisible()
  expect((await api.content.get.query({ workspace: slug, id: item.id })).title).toBe('Before')

  await page.getByRole('button', { name: 'Discard' }).first().click()
  await expect(title(page)).toHaveValue('Before')
  await expect.poll(() => api.content.draft.query({ workspace: slug, itemId: item.id })).toBeNull()
  await page.reload()
  await expect(title(page)).toHaveValue('Before')
})

test('a new item that was never saved is found again', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  await page.goto(`/${slug}/content/new?phase=retention`)
  await expect(title(page)).toBeFocused()
  await title(page).fill('Begun')
  await expect(page.getByRole('status').filter({ hasText: /^Draft kept / })).toBeVisible()
  await page.reload()
  await expect(title(page)).toHaveValue('Begun')

  await page.goto(`/${slug}/content/new`)
  await expect(page.getByText('One new item was begun and not saved')).toBeVisible()
  await page.getByRole('link', { name: 'Begun' }).click()
  await expect(title(page)).toHaveValue('Begun')
  await expect(page.getByRole('main').getByText('Retention')).toBeVisible()
})

test('without the server the draft stays on the device, and goes up when it is back', async ({
  page,
  context,
  signIn,
  installation,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Before', type: 'page' } })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}`)
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
  await context.setOffline(true)
  await title(page).fill('Written in a tunnel')
  await expect(page.getByRole('status').filter({ hasText: 'Offline, kept on this device' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('status').filter({ hasText: /^Draft kept / })).toBeVisible()
  expect(await api.content.draft.query({ workspace: slug, itemId: item.id })).toMatchObject({
    edit: { title: 'Written in a tunnel' },
  })
})

test('a session that ends under the hands costs nothing', async ({ page, context, signIn, installation, allowErrors }) => {
  allowErrors(/401/)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Before', type: 'page' } })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}`)
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
  await context.clearCookies()
  await title(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Typed too late')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName('Your session has ended')
  await expect(dialog.getByLabel('Password')).toBeFocused()
  await expect(page.getByText('Signed out, kept on this device: please sign in again').first()).toBeVisible()
  await expect(page.getByText('Offline, kept on this device')).toHaveCount(0)
  await dialog.getByLabel('Password').fill(installation.owner.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(title(page)).toHaveValue('Typed too late')
  await expect(page.getByRole('status').filter({ hasText: /^Draft kept / })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved /)).toBeVisible()
  expect((await api.content.get.query({ workspace: slug, id: item.id })).title).toBe('Typed too late')
})

test('two people at once: other fields go together, the same field is asked about', async ({
  page,

  signIn,
  installation,
  allowErrors,
}) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const editor = await installation.newMember(slug, 'editor')
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Before', type: 'page' } })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}`)
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()

  const theirs = await installation.api(editor)
  await theirs.content.save.mutate({ workspace: slug, id: item.id, revision: item.revision, edit: { note: 'A remark' } })
  await title(page).fill('Mine')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Somebody saved meanwhile. Taken over as well: Note.')).toBeVisible()
  await expect(page.getByText(/^Saved /)).toBeVisible()
  const both = await api.content.get.query({ workspace: slug, id: item.id })
  expect(both).toMatchObject({ title: 'Mine', note: 'A remark' })

  await theirs.content.save.mutate({
    workspace: slug,
    id: item.id,
    revision: both.revision,
    edit: { title: 'Theirs', url: 'https://example.com/theirs' },
  })
  await title(page).fill('Mine again')
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('https://example.com/mine')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Somebody else saved first' })
  await expect(dialog.getByRole('radiogroup', { name: /Robin editor changed Title/ })).toBeVisible()
  await expect(dialog.getByText('Theirs', { exact: true })).toBeVisible()
  // What has just happened lies in the past, however long the page has stood open.
  await expect(dialog.getByText(/changed Title (now|\d+ (second|minute)s? ago)$/)).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'Keep mine' }).first()).toBeFocused()
  const address = dialog.getByRole('radiogroup', { name: /changed Address/ })
  await address.getByRole('radio', { name: 'Take theirs' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect
    .poll(async () => await api.content.get.query({ workspace: slug, id: item.id }))
    .toMatchObject({
      title: 'Mine again',
      url: 'https://example.com/theirs',
      note: 'A remark',
    })
})
