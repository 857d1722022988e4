import { expect, expectAccessible, test } from '@/tests/browser/support/test'
import { open } from './gaps-page'

test('a rule says what it would flag before it is saved, and flags just that', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await open(page, `/${slug}/settings/rules`)
  const rule = page.getByRole('listitem').filter({ hasText: 'Phase with little content' })
  await expect(rule.getByText('flags nothing')).toBeVisible()
  await rule.getByRole('textbox', { name: 'Live items at least' }).fill('500')
  await expect(rule.getByText('would flag 5 gaps')).toBeVisible()
  await expect(page.getByText('1 change not saved')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('One rule saved')).toBeVisible()
  await rule.getByRole('link', { name: /flags 5 gaps/ }).click()
  await expect(page.getByText('5 gaps', { exact: true })).toBeVisible()
  await expect(page.getByText(/at least 500 wanted/).first()).toBeVisible()
})

test('two leads at once: the second decides whose rule stands', async ({ page, installation, signIn, allowErrors }) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace({ sample: 'good' })
  await signIn()
  await open(page, `/${slug}/settings/rules`)
  const rule = page.getByRole('listitem').filter({ hasText: 'Nobody is asked to recommend' })
  await rule.getByRole('switch').click()
  const other = await installation.newMember(slug, 'lead')
  const content = { enabled: true, severity: 'info', numbers: {} } as const
  const api = await installation.api(other)
  await api.rules.save.mutate({ workspace: slug, changes: [{ key: 'no_advocacy_prompt', revision: 0, content }] })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(/Robin lead changed this rule meanwhile/)).toBeVisible()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect(rule.getByRole('switch')).toBeChecked()
  await expect(rule.getByRole('combobox')).toHaveText('Could')
})

test('everybody reads the rules, in German too, and only leads change them', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace({ sample: 'worst', locale: 'de' })
  const viewer = await installation.newMember(slug, 'viewer')
  await (await installation.api(viewer)).account.edit.mutate({ locale: 'de' })
  await signIn(viewer)
  await open(page, `/${slug}/settings/rules`)
  await expect(page.getByText('Regeln ändern nur Leitung und Administration.')).toBeVisible()
  await expect(page.getByRole('switch').first()).toBeDisabled()
  await expectAccessible(page)
})
