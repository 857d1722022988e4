import { expect, expectAccessible, sizes, test } from '../support/test'

test('the map shows each phase with its questions, its content and its gaps', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await page.goto(`/${slug}/journey`)
  const table = page.getByRole('table', { name: 'Journey' })
  await expect(table.getByRole('columnheader')).toHaveCount(5)
  await expect(table.getByRole('rowheader')).toHaveText(['Goal', 'Standing', 'Gaps', 'Customers ask', 'Live content'])
  await expect(table.getByText('unanswered').first()).toBeVisible()
  await expectAccessible(page)

  await table
    .getByRole('link', { name: /Awareness/ })
    .first()
    .focus()
  await page.keyboard.press('ArrowRight')
  await expect(table.getByRole('link', { name: /Consideration/ }).first()).toBeFocused()
})

test('an unanswered question leads to a new item that answers it', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  await page.goto(`/${slug}/journey`)
  const href = await page.getByRole('table').getByRole('link', { name: 'make an item' }).first().getAttribute('href')
  expect(href).toMatch(new RegExp(`^/${slug}/content/new\\?question=[a-z_]+&phase=awareness$`))
})

test('on a phone the phases stand one below the other', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace({ sample: 'good' })
  await page.setViewportSize(sizes.phone)
  await signIn()
  await page.goto(`/${slug}/journey`)
  await expect(page.getByRole('heading', { level: 2, name: /Retention/ })).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
  await expectAccessible(page)
})
