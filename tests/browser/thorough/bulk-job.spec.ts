import type { Page } from '@playwright/test'
import { mostAtOnce } from '@/server/domain/content/bulk.schema'
import { expect, expectAccessible, test } from '../support/test'

const dialog = (page: Page) => page.getByRole('dialog')
const bar = (page: Page) => page.getByRole('region', { name: 'What to do with the selection' })
const many = mostAtOnce + 10
const shown = (count: number) => count.toLocaleString('en')

/** Keeps the answers about the job back until it is told to go on, so that it ends when the test wants it to. */
async function holdTheEnd(page: Page): Promise<() => Promise<void>> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/bulk\.progress/, async (route) => {
    await held
    // A page that is left takes its questions with it.
    await route.continue().catch(() => undefined)
  })
  return async () => {
    release()
    await page.unroute(/bulk\.progress/)
  }
}

test('a bulk edit that goes on by itself says on any screen what came of it, and can be undone there', async ({
  page,
  signIn,
  installation,
}) => {
  test.setTimeout(90_000)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const count = async (filter: string) => (await api.content.count.query({ workspace: slug, filter })).count
  const rows = Array.from({ length: many }, (_, n) => `Page ${n}\thttps://example.com/${n}\t2031-03-01`)
  const { id } = await api.imports.create.mutate({
    workspace: slug,
    fileName: 'Pasted rows',
    text: ['Title\tURL\tPlanned for', ...rows].join('\n'),
  })
  const { revision } = await api.imports.get.query({ workspace: slug, id })
  await api.imports.commit.mutate({ workspace: slug, id, revision })
  await expect.poll(async () => (await api.imports.get.query({ workspace: slug, id })).state, { timeout: 40_000 }).toBe('done')
  await api.content.create.mutate({
    workspace: slug,
    item: {
      title: 'Cannot be moved',
      type: 'page',
      publishAt: new Date('2031-03-01T09:00:00Z'),
      unpublishAt: new Date('2031-03-02T09:00:00Z'),
    },
  })
  const day = 'plannedFor=2031-03-01..2031-03-01'
  const before = await count(day)
  expect(before).toBe(many)

  await signIn()
  await page.goto(`/${slug}/content`)
  await expect(page.getByRole('main').getByText(`${shown(many + 1)} items`, { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await bar(page).getByRole('button', { name: 'Shift dates' }).click()
  await dialog(page).getByLabel('Days').fill('7')
  await dialog(page).getByRole('checkbox', { name: 'Scheduled for' }).click()
  const goOn = await holdTheEnd(page)
  await dialog(page)
    .getByRole('button', { name: /^Change/ })
    .click()
  await dialog(page).getByRole('button', { name: 'Close, it goes on' }).click()
  await expect(dialog(page)).toBeHidden()
  await page.getByRole('navigation').getByRole('link', { name: 'Journey' }).first().click()
  await expect(page).toHaveURL(/\/journey/)
  await goOn()

  // The words appear inside the region that is read out.
  const told = page.locator('[aria-live=polite] li').filter({ hasText: 'Shift dates' })
  await expect(told).toContainText(`Shift dates: ${shown(many)} items changed, 1 not changed.`)
  await expect(told).toContainText('1 × The end lies before the scheduled publication.')
  expect(await count(day)).toBe(0)
  await expectAccessible(page)
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => count(day), { timeout: 20_000 }).toBe(before)

  // Without failures, and with the list that it empties in sight.
  await page.getByRole('navigation').getByRole('link', { name: 'Content' }).first().click()
  await expect(page.getByRole('main').getByText(`${shown(many + 1)} items`, { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await bar(page).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click()
  const endNow = await holdTheEnd(page)
  await dialog(page).getByRole('button', { name: /^Move/ }).click()
  await dialog(page).getByRole('button', { name: 'Close, it goes on' }).click()
  await endNow()
  await expect(page.getByText(`Move to the trash: ${shown(many + 1)} items changed.`)).toBeVisible()
  await expect(page.getByRole('main').getByRole('grid')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('main').getByText(`${shown(many + 1)} items`, { exact: true })).toBeVisible({ timeout: 20_000 })
})
