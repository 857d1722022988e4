import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'

const menu = async (page: Page, name: RegExp | string) => page.getByRole('button', { name }).click()

test('a view is saved, changed, put back, shared with the team and opened by default', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const author = await installation.newMember(slug, 'author')
  await signIn()
  await page.goto(`/${slug}/content?type=faq`)
  await menu(page, /^View:/)
  await page.getByRole('menuitem', { name: 'Save as a new view' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Name of the view' })).toBeFocused()
  await page.keyboard.type('Questions')
  await dialog.getByRole('checkbox', { name: 'Share with the team' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'View: Questions', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/view=/)

  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button', { name: 'Title', exact: true }).click()
  await menu(page, 'View: Questions, edited')
  await page.getByRole('menuitem', { name: 'Back to the saved view' }).click()
  await expect(page).not.toHaveURL(/sort=/)
  await menu(page, 'View: Questions')
  await page.getByRole('menuitemcheckbox', { name: 'Default for the team' }).click()
  await page.keyboard.press('Escape')
  const shown = await page
    .getByRole('main')
    .getByText(/^\d+ items?$/)
    .textContent()

  // Somebody else comes without a wish of their own.
  await signIn(author)
  await page.goto(`/${slug}/content`)
  await expect(
    page.getByRole('button', { name: 'View: Questions (default)' }).or(page.getByRole('button', { name: 'View: Questions' })),
  ).toBeVisible()
  await expect(page.getByRole('main').getByText(shown ?? '', { exact: true })).toBeVisible()
  await menu(page, /^View:/)
  await expect(page.getByRole('menuitem', { name: 'Delete view' })).toBeHidden()
  await page.getByRole('menuitemradio', { name: 'All', exact: true }).click()
  await expect(page).not.toHaveURL(/view=/)
})

test('a view deleted by mistake comes back from the toast', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const view = { screen: 'content', name: 'Questions', definition: 'type=faq', isTeam: false } as const
  const { id } = await (await installation.api()).views.create.mutate({ workspace: slug, view })
  await signIn()
  await page.goto(`/${slug}/content?type=faq&view=${id}`)
  await menu(page, 'View: Questions')
  await page.getByRole('menuitem', { name: 'Delete view' }).click()
  await expect(page.getByText('View “Questions” deleted.')).toBeVisible()
  await expect(page).not.toHaveURL(/view=/)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await menu(page, 'View: all')
  await expect(page.getByRole('menuitemradio', { name: 'Questions' })).toBeVisible()
})

test('a view holds on every screen of the same items, each with its own layout, and one that is gone is told', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const view = { screen: 'content', name: 'Questions', definition: 'sort=-title&type=faq', isTeam: true } as const
  const { id } = await (await installation.api()).views.create.mutate({ workspace: slug, view })
  await signIn()
  await page.goto(`/${slug}/board?lanes=phase`)
  await menu(page, 'View: all')
  await page.getByRole('group', { name: 'Saved under Content' }).getByRole('menuitemradio', { name: 'Questions' }).click()
  await expect(page).toHaveURL(`/${slug}/board?lanes=phase&type=faq&view=${id}`)
  await expect(page.getByRole('button', { name: 'View: Questions', exact: true })).toBeVisible()
  await page.goto(`/${slug}/calendar?view=${id}`)
  await expect(page).toHaveURL(`/${slug}/calendar?type=faq&view=${id}`)
  await page.goto(`/${slug}/coverage?view=gone`)
  await expect(page.getByRole('alert').filter({ hasText: 'This saved view is not there' })).toBeVisible()
  await expect(page).toHaveURL(`/${slug}/coverage`)
})
