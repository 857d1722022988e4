import { expect, expectAccessible, preferTheme, sizes, test } from './support/test'

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a campaign is made, planned and filled, and its page shows what it does to coverage and gaps', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  await signIn()
  await page.goto(`/${slug}/campaigns`)
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Create a campaign' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Winter service')
  await dialog.getByLabel('Goal').fill('Fewer questions to support')
  await expectAccessible(page, '[role=dialog]')
  // Pressed twice it is made once: the second would be refused for its name.
  await dialog.getByRole('button', { name: 'Create', exact: true }).dblclick()
  await expect(page).toHaveURL(`/${slug}/campaigns/winter-service`)
  await expect(page.getByRole('heading', { level: 1, name: 'Winter service' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Goal' })).toHaveValue('Fewer questions to support')

  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.getByRole('combobox', { name: 'Phase of Awareness, any channel' }).click()
  await page.getByRole('option', { name: /Retention/ }).click()
  const wanted = page.getByRole('textbox', { name: 'Wanted for Retention, any channel' })
  await wanted.fill('2.5')
  await wanted.press('Tab')
  await expect(page.getByText('A whole number from 1 to 999.')).toBeVisible()
  await wanted.fill('3')
  await wanted.press('Tab')
  await expect(page.getByText('0 of 3 live')).toBeVisible()

  await api.content.create.mutate({
    workspace: slug,
    item: {
      title: 'Where is my order',
      type: 'email',
      purpose: 'shipping_status',
      step: 'planned',
      plannedFor: day(3),
      tags: { phase: ['retention'], channel: ['email'], campaign: ['winter-service'] },
    },
  })
  await page.reload()
  await expect(page.getByRole('row', { name: /Retention, any channel/ })).toHaveCount(1)
  const cellOf = (side: string) => {
    const name = `Coverage of the phases and channels it touches: ${side}`
    return page
      .getByRole('table', { name, exact: true })
      .getByRole('row', { name: /Retention/ })
      .getByRole('cell')
  }
  await expect(page.getByRole('columnheader', { name: 'Email' })).toHaveCount(2)
  await expect(cellOf('With')).toHaveText(/^\d+ \/ 3, target 3, /)
  const after = Number.parseInt(await cellOf('With').innerText(), 10)
  await expect(cellOf('Without')).toHaveText(new RegExp(`^${after - 1} / 3, target 3, `))
  await page.getByRole('button', { name: 'Difference' }).click()
  await expect(page).toHaveURL(/effect=difference/)
  await expect(cellOf('Difference')).toHaveText(new RegExp(`^\\+1 → ${after} / 3, then ${after} of 3`))
  await expect(page.getByText(/^Readiness would/)).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Closes/ })).toBeVisible()
  const items = page.getByRole('table', { name: 'Items of the campaign' })
  await expect(items.getByRole('link', { name: 'Where is my order' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New item here' })).toHaveAttribute(
    'href',
    `/${slug}/content/new?campaign=winter-service`,
  )
  await page.getByRole('button', { name: 'More about this campaign' }).click()
  await page.getByRole('menuitem', { name: 'Open in the table' }).click()
  await expect(page).toHaveURL(/content\?campaign=winter-service/)
})

test('health is proposed, said otherwise with a reason, and goes back to the proposal', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { key } = await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'Launch', template: 'launch', startsOn: day(7) },
  })
  await signIn()
  await page.goto(`/${slug}/campaigns/${key}`)
  await page.getByRole('button', { name: 'Say something else' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'at risk' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Say why, so that others can follow.')).toBeVisible()
  await dialog.getByLabel('Reason').fill('The agency is late')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The agency is late')).toBeVisible()
  await expect(page.getByText('Proposed: not started.')).toBeVisible()
  // The page shows it before it is saved.
  await expect.poll(async () => (await api.campaigns.get.query({ workspace: slug, key })).details.health?.value).toBe('at_risk')
  await page.goto(`/${slug}/campaigns`)
  await expect(page.getByRole('row', { name: /Launch/ })).toContainText('at risk')
  await page.goto(`/${slug}/campaigns/${key}`)
  await page.getByRole('button', { name: 'Back to the proposal' }).click()
  await expect(page.getByText('Proposed from dates and progress.')).toBeVisible()
})

