import { expect, expectAccessible, test } from '../support/test'

test('phases are renamed and put in order from the keyboard, saved together and undone', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  await signIn()
  await page.goto(`/${slug}/settings/phases`)
  await page.getByRole('button', { name: /^A?\s*Awareness/ }).click()
  await page.getByLabel('Name in English').fill('Attention')
  await page.getByRole('button', { name: /^Move Conversion/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Move Conversion, now in place 2' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Moved Conversion to place 2 of 5' })).toBeAttached()
  await expect(page.getByText('2 changes not saved')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText('2 changes not saved')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('2 changes saved')).toBeVisible()
  const phases = async () =>
    (await (await installation.api()).vocabulary.get.query({ workspace: slug })).phase.map(({ name }) => name.en)
  expect(await phases()).toEqual(['Attention', 'Conversion', 'Consideration', 'Retention', 'Advocacy'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  expect(await phases()).toEqual(['Awareness', 'Consideration', 'Conversion', 'Retention', 'Advocacy'])
})

test('a phase is dragged to another place', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  await page.goto(`/${slug}/settings/phases`)
  const handle = page.getByRole('button', { name: /^Move Advocacy/ })
  const first = await page.getByRole('button', { name: /^Move Awareness/ }).boundingBox()
  const from = await handle.boundingBox()
  if (!first || !from) throw new Error('the list is not shown')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(first.x + 8, first.y + 30, { steps: 12 })
  await page.mouse.move(first.x + 8, first.y - 8, { steps: 6 })
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Move Advocacy, now in place 1' })).toBeVisible()
})

test('removing a used phase asks where its items go', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const { item } = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'Review us', type: 'email', tags: { phase: ['advocacy'] } },
  })
  await signIn()
  await page.goto(`/${slug}/settings/phases`)
  await page.getByRole('button', { name: 'More for Advocacy' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Remove the phase' })).toBeDisabled()
  await dialog.getByRole('radio', { name: /Retention/ }).click()
  await expect(dialog.getByText('1 item moves to Retention.')).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: /^Its stage \(.+\) goes to/ })).toHaveText(/Retention/)
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Remove the phase' }).click()
  await expect(page.getByText('Advocacy removed, 1 item moved')).toBeVisible()
  expect((await api.content.get.query({ workspace: slug, id: item.id })).tags.phase).toEqual(['retention'])
})

test('two channels become one after a look at what changes', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const make = (channel: string[]) =>
    api.content.create.mutate({ workspace: slug, item: { title: 'Post', type: 'page', tags: { channel } } })
  const { item } = await make(['blog'])
  await make(['blog', 'website'])
  await signIn()
  await page.goto(`/${slug}/settings/channels`)
  await page.getByRole('button', { name: 'More for Blog' }).click()
  await page.getByRole('menuitem', { name: 'Merge with' }).click()
  await page.getByRole('combobox', { name: 'Into' }).fill('websi')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 items move to Website.')).toBeVisible()
  await expect(page.getByText('1 of them carries both already.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('Blog merged into Website, 2 items moved')).toBeVisible()
  expect((await api.content.get.query({ workspace: slug, id: item.id })).tags.channel).toEqual(['website'])
})

test('somebody who saved first is named, and one chooses whose words stand', async ({
  page,
  installation,
  signIn,
  allowErrors,
}) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const lead = await installation.newMember(slug, 'lead')
  await signIn(lead)
  await page.goto(`/${slug}/settings/channels`)
  await page.getByRole('button', { name: /^Blog/ }).click()
  await page.getByLabel('Name in English').fill('Magazine of ours')
  const change = { name: { en: 'Gazette', de: 'Gazette' } }
  await api.vocabulary.edit.mutate({
    workspace: slug,
    save: { dimension: 'channel', edits: [{ key: 'blog', revision: 1, change }] },
  })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(`${installation.owner.name} changed “Gazette”`, { exact: false })).toBeVisible()
  await expect(page.getByLabel('Name in English')).toHaveValue('Magazine of ours')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByText('1 change saved')).toBeVisible()
  const { channel } = await api.vocabulary.get.query({ workspace: slug })
  expect(channel.find(({ key }) => key === 'blog')?.name.en).toBe('Magazine of ours')
})

test('a viewer reads the vocabulary and changes nothing', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const viewer = await installation.newMember(slug, 'viewer')
  await signIn(viewer)
  await page.goto(`/${slug}/settings/phases`)
  await expect(page.getByText('Only leads and administrators change this.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a phase' })).toHaveCount(0)
  await page.getByRole('button', { name: /^A?\s*Awareness/ }).click()
  await expect(page.getByLabel('Name in English')).toBeDisabled()
})

test('the audit log tells what was done and takes it back', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  await api.vocabulary.create.mutate({ workspace: slug, term: { dimension: 'topic', name: { en: 'Camera', de: 'Kamera' } } })
  await signIn()
  await page.goto(`/${slug}/settings/audit?subject=term`)
  const row = page.getByRole('listitem').filter({ hasText: 'One entry of the vocabulary made' }).first()
  await expect(row).toContainText('Camera')
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  expect((await api.vocabulary.get.query({ workspace: slug })).topic).toEqual([])
})

// Each in one theme: the tokens' contrast is held for both by their own test.
for (const [colorScheme, sections] of [
  ['light', ['phases', 'topics', 'questions', 'appearance']],
  ['dark', ['channels', 'personas', 'purposes', 'workflow', 'audit']],
] as const) {
  test(`settings of ${sections.join(', ')} are accessible`, async ({ page, installation, signIn }) => {
    const slug = await installation.newWorkspace({ segment: 'b2b' })
    await signIn()
    await page.emulateMedia({ colorScheme })
    for (const section of sections) {
      await page.goto(`/${slug}/settings/${section}`)
      await expect(page.getByRole('heading', { level: 2 }).filter({ visible: true }).last()).toBeVisible()
      await expectAccessible(page)
    }
  })
}
