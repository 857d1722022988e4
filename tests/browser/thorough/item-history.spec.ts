import { expect, test } from '../support/test'

test('history tells who changed what, and brings an old version back', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const editor = await installation.newMember(slug, 'editor')
  const { item } = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'First', type: 'page', body: 'one\ntwo\nthree', tags: { phase: ['awareness'] } },
  })
  const theirs = await installation.api(editor)
  await theirs.content.save.mutate({
    workspace: slug,
    id: item.id,
    revision: item.revision,
    edit: { title: 'Second', body: 'one\n2\nthree', tags: { phase: ['retention'] } },
  })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}?tab=history`)
  const entries = page.getByRole('article')
  await expect(entries).toHaveCount(2)
  const latest = entries.first()
  await expect(latest.getByRole('heading', { name: /Robin editor changed it/ })).toBeVisible()
  // Names, not keys.
  await expect(latest).toContainText('Awareness')
  await expect(latest).toContainText('Retention')
  await expect(latest).not.toContainText('retention')
  await latest.getByRole('button', { name: 'Show what changed in the text' }).click()
  const difference = latest.getByRole('figure', { name: 'Changes of the text' })
  await expect(difference).toContainText('removed: two')
  await expect(difference).toContainText('added: 2')

  await entries.nth(1).getByRole('button', { name: 'Restore this version' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'First' })).toBeVisible()
  await expect(entries).toHaveCount(3)
  await expect
    .poll(async () => await api.content.get.query({ workspace: slug, id: item.id }))
    .toMatchObject({
      title: 'First',
      body: 'one\ntwo\nthree',
      tags: { phase: ['awareness'] },
    })

  await entries.first().getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Second' })).toBeVisible()
  await page.getByRole('tab', { name: 'Content' }).click()
  await expect(page.getByRole('textbox', { name: /^Title/ })).toHaveValue('Second')
})

test('the panel beside the table shows an item without leaving the list', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const { item } = await (await installation.api()).content.create.mutate({
    workspace: slug,
    item: {
      title: 'Camera manual',
      type: 'document',
      url: 'https://example.com/camera',
      body: '## Mounting\n\nUse four screws.',
      tags: { phase: ['retention'], channel: ['website'] },
    },
  })
  await signIn()
  await page.goto(`/${slug}/content?peek=${item.id}`)
  const panel = page.getByRole('complementary', { name: 'Camera manual' })
  await expect(panel.getByText('Use four screws.')).toBeVisible()
  await expect(panel.getByRole('link', { name: 'https://example.com/camera' })).toBeVisible()
  await expect(panel.getByText('Where it counts')).toBeVisible()
  await panel.getByRole('link', { name: 'Open', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/content/${item.id}$`))
  await page.goBack()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})
