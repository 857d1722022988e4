import { expect, sizes, test } from './support/test'

const addresses = [
  'coverage',
  'gaps',
  'my-work',
  'notifications',
  'content',
  'content/new',
  'briefs/new',
  'questions',
  'calendar',
  'calendar?show=agenda',
  'board',
  'campaigns',
  'journey',
  'activity',
  'import',
  'settings/profile',
  'settings/security',
  'settings/appearance',
  'settings/notifications',
  'settings/phases',
  'settings/channels',
  'settings/personas',
  'settings/topics',
  'settings/questions',
  'settings/purposes',
  'settings/workflow',
  'settings/rules',
  'settings/workspace',
  'settings/members',
  'settings/audit',
  'settings/jobs',
  'settings/hooks',
] as const

// Those with the least right see every page in the browser; what the others get is read from the answer.
for (const role of ['viewer', 'author', 'editor', 'lead'] as const) {
  test(`every page answers ${role}s, if only with what their role lacks`, async ({ page, installation, signIn }) => {
    test.slow()
    const slug = await installation.newWorkspace({ sample: 'good' })
    const api = await installation.api()
    const { rows } = await api.content.list.query({ workspace: slug, limit: 1 })
    const made = await api.imports.create.mutate({ workspace: slug, fileName: 'a.csv', text: 'title,type\nOne,page\n' })
    await signIn(await installation.newMember(slug, role))
    const all = [...addresses, `content/${rows[0]?.id}`, `import/${made.id}/file`]
    if (role !== 'viewer') {
      for (const address of all) {
        const answer = await page.request.get(`/${slug}/${address}`)
        expect(answer.status(), address).toBe(200)
        const html = await answer.text()
        expect(html, address).toMatch(/<h1[ >]/)
        expect(html, address).not.toMatch(/<h1[^>]*>Something went wrong/)
        // What React leaves where a part of the page failed on the server; an item's editor is left to the browser on purpose.
        expect(html.split('data-dgst').length - 1, address).toBeLessThanOrEqual(address.startsWith('content/') ? 1 : 0)
      }
      return
    }
    for (const address of all) {
      const answer = await page.goto(`/${slug}/${address}`)
      expect(answer?.status(), address).toBe(200)
      await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible()
      await expect(page.getByText('Something went wrong'), address).toHaveCount(0)
    }
  })
}

test('a viewer is led nowhere that the role does not open, and is told so at the address itself', async ({
  page,
  installation,
  signIn,
}) => {
  const slug = await installation.newWorkspace({ sample: 'good' })
  await signIn(await installation.newMember(slug, 'viewer'))
  await page.goto(`/${slug}/coverage`)
  const nav = page.getByRole('navigation').first()
  await expect(nav.getByRole('link', { name: /^Content/ })).toBeVisible()
  await expect(nav.getByRole('link', { name: 'Import' })).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Import')
  await expect(page.getByRole('option', { name: 'Import', exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/${slug}/coverage`))
  await page.goto(`/${slug}/import`)
  await expect(page.getByRole('heading', { name: 'Importing needs more rights' })).toBeVisible()
  await page.getByRole('link', { name: 'To the content', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/${slug}/content$`))
  await page.goto(`/${slug}/settings/jobs`)
  await expect(page.getByText('You need at least the role “Editor” for this.')).toBeVisible()
  await expect(page.getByText('Ada Kern administers this workspace', { exact: false })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Notifications' })).toBeVisible()
})

test('an address that leads nowhere keeps the navigation of the workspace', async ({
  page,
  installation,
  signIn,
  allowErrors,
}) => {
  allowErrors(/404/)
  const slug = await installation.newWorkspace()
  await signIn()
  for (const address of ['nonsense', 'nonsense/deep', 'settings/nonsense', 'content/no-such-item', 'import/none/file']) {
    const answer = await page.goto(`/${slug}/${address}`)
    expect(answer?.status(), address).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' }), address).toBeVisible()
    await expect(page.getByRole('navigation').first().getByRole('link', { name: 'Gaps' }), address).toBeVisible()
  }
  await page.setViewportSize(sizes.phone)
  await page.getByRole('main').getByRole('link', { name: 'To the content', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/${slug}/content$`))
})
