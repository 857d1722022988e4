import { SMTPServer } from 'smtp-server'
import { unsubscribeToken } from '@/server/domain/notifications/unsubscribe-token'
import { apiOf, sessionOf } from './support/api'
import { startProgram } from './support/program'
import { expect, expectAccessible, owner, preferLanguage, preferTheme, sizes, test, untilTakenOver } from './support/test'

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('what is due stands by day, is ticked and moved from the list, and leads see that of others', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const me = await api.account.me.query()
  const robin = await installation.newMember(slug, 'author')
  const members = await api.members.list.query({ workspace: slug })
  const robinId = members.find(({ email }) => email === robin.email)?.userId ?? ''
  const make = (title: string, more: { ownerId: string; dueOn?: string }) =>
    api.content.create.mutate({ workspace: slug, item: { title, type: 'page', step: 'in_progress', ...more } })
  const late = await make('Delivery times', { ownerId: me.id, dueOn: day(-2) })
  await make('Part deliveries', { ownerId: robinId, dueOn: day(1) })
  await api.tasks.create.mutate({
    workspace: slug,
    about: { subject: 'item', subjectId: late.item.id },
    task: { title: 'Ask the warehouse', assigneeId: me.id, dueOn: day(-1) },
  })
  const about = { subject: 'item', subjectId: late.item.id } as const
  const { id: first } = await api.tasks.create.mutate({ workspace: slug, about, task: { title: 'Measure', assigneeId: robinId } })
  const waiting = { title: 'Compare', assigneeId: me.id, dueOn: day(40), after: [first] }
  await api.tasks.create.mutate({ workspace: slug, about, task: waiting })
  await signIn()
  await page.goto(`/${slug}/coverage`)
  await untilTakenOver(page)
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page).toHaveURL(`/${slug}/my-work`)
  await expect(page.getByText('2 things are overdue.')).toBeVisible()
  const overdue = page.getByRole('region', { name: /^Overdue/ })
  await expect(overdue.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)
  const held = page.getByRole('checkbox', { name: 'Done: Compare' })
  await expect(held).toBeDisabled()
  await expect(held).toHaveAccessibleDescription(/waits for “Measure”/)
  await page.getByRole('checkbox', { name: 'Done: Ask the warehouse' }).click()
  await expect(page.getByText('“Ask the warehouse” is done')).toBeVisible()
  await expect(overdue.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Change the due date of Delivery times' }).click()
  await page.getByRole('textbox', { name: 'Due' }).fill(day(30))
  await page.getByRole('textbox', { name: 'Due' }).press('Enter')
  await expect(page.getByRole('region', { name: /^Later/ }).getByRole('link', { name: 'Delivery times' })).toBeVisible()
  await expect(overdue).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Whose work' }).click()
  await page.getByRole('option', { name: 'Robin author' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Work of Robin author' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Part deliveries' })).toBeVisible()
  await page.setViewportSize(sizes.phone)
  await preferTheme(page, 'dark')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
})

test('whoever is mentioned sees it at the bell, reads it, and chooses what to hear of', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const robin = await installation.newMember(slug, 'author')
  const { userId } = (await api.members.list.query({ workspace: slug })).find(({ email }) => email === robin.email) ?? {}
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Returns', type: 'page' } })
  const about = { subject: 'item', subjectId: item.id } as const
  await api.comments.add.mutate({ workspace: slug, comment: { about, body: `@[${userId}] is this still right?` } })
  await signIn(robin)
  await page.goto(`/${slug}/settings/notifications`)
  await expect(page.getByText('This installation sends no e-mail.')).toBeVisible()
  await page.getByRole('combobox', { name: 'How to hear of: Assigned to me' }).click()
  await page.getByRole('option', { name: 'Not at all' }).click()
  await expectAccessible(page)
  const own = await installation.api(robin)
  await expect.poll(async () => (await own.notifications.choices.query({ workspace: slug })).ways.assigned).toBe('off')
  // People are told within seconds, by a job.
  await expect.poll(async () => (await own.notifications.count.query({ workspace: slug })).unread, { timeout: 20_000 }).toBe(1)
  await page.reload()
  await page.getByRole('link', { name: 'Notifications, 1 unread' }).click()
  await expect(page.getByRole('link', { name: 'Ada Kern mentioned you in a comment on “Returns”' })).toBeVisible()
  await expect(page.getByText('is this still right?')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByText('Nothing unread')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 unread', { exact: true })).toBeVisible()
  await page.setViewportSize(sizes.phone)
  await expectAccessible(page)
  await page.getByRole('link', { name: /mentioned you/ }).click()
  await expect(page).toHaveURL(new RegExp(`/${slug}/content/${item.id}\\?tab=comments#comment-`))
  await expect(page.locator(':focus')).toContainText('is this still right?')
  await expect.poll(async () => (await own.notifications.count.query({ workspace: slug })).unread).toBe(0)

  // Last, for whoever asks for the gaps of a phase may be told of some before a minute is over.
  await page.goto(`/${slug}/settings/notifications`)
  await page.getByRole('combobox', { name: 'Gaps of these phases' }).fill('Ret')
  await page.getByRole('option', { name: 'Retention' }).click()
  await expect.poll(async () => (await own.notifications.choices.query({ workspace: slug })).phases).toEqual(['retention'])
})

