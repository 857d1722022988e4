import { expect, expectAccessible, preferTheme, sizes, test } from './support/test'

test('a planned gap leads to its brief, which is written, ticked and taken along', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace({ sample: 'good' })
  const api = await installation.api()
  const { rows } = await api.gaps.list.query({ workspace: slug, state: 'open', limit: 500 })
  const gap = rows.flatMap((row) => [row, ...row.under]).find(({ rule }) => rule === 'no_advocacy_prompt')
  if (!gap) throw new Error('the sample has no such gap')
  const planned = await api.gaps.plan.mutate({ workspace: slug, gaps: [{ id: gap.id, revision: gap.revision }] })
  const itemId = planned.items[0]?.id ?? ''
  const { item: next } = await api.content.create.mutate({
    workspace: slug,
    item: { title: 'Recommend us to others', type: 'page' },
  })
  await signIn()
  await page.goto(`/${slug}/gaps?state=planned&gap=${encodeURIComponent(gap.id)}`)
  await page.getByRole('link', { name: 'Open the brief' }).click()
  await expect(page).toHaveURL(`/${slug}/content/${itemId}?tab=brief`)
  await expect(page.getByRole('heading', { name: 'Why this was planned' })).toBeVisible()
  await expect(page.getByText('Still open: Key message')).toBeVisible()

  const message = page.getByRole('textbox', { name: 'Key message' })
  await message.fill('Two sentences help others, and us.')
  await message.press('Tab')
  const proofs = page.getByRole('textbox', { name: 'Proof points' })
  await proofs.fill(Array.from({ length: 35 }, (_, n) => `Proof ${n}`).join('\n'))
  await proofs.press('Tab')
  await expect(page.getByText('At most 30 entries fit, these are 35.')).toBeVisible()
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await expect(proofs).toHaveValue(/Proof 34$/)
  const aim = page.getByRole('textbox', { name: 'Aim' })
  const before = await aim.inputValue()
  await aim.fill('x'.repeat(2603))
  await aim.press('Tab')
  await expect(page.getByText('2,603 of 2,000 characters: shorten by 603.')).toBeVisible()
  await expect(aim).toHaveValue('x'.repeat(2603))
  await proofs.fill('First proof\nSecond proof')
  await proofs.press('Tab')
  const heldBack = async () => (await api.briefs.get.query({ workspace: slug, itemId }))?.content
  await expect.poll(heldBack).toMatchObject({ aim: before, proofPoints: ['First proof', 'Second proof'] })
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await aim.fill('Short')
  await page.getByRole('combobox', { name: 'Next item' }).fill(next.title.slice(0, 20))
  await page.getByRole('option', { name: next.title }).first().click()
  await page.getByRole('checkbox', { name: 'It says thank you' }).press('Space')
  await expect(page.getByText('All changes are saved')).toBeVisible()
  const saved = await api.briefs.get.query({ workspace: slug, itemId })
  expect(saved?.content).toMatchObject({
    keyMessage: 'Two sentences help others, and us.',
    proofPoints: ['First proof', 'Second proof'],
    nextStep: { itemId: next.id },
  })
  expect(saved?.content.checklist.filter(({ isDone }) => isDone)).toHaveLength(1)

  const file = async (query: string) => page.request.get(`/api/briefs/${slug}/${itemId}?${query}`)
  const markdown = await file('format=md&language=de')
  expect(markdown.headers()['content-disposition']).toContain('-brief.md')
  expect(await markdown.text()).toContain('## Kernbotschaft\n\nTwo sentences help others, and us.')
  const pdf = await file('format=pdf&language=en')
  expect(pdf.headers()).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await file('format=exe')).status()).toBe(400)
  expect((await file('language=fr')).status()).toBe(400)
  expect((await page.request.get(`/api/briefs/${slug}/nowhere`)).status()).toBe(404)
  expect((await page.request.get(`/api/briefs/nowhere/${itemId}`)).status()).toBe(404)
  for (const size of [sizes.desktop, sizes.phone]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
  }
  await preferTheme(page, 'dark')
  await expectAccessible(page)
  // Who may not write it reads it.
  await signIn(await installation.newMember(slug, 'viewer'))
  await page.goto(`/${slug}/content/${itemId}?tab=brief`)
  await expect(page.getByText('Two sentences help others, and us.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Aim' })).toHaveCount(0)
  await expect(page.getByText('All changes are saved')).toHaveCount(0)
  await expectAccessible(page)
  await page.goto(`/${slug}/questions`)
  await expect(page.getByRole('heading', { level: 1, name: 'Customer questions' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit questions' })).toHaveCount(0)
})

test('who writes the same part as somebody else is asked, and loses nothing', async ({
  page,
  installation,
  signIn,
  allowErrors,
}) => {
  allowErrors(/409/)
  const slug = await installation.newWorkspace()
  const api = await installation.api()
  const made = await api.briefs.createWithItem.mutate({ workspace: slug, brief: { title: 'Ours', template: 'faq' } })
  const { itemId } = made.brief
  await signIn()
  await page.goto(`/${slug}/content/${itemId}?tab=brief`)
  const message = page.getByRole('textbox', { name: 'Key message' })
  await expect(message).toBeVisible()
  const save = (revision: number, edit: { keyMessage: string } | { tone: string }) =>
    api.briefs.save.mutate({ workspace: slug, brief: { itemId, revision, edit } })
  await save(1, { tone: 'Theirs, elsewhere' })
  await message.fill('Mine')
  await message.press('Tab')
  await expect(page.getByText('All changes are saved')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Tone' })).toHaveValue('Theirs, elsewhere')
  await save(3, { keyMessage: 'Theirs' })
  await message.fill('Mine again')
  await message.press('Tab')
  await expect(page.getByText('Ada Kern changed Key message meanwhile')).toBeVisible()
  await expect(page.getByText('It now says: Theirs')).toBeVisible()
  await expect(message).toHaveValue('Mine again')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByText('All changes are saved')).toBeVisible()
  expect((await api.briefs.get.query({ workspace: slug, itemId }))?.content.keyMessage).toBe('Mine again')
})

test('an unanswered question is briefed in one press and taken back in another', async ({
  page,
  installation,
  signIn,
  allowErrors,
}) => {
  // The page of what is taken back asks once more.
  allowErrors(/404/)
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  await signIn()
  await page.goto(`/${slug}/questions`)
  await page.getByRole('button', { name: 'Unanswered', exact: true }).click()
  await expect(page).toHaveURL(/show=open/)
  await page.keyboard.press('/')
  await expect(page.getByLabel('Search questions')).toBeFocused()
  await page.keyboard.type('zzz')
  await expect(page.getByRole('heading', { name: 'No question matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await page
    .getByRole('button', { name: /^Brief an answer/ })
    .first()
    .evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
  await expect(page).toHaveURL(/tab=brief/)
  await expect(page.getByRole('combobox', { name: 'The one question it answers' })).not.toHaveValue('')
  const itemId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const made = await api.content.get.query({ workspace: slug, id: itemId })
  const alike = await api.content.suggest.query({ workspace: slug, text: made.title, limit: 8 })
  expect(alike.filter(({ title }) => title === made.title)).toHaveLength(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  const there = () =>
    api.briefs.get.query({ workspace: slug, itemId }).then(
      () => true,
      () => false,
    )
  await expect.poll(there).toBe(false)
})

test('a brief begins from a cell of the heatmap, and on an item that has none', async ({ page, installation, signIn }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const api = await installation.api()
  await signIn()
  await page.goto(`/${slug}/coverage?cell=retention.phone`)
  await expect(page.getByRole('link', { name: 'Create item here' })).toHaveAttribute('href', /type=script&purpose=follow_up/)
  await page.getByRole('link', { name: 'Create brief here' }).click()
  await expect(page).toHaveURL(new RegExp(`/${slug}/briefs/new`))
  await expect(page.getByRole('combobox', { name: 'Phase' })).toHaveValue('Retention')
  await expect(page.getByRole('combobox', { name: 'Type' })).toHaveValue('Script')
  await expect(page.getByRole('combobox', { name: 'Purpose' })).toHaveValue('Follow-up after the purchase')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Title' }).fill('First weeks')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'First weeks' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Aim' })).not.toHaveValue('')

  await page.goto(`/${slug}/content`)
  await page.getByRole('button', { name: 'Begin something else' }).click()
  await page.getByRole('menuitem', { name: 'New brief' }).click()
  await page.getByRole('combobox', { name: 'Begin with' }).click()
  await page.getByRole('option', { name: 'Review request' }).click()
  await expect(page.getByRole('combobox', { name: 'Phase' })).toHaveValue('Advocacy')
  await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue('Email')
  await expect(page.getByRole('combobox', { name: 'Persona' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Due' })).not.toHaveValue('')

  const { item } = await api.content.create.mutate({ workspace: slug, item: { title: 'Bare', type: 'video' } })
  await page.goto(`/${slug}/content/${item.id}?tab=brief`)
  await expect(page.getByRole('heading', { name: 'No brief yet' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Begin with' }).click()
  await page.getByRole('option', { name: 'Blank' }).click()
  await page.getByRole('button', { name: 'Add a brief' }).click()
  await expect(page.getByRole('textbox', { name: 'Aim' })).toHaveValue('')
})
