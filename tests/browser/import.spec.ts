import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, sizes, test } from './support/test'

const inventory = [
  'Titel;Adresse;Phase;Kanal;Veröffentlicht am;Status',
  'Küche planen;https://www.example.com/kueche;Aufmerksamkeit;E-Mail;03.05.2024;veröffentlicht',
  'Größen vergleichen;https://www.example.com/groessen;Überlegung;Rundbrief XY;31.12.2024;veröffentlicht',
  'Ohne Datum;https://www.example.com/ohne;Kauf;E-Mail;morgen;veröffentlicht',
].join('\r\n')

async function upload(page: Page, slug: string, name: string, content: string | Buffer): Promise<void> {
  await page.goto(`/${slug}/import`)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('input[type=file]') ?? {}).some((key) => key.startsWith('__react')),
  )
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1') })
}
const on = (page: Page) => page.getByRole('link', { name: /^Next/ }).click()

test('a German spreadsheet goes in step by step, leaves a report and can be taken back', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ locale: 'de' })
  const api = await installation.api()
  await signIn()
  await upload(page, slug, 'inventar.csv', inventory)
  await expect(page.getByRole('heading', { name: 'First rows' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Küche planen' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Encoding' })).toContainText('Windows-1252')
  await expectAccessible(page)
  await on(page)
  await expect(page.getByRole('combobox', { name: 'What “Veröffentlicht am” is' })).toHaveValue('Published')
  await expectAccessible(page)
  await on(page)
  const unknown = page.getByRole('row', { name: /Rundbrief XY/ })
  await unknown.getByRole('combobox').click()
  await page.getByRole('option', { name: /create “Rundbrief XY”/ }).click()
  await expect(unknown.getByRole('combobox')).toHaveValue(/create/)
  await expectAccessible(page)
  await on(page)
  await expect(page.getByText(/^2 new items, 1 error/)).toBeVisible()
  await page.getByRole('tab', { name: /Errors/ }).click()
  await expect(page.getByRole('row', { name: /4 .*Ohne Datum/ })).toBeVisible()
  await expectAccessible(page)
  expect(await api.content.count.query({ workspace: slug, filter: '' })).toMatchObject({ count: 0 })
  await page.getByRole('button', { name: 'Import 2 items' }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
  const arrives = page.waitForEvent('download')
  await page.getByRole('link', { name: /Download the report/ }).click()
  expect(await readFile(await (await arrives).path(), 'utf8')).toContain('Ohne Datum')
  await page.setViewportSize(sizes.phone)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('link', { name: 'Open in the table' }).click()
  await expect(page.getByRole('main').getByText('2 items', { exact: true })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  expect(await api.content.count.query({ workspace: slug, filter: '' })).toMatchObject({ count: 0 })
})

test('rows are pasted, an order of day and month is asked for, and the answer is remembered with the draft', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  await signIn()
  const { id } = await (await installation.api()).imports.create.mutate({
    workspace: slug,
    fileName: 'Pasted rows',
    text: 'Title\tURL\tPublished\nOne\thttps://example.com/1\t03/05/2024\nTwo\thttps://example.com/2\t04/06/2024\n',
  })
  await page.goto(`/${slug}/import/${id}/values`)
  const question = page
    .getByRole('group', { name: /In which order is Published written/ })
    .or(page.getByRole('radiogroup', { name: /In which order is Published written/ }))
  await expect(question.first()).toHaveAccessibleDescription(/Without an answer these rows fail/)
  await question.getByRole('radio', { name: 'month, day, year' }).first().click()
  await expect(question.first()).not.toHaveAccessibleDescription(/Without an answer/)
  await page.reload()
  await expect(question.getByRole('radio', { name: 'month, day, year' }).first()).toBeChecked()
  await page.getByRole('navigation', { name: 'Steps of the import' }).getByRole('link', { name: /Check/ }).click()
  await expect(page.getByText(/^2 new items/)).toBeVisible()
})

test('what is no list of content is refused with the reason', async ({ page, signIn, installation, allowErrors }) => {
  allowErrors(/40\d/)
  const slug = await installation.newWorkspace()
  await signIn()
  await upload(page, slug, 'people.csv', 'Email Address,First Name,Last Name,MEMBER_RATING\na@example.com,A,B,2\n')
  await expect(
    page
      .getByRole('main')
      .getByRole('alert')
      .filter({ hasText: /people|persons/ }),
  ).toBeVisible()
  await upload(page, slug, 'broken.xlsx', 'this is no spreadsheet')
  await expect(
    page
      .getByRole('main')
      .getByText(/cannot be (imported|read)|not a|is no/i)
      .first(),
  ).toBeVisible()
})