test('two people change the same field: the second is asked; other fields stand beside each other', async ({
  page,
  installation,
  signIn,
  allowErrors,
}) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { key } = await api.campaigns.create.mutate({ workspace: slug, campaign: { name: 'Spring' } })
  const other = await installation.api(await installation.newMember(slug, 'editor'))
  const theirs = (revision: number, details: { goal?: string; budget?: string }) =>
    other.vocabulary.edit.mutate({
      workspace: slug,
      save: { dimension: 'campaign', edits: [{ key, revision, change: { details } }] },
    })
  const saved = async () =>
    (await api.vocabulary.get.query({ workspace: slug })).campaign.find((campaign) => campaign.key === key)?.details
  await signIn()
  await page.goto(`/${slug}/campaigns/${key}`)
  await theirs(1, { budget: 'From marketing' })
  await page.getByRole('textbox', { name: 'Goal' }).fill('More repeat orders')
  await page.getByRole('textbox', { name: 'Goal' }).press('Tab')
  await expect(page.getByText('Goal of Spring saved')).toBeVisible()
  expect(await saved()).toMatchObject({ goal: 'More repeat orders', budget: 'From marketing' })

  await theirs(3, { goal: 'Fewer returns' })
  await page.getByRole('textbox', { name: 'Goal' }).fill('More referrals')
  await page.getByRole('textbox', { name: 'Key figure' }).focus()
  const dialog = page.getByRole('dialog', { name: 'Changed by two people' })
  await expect(dialog).toContainText('Robin editor changed Goal')
  await expect(dialog).toContainText('Fewer returns')
  await expect(dialog).toContainText('More referrals')
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(page.getByRole('textbox', { name: 'Goal' })).toHaveValue('Fewer returns')

  await theirs(4, { goal: 'Fewer complaints' })
  await page.getByRole('textbox', { name: 'Goal' }).fill('Happier customers')
  await page.getByRole('textbox', { name: 'Key figure' }).focus()
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(async () => (await saved())?.goal).toBe('Happier customers')
})

