import type { Page } from '@playwright/test'
import writeWorkbook from 'write-excel-file/node'
import { expect, expectAccessible, sizes, test } from '../support/test'

async function upload(page: Page, slug: string, name: string, content: Buffer): Promise<void> {
  await page.goto(`/${slug}/import`)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('input[type=file]') ?? {}).some((key) => key.startsWith('__react')),
  )
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
}
const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Steps of the import' }).getByRole('link', { name }).click()
const list = (...rows: readonly string[][]) => rows.map((row) => row.map((value) => ({ value })))

test('a workbook with several sheets is read sheet by sheet', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  const workbook = await writeWorkbook([
    {
      sheet: 'Pages',
      data: list(['Title', 'URL'], ['Kitchen', 'https://example.com/kitchen'], ['Bath', 'https://example.com/bath']),
    },
    { sheet: 'Mails', data: list(['Subject', 'Type'], ['Welcome', 'E-mail']) },
  ]).toBuffer()
  await upload(page, slug, 'inventory.xlsx', workbook)
  await expect(page.getByRole('cell', { name: 'Kitchen', exact: true })).toBeVisible()
  await page.getByRole('combobox', { name: 'Sheet' }).click()
  await page.getByRole('option', { name: 'Mails' }).click()
  await expect(page.getByRole('cell', { name: 'Welcome' })).toBeVisible()
  await expect(page.getByText(/1 row, 2 columns/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Sheet' })).toContainText('Mails')
  await page.getByLabel('Row of the column names').fill('900')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByText(/Read as/)).toBeVisible()
  await page.getByLabel('Row of the column names').fill('')
  await page.keyboard.press('Tab')
  await step(page, /Check/)
  await expect(page.getByText(/^1 new item/)).toBeVisible()
})

test('answers given fast after each other are all kept, can be seen and changed', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  const { id } = await (await installation.api()).imports.create.mutate({
    workspace: slug,
    fileName: 'Pasted rows',
    text: 'Title\tURL\tChannel\nOne\thttps://example.com/1\tRadio A\nTwo\t/two\tRadio B\nThree\thttps://example.com/3\tRadio C\n',
  })
  await page.goto(`/${slug}/import/${id}/values`)
  const answerOf = (word: string) => page.getByRole('combobox', { name: `What to do with “${word}”` })
  // The server takes its time, so that the second and the third answer are there before the first is saved.
  await page.route(/imports\.configure/, async (route) => {
    await new Promise((done) => setTimeout(done, 400))
    await route.continue()
  })
  for (const word of ['Radio A', 'Radio B', 'Radio C']) {
    await answerOf(word).click()
    await page.getByRole('option', { name: `create “${word}”` }).click()
    await expect(answerOf(word)).toHaveValue(/create/)
  }
  await page.getByRole('textbox', { name: 'Address of the website' }).fill('https://example.com')
  await page.keyboard.press('Tab')
  await step(page, /Check/)
  await expect(page.getByText(/^3 new items/)).toBeVisible()
  for (const word of ['Radio A', 'Radio B', 'Radio C']) await expect(page.getByText(word, { exact: true }).first()).toBeVisible()
  await step(page, /Values/)
  await answerOf('Radio B').click()
  await page.getByRole('option', { name: 'leave empty', exact: true }).click()
  await expect(answerOf('Radio B')).toHaveValue('leave empty')
  await page.unrouteAll({ behavior: 'wait' })
  await page.reload()
  await expect(answerOf('Radio B')).toHaveValue('leave empty')
  await expect(answerOf('Radio C')).toHaveValue(/create/)
})

test('a long import is stopped, left, found again and gone on with', async ({ page, signIn, installation }) => {
  test.slow()
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  await signIn()
  const rows = Array.from({ length: 10_000 }, (_, at) => `Page ${at};https://example.com/${at};Awareness`)
  await upload(page, slug, 'long.csv', Buffer.from(['Title;URL;Phase', ...rows].join('\n')))
  await expect(page.getByText(/10,?000 rows, 3 columns/)).toBeVisible()
  await step(page, /Check/)
  await page.getByRole('button', { name: 'Import 10,000 items' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped before the end')).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page, 'main')
  const { count } = await api.content.count.query({ workspace: slug, filter: '' })
  expect(count).toBeLessThan(10_000)
  await page.goto(`/${slug}/import`)
  await page.getByRole('link', { name: 'long.csv' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible({ timeout: 40_000 })
  expect(await api.content.count.query({ workspace: slug, filter: '' })).toMatchObject({ count: 10_000 })
  await page.setViewportSize(sizes.phone)
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible({ timeout: 40_000 })
  expect(await api.content.count.query({ workspace: slug, filter: '' })).toMatchObject({ count: 0 })
})

for (const [name, content, sentence] of [
  ['empty.csv', '', /nothing in this file. Choose another/],
  ['page.csv', '<!doctype html><html><body>Sign in</body></html>', /web page, not a table.*Sign in there/],
  ['deep.json', `${'['.repeat(5000)}${']'.repeat(5000)}`, /Export the list as CSV/],
  ['broken.xlsx', `PK\u0003\u0004${'x'.repeat(400)}`, /damaged.*save it again|archive|Choose/],
  ['photo.csv', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', /picture.*can be imported/],
] as const)
  test(`${name} is refused with a sentence that says what to do`, async ({ page, signIn, installation, allowErrors }) => {
    allowErrors(/status of 4\d\d/)
    const slug = await installation.newWorkspace()
    await signIn()
    await upload(page, slug, name, Buffer.from(content, 'latin1'))
    await expect(page.getByRole('main').getByText(sentence)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
  })
