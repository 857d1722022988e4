import type { ItemCreate } from '@/server/domain/content/item.schema'
import { expect, expectAccessible, preferTheme, sizes, test, untilTakenOver } from './support/test'

const at = '2027-03-10'
const planned = (title: string, plannedFor: string | null, more: Partial<ItemCreate> = {}): ItemCreate => ({
  title,
  type: 'page',
  step: 'planned',
  plannedFor,
  tags: { phase: ['retention'] },
  ...more,
})

test('an item is moved with the keyboard alone: by arrows, by a dialog, and back by undo', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: planned('Care guide', `${at}T09:30`) })
  const day = async () => (await api.content.get.query({ workspace: slug, id: item.id })).plannedFor
  await signIn()
  await page.goto(`/${slug}/calendar?at=${at}`)
  const entry = page.locator('[data-entry]', { hasText: 'Care guide' })
  await page.getByRole('gridcell', { name: /^Wednesday,? 10 March 2027/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('gridcell', { name: /^Tuesday,? 9 March 2027/ })).toBeFocused()
  await page.keyboard.press('j')
  await expect(entry).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(day).toBe('2027-03-11T09:30')
  await expect(entry).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(day).toBe('2027-03-18T09:30')
  await expect(entry).toBeFocused()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Move “Care guide”' })
  await dialog.getByLabel('To the day').fill('28 Mar 2027')
  await expectAccessible(page, '[role=dialog]')
  await page.keyboard.press('Enter')
  await expect.poll(day).toBe('2027-03-28T09:30')
  await expect(page.getByText(/28 March 2027 is a (weekend|public holiday)/)).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /28 March 2027.*1 item/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(day).toBe('2027-03-18T09:30')
  await expect(entry).toBeFocused()

  // The next two days are full: it stays in sight there, and the keys stay with it.
  for (const n of [1, 2, 3, 4, 5, 6])
    for (const full of ['2027-03-19', '2027-03-20'])
      await api.content.create.mutate({ workspace: slug, item: planned(`Before ${n}`, full) })
  await page.reload()
  await entry.focus()
  for (const next of ['2027-03-19T09:30', '2027-03-20T09:30']) {
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(day).toBe(next)
    await expect(entry).toBeFocused()
  }
  // What is behind "more" hears the same keys; a range is what is seen.
  await page.getByRole('button', { name: /^\+3 more Friday/ }).click()
  const list = page.getByRole('dialog', { name: /19 March 2027/ })
  await expect(list.locator('[data-entry]').first()).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: 'Move “Before 2”' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list.locator('[data-entry]', { hasText: 'Before 2' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('gridcell', { name: /18 March 2027.*1 item/ }).locator('[data-entry]')).toBeFocused()
  await page.keyboard.press('x')
  await page
    .getByRole('gridcell', { name: /20 March 2027/ })
    .locator('[data-entry]')
    .first()
    .focus()
  await page.keyboard.press('Shift+x')
  await expect(page.getByRole('region', { name: 'Selected items' }).getByText('5 items selected')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('PageDown')
  await expect(page.getByText('April 2027', { exact: true })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /April 2027/ }).and(page.locator(':focus'))).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.getByText('Quarter 2, 2027')).toBeVisible()
  await expect(page).toHaveURL(/show=quarter/)
})

