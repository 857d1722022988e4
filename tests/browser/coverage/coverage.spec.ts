import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expect, expectAccessible, preferTheme, sizes, test } from '../support/test'

const cell = (page: Page, name: RegExp | string) =>
  page.getByRole('table', { name: /^Coverage|^Abdeckung/ }).getByRole('button', { name })

/** Waits until the screen hears keys. */
async function openCoverage(page: Page, slug: string, search = ''): Promise<void> {
  await page.goto(`/${slug}/coverage${search}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The page comes finished from the server; it hears keys once React has taken its elements over.
  await page.waitForFunction(() => Object.keys(document.querySelector('h1') ?? {}).some((key) => key.startsWith('__react')))
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

test('the worst case names its weakest phase, and every cell says in words what its colour says', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await openCoverage(page, slug)
  await expect(
    page.getByRole('paragraph').filter({ hasText: 'Conversion is the weakest phase: 3 of 8 wanted items are live' }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What is missing next' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Coverage: phases by channel' })
  await expect(table.getByRole('button', { name: 'Conversion, website: gap, 0 of 1', exact: true })).toBeVisible()
  await expect(table.getByRole('button', { name: 'Conversion, email: thin, 1 of 2', exact: true })).toBeVisible()
  await expect(table.getByRole('button', { name: /^Awareness, branch: not applicable, \S/ })).toBeVisible()
  await expect(table.getByRole('button', { name: 'Consideration, blog: no target, 1', exact: true })).toBeVisible()
  await expect(table.getByRole('button', { name: 'Conversion: 3 of 8 wanted items, 38 %', exact: true })).toBeVisible()
  await page
    .getByRole('button', { name: /^\d+ %$/ })
    .first()
    .click()
  await expect(page.getByText('Mean of 5 phases')).toBeVisible()
})

test('the grid is one stop for Tab; arrows, Home and End move, Enter opens, Escape comes back to the cell', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await openCoverage(page, slug)
  const start = cell(page, /^Awareness, website:/)
  await start.focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, /^Awareness, blog:/)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, /^Consideration, blog:/)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(cell(page, /^Consideration, website:/)).toBeFocused()
  await page.keyboard.press('End')
  await expect(cell(page, /^Consideration: .* wanted items/)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(start).toBeFocused()
  await expect(page.getByRole('table', { name: /^Coverage/ }).locator('[tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Conversion: Website' })
  await expect(panel).toBeVisible()
  await expect(panel).toContainText('Gap: 0 of at least 1')
  expect(new URL(page.url()).searchParams.get('cell')).toBe('conversion.website')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(cell(page, /^Conversion, website:/)).toBeFocused()
})

test('an address brings back what was seen, and going back undoes one step at a time', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  await signIn()
  await openCoverage(page, slug, '?by=type&mode=planned&locale=de*&cell=retention.email&colour=red')
  await expect(page.getByRole('button', { name: '+ planned' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('table', { name: 'Coverage: phases by type' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Retention: Email' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Language is German, any region', exact: true })).toBeVisible()
  await expect(page.getByText('left out: colour=red')).toBeVisible()
  await page.getByRole('button', { name: 'Published', exact: true }).click()
  await expect(page).toHaveURL(/by=type&(?!.*mode)/)
  await page.getByRole('button', { name: 'Remove Language is German, any region' }).click()
  await expect(page).not.toHaveURL(/locale/)
  await page.goBack()
  await expect(page).toHaveURL(/locale/)
  await page.goBack()
  await expect(page).toHaveURL(/mode=planned/)
})

test('the panel shows the items behind the number, and the table opens with just as many', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  await signIn()
  await openCoverage(page, slug)
  const website = cell(page, /^Retention, website:/)
  const [, fresh, stale = '0'] =
    /, (\d+) of \d+(?:, and (\d+) stale)?$/.exec((await website.locator('.sr-only').textContent()) ?? '') ?? []
  const count = Number(fresh) + Number(stale)
  expect(count).toBeGreaterThan(8)
  await website.click()
  const panel = page.getByRole('complementary', { name: 'Retention: Website' })
  await expect(panel.getByRole('heading', { name: `${count} items` })).toBeVisible()
  await expect(panel.getByRole('listitem').filter({ has: page.locator('a[href*="/content/"]') })).toHaveCount(count)
  await panel.getByRole('textbox', { name: 'Find in titles' }).fill('zzz')
  await expect(panel.getByText('No title holds this text.')).toBeVisible()
  const href = await panel.getByRole('link', { name: 'Open in table' }).getAttribute('href')
  const { count: listed } = await (await installation.api()).content.count.query({
    workspace: slug,
    filter: new URL(href ?? '', 'http://x').search.slice(1),
  })
  expect(listed).toBe(count)
})

test('a target set in the panel shows at once and one undo takes it back', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const lead = await installation.newMember(slug, 'lead')
  await signIn(lead)
  await openCoverage(page, slug, '?cell=conversion.website')
  const panel = page.getByRole('complementary', { name: 'Conversion: Website' })
  await panel.getByRole('button', { name: 'Change target' }).click()
  await panel.getByRole('textbox', { name: 'At least' }).fill('5')
  await panel.getByRole('textbox', { name: 'Ideally' }).fill('4')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByRole('alert')).toHaveText(/must not be above/)
  await panel.getByRole('textbox', { name: 'Ideally' }).fill('7')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(cell(page, 'Conversion, website: gap, 0 of 7')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(cell(page, 'Conversion, website: gap, 0 of 1')).toBeVisible()
  await panel.getByRole('button', { name: 'Not applicable …' }).click()
  await panel.getByRole('textbox', { name: /Why it does not apply/ }).fill('Sold in shops only')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(cell(page, 'Conversion, website: not applicable, Sold in shops only')).toBeVisible()
})

test('the forms of the panel take the focus and give it back, and what is typed beside them is no command', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await openCoverage(page, slug, '?cell=conversion.website')
  const panel = page.getByRole('complementary', { name: 'Conversion: Website' })
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused()
  const never = panel.getByRole('button', { name: 'Not applicable …' })
  await never.press('Enter')
  await expect(panel.getByRole('textbox', { name: /Why it does not apply/ })).toBeFocused()
  await page.keyboard.type('no chat')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.type('c?')
  await expect(panel.getByRole('textbox', { name: /Why it does not apply/ })).toHaveValue('no chat')
  await expect(page.getByRole('dialog')).toBeHidden()
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(never).toBeFocused()

  const target = panel.getByRole('button', { name: 'Change target' })
  await target.press('Enter')
  await expect(panel.getByRole('textbox', { name: 'At least' })).toBeFocused()
  await page.keyboard.type('4')
  await panel.getByRole('textbox', { name: 'Ideally' }).fill('6')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Conversion, website: gap, 0 of 6')).toBeVisible()
  await expect(target).toBeFocused()
  await panel.getByRole('button', { name: 'Inherit again' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Inherit again' })).toBeHidden()
  await expect(target).toBeFocused()
})

test('what is begun in a gap is planned for a day, so it counts where the plan is counted', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await openCoverage(page, slug, '?cell=conversion.website')
  const panel = page.getByRole('complementary', { name: 'Conversion: Website' })
  await panel.getByRole('link', { name: 'Create item here' }).click()
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveText('Planned')
  await page.getByRole('textbox', { name: /^Title/ }).fill('How to pay with us')
  await expect(page.getByRole('combobox', { name: /^Type/ })).toHaveText('Page')
  await page.getByRole('button', { name: 'Create', exact: true }).first().click()
  await expect(page).toHaveURL(/content\/(?!new)/)
  await openCoverage(page, slug, '?cell=conversion.website&mode=planned')
  await expect(cell(page, /^Conversion, website: .*, 1 of 1$/)).toBeVisible()
})

test('where columns go on below the fixed one, its edge says so', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  await signIn()
  await page.setViewportSize({ width: 1400, height: 900 })
  await openCoverage(page, slug)
  const region = page.locator('section:has(> table)')
  await expect(region).not.toHaveAttribute('data-more-end')
  await cell(page, /^Retention, email:/).click()
  await expect(region).toHaveAttribute('data-more-end', '')
  await region.evaluate((element) => element.scrollTo({ left: element.scrollWidth }))
  await expect(region).not.toHaveAttribute('data-more-end')
  await expect(region).toHaveAttribute('data-more-start', '')
})

test('who may not set targets or create items is not offered to', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn(await installation.newMember(slug, 'viewer'))
  await openCoverage(page, slug, '?cell=conversion.website')
  const panel = page.getByRole('complementary', { name: 'Conversion: Website' })
  await expect(panel.getByText('Gap: 0 of at least 1')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Change target' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Create item here' })).toHaveCount(0)
})

test('the picture can be taken along as table, as list and as image', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  await signIn()
  await openCoverage(page, slug)
  const save = async (item: string) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()])
    return download
  }
  const table = await save('Table as CSV')
  expect(table.suggestedFilename()).toMatch(/coverage-\d{4}-\d\d-\d\d\.csv$/)
  const rows = (await contentOf(table)).toString('utf8').split('\r\n')
  expect(rows[0]).toMatch(/^\u{feff}Phase,Website,Blog,.*,Distinct,Score in per cent$/u)
  expect(rows.find((row) => row.startsWith('Conversion,'))).toMatch(/^Conversion,0,0,1,1,.*,37\.5$/)
  const cells = (await contentOf(await save('List of cells as CSV'))).toString('utf8')
  expect(cells).toContain('Conversion,Website,0,0,1,1,,gap,')
  for (const [item, isDark] of [
    ['Picture, light (PNG)', false],
    ['Picture, dark (PNG)', true],
  ] as const) {
    const image = await contentOf(await save(item))
    expect(image.subarray(1, 4).toString()).toBe('PNG')
    expect(image.readUInt32BE(16)).toBeGreaterThan(1500)
    const corner = await page.evaluate(async (base64) => {
      const picture = new Image()
      picture.src = `data:image/png;base64,${base64}`
      await picture.decode()
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')
      canvas?.drawImage(picture, 0, 0)
      return canvas?.getImageData(0, 0, 1, 1).data[0] ?? -1
    }, image.toString('base64'))
    expect(corner < 128).toBe(isDark)
  }
})

test('a lens looks through another model, says what it leaves out, and lists it', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  await signIn()
  await openCoverage(page, slug, '?lens=aida')
  await expect(page.getByText('This model has no after-sales phases')).toBeVisible()
  const left = page.getByRole('button', { name: /^\d+ items are not covered by this model/ })
  const count = Number.parseInt((await left.textContent()) ?? '', 10)
  await left.click()
  await expect(page.getByRole('complementary').getByRole('heading', { name: `${count} items` })).toBeVisible()
  await expect(page.getByRole('table', { name: /^Coverage/ }).getByRole('button', { name: /: gap/ })).toHaveCount(0)
})

test('German, dark and small: nothing that axe finds, and a list instead of the table', async ({
  page,
  signIn,
  installation,
}) => {
  const slug = await installation.newWorkspace({ sample: 'worst' })
  const account = await installation.newMember(slug, 'admin')
  await (await installation.api(account)).account.edit.mutate({ locale: 'de' })
  await signIn(account)
  await openCoverage(page, slug, '?cell=conversion.website')
  await expect(cell(page, 'Kauf, Website: Lücke, 0 von 1')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Spalten' })).toBeVisible()
  await expectAccessible(page)
  await preferTheme(page, 'dark')
  await expectAccessible(page, 'main')
  await page.setViewportSize(sizes.phone)
  await openCoverage(page, slug)
  await expect(page.getByRole('table', { name: /^Abdeckung/ })).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'Spalten' })).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('button', { name: 'Kauf, Website: Lücke, 0 von 1' }).click()
  await expect(page.getByRole('complementary', { name: 'Kauf: Website' })).toContainText('Lücke: 0 von mindestens 1')
})

test('presenting leaves only the picture, and Escape leads back', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'good' })
  await signIn()
  await openCoverage(page, slug, '?presentation=on')
  await expect(page.locator('[inert]').getByRole('navigation', { includeHidden: true }).first()).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/presentation/)
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test('an empty workspace offers three ways to begin', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace()
  await signIn()
  await openCoverage(page, slug)
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible()
  for (const name of ['Import an inventory', 'Look at a sample']) await expect(page.getByRole('link', { name })).toBeVisible()
  await expectAccessible(page, 'main')
})

test('a filter is put together from chips and narrows the picture at once', async ({ page, signIn, installation }) => {
  const slug = await installation.newWorkspace({ sample: 'large' })
  await signIn()
  await openCoverage(page, slug)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('combobox', { name: 'Field' }).fill('typ')
  await page.getByRole('option', { name: 'Type', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Page', exact: true }).click()
  await expect(page).toHaveURL(/[?&]type=page(&|$)/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Type is Page', exact: true })).toBeVisible()
  const counted = await (await installation.api()).coverage.grid.query({ workspace: slug, filter: 'type=page' })
  await expect(page.getByText(`${counted.total} items`, { exact: true })).toBeVisible()
  await expectAccessible(page, 'main')
})
