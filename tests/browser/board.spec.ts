import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, preferTheme, sizes, test, untilTakenOver } from './support/test'

const column = (page: Page, name: string): Locator => page.getByRole('list', { name, exact: true })
const titles = async (list: Locator): Promise<string[]> =>
  (
    await list
      .locator('[data-card]')
      .evaluateAll((cards) => cards.map(({ dataset, textContent }) => [Number(dataset.index), textContent]))
  )
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, title]) => String(title))

test('cards are walked over, moved, ordered and taken back with the keyboard alone', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  for (const title of ['Alpha', 'Bravo', 'Charlie']) {
    await api.content.create.mutate({ workspace: slug, item: { title, type: 'page' } })
  }
  await api.content.create.mutate({ workspace: slug, item: { title: 'Delta', type: 'page', step: 'planned' } })
  await signIn()
  await page.goto(`/${slug}/journey`)
  await untilTakenOver(page)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page).toHaveURL(`/${slug}/board`)
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible()
  await expect.poll(() => titles(column(page, 'Idea'))).toEqual(['Alpha', 'Bravo', 'Charlie'])

  await page.getByRole('link', { name: 'Alpha' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Bravo' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText('Moved “Bravo” to Idea, position 1 of 3')).toBeVisible()
  await expect.poll(() => titles(column(page, 'Idea'))).toEqual(['Bravo', 'Alpha', 'Charlie'])
  await expect(page.getByRole('link', { name: 'Bravo' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByText('Moved “Bravo” to Planned, position 1 of 2')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bravo' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Delta' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('link', { name: 'Charlie' })).toBeFocused()

  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Move “Charlie”' })
  await dialog.getByRole('combobox', { name: 'Column' }).click()
  await page.getByRole('option', { name: /^Planned/ }).click()
  await dialog.getByRole('combobox', { name: 'Position' }).click()
  await page.getByRole('option', { name: 'Before “Delta”' }).click()
  await expectAccessible(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByText('Moved “Charlie” to Planned, position 2 of 3')).toBeVisible()
  await expect.poll(() => titles(column(page, 'Planned'))).toEqual(['Bravo', 'Charlie', 'Delta'])
  await expect(page.getByRole('link', { name: 'Charlie' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => titles(column(page, 'Idea'))).toEqual(['Alpha', 'Charlie'])
  await expect(page.getByRole('link', { name: 'Charlie' })).toBeFocused()

  await page.getByRole('link', { name: 'Alpha' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary').or(page.getByRole('dialog')).getByText('Alpha').first()).toBeVisible()
  await page.keyboard.press('Escape')

  // The only card that is shown, and there and back again.
  await page.goto(`/${slug}/board?columns=owner&title=~Alpha`)
  await untilTakenOver(page)
  await page.getByRole('link', { name: 'Alpha' }).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText(/^Moved “Alpha” to Ada Kern/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Alpha' })).toBeFocused()
  await page.getByRole('status').filter({ hasText: 'to Ada Kern' }).locator('..').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone')).toBeVisible()
  await expect(column(page, 'Without an owner').getByRole('link', { name: 'Alpha' })).toBeFocused()
})

test('cards are dragged between columns and within one, and a step that is not allowed says why', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const author = await installation.newMember(slug, 'author')
  const theirs = await installation.api(author)
  for (const title of ['Alpha', 'Bravo', 'Charlie']) {
    await theirs.content.create.mutate({ workspace: slug, item: { title, type: 'page' } })
  }
  await api.content.create.mutate({ workspace: slug, item: { title: 'Of somebody else', type: 'page', step: 'in_progress' } })
  await signIn(author)
  // Wide enough that every column can be seen.
  await page.setViewportSize({ width: 2400, height: 900 })
  await page.goto(`/${slug}/board`)
  await untilTakenOver(page)
  await expect.poll(() => titles(column(page, 'Idea'))).toEqual(['Alpha', 'Bravo', 'Charlie'])
  const card = (title: string) => page.getByRole('article').filter({ hasText: title })
  await card('Charlie').dragTo(card('Alpha'), { targetPosition: { x: 60, y: 8 } })
  await expect.poll(() => titles(column(page, 'Idea'))).toEqual(['Charlie', 'Alpha', 'Bravo'])
  await card('Bravo').dragTo(page.getByText('Nothing here').first())
  await expect(page.getByText(/Moved “Bravo” to Planned, position 1 of 1/)).toBeVisible()
  await expect.poll(() => titles(column(page, 'Planned'))).toEqual(['Bravo'])
  await page.getByRole('link', { name: 'Alpha' }).focus()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Column' }).click()
  await page.getByRole('option', { name: /^Published/ }).click()
  await expect(dialog.getByText(/publish/i).first()).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')
  await card('Alpha').hover()
  await page.mouse.down()
  const wanted = await page.getByRole('heading', { name: 'Published' }).boundingBox()
  await page.mouse.move(700, 500, { steps: 4 })
  await page.mouse.move((wanted?.x ?? 0) + 40, (wanted?.y ?? 0) + 90, { steps: 8 })
  await expect(page.getByText('Moving an item to “Published” is for editors and up. Ask one of them.')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByRole('alert').filter({ hasText: 'Not moved to Published' })).toContainText('is for editors and up')
  await expect.poll(() => titles(column(page, 'Idea'))).toEqual(['Charlie', 'Alpha'])

  await card('Of somebody else').dragTo(column(page, 'Idea'))
  await expect(page.getByRole('alert').filter({ hasText: '“Of somebody else” has no owner, and authors move' })).toBeVisible()
  await expect.poll(() => titles(column(page, 'In progress'))).toEqual(['Of somebody else'])

  const { rows } = await api.content.list.query({ workspace: slug, filter: 'title=~Alpha' })
  const [{ id, revision } = { id: '', revision: 0 }] = rows
  await api.content.save.mutate({ workspace: slug, id, revision, edit: { step: 'in_progress' } })
  await page.getByRole('link', { name: 'Alpha' }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('alert').filter({ hasText: 'Alpha: ' })).toBeVisible()
  await expect.poll(() => titles(column(page, 'In progress'))).toContain('Alpha')
  await expect(page.getByRole('link', { name: 'Alpha' })).toBeFocused()

  // Nobody has anything yet, and can be given something all the same.
  await page.goto(`/${slug}/board?columns=phase&lanes=owner`)
  await expect(page.getByRole('heading', { level: 3, name: /^Robin author/ })).toContainText('0 items')
})

test('several cards move together, asked first where they go live, and one undo brings all back', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  for (const title of ['Alpha', 'Bravo', 'Charlie']) {
    await api.content.create.mutate({
      workspace: slug,
      item: { title, type: 'page', tags: { phase: ['awareness', 'retention'] } },
    })
  }
  await signIn()
  await page.goto(`/${slug}/board?columns=phase`)
  await expect(page.getByText('3 items · in 6 places, because some have several values')).toBeVisible()
  await untilTakenOver(page)
  await page.getByRole('link', { name: 'Alpha' }).first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('region', { name: 'Selected cards' }).getByRole('button', { name: 'Move to …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move 2 items' })
  await dialog.getByRole('combobox', { name: 'Column' }).click()
  await page.getByRole('option', { name: /^Advocacy/ }).click()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect.poll(() => titles(column(page, 'Advocacy'))).toEqual(['Alpha', 'Bravo'])
  await expect.poll(() => titles(column(page, 'Retention'))).toEqual(['Alpha', 'Bravo', 'Charlie'])
  await page
    .getByRole('status')
    .filter({ hasText: '2 items moved to Advocacy' })
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect.poll(() => titles(column(page, 'Awareness'))).toEqual(['Alpha', 'Bravo', 'Charlie'])

  // All that are selected are dragged along, and who takes back twice in a row takes back both.
  await page.getByRole('link', { name: 'Alpha' }).first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('article').filter({ hasText: 'Bravo' }).first().dragTo(page.getByText('Nothing here').first())
  await expect.poll(() => titles(column(page, 'Awareness'))).toEqual(['Charlie'])
  await page.getByRole('link', { name: 'Charlie' }).first().focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByText(/^Moved “Charlie” to /)).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => titles(column(page, 'Awareness'))).toEqual(['Alpha', 'Bravo', 'Charlie'])

  await page.getByRole('link', { name: /^3 items in Retention/ }).click()
  await expect(page).toHaveURL(/content\?phase=retention/)
  await expect(page.getByRole('main').getByText('3 items', { exact: true })).toBeVisible()
})

test('on a phone the board is one column at a time, and everything can be reached; a limit is told in words', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  for (const title of ['Alpha', 'Bravo']) await api.content.create.mutate({ workspace: slug, item: { title, type: 'page' } })
  await signIn()
  await page.goto(`/${slug}/board`)
  await page.getByRole('button', { name: 'What to do with the column Idea' }).click()
  await page.getByRole('menuitem', { name: 'Set a limit …' }).click()
  await page.getByRole('dialog').getByLabel('At most so many items').fill('1')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('2 / 1, over limit')).toBeVisible()
  await page.getByRole('button', { name: 'What to do with the column Idea' }).click()
  await page.getByRole('menuitem', { name: 'Collapse the column' }).click()
  await expect(page.getByRole('button', { name: 'Expand the column Idea' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'What to do with the column Idea' })).toBeFocused()
  await page.setViewportSize(sizes.phone)
  await expect(column(page, 'Idea')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Planned' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Next column' }).click()
  await expect(page.getByRole('heading', { name: 'Planned' })).toBeVisible()
  await expect(page).toHaveURL(/column=planned/)
  await page.getByRole('button', { name: 'New item in Planned' }).click()
  await page.getByRole('textbox', { name: 'Title of the new item' }).fill('Made on the way')
  await page.keyboard.press('Enter')
  await expect(column(page, 'Planned').getByRole('link', { name: 'Made on the way' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'New item in Planned' })).toBeFocused()
  await page.getByRole('button', { name: 'What to do with “Made on the way”' }).click()
  await page.getByRole('menuitem', { name: /^Move to/ }).click()
  await expect(page.getByRole('dialog', { name: 'Move “Made on the way”' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'main')

  // Lanes count what the one column holds, and those in which it holds nothing are left out.
  await page.goto(`/${slug}/board?lanes=owner&column=planned`)
  await expect(page.getByRole('heading', { level: 3 })).toHaveText([/1 item$/])
  await page.getByRole('button', { name: 'Previous column' }).click()
  await expect(page.getByRole('heading', { level: 3 })).toHaveText([/2 items$/])
})

test('a column of more cards than come at once is walked to its end, and a range over all of it holds all', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const text = ['Title', ...Array.from({ length: 130 }, (_, n) => `Idea ${n}`)].join('\n')
  const { id } = await api.imports.create.mutate({ workspace: slug, fileName: 'ideas.csv', text })
  const { revision } = await api.imports.get.query({ workspace: slug, id })
  await api.imports.commit.mutate({ workspace: slug, id, revision })
  await expect.poll(async () => (await api.imports.get.query({ workspace: slug, id })).state).toBe('done')
  const { columns } = await api.board.get.query({ workspace: slug })
  const count = columns.find(({ key }) => key === 'idea')?.count ?? 0
  expect(count).toBeGreaterThanOrEqual(130)
  await signIn()
  await page.goto(`/${slug}/board`)
  await untilTakenOver(page)
  const cardAt = (index: number) => page.locator(`[data-cell^="idea "] [data-card][data-index="${index}"]`)
  await cardAt(0).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('End')
  await expect(cardAt(count - 1)).toBeFocused()
  await page.keyboard.press('Shift+x')
  await expect(page.getByText(`${count} selected`)).toBeVisible()
  await page.keyboard.press('Home')
  await expect(cardAt(0)).toBeFocused()
})

test('the board is for everybody: in both themes, in German, and for those who may only look', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  await signIn()
  for (const theme of ['light', 'dark'] as const) {
    await preferTheme(page, theme)
    await page.goto(`/${slug}/board${theme === 'dark' ? '?lanes=phase' : ''}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible()
    await expectAccessible(page)
  }
  const viewer = await installation.newMember(slug, 'viewer')
  await (await installation.api(viewer)).account.edit.mutate({ locale: 'de' })
  await signIn(viewer)
  await page.goto(`/${slug}/board?columns=owner`)
  await expect(page.getByText('Das Board ist hier nur zum Ansehen.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ohne Zuständige' })).toBeVisible()
  await untilTakenOver(page)
  await page.locator('[data-card]').first().focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Verschieben', exact: true })).toBeDisabled()
  expect((await api.board.get.query({ workspace: slug, columns: 'owner' })).total).toBeGreaterThan(0)
})