test('an item is dragged from the tray onto a day, and an empty day takes a new one with what the filter says', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({
    workspace: slug,
    item: planned('Battery tips', null, { tags: { phase: ['retention', 'awareness'] } }),
  })
  await signIn()
  await page.goto(`/${slug}/calendar?at=${at}&phase=retention`)
  await expect(page.getByText('1 item · 0 here · 1 unscheduled')).toBeVisible()
  const tray = page.getByRole('region', { name: /^Unscheduled/ })
  const day = page.getByRole('gridcell', { name: /^Thursday,? 11 March 2027/ })
  await tray.locator('[data-entry]', { hasText: 'Battery tips' }).dragTo(day)
  await expect(day.locator('[data-entry]', { hasText: 'Battery tips' })).toBeVisible()
  await expect.poll(async () => (await api.content.get.query({ workspace: slug, id: item.id })).plannedFor).toBe('2027-03-11')
  await expect(page.getByText('1 item · 1 here · 0 unscheduled')).toBeVisible()

  await page.getByRole('gridcell', { name: /^Friday,? 12 March 2027/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /New item on Fri/ })
  await expect(dialog.getByText('With Retention, as filtered')).toBeVisible()
  await dialog.getByLabel('Title').fill('Spare parts')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: /12 March 2027.*1 item/ })).toBeVisible()
  const { rows } = await api.content.list.query({ workspace: slug, filter: 'plannedFor=2027-03-12..2027-03-12' })
  expect(rows.map(({ title, tags, status }) => [title, tags.phase, status])).toEqual([['Spare parts', ['retention'], 'planned']])

  // What is refused leaves the dialog, what was typed, and the days that are looked at.
  await page.goto(`/${slug}/calendar?at=${at}&axis=scheduled`)
  await untilTakenOver(page)
  await tray.locator('[data-entry]', { hasText: 'Battery tips' }).focus()
  await page.keyboard.press('m')
  const moving = page.getByRole('dialog', { name: 'Move “Battery tips”' })
  await moving.getByLabel('To the day').fill('1 Jan 2020')
  await page.keyboard.press('Enter')
  await expect(moving.getByText(/Scheduled publications lie ahead/)).toBeVisible()
  await expect(moving.getByLabel('To the day')).toHaveValue(/2020/)
  await page.keyboard.press('Escape')
  await expect(page.getByText('March 2027', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(at))

  await signIn(await installation.newMember(slug, 'viewer'))
  await page.goto(`/${slug}/calendar?at=${at}`)
  await expect(page.getByText('You can look at the calendar.')).toBeVisible()
  await untilTakenOver(page)
  const told = page.getByRole('alert').filter({ hasText: 'Viewers only look at the calendar' })
  const entry = day.locator('[data-entry]', { hasText: 'Battery tips' })
  await entry.dragTo(page.getByRole('gridcell', { name: /^Friday,? 12 March 2027/ }))
  await expect(told).toHaveCount(1)
  await expect(entry).toHaveAttribute('title', /Awareness, Retention/)
  await entry.focus()
  for (const [key, times] of [
    ['m', 2],
    ['Alt+ArrowRight', 3],
  ] as const) {
    await page.keyboard.press(key)
    await expect(told).toHaveCount(times)
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(entry).toBeFocused()
})