test('admins add a chat, are told when its address is none, and see whether mail goes out', async ({
  page,
  installation,
  signIn,
  allowErrors,
}) => {
  allowErrors(/400/)
  const slug = await installation.newWorkspace()
  await signIn()
  await page.goto(`/${slug}/settings/hooks`)
  await expect(page.getByText('E-mail is off: no mail server is set.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Add a chat' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  await dialog.getByLabel('Name').fill('#content')
  await dialog.getByLabel('Address of the webhook').fill('https://192.168.1.10/hook')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByText('This address leads into a network of your own.', { exact: false })).toBeVisible()
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByLabel('Address of the webhook').fill('https://hooks.example.com/services/T1/very-secret-path')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('hooks.example.com/…path')).toBeVisible()
  await expect(page.getByText('very-secret-path')).toHaveCount(0)
  await expectAccessible(page)
})

test('with a mail server a test mail arrives, and its reader can turn mail off without an account', async ({ page }) => {
  test.slow()
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let raw = ''
      stream.on('data', (piece) => {
        raw += piece
      })
      stream.on('end', () => {
        letters.push(raw)
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const found = server.server.address()
  const secret = 'a secret of the sessions, long enough'
  const env = {
    SMTP_URL: `smtp://127.0.0.1:${found && typeof found === 'object' ? found.port : 0}`,
    MAIL_FROM: 'Etappe <etappe@example.org>',
    SESSION_SECRET: secret,
  }
  const program = await startProgram({ env })
  const workspace = { name: 'Acme', locale: 'en', timeZone: 'Europe/Berlin', country: 'DE', segment: 'b2c' } as const
  await apiOf(program.url).start.setUp.mutate({
    account: owner,
    language: 'en',
    workspace: { ...workspace, sellsGoods: true, model: 'mckinsey5', sample: null },
  })
  const api = apiOf(program.url, await sessionOf(program.url, owner))
  expect(await api.hooks.testMail.mutate({ workspace: 'acme' })).toEqual({ error: null })
  expect(letters[0]).toContain('Subject: Etappe can send mail')
  const [{ id: userId }, { id: workspaceId }] = [
    await api.account.me.query(),
    await api.workspaces.get.query({ workspace: 'acme' }),
  ]
  await preferLanguage(page, program.url, 'de')
  await page.goto(`${program.url}/unsubscribe/${unsubscribeToken({ workspaceId, userId }, secret)}`)
  await page.getByRole('button', { name: 'E-Mails abstellen' }).click()
  await expect(page.getByRole('heading', { name: 'E-Mails sind abgestellt' })).toBeVisible()
  await expectAccessible(page)
  expect((await api.notifications.choices.query({ workspace: 'acme' })).isMailOff).toBe(true)
  await page.goto(`${program.url}/unsubscribe/nonsense`)
  await expect(page.getByRole('heading', { name: 'Dieser Link führt nirgendwohin' })).toBeVisible()
  await page.goto('about:blank')
  await program.stop()
  await new Promise<void>((stopped) => server.close(() => stopped()))
})
