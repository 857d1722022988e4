import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import { expect, test } from './support/test'

async function downloaded(page: Page, item: string) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('a saved view is subscribed to as a calendar, read by another program, renewed and ended', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  await api.content.create.mutate({ workspace: slug, item: { title: 'Care, tips; more', type: 'page', plannedFor: day } })
  await signIn()
  await page.goto(`/${slug}/calendar?status=idea,planned`)
  await page.getByRole('button', { name: 'View: all' }).click()
  await page.getByRole('menuitem', { name: 'Calendar subscription…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Calendar subscription' })
  await expect(dialog.getByText('Nothing is turned on yet.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name of the new view' }).fill('Planned')
  await page.keyboard.press('Enter')
  const address = dialog.getByRole('textbox', { name: 'The same for a browser or an import' })
  await expect(address).toHaveValue(/^http.*\.ics$/)
  await expect(dialog.getByText('Planned, Calendar')).toBeVisible()
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])

  const first = await address.inputValue()
  // A plain client, without any session.
  const answer = await fetch(first)
  expect(answer.status).toBe(200)
  const events = new ICAL.Component(ICAL.parse(await answer.text()))
    .getAllSubcomponents('vevent')
    .map((part) => new ICAL.Event(part))
  const mine = events.find(({ summary }) => summary === 'Planned: Care, tips; more')
  expect(String(mine?.startDate)).toBe(day)

  await dialog.getByRole('button', { name: /^New address/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'New address' }).click()
  await expect(address).not.toHaveValue(first)
  const second = await address.inputValue()
  expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200])
  await dialog.getByRole('button', { name: /^End/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'End' }).click()
  await expect(dialog.getByText('Nothing is turned on yet.')).toBeVisible()
  expect((await fetch(second)).status).toBe(404)
})

test('heatmap and campaign are taken along as PDF, the calendar as picture and as a table', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const { key } = await (await installation.api()).campaigns.create.mutate({
    workspace: slug,
    campaign: { template: 'after_sales', name: 'After the purchase', startsOn: '2027-02-01' },
  })
  await signIn()
  await page.goto(`/${slug}/coverage?mode=planned`)
  const heatmap = await downloaded(page, 'PDF, German')
  expect(heatmap.name).toMatch(/-abdeckung-\d{4}-\d\d-\d\d\.pdf$/)
  expect(heatmap.bytes.subarray(0, 5).toString()).toBe('%PDF-')

  // The same picture from every window, also where the screen shows a list.
  await page.setViewportSize({ width: 390, height: 844 })
  const phone = await downloaded(page, 'Picture, light (PNG)')
  expect(phone.bytes.readUInt32BE(16)).toBeGreaterThan(2 * 1360)
  expect(phone.bytes.readUInt32BE(20)).toBeLessThan(2 * 1400)
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.goto(`/${slug}/campaigns/${key}`)
  expect((await downloaded(page, 'PDF, English')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  // A slide, drawn from the same sheet: its width does not depend on the window, and it goes when it is done.
  const slide = await downloaded(page, 'Picture, dark (PNG)')
  expect(slide.name).toMatch(/-campaign-.+-\d{4}-\d\d-\d\d\.png$/)
  expect(slide.bytes.readUInt32BE(16)).toBe(2 * (1360 + 48))
  await page.goto(`/${slug}/board`)
  const board = await downloaded(page, 'Picture, light (PNG)')
  expect(board.bytes.readUInt32BE(16)).toBeGreaterThan(2 * 1500)

  await page.goto(`/${slug}/calendar?at=2027-02-01&campaign=${key}`)
  await expect(page.getByText(/items · \d+ here/).first()).toBeVisible()
  const picture = await downloaded(page, 'Picture, light (PNG)')
  expect(picture.name).toBe(`${slug}-calendar-2027-02.png`)
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  // Width and height stand at the beginning of the file, in twice the size of the screen.
  expect(picture.bytes.readUInt32BE(16)).toBeGreaterThan(1600)
  expect(picture.bytes.readUInt32BE(20)).toBeGreaterThan(600)
  const plan = (await downloaded(page, 'Plan as CSV')).bytes.toString()
  expect(plan.split('\r\n').length).toBe(10)
  expect(plan).toContain('"Title","Type","Status","Phases"')
})