test('what is published asks first, several shift together, and each is one undo', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const items = [
    planned('Alpha', '2027-03-08'),
    planned('Beta', '2027-03-09T14:00'),
    planned('Live one', '2027-03-10', { step: 'published' }),
  ]
  for (const item of items) await api.content.create.mutate({ workspace: slug, item })
  const days = async () =>
    Object.fromEntries(
      (await api.content.list.query({ workspace: slug })).rows.map(({ title, plannedFor }) => [title, plannedFor]),
    )
  await signIn()
  await page.goto(`/${slug}/calendar?at=${at}&show=week`)
  await page.locator('[data-entry]', { hasText: 'Alpha' }).focus()
  await page.keyboard.press('x')
  await page.locator('[data-entry]', { hasText: 'Live one' }).focus()
  await page.keyboard.press('Shift+x')
  const bar = page.getByRole('region', { name: 'Selected items' })
  await expect(bar.getByText('3 items selected')).toBeVisible()
  await bar.getByRole('button', { name: 'Shift by days …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Shift 3 items by days' })
  await dialog.getByLabel('Days').fill('5')
  await dialog.getByRole('button', { name: 'Shift' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question.getByText(/One of these items is published/)).toBeVisible()
  await question.getByRole('button', { name: 'Leave them' }).click()
  await expect.poll(days).toEqual({ Alpha: '2027-03-13', Beta: '2027-03-14T14:00', 'Live one': '2027-03-10' })
  await expect(page.getByText('2 items shifted by 5 days').first()).toBeVisible()
  await expect(page.getByText(/13 March 2027 is a weekend/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(days).toEqual({ Alpha: '2027-03-08', Beta: '2027-03-09T14:00', 'Live one': '2027-03-10' })
  await page.keyboard.press('Escape')
  await page.locator('[data-entry]', { hasText: 'Live one' }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Move it' }).click()
  await expect.poll(async () => (await days())['Live one']).toBe('2027-03-11')
})

test('on a phone, in German, the days are a list from which everything can be done', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'Frühjahr', startsOn: '2027-03-01', endsOn: '2027-03-20' },
  })
  const { item } = await api.content.create.mutate({ workspace: slug, item: planned('Pflegetipps', '2027-03-26') })
  const member = await installation.newMember(slug, 'editor')
  const theirs = await installation.api(member)
  await theirs.account.edit.mutate({ locale: 'de' })
  await signIn(member)
  await page.setViewportSize(sizes.phone)
  await page.goto(`/${slug}/calendar?at=${at}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Kalender' })).toBeVisible()
  await untilTakenOver(page)
  await expect(page.getByText('Karfreitag')).toBeVisible()
  await expect(page.getByRole('button', { name: /Frühjahr/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Aktionen für „Pflegetipps“' }).click()
  await page.getByRole('button', { name: /^Einen Tag später/ }).click()
  await expect.poll(async () => (await api.content.get.query({ workspace: slug, id: item.id })).plannedFor).toBe('2027-03-27')
  await expect(page.getByText(/Samstag, 27. März 2027 ist Wochenende/)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('month, week and quarter hold campaigns and long days, in both themes, and nothing is out of reach', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { key } = await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'Spring', startsOn: '2027-03-03', endsOn: '2027-03-17' },
  })
  for (const n of [1, 2, 3, 4, 5, 6])
    await api.content.create.mutate({
      workspace: slug,
      item: planned(`Item ${n}`, `2027-03-1${n === 1 ? 1 : 0}`, { tags: { phase: ['retention'], campaign: [key] } }),
    })
  const undated = await api.campaigns.create.mutate({ workspace: slug, campaign: { name: 'Undated' } })
  await api.content.create.mutate({
    workspace: slug,
    item: planned('Alone', '2027-03-31', { tags: { campaign: [undated.key] } }),
  })
  await signIn()
  await page.goto(`/${slug}/calendar?at=${at}&colour=campaign`)
  await page.getByRole('button', { name: 'Campaign Undated, 31 Mar, the days of its items' }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('alert').filter({ hasText: '“Undated” has no days of its own' })).toBeVisible()
  await expectAccessible(page)
  await preferTheme(page, 'dark')
  await page.getByRole('button', { name: /^\+2 more/ }).click()
  const list = page.getByRole('dialog', { name: /10 March 2027/ })
  await expect(list.locator('[data-entry]', { hasText: 'Item 6' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Campaign Spring/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Days of “Spring”' })
  await dialog.getByLabel('First day').fill('10 Mar 2027')
  await dialog.getByLabel('Last day').fill('24 Mar 2027')
  await expect(dialog.getByRole('checkbox', { name: 'Move 6 items with it' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/“Spring” now runs .*6 items along/)).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /17 March 2027.*5 items/ })).toBeVisible()
  const days = async () => {
    const campaign = (await api.vocabulary.get.query({ workspace: slug })).campaign.find((term) => term.key === key)
    return [campaign?.details.startsOn, campaign?.details.endsOn]
  }
  const bar = page.getByRole('button', { name: /^Campaign Spring/ }).first()
  await bar.focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(days).toEqual(['2027-03-10', '2027-03-25'])
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(dialog.getByRole('checkbox', { name: 'Move 6 items with it' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect.poll(days).toEqual(['2027-03-09', '2027-03-24'])
  await expect(bar).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(days).toEqual(['2027-03-10', '2027-03-25'])
  for (const show of ['week', 'quarter']) {
    await page.goto(`/${slug}/calendar?at=2027-03-17&show=${show}`)
    await expect(page.getByRole('button', { name: /^Campaign Spring/ }).first()).toBeVisible()
    await expectAccessible(page)
  }
})
