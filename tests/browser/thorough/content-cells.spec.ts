import type { Page } from '@playwright/test'
import { expect, sizes, test } from '../support/test'

const grid = (page: Page) => page.getByRole('grid')
const heading = (page: Page, name: string) => grid(page).getByRole('columnheader', { name })

async function openContent(page: Page, slug: string): Promise<void> {
  await page.goto(`/${slug}/content?sort=title`)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('[role=grid]') ?? {}).some((key) => key.startsWith('__react')),
  )
}

async function cellOf(page: Page, title: string, column: string) {
  const index = await heading(page, column).getAttribute('aria-colindex')
  return grid(page).getByRole('row', { name: title }).locator(`[aria-colindex="${index}"]`)
}

/** Columns are remembered with the account, so each test has one of its own. */
const shown = (...columns: string[]) => ({ key: 'content.columns', value: JSON.stringify({ shown: columns, widths: {} }) })

test('yes and no, numbers, days and lists are edited in their cells', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const person = await installation.newMember(slug, 'admin')
  const api = await installation.api(person)
  const items = [
    { title: 'Thanks', type: 'message' },
    { title: 'Film', type: 'video' },
    { title: 'Answer', type: 'faq' },
    { title: 'Banner', type: 'ad' },
  ] as const
  for (const item of items) await api.content.create.mutate({ workspace: slug, item })
  await api.account.setPreference.mutate(
    shown('title', 'field.sendsThanks', 'field.durationSeconds', 'field.verifiedOn', 'field.headlines'),
  )
  await signIn(person)
  await openContent(page, slug)

  const thanks = await cellOf(page, 'Thanks', 'Says thank you')
  await thanks.click()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'yes' }).click()
  await expect(thanks).toContainText('yes')

  const film = await cellOf(page, 'Film', 'Length in seconds')
  await film.click()
  await page.keyboard.press('F2')
  await page.keyboard.type('95')
  await page.keyboard.press('Enter')
  await expect(film).toContainText('95')

  const answer = await cellOf(page, 'Answer', 'Last verified on')
  await answer.click()
  await page.keyboard.press('F2')
  await page.keyboard.type('31 Dec 2025')
  await page.keyboard.press('Tab')
  await expect(answer).toContainText('31 Dec 2025')

  const banner = await cellOf(page, 'Banner', 'Headlines')
  await banner.click()
  await page.keyboard.press('F2')
  await page.keyboard.type('First line')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Second line')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(banner).toContainText('First line, Second line')

  await page.reload()
  await expect(thanks).toContainText('yes')
  await expect(film).toContainText('95')
  await expect(answer).toContainText('31 Dec 2025')
  await expect(banner).toContainText('First line, Second line')
})

test('a cell that could not be saved says so and is saved at the second try', async ({
  page,
  signIn,
  installation,
  allowErrors,
}) => {
  allowErrors(/ERR_FAILED/)
  const slug = await installation.newWorkspace()
  const person = await installation.newMember(slug, 'admin')
  const api = await installation.api(person)
  await api.account.setPreference.mutate(shown('title', 'type', 'note'))
  await api.content.create.mutate({ workspace: slug, item: { title: 'Alpha', type: 'page' } })
  await signIn(person)
  await openContent(page, slug)
  await page.route(/content\.save/, (route) => route.abort())
  const note = await cellOf(page, 'Alpha', 'Note')
  await note.click()
  await page.keyboard.press('F2')
  await page.keyboard.type('Written once')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(note).toHaveAttribute('aria-invalid', 'true')
  await page.unroute(/content\.save/)
  await note.getByRole('button', { name: /^Not saved: .*Try again/ }).click()
  await expect(note).toContainText('Written once')
  await expect(note).toHaveAttribute('aria-invalid', 'false')
  await page.reload()
  await expect(note).toContainText('Written once')
})

test('the width of a column is changed by mouse and by key, and remembered', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const person = await installation.newMember(slug, 'admin')
  const api = await installation.api(person)
  await api.account.setPreference.mutate(shown('title', 'type', 'status'))
  await api.content.create.mutate({ workspace: slug, item: { title: 'Alpha', type: 'page' } })
  await signIn(person)
  await openContent(page, slug)
  await page.setViewportSize(sizes.desktop)
  const type = heading(page, 'Type')
  const width = async () => Math.round((await type.boundingBox())?.width ?? 0)
  const before = await width()
  const box = await type.boundingBox()
  if (!box) throw new Error('the heading is not drawn')
  await page.mouse.move(box.x + box.width - 2, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 58, box.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(width).toBe(before + 60)
  await type.getByRole('button').last().focus()
  const saved = page.waitForResponse(/setPreference/)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Wider' }).press('Enter')
  await expect.poll(width).toBeGreaterThan(before + 60)
  await saved
  const now = await width()
  await page.reload()
  await expect.poll(width).toBe(now)
})
