import { expect, expectAccessible, test } from '../support/test'

test('after choosing a field one types a value, and the relation stays as it is', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await page.goto(`/${slug}/content`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('option', { name: 'Phase', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Find a value' })).toBeFocused()
  await page.keyboard.type('reten')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/phase=retention/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Phase is Retention', exact: true })).toBeVisible()
})

test('a value that nothing goes by is named, and can be left out', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  for (const screen of ['content', 'coverage']) {
    await page.goto(`/${slug}/${screen}?phase=nonsense,retention&type=nothing`)
    await expect(page.getByText('There is no such thing here: Phase “nonsense”, Type “nothing”')).toBeVisible()
    await expectAccessible(page, 'main')
    await page.getByRole('button', { name: 'Leave out' }).click()
    await expect(page.getByText('There is no such thing here')).toHaveCount(0)
    await expect(page).toHaveURL(/phase=retention$/)
  }
})
