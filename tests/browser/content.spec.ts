import type { Page } from '@playwright/test'
import { expect, expectAccessible, preferTheme, sizes, test } from './support/test'

const grid = (page: Page) => page.getByRole('grid')
const rowOf = (page: Page, title: string | RegExp) => grid(page).getByRole('row', { name: title })
const total = (page: Page, words: string) => expect(page.getByRole('main').getByText(words, { exact: true })).toBeVisible()

/** The cell of an item under a heading. */
async function cellOf(page: Page, title: string, heading: string) {
  const column = await grid(page).getByRole('columnheader', { name: heading }).getAttribute('aria-colindex')
  return rowOf(page, title).locator(`[aria-colindex="${column}"]`)
}

/** Waits until the screen hears keys. */
async function openContent(page: Page, slug: string, search = ''): Promise<void> {
  await page.goto(`/${slug}/content${search}`)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('[role=grid]') ?? {}).some((key) => key.startsWith('__react')),
  )
}

test('a cell is edited where it stands, by key alone, and undone', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  for (const title of ['Alpha', 'Beta', 'Gamma'])
    await api.content.create.mutate({ workspace: slug, item: { title, type: 'page', note: '' } })
  await signIn()
  await openContent(page, slug, '?sort=title')
  await total(page, '3 items')

  await rowOf(page, /Alpha/).getByRole('gridcell').nth(2).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Alpha one')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, /Alpha one/)).toBeVisible()
  // Enter went down: the focus is in the next row, and a letter that is no shortcut begins an edit there.
  await expect(rowOf(page, /Beta/).locator(':focus')).toBeVisible()

  await page
    .getByRole('status')
    .getByRole('button', { name: 'Undo' })
    .or(page.getByRole('button', { name: 'Undo' }))
    .last()
    .click()
  await expect(rowOf(page, /^(?!.*Alpha one).*Alpha/)).toBeVisible()

  const phases = await cellOf(page, 'Beta', 'Phases')
  await phases.click()
  await page.keyboard.press('p')
  await page.keyboard.type('awa')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(phases).toContainText('Awareness')

  const topics = await cellOf(page, 'Beta', 'Status')
  await topics.click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('in rev')
  await page.keyboard.press('Enter')
  await expect(topics).toContainText('In review')
  await topics.click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(topics).toContainText('In review')

  const review = await cellOf(page, 'Gamma', 'Review by')
  await review.click()
  await page.keyboard.type('1/2/2027')
  await page.keyboard.press('Tab')
  await expect(review).toContainText('2027')
  await review.click()
  await page.keyboard.press('Delete')
  await expect(review).toHaveText('–')
})

test('who saves second is asked whose change counts', async ({ page, signIn, installation, allowErrors }) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Shared', type: 'page' } })
  await signIn()
  await openContent(page, slug)
  const note = (
    await api.content.save.mutate({
      workspace: slug,
      id: item.id,
      revision: item.revision,
      edit: { title: 'Theirs' },
    })
  ).item
  expect(note.revision).toBeGreaterThan(item.revision)
  await rowOf(page, /Shared/)
    .getByRole('gridcell')
    .nth(1)
    .click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Mine')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Somebody else saved first' })
  await expect(dialog.getByText(/^Ada Kern, (now|\d+ seconds? ago)$/)).toBeVisible()
  await expect(dialog.getByText('Theirs', { exact: true })).toBeVisible()
  await expect(dialog.getByText('Mine', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Take theirs' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(rowOf(page, /Mine/)).toBeVisible()
  await expect.poll(async () => (await api.content.get.query({ workspace: slug, id: item.id })).title).toBe('Mine')
})

test('the address holds search, conditions and order; headings sort, with Shift by several', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  await signIn()
  await openContent(page, slug)
  await total(page, '396 items')
  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button', { name: 'Title', exact: true }).click()
  await expect(page).toHaveURL(/sort=title/)
  await page
    .getByRole('columnheader', { name: 'Type' })
    .getByRole('button', { name: 'Type', exact: true })
    .click({ modifiers: ['Shift'] })
  await expect(page).toHaveURL(/sort=title(,|%2C)type/)
  await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending')

  await page.getByRole('searchbox').fill('camera')
  await expect(page).toHaveURL(/q=camera/)
  await expect(page.getByRole('main').getByText('396 items')).toBeHidden()
  const found = await page
    .getByRole('main')
    .getByText(/^\d+ items$/)
    .textContent()
  const address = page.url()
  await page.goto(`/${slug}/coverage`)
  await page.goto(address)
  await total(page, found ?? '')
  await expect(page.getByRole('searchbox')).toHaveValue('camera')

  await openContent(page, slug, '?type=faq&colour=red')
  await expect(page.getByText(/was left out: colour/)).toBeVisible()
  await page.getByRole('searchbox').fill('zzzzqqq')
  await expect(page.getByText('No items match these 2 filters')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await total(page, '396 items')
})

test('the focus survives the way through all rows', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  await signIn()
  await openContent(page, slug, '?sort=title')
  await grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(2).click()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(grid(page).locator('[role=row][aria-rowindex="397"] [role=gridcell]:focus')).toBeVisible()
  await grid(page).hover()
  await page.mouse.wheel(0, -100_000)
  await expect(grid(page).locator('[role=row][aria-rowindex="2"]')).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(grid(page).locator('[role=gridcell]:focus')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('checkbox', { name: 'Select everything the filter means' })).toBeFocused()
})

test('the table is accessible, on a phone and in the dark too', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await openContent(page, slug)
  await grid(page).getByRole('checkbox').nth(1).click()
  await expectAccessible(page)
  await preferTheme(page, 'dark')
  await page.setViewportSize(sizes.phone)
  await expect(grid(page)).toBeVisible()
  // One column, and what matters most below the title; the lesser buttons are in a menu.
  await expect(grid(page).getByRole('columnheader')).toHaveCount(2)
  const title = grid(page).getByRole('gridcell').nth(1)
  await expect(title).toContainText('Published')
  expect(await grid(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
  await expect(page.getByRole('button', { name: 'Columns' })).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: 'Import' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
