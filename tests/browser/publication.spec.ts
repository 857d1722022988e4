import { movedClock } from './support/moved-clock'
import type { Program } from './support/program'
import { test as base, expect, expectAccessible, preferTheme, sizes } from './support/test'

/** The program of this file runs with a clock that the tests move; the pages get the same clock. */
const clock = movedClock()
const test = base.extend<object, { program: Program }>({
  program: [
    async ({ browserName: _ }, use) => {
      const program = await clock.start()
      await use(program)
      await program.stop()
    },
    { scope: 'worker' },
  ],
})

const minute = 60_000

/** `24 Nov 2026` and `09:00` in Berlin, an hour from the program's now. */
function inAnHour() {
  const at = new Date(Math.ceil((Date.now() + clock.ahead()) / minute) * minute + 60 * minute)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', ...options }).format(at)
  return {
    day: part({ day: 'numeric', month: 'short', year: 'numeric' }),
    time: part({ hour: '2-digit', minute: '2-digit' }),
  }
}

test('what is scheduled in the zone of the workspace goes live by itself when its time has come, and undoing it asks first', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'Care tips', type: 'blog_post', step: 'in_review', body: 'Text' },
  })
  await signIn()
  await page.clock.install({ time: Date.now() + clock.ahead() })
  await page.goto(`/${slug}/content/${item.id}`)
  await page.getByRole('button', { name: 'Publish …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await dialog.getByRole('radio', { name: /At a time/ }).click()
  const { day, time } = inAnHour()
  await dialog.getByRole('textbox', { name: 'Day of publication', exact: true }).fill(day)
  await dialog.getByRole('textbox', { name: 'Day of publication', exact: true }).blur()
  const clockTime = dialog.getByRole('textbox', { name: 'Time of day of publication' })
  await clockTime.fill(time)
  await clockTime.blur()
  // What is no time is said, and never taken for the one before.
  for (const wrong of ['25:00', '']) {
    await clockTime.fill(wrong)
    await clockTime.press('Enter')
    await expect(dialog.getByText('This is no time. Write it like 14:30.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Schedule' }).click()
    await expect(clockTime).toBeFocused()
  }
  expect((await api.content.get.query({ workspace: slug, id: item.id })).publishAt).toBeNull()
  await clockTime.fill(time)
  await clockTime.blur()
  await expect(dialog.getByText(/Europe\/Berlin, UTC\+/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByText(new RegExp(`Scheduled for .*${time} \\(Europe/Berlin, UTC.*publishes by itself`))).toBeVisible()
  expect((await api.content.get.query({ workspace: slug, id: item.id })).status).toBe('in_review')

  clock.move(62 * minute)
  await expect.poll(async () => (await api.content.get.query({ workspace: slug, id: item.id })).status).toBe('published')
  await page.clock.fastForward(62 * minute)
  await expect(page.getByRole('button', { name: 'Take offline' })).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: /The schedule published it/ })).toBeVisible()

  await page.getByRole('tab', { name: 'History' }).press('ArrowLeft')
  await page.getByRole('button', { name: 'Take offline' }).click()
  await expect(page.getByRole('button', { name: 'Publish …' })).toBeVisible()
  const toast = page.getByRole('listitem').filter({ hasText: '“Care tips” unpublished' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  const ask = page.getByRole('alertdialog')
  await expect(ask).toContainText('goes live again')
  await ask.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Take offline' })).toBeVisible()
})

test('what is due and may not go live says why on its page and in the settings, and is tried again when that is mended', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const publishAt = new Date(Date.now() + clock.ahead() + 30 * minute)
  const { item } = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'Thrown away', type: 'blog_post', step: 'in_review', publishAt },
  })
  await api.content.trash.mutate({ workspace: slug, ids: [item.id] })
  clock.move(31 * minute)
  await expect.poll(async () => (await api.publication.failures.query({ workspace: slug })).length).toBe(1)
  await signIn()
  await page.clock.install({ time: Date.now() + clock.ahead() })
  await page.goto(`/${slug}/settings/jobs`)
  await expect(page.getByRole('rowheader', { name: 'Publishing what is due' })).toBeVisible()
  await expect(page.getByText('This item is in the trash. Restore it before changing it.')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(sizes.phone)
  await preferTheme(page, 'dark')
  await expectAccessible(page)
  await page.setViewportSize(sizes.desktop)
  await page.getByRole('link', { name: /Thrown away: due on/ }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Take offline' })).toBeVisible()
  expect((await api.publication.failures.query({ workspace: slug })).length).toBe(0)
})

test('many are published together, each with its own result, and what is to be looked at again is said to be valid', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const make = (title: string, more: object = {}) =>
    api.content.create.mutate({ workspace: slug, item: { title, type: 'page', step: 'in_review', ...more } })
  await make('One')
  await make('Two')
  await make('Old', { step: 'published', reviewBy: '2020-01-01' })
  await signIn()
  await page.clock.install({ time: Date.now() + clock.ahead() })
  await page.goto(`/${slug}/content`)
  await page.getByRole('checkbox', { name: 'Select everything the filter means' }).click()
  await page.getByRole('button', { name: 'Publication', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Publish 3 items' }).click()
  await expect(page.getByText('Publish: 2 items changed')).toBeVisible()
  expect(await api.content.count.query({ workspace: slug, filter: 'status=published' })).toMatchObject({ count: 3 })

  await page.goto(`/${slug}/content?stale=yes`)
  await page.getByRole('link', { name: 'Old' }).click()
  await expect(page.getByText(/To be checked since/)).toBeVisible()
  await page.getByRole('button', { name: 'Still valid' }).click()
  await expect(page.getByText('“Old” is still valid')).toBeVisible()
  await expect(page.getByText(/To be (checked since|looked at again)/)).toHaveCount(0)
})

test('a time that the clocks skip moves forward and says so, of one that they show twice the person chooses', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Night', type: 'page', step: 'in_review' } })
  await signIn()
  await page.clock.install({ time: Date.now() + clock.ahead() })
  await page.goto(`/${slug}/content/${item.id}`)
  await page.getByRole('button', { name: 'Publish …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await dialog.getByRole('radio', { name: /At a time/ }).click()
  const enter = async (day: string) => {
    await dialog.getByRole('textbox', { name: 'Day of publication', exact: true }).fill(day)
    await dialog.getByRole('textbox', { name: 'Day of publication', exact: true }).blur()
    await dialog.getByRole('textbox', { name: 'Time of day of publication' }).fill('02:30')
    await dialog.getByRole('textbox', { name: 'Time of day of publication' }).blur()
  }
  await enter('2029-03-25')
  await expect(dialog.getByText('The clocks skip this time: it becomes 03:30 (UTC+2).')).toBeVisible()
  await enter('2029-10-28')
  await dialog.getByRole('radio', { name: 'The second (UTC+1)' }).click()
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByText(/28 Oct 2029.*02:30 \(Europe\/Berlin, UTC\+1\)/)).toBeVisible()
  const saved = await api.content.get.query({ workspace: slug, id: item.id })
  expect(saved.publishAt).toEqual(new Date('2029-10-28T01:30:00Z'))
})