test('a campaign is archived and comes back by undo; only an unused one can be deleted', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { key } = await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'Old', template: 'reviews', startsOn: day(7) },
  })
  const empty = await api.campaigns.create.mutate({ workspace: slug, campaign: { name: 'Empty' } })
  await signIn()
  await page.goto(`/${slug}/campaigns/${key}`)
  const menu = page.getByRole('button', { name: 'More about this campaign' })
  await menu.click()
  await expect(page.getByRole('menuitem', { name: 'Delete (only without items)' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByText('This campaign is archived')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('This campaign is archived')).toBeHidden()

  // Nor one that another stands under; in the list that one stands behind it.
  const put = (revision: number, parent: string | null) => {
    const edits = [{ key, revision, change: { details: { parent } } }]
    return api.vocabulary.edit.mutate({ workspace: slug, save: { dimension: 'campaign', edits } })
  }
  await put(3, empty.key)
  await page.goto(`/${slug}/campaigns`)
  await expect(page.getByRole('rowheader')).toHaveText([/^Empty/, /^Old, part of Empty/])
  await page.goto(`/${slug}/campaigns/${empty.key}`)
  await expect(page.getByText('6 items are planned in its campaigns')).toBeVisible()
  await menu.click()
  await expect(page.getByRole('menuitem', { name: 'Delete (only without campaigns under it)' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await put(4, null)
  await page.reload()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  await expect(page).toHaveURL(`/${slug}/campaigns`)
  await expect(page.getByText('Empty deleted')).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveText([/Old/])
})

test('a copy takes its items along to other days', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { key } = await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'Spring', template: 'onboarding', startsOn: '2027-03-01' },
  })
  await signIn()
  await page.goto(`/${slug}/campaigns/${key}`)
  await page.getByRole('button', { name: 'More about this campaign' }).click()
  await page.getByRole('menuitem', { name: 'Copy with other dates' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Autumn')
  await dialog.getByLabel('Start').fill('1 Sep 2027')
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Autumn' })).toBeVisible()
  const start = page.getByRole('textbox', { name: 'Start' })
  await expect(start).toHaveValue('1 Sept 2027')

  // Its own beginning moves with or without the items; both come back at once.
  const items = page.getByRole('table', { name: 'Items of the campaign' })
  await expect(items).toContainText('Sept 2027')
  const before = await items.innerText()
  await start.fill('20 Sep 2027')
  await start.press('Tab')
  const question = page.getByRole('dialog', { name: /^Move \d+ items with it/ })
  await expect(question).toBeVisible()
  await expectAccessible(page, '[role=dialog]')
  await question.getByRole('button', { name: /^Move \d+ items too/ }).click()
  await expect(page.getByText(/^Start of Autumn saved, \d+ items moved along/)).toBeVisible()
  await expect.poll(() => items.innerText()).not.toBe(before)
  const told = page.getByRole('status').filter({ hasText: 'Start of Autumn saved' }).locator('..')
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(start).toHaveValue('1 Sept 2027')
  await expect.poll(() => items.innerText()).toBe(before)
  await start.fill('20 Sep 2027')
  await start.press('Tab')
  await question.getByRole('button', { name: 'Only the campaign' }).click()
  await page.getByRole('link', { name: /planned before its start/ }).click()
  await expect(page).toHaveURL(/plannedFor=\.\.2027-09-19/)
})

test('the timeline shows a campaign in each phase it serves, by quarter and by year', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'After-sales', template: 'after_sales', startsOn: '2027-02-01' },
  })
  const fair = { name: 'Fair', startsOn: '2027-03-05', endsOn: '2027-03-05' }
  const { key } = await api.campaigns.create.mutate({ workspace: slug, campaign: fair })
  await signIn()
  await page.goto(`/${slug}/campaigns?view=timeline&at=2027-01-01`)
  const timeline = page.getByRole('table', { name: 'Campaigns by phase, Q1 2027' })
  await expect(timeline.getByRole('row', { name: /Retention/ }).getByRole('link', { name: /^After-sales, 1 Feb/ })).toBeVisible()
  await expect(timeline.getByRole('row', { name: /Awareness/ }).getByRole('link')).toHaveCount(0)
  await expect(timeline.getByRole('link', { name: /^Fair, 5 Mar 2027,/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Quarter before' }).click()
  await expect(page.getByRole('table', { name: 'Campaigns by phase, Q4 2026' }).getByRole('link')).toHaveCount(0)
  await page.goBack()
  await expect(timeline.getByRole('link')).not.toHaveCount(0)
  await page.getByRole('button', { name: 'Year', exact: true }).click()
  await expect(page).toHaveURL(/span=year/)
  await expect(page.getByRole('table', { name: 'Campaigns by phase, 2027' }).getByRole('link')).not.toHaveCount(0)
  await page.goto(`/${slug}/coverage?mode=planned&campaignsOff=${key}`)
  await expect(page.getByText('Forecast without Fair', { exact: true })).toBeVisible()
})

test('a campaign before the purchase only is warned about; who may only look sees all and changes nothing', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  const { key } = await api.campaigns.create.mutate({
    workspace: slug,
    campaign: { name: 'Attention', startsOn: day(-3), endsOn: day(20) },
  })
  await api.vocabulary.edit.mutate({
    workspace: slug,
    save: {
      dimension: 'campaign',
      edits: [{ key, revision: 1, change: { details: { plan: [{ phase: 'awareness', channel: 'blog', count: 4 }] } } }],
    },
  })
  await signIn(await installation.newMember(slug, 'viewer'))
  await page.goto(`/${slug}/campaigns/${key}`)
  await expect(page.getByText('Serves only phases before the purchase')).toBeVisible()
  await expect(page.getByRole('link', { name: 'New item after the purchase' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Add a line|Say something else/ })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Properties' })).toContainText('Draft')
  // Nothing to write in but what one wants to say about it.
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(1)
  await expect(page.getByRole('main').getByRole('textbox', { name: 'New comment' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'More about this campaign' }).click()
  const ways = ['Open in the table', 'Open in the calendar', 'Open on the board', 'Open in the heatmap']
  await expect(page.getByRole('menuitem')).toHaveText(ways)
  await page.getByRole('menuitem', { name: 'Open in the heatmap' }).click()
  await expect(page).toHaveURL(/coverage\?campaign=attention&mode=planned/)
  await expect(page.getByRole('button', { name: /planned/i, pressed: true })).toBeVisible()
  await page.goto(`/${slug}/campaigns`)
  await expect(page.getByRole('row', { name: /Attention/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'New campaign' })).toHaveCount(0)
})

for (const [size, theme] of [
  ['desktop', 'dark'],
  ['phone', 'light'],
] as const)
  test(`list, timeline and page are accessible and fit: ${size}, ${theme}`, async ({ page, installation, signIn }) => {
    const slug = await installation.newWorkspace({ sample: 'worst' })
    const api = await installation.api()
    const { key } = await api.campaigns.create.mutate({
      workspace: slug,
      campaign: { name: 'After-sales', template: 'after_sales', startsOn: day(-10) },
    })
    await signIn()
    await preferTheme(page, theme)
    await page.setViewportSize(sizes[size])
    for (const address of ['campaigns', 'campaigns?view=timeline', `campaigns/${key}`]) {
      await page.goto(`/${slug}/${address}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
      expect(fits, address).toBe(true)
    }
  })
