import { expect, expectAccessible, preferTheme, sizes, test } from './support/test'

const block = (page: import('@playwright/test').Page) => page.getByRole('region', { name: /^Workflow/ })

test('an author sends to review, an editor approves, and a later change makes the approval void and says why', async ({
  page,
  context,
  signIn,
  installation,
  allowErrors,
}) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace()
  const author = await installation.newMember(slug, 'author')
  const editor = await installation.newMember(slug, 'editor')
  const { item } = await (await installation.api(author)).content.create.mutate({
    workspace: slug,
    item: { title: 'Thanks', type: 'email', step: 'in_progress', body: 'Thank you.' },
  })
  await signIn(author)
  await page.goto(`/${slug}/content/${item.id}`)
  await block(page).getByRole('button', { name: 'Send to review' }).click()
  await expect(block(page)).toContainText('In review')
  const approve = block(page).getByRole('button', { name: 'Approve' })
  await expect(approve).toBeDisabled()
  await expect(block(page)).toContainText('It is in review: whether it is approved is for editors and up to decide.')
  // Every step that may not be taken says so where it is chosen, too.
  await page.getByRole('combobox', { name: 'Status' }).click()
  for (const [name, reason] of [
    ['Approved', 'whether it is approved is for editors and up to decide.'],
    ['Published', 'is for editors and up. Ask one of them.'],
  ]) {
    const option = page.getByRole('option', { name })
    await expect(option).toBeDisabled()
    await expect(option).toContainText(reason ?? '')
  }
  await page.keyboard.press('Escape')

  await context.clearCookies()
  await signIn(editor)
  await page.goto(`/${slug}/content/${item.id}`)
  await expect(approve).toBeEnabled()
  // The author goes on writing meanwhile: nobody says yes to what they have not seen.
  const authors = await installation.api(author)
  const { revision } = await authors.content.get.query({ workspace: slug, id: item.id })
  await authors.content.save.mutate({ workspace: slug, id: item.id, revision, edit: { body: 'Thank you so much.' } })
  await approve.click()
  await expect(page.getByText(/Somebody saved meanwhile: Text\. Nothing has been approved/)).toBeVisible()
  await expect(page.getByText('Thank you so much.')).toBeVisible()
  await expect(block(page)).toContainText('In review')
  await approve.click()
  await expect(block(page)).toContainText(/Approved by .+, /)
  await expectAccessible(page)

  await page.getByRole('textbox', { name: /^Title/ }).fill('Thank you')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/The approval by .+ is void: Title changed/)).toBeVisible()
  await expect(block(page)).toContainText(/The approval by .+ is void because Title changed/)
  await expect(block(page)).toContainText('In review')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(block(page)).toContainText(/Approved by .+, /)
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'approved it' })).toContainText('Approval')
})
test('a lead sets up a step, and items wait before it until everything is there', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'FAQ', type: 'faq', step: 'in_progress' } })
  await signIn()
  await page.goto(`/${slug}/settings/workflow`)
  await page
    .getByRole('button', { name: /^In review/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: 'To be filled in before' }).fill('Purp')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add an entry' }).click()
  await page.getByRole('textbox', { name: 'Entry 1 in German' }).fill('Rechtschreibung')
  await page.getByRole('textbox', { name: 'Entry 1 in English' }).fill('Spelling')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('1 field asked for · 1 entry to tick')).toBeVisible()

  await page.goto(`/${slug}/content/${item.id}`)
  await expect(block(page)).toContainText('Before “In review”, fill in: Purpose.')
  await expect(block(page)).toContainText('Before “In review”, tick in the checklist: Spelling.')
  await block(page).getByRole('checkbox', { name: 'Spelling' }).check()
  await expect(block(page)).not.toContainText('tick in the checklist')
  // The form itself names the reason, too.
  await page.getByRole('combobox', { name: 'Status' }).click()
  const review = page.getByRole('option', { name: /^In review/ })
  await expect(review).toBeDisabled()
  await expect(review).toContainText('fill in: Purpose')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Purpose' }).fill('Inspi')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Status' }).click()
  await expect(review).toBeEnabled()
})

test('an edit of many says that approvals no longer hold', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  await api.content.create.mutate({ workspace: slug, item: { title: 'Thanks', type: 'email', step: 'approved' } })
  await signIn()
  await page.goto(`/${slug}/content`)
  await page.getByRole('checkbox', { name: 'Select “Thanks”' }).click()
  const bar = page.getByRole('region', { name: 'What to do with the selection' })
  await bar.getByRole('button', { name: 'Purpose' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Purpose' }).fill('Inspi')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change 1 item' }).click()
  await expect(page.getByText('An approval no longer holds, because what was approved has changed.')).toBeVisible()
})

test('in German, on a phone and in the dark, the block and the settings keep their shape', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ locale: 'de' })
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Danke', type: 'email', step: 'approved' } })
  await signIn()
  await preferTheme(page, 'dark')
  await page.setViewportSize(sizes.phone)
  for (const address of [`content/${item.id}`, 'settings/workflow']) {
    await page.goto(`/${slug}/${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }
})
