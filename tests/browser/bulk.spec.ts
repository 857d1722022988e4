import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './support/test'

const grid = (page: Page) => page.getByRole('grid')
const bar = (page: Page) => page.getByRole('region', { name: 'What to do with the selection' })

async function openContent(page: Page, slug: string, search = ''): Promise<void> {
  await page.goto(`/${slug}/content${search}`)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('[role=grid]') ?? {}).some((key) => key.startsWith('__react')),
  )
}

test('all that match are tagged at once, the dialog repeats what is meant, and one press takes it back', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  const api = await installation.api()
  const count = async (filter: string) => (await api.content.count.query({ workspace: slug, filter })).count
  const faqs = await count('type=faq')
  const before = await count('type=faq&topic=-')
  await signIn()
  await openContent(page, slug, '?type=faq')
  await grid(page).getByRole('row').nth(2).getByRole('gridcell').nth(2).click()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+x')
  await expect(bar(page)).toContainText('3 selected')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('4 selected')
  await bar(page)
    .getByRole('button', { name: `Select all ${faqs} that match` })
    .click()
  await expect(bar(page)).toContainText(`${faqs} selected`)

  await bar(page).getByRole('button', { name: 'Status' }).click()
  const dialog = page.getByRole('dialog', { name: `Status: ${faqs} items` })
  await expect(dialog).toContainText(`The ${faqs} items that match:`)
  await expect(dialog).toContainText(/Type is .*FAQ/)
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('combobox', { name: 'Status' }).fill('archiv')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: `Change ${faqs} items` }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => count('type=faq&status=archived')).toBe(faqs)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => count('type=faq&status=archived')).toBeLessThan(faqs)
  expect(await count('type=faq&topic=-')).toBe(before)
})

test('a number that no longer holds is refused and nothing is changed', async ({ page, signIn, installation, allowErrors }) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  await signIn()
  await openContent(page, slug)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar(page)).toBeVisible()
  await api.content.create.mutate({ workspace: slug, item: { title: 'One more', type: 'page' } })
  await bar(page).getByRole('button', { name: 'Owner' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was changed' })).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Change/ })).toBeDisabled()
})

test('the trash is in sight, gives back, and for admins deletes for good', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  for (const title of ['Kept', 'Given back', 'Deleted'])
    await api.content.create.mutate({ workspace: slug, item: { title, type: 'page' } })
  await signIn()
  await openContent(page, slug)
  await page.getByRole('checkbox', { name: 'Select “Given back”' }).click()
  await page.getByRole('checkbox', { name: 'Select “Deleted”' }).click()
  await bar(page).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await page.getByRole('button', { name: 'Move 2 items to the trash' }).click()
  await expect(page.getByRole('main').getByText('1 item', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'View: all' }).click()
  await page.getByRole('menuitemradio', { name: 'Trash' }).click()
  await expect(page).toHaveURL(/trash=yes/)
  await page.getByRole('checkbox', { name: 'Select “Deleted”' }).click()
  await bar(page).getByRole('button', { name: 'Delete for good' }).click()
  const confirm = page.getByRole('alertdialog')
  await expect(confirm.getByRole('button', { name: 'Delete 1 item' })).toBeDisabled()
  await confirm.getByRole('textbox').fill('delete')
  await confirm.getByRole('button', { name: 'Delete 1 item' }).click()
  await expect(grid(page).getByRole('row', { name: /Deleted/ })).toBeHidden()
  await page.getByRole('checkbox', { name: 'Select “Given back”' }).click()
  await bar(page).getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('button', { name: 'Restore 1 item' }).click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  await page.getByRole('button', { name: 'Leave the trash' }).click()
  await expect(page.getByRole('main').getByText('2 items', { exact: true })).toBeVisible()
})

test('the ticked rows alone are exported', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  for (const title of ['In the file', 'Not in it'])
    await api.content.create.mutate({ workspace: slug, item: { title, type: 'page' } })
  await signIn()
  await openContent(page, slug)
  await page.getByRole('checkbox', { name: 'Select “In the file”' }).click()
  await bar(page).getByRole('button', { name: 'Export' }).click()
  const arrives = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const written = await readFile(await (await arrives).path(), 'utf8')
  expect(written).toContain('In the file')
  expect(written).not.toContain('Not in it')
})
