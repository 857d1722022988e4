import { expect, test } from '../support/test'

test('an undo that leaves something alone names the field, the item and who changed it; many stand in a list', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const ben = await installation.api(await installation.newMember(slug, 'editor'))
  const make = async (title: string) =>
    (await api.content.create.mutate({ workspace: slug, item: { title, type: 'page', note: 'a' } })).item
  const one = await make('Guide')
  const saved = await api.content.save.mutate({
    workspace: slug,
    id: one.id,
    revision: one.revision,
    edit: { title: 'Handbook', note: 'b' },
  })
  await ben.content.save.mutate({ workspace: slug, id: one.id, revision: saved.item.revision, edit: { title: 'Manual' } })
  await signIn()
  await page.goto(`/${slug}/settings/audit`)
  await page.getByRole('listitem').filter({ hasText: 'Ada Kern' }).getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText('Undone, except “Manual”: Title (changed by Robin editor)', { exact: true })).toBeVisible()
  expect(await api.content.get.query({ workspace: slug, id: one.id })).toMatchObject({ title: 'Manual', note: 'a' })

  const many = await Promise.all(['A', 'B', 'C', 'D', 'E'].map(make))
  const { selectionId } = await api.bulk.freeze.mutate({ workspace: slug, selection: { ids: many.map(({ id }) => id) } })
  await api.bulk.run.mutate({ workspace: slug, selectionId, expectedCount: 5, edit: { set: { dueOn: '2030-01-01' } } })
  for (const { id } of many) {
    const { revision } = await api.content.get.query({ workspace: slug, id })
    await ben.content.save.mutate({ workspace: slug, id, revision, edit: { dueOn: '2031-01-01' } })
  }
  await page.reload()
  await page
    .getByRole('listitem')
    .filter({ hasText: /5 items/ })
    .getByRole('button', { name: 'Undo' })
    .first()
    .click()
  await expect(page.getByText('Not undone: 5 places stay as they are')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  const dialog = page.getByRole('dialog', { name: 'What was left as it is' })
  await expect(dialog.getByText('“E”: Due (changed by Robin editor)')).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(5)
})

test('the history of an item says what an undo of the trash took back', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Guide', type: 'page' } })
  const { changeSet } = await api.content.trash.mutate({ workspace: slug, ids: [item.id] })
  await api.history.undo.mutate({ workspace: slug, changeSet: changeSet ?? '' })
  await signIn()
  await page.goto(`/${slug}/content/${item.id}?tab=history`)
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText('undid the deletion and took it out of the trash')).toBeVisible()
})
