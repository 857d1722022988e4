import type { Page } from '@playwright/test'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { translatorOf } from '@/server/i18n/translate'
import { movedClock } from './support/moved-clock'
import type { Program } from './support/program'
import { test as base, expect, sizes } from './support/test'

/** From a flag on the heatmap to its end: by an editor and a second person, with a clock that the test moves. */
const clock = movedClock()
const test = base.extend<object, { program: Program }>({
  program: [
    async ({ browserName: _ }, use) => {
      const program = await clock.start()
      await use(program)
      await program.stop()
    },
    { scope: 'worker' },
  ],
})

test.use({ actionTimeout: 10_000 })

const dayMs = 86_400_000
const rule = 'delay_notice_parity'

/** A day of the workspace's zone as people of this language write it. */
const written = (language: Locale, at: number) =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: 'Europe/Berlin',
    day: 'numeric',
    month: language === 'de' ? '2-digit' : 'short',
    year: 'numeric',
  }).format(at)

for (const [language, size] of [
  ['en', 'desktop'],
  ['de', 'phone'],
] as const) {
  test(`a gap after the purchase becomes a brief, a campaign, a date, an approved text and is closed: ${language}, ${size}`, async ({
    page,
    context,
    installation,
    signIn,
  }) => {
    test.setTimeout(90_000)
    const t = translatorOf(language)
    const slug = await installation.newWorkspace({ sample: 'worst', locale: language })
    const [editor, second] = [await installation.newMember(slug, 'editor'), await installation.newMember(slug, 'editor')]
    for (const account of [editor, second])
      await (await installation.api(account)).account.edit.mutate({ locale: language, name: account === editor ? 'Eda' : 'Zoe' })
    const api = await installation.api(editor)
    const fresh = async (mode: 'published' | 'planned') => {
      const { rows, columns, fresh: counts } = await api.coverage.grid.query({ workspace: slug, mode })
      const at = (list: readonly { key: string }[], wanted: string) => list.findIndex(({ key }) => key === wanted)
      return counts[at(rows, 'retention') * columns.length + at(columns, 'email')] ?? 0
    }
    const before = await fresh('published')
    const gapsOf = async (state: 'open' | 'planned' | 'resolved') =>
      (await api.gaps.list.query({ workspace: slug, state, limit: 200 })).rows.filter((row) => row.rule === rule)
    const gapTitle = language === 'de' ? 'Verzögerung nur auf Social Media' : 'Delay told on social media only'

    await page.clock.install({ time: Date.now() + clock.ahead() })
    await page.setViewportSize(sizes[size])
    await signIn(editor)
    // The gap, from the heatmap.
    await page.goto(`/${slug}/coverage`)
    await page.getByRole('link', { name: gapTitle }).click()
    const panel = page.getByRole('complementary', { name: gapTitle })
    await panel.getByRole('button', { name: t('gaps.action.plan', { count: 1 }), exact: true }).click()
    const toBrief = panel.getByRole('link', { name: t('gaps.panel.openBrief') })
    await expect(toBrief).toBeVisible()
    const [gap] = await gapsOf('planned')
    await toBrief.click()

    // The brief.
    await expect(page).toHaveURL(/tab=brief/)
    const id = /content\/([^?]+)/.exec(page.url())?.[1] ?? ''
    const message = page.getByRole('textbox', { name: t('briefs.field.keyMessage') })
    await message.fill('The new date, and what to do until then.')
    await message.press('Tab')
    await expect(page.getByText(t('briefs.state.saved'))).toBeVisible()

    // A new campaign, made where the item is.
    await page.getByRole('tab', { name: t('item.tabs.form'), exact: true }).click()
    const campaigns = page.getByRole('combobox', { name: t('item.field.campaign') })
    await campaigns.fill('Delays')
    await page.getByRole('option', { name: /Delays/ }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('link', { name: t('item.toCampaign', { name: 'Delays' }) })).toBeVisible()
    await page
      .getByRole('textbox', { name: t('item.field.body') })
      .first()
      .fill('Your delivery comes later.')
    await page.keyboard.press('Control+s')
    await expect.poll(async () => (await api.content.get.query({ workspace: slug, id })).tags.campaign).toHaveLength(1)
    const { title, plannedFor, tags } = await api.content.get.query({ workspace: slug, id })
    const [campaign = ''] = tags.campaign
    expect(await fresh('planned')).toBe(before + 1)

    // A date, by the keyboard alone.
    await page.goto(`/${slug}/calendar?campaign=${campaign}&at=${plannedFor}`)
    const entry = page.locator('[data-entry]', { hasText: title }).first()
    await expect(entry).toBeVisible()
    await walkTo(page, entry)
    await page.keyboard.press('Alt+ArrowRight')
    const planned = async () => (await api.content.get.query({ workspace: slug, id })).plannedFor
    await expect.poll(planned).not.toBe(plannedFor)
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: t('calendar.move.title', { title }) })
    const at = Date.now() + clock.ahead() + 9 * dayMs
    await dialog.getByLabel(t('calendar.move.day')).fill(written(language, at))
    await page.keyboard.press('Enter')
    await expect.poll(planned).toBe(localDayOf(at, 'Europe/Berlin'))

    // To review, and to somebody else.
    await page.goto(`/${slug}/content/${id}`)
    const block = page.getByRole('region', { name: new RegExp(`^${t('workflow.block.title')}`) })
    await block
      .getByRole('button', { name: t('workflow.block.move', { step: language === 'de' ? 'In Arbeit' : 'In progress' }) })
      .click()
    await block.getByRole('button', { name: t('workflow.block.review') }).click()
    await expect(block).toContainText(language === 'de' ? 'In Prüfung' : 'In review')
    await context.clearCookies()
    await signIn(second)
    await page.goto(`/${slug}/my-work`)
    await page.getByRole('link', { name: title }).first().click()
    await block.getByRole('button', { name: t('workflow.block.approve') }).click()
    await expect(block).toContainText(language === 'de' ? /Freigegeben von Zoe/ : /Approved by Zoe/)

    // Its time.
    await page.getByRole('button', { name: t('item.publish.open') }).click()
    const publish = page.getByRole('dialog', { name: t('item.publish.title') })
    await publish.getByRole('radio', { name: new RegExp(`^${t('item.publish.atTime')}`) }).click()
    const day = publish.getByRole('textbox', { name: t('item.publish.day'), exact: true })
    await day.fill(written(language, at))
    await day.press('Tab')
    await publish.getByRole('textbox', { name: t('item.publish.clock'), exact: true }).fill('09:00')
    await publish.getByRole('textbox', { name: t('item.publish.clock'), exact: true }).blur()
    await publish.getByRole('button', { name: t('item.publish.later') }).click()
    await expect(publish).toBeHidden()
    await expect.poll(async () => (await api.content.get.query({ workspace: slug, id })).publishAt).not.toBeNull()
    expect([await fresh('published'), (await gapsOf('resolved')).length]).toEqual([before, 0])

    // The time comes: it is live, the gap is closed, and what was forecast is there.
    clock.move(10 * dayMs)
    await expect.poll(async () => (await api.content.get.query({ workspace: slug, id })).status).toBe('published')
    await expect.poll(async () => (await gapsOf('resolved')).map((row) => row.id), { timeout: 15_000 }).toEqual([gap?.id])
    expect(await fresh('published')).toBe(before + 1)
    await page.clock.setSystemTime(Date.now() + clock.ahead())
    await page.goto(`/${slug}/campaigns/${campaign}`)
    await expect(page.getByRole('progressbar').first()).toHaveAttribute('aria-valuenow', '1')
    await expect(page.getByRole('main')).toContainText(
      language === 'de' ? /Abdeckung der Journey (ist|liegt)/ : /Readiness (has risen|is)/,
    )
    await expect(
      page.getByRole('region', { name: t('campaigns.gaps.title') }).getByRole('link', { name: gapTitle }),
    ).toBeVisible()
    await page.goto(`/${slug}/gaps?state=resolved`)
    await expect(page.getByRole('button', { name: gapTitle, exact: true })).toBeVisible()
  })
}

/** Presses Tab until the entry has the focus, as somebody without a mouse does. */
async function walkTo(page: Page, entry: ReturnType<Page['locator']>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    expect(await entry.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }).toPass({ intervals: [20], timeout: 20_000 })
}
