import { expect, expectAccessible, preferTheme, sizes, test } from './support/test'

test('tasks of an item are typed, hung on its day, ticked by keys and taken back', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'Rope care', type: 'blog_post', plannedFor: '2031-05-20' },
  })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}`)
  const tasks = page.getByRole('region', { name: 'Tasks' })
  const field = tasks.getByRole('textbox', { name: 'New task' })
  await field.fill('Take photos')
  await field.press('Enter')
  await field.fill('Proofread')
  await field.press('Enter')
  await expect(tasks.getByText('0 of 2 done')).toBeVisible()
  await tasks.getByRole('button', { name: 'Take photos', exact: true }).click()
  await tasks.getByRole('combobox', { name: 'Due' }).click()
  await page.getByRole('option', { name: 'From the planned day' }).click()
  await expect(tasks.getByText(/on the planned day/)).toBeVisible()
  const days = tasks.getByRole('textbox', { name: 'Days' })
  await days.fill('3')
  await days.press('Tab')
  await expect(tasks.getByText(/3 days after the planned day/)).toBeVisible()
  await expectAccessible(page)
  await tasks.getByRole('button', { name: 'Close details' }).click()
  await tasks.getByRole('button', { name: 'Proofread', exact: true }).press('Alt+ArrowUp')
  await expect(tasks.getByRole('listitem').first()).toContainText('Proofread')
  await tasks.getByRole('checkbox', { name: 'Done: Proofread' }).press('Space')
  await expect(tasks.getByText('1 of 2 done')).toBeVisible()
  await expect(tasks.getByText('done by Ada Kern')).toBeVisible()
  const told = page.getByRole('status').filter({ hasText: '“Proofread” is done' })
  await told.locator('..').getByRole('button', { name: 'Undo' }).click()
  await expect(tasks.getByText('0 of 2 done')).toBeVisible()
})

test('two people talk about an item: one is named, answers, settles; an edited comment keeps what it said', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const robin = await installation.newMember(slug, 'viewer')
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Rope care', type: 'blog_post' } })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}?tab=comments`)
  const field = page.getByRole('textbox', { name: 'New comment' })
  await field.pressSequentially('Is this right, @Rob')
  await expect(page.getByRole('option', { name: 'Robin viewer' })).toBeVisible()
  // The next key comes in the same breath as the pick, as from somebody who types fast.
  await field.evaluate(async (area) => {
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    await Promise.resolve()
    document.execCommand('insertText', false, '? ')
  })
  await field.pressSequentially('<b>See</b> https://example.com/a.')
  await expect(field).toHaveValue('Is this right, @Robin viewer ? <b>See</b> https://example.com/a.')
  await field.press('Control+Enter')
  const thread = page.getByRole('article', { name: 'Thread by Ada Kern' })
  await expect(thread.getByText('@Robin viewer')).toBeVisible()
  await expect(thread.getByText('<b>See</b>')).toBeVisible()
  await expect(thread.getByRole('link')).toHaveAttribute('href', 'https://example.com/a')
  await expect(page.getByRole('tab', { name: 'Comments (1)' })).toBeVisible()
  await expectAccessible(page)

  await thread.getByRole('button', { name: 'Actions for the comment by Ada Kern' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await thread.getByRole('textbox', { name: 'Comment' }).fill('Is it right, @Robin viewer?')
  // What is typed outlives a reload; what the same comment says elsewhere by then is not overwritten unasked.
  const about = { subject: 'item', subjectId: item.id } as const
  const { head } = (await api.comments.list.query({ workspace: slug, about })).threads[0] ?? {}
  await api.comments.edit.mutate({ workspace: slug, id: head?.id ?? '', revision: head?.revision ?? 0, body: 'From elsewhere' })
  await field.fill('Half a thought')
  await page.reload()
  await expect(field).toHaveValue('Half a thought')
  await expect(page.getByText('Your draft, not sent yet').first()).toBeVisible()
  await field.fill('')
  await expect(thread.getByText('From elsewhere')).toBeVisible()
  await thread.getByRole('textbox', { name: 'Comment' }).press('Control+Enter')
  await expect(thread.getByRole('button', { name: 'Take the other' })).toBeVisible()
  await thread.getByRole('button', { name: 'Save my text' }).click()
  await thread.getByRole('button', { name: 'edited' }).click()
  await expect(thread.getByRole('region', { name: 'What it said before' })).toContainText('https://example.com/a')

  const viewer = await installation.api(robin)
  const { threads } = await viewer.comments.list.query({ workspace: slug, about: { subject: 'item', subjectId: item.id } })
  await viewer.comments.add.mutate({
    workspace: slug,
    comment: { about: { subject: 'item', subjectId: item.id }, parentId: threads[0]?.head.id ?? '', body: 'Yes' },
  })
  await page.reload()
  await expect(thread.getByText('Yes')).toBeVisible()
  await thread.getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByRole('tab', { name: 'Comments', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show 1 resolved thread' }).click()
  await expect(thread.getByText('Resolved by Ada Kern')).toBeVisible()
})

test('a reviewer without an account reads and comments behind a link until it is revoked', async ({
  page,
  installation,
  signIn,
  browser,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'Rope care', type: 'blog_post', body: '# Washing\n\nNever hot.', tags: { phase: ['awareness'] } },
  })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}?tab=comments`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'For whom' }).fill('Legal')
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const address = await dialog.getByRole('textbox', { name: 'Address' }).inputValue()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()

  const context = await browser.newContext({ viewport: sizes.phone, colorScheme: 'dark', locale: 'en-GB' })
  const reviewer = await context.newPage()
  const answer = await reviewer.goto(address)
  expect(answer?.headers()['x-robots-tag']).toBe('noindex, nofollow')
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(reviewer.getByRole('heading', { level: 1, name: 'Rope care' })).toBeVisible()
  await expect(reviewer.getByText('Never hot.')).toBeVisible()
  await reviewer.getByRole('textbox', { name: 'Your name' }).fill('Kim')
  await reviewer.getByRole('textbox', { name: 'Comment' }).fill('How hot is hot?')
  await reviewer.getByRole('button', { name: 'Comment' }).click()
  await expect(reviewer.getByText('Kim, reviewer')).toBeVisible()
  await expectAccessible(reviewer)
  await reviewer.getByText('Deutsch').click()
  await expect(reviewer.getByText('Acme', { exact: false }).first()).toContainText('bittet um Prüfung')

  await page.reload()
  const thread = page.getByRole('article', { name: 'Thread by Kim, reviewer' })
  await thread.getByRole('button', { name: 'Answer' }).click()
  await expect(thread.getByText('Whoever has the review link “Legal” reads what is written here.')).toBeVisible()
  await thread.getByRole('textbox', { name: /Answer to Kim/ }).fill('From 60 degrees')
  await thread.getByRole('button', { name: 'Send answer' }).click()
  await expect(thread.getByText('From 60 degrees')).toBeVisible()
  await expect(thread.getByRole('button', { name: 'Resolve' })).toBeVisible()
  await reviewer.reload()
  await expect(reviewer.getByText('From 60 degrees')).toBeVisible()
  await expect(reviewer.getByRole('textbox', { name: 'Dein Name' })).toHaveValue('Kim')

  await page.getByRole('button', { name: 'Revoke the link for Legal' }).click()
  await expect(page.getByText('revoked', { exact: false }).first()).toBeVisible()
  const gone = await reviewer.goto(address)
  expect(gone?.status()).toBe(404)
  const words = await reviewer.getByRole('main').innerText()
  await reviewer.goto(`${address.slice(0, -3)}xyz`)
  expect(await reviewer.getByRole('main').innerText()).toBe(words)
  await context.close()

  const reading = { subject: 'item', subjectId: item.id, label: 'Press', mayComment: false } as const
  const { token } = await api.reviewLinks.make.mutate({ workspace: slug, link: reading })
  await page.goto(`/review/${slug}/${token}`)
  await expect(page.getByText('This link is for reading only.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your comments' })).toHaveCount(0)
})

test('a campaign and a gap have tasks and comments where they stand, and the stream tells all of it', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  const { key } = await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'Winter service', startsOn: '2031-01-01' },
  })
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Rope care', type: 'blog_post' } })
  await api.comments.add.mutate({
    workspace: slug,
    comment: { about: { subject: 'brief', subjectId: item.id }, body: 'For whom?' },
  })
  await signIn()
  await page.goto(`/${slug}/campaigns/${key}`)
  const field = page.getByRole('textbox', { name: 'New task' })
  await field.fill('Ask for the budget')
  await field.press('Enter')
  await expect(page.getByText('0 of 1 done')).toBeVisible()
  await page.getByRole('textbox', { name: 'New comment' }).fill('Who pays?')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByRole('article', { name: 'Thread by Ada Kern' })).toContainText('Who pays?')

  const [gap] = (await api.gaps.list.query({ workspace: slug })).rows
  await page.goto(`/${slug}/gaps?gap=${encodeURIComponent(gap?.id ?? '')}`)
  await page.getByRole('textbox', { name: 'New comment' }).fill('Known since spring')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByRole('article', { name: 'Thread by Ada Kern' })).toContainText('Known since spring')

  await page.goto(`/${slug}/activity`)
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toContainText('Ada Kern commented on')
  await expect(first).toContainText('Known since spring')
  await expect(page.getByText('Ada Kern commented on the brief of Rope care')).toBeVisible()
  await expect(page.getByText('Ada Kern added the task “Ask for the budget” to Winter service')).toBeVisible()
  await page.getByRole('combobox', { name: 'About:' }).click()
  await page.getByRole('option', { name: 'Tasks' }).click()
  await expect(page).toHaveURL(/kind=task/)
  await expect(page.getByText('Known since spring')).toHaveCount(0)
  await expectAccessible(page)
  await preferTheme(page, 'dark')
  await page.setViewportSize(sizes.phone)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Winter service' }).first().click()
  await expect(page).toHaveURL(`/${slug}/campaigns/${key}`)
})
