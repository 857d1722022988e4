import { describe, expect, test } from 'vitest'
import { itemCreate } from '@/server/domain/content/item.schema'
import { countCoverage } from '@/server/domain/coverage/coverage.rules'
import type { CoverageGrid } from '@/server/domain/coverage/coverage.schema'
import { scoreJourney } from '@/server/domain/coverage/score.rules'
import { targetResolver } from '@/server/domain/coverage/targets.rules'
import type { Finding } from '@/server/domain/gaps/gap.schema'
import { dimensions, statuses, termDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { materialise, sampleTargets, sampleVocabulary } from '@/server/presets/samples/materialise'
import type { Sample } from '@/server/presets/samples/sample'
import { samples } from '@/server/presets/samples/samples'
import { moment, presetsOf, sampleFacts, sampleGaps, sampleTerms, targetsOf } from '@/tests/unit/presets/sample-world'

const locales = ['en', 'de'] as const
const cases = Object.values(samples).flatMap((sample) => locales.map((locale) => [sample.key, locale, sample] as const))

const rulesIn = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].sort()

/** The heatmap that a person sees right after choosing the sample. */
function heatmap(sample: Sample, locale: Locale): CoverageGrid {
  const { phase, channel } = sampleTerms(sample, locale)
  const phases = phase.map(({ key, name, details }) => ({ key, name: name[locale], ...details }))
  const targetOf = targetResolver('channel', targetsOf(sample, locale), presetsOf(sample, locale))
  const facts = sampleFacts(sample, locale)
  const question = { mode: 'published', moment, picked: false, phases, targetOf } as const
  const scores = scoreJourney(facts, { ...question, channels: channel.map(({ key }) => key) })
  const columns = channel.map(({ key, name }) => ({ key, name: name[locale] }))
  return countCoverage(facts, { ...question, by: 'channel', columns, lens: null, scores, nameOf: (key) => key })
}

const cellsIn = (grid: CoverageGrid, ...states: string[]) =>
  grid.cells.filter(({ state }) => states.includes(state)).map(({ row, column }) => `${row} ${column}`)

describe.each(cases)('the %s sample in %s', (_, locale, sample) => {
  test('consists of items that anybody could have entered', () => {
    for (const { key, item } of materialise(sample, locale, moment.today))
      expect(itemCreate.safeParse(item).error, key).toBeUndefined()
    expect(sampleFacts(sample, locale)).toHaveLength(sample.items.length)
  })

  test('adds terms that fit their schemas and refer to what exists', () => {
    const vocabulary = sampleVocabulary(sample, locale)
    for (const dimension of dimensions) {
      for (const term of vocabulary[dimension])
        expect(termDetails[dimension].safeParse(term.details).error, term.key).toBeUndefined()
      expect(new Set(vocabulary[dimension].map(({ key }) => key)).size).toBe(vocabulary[dimension].length)
    }
    const phases = new Set(vocabulary.phase.map(({ key }) => key))
    const topics = new Set(vocabulary.topic.map(({ key }) => key))
    const lost = vocabulary.question.filter(
      ({ details: { phase, topic } }) => !phases.has(phase ?? '') || (topic !== null && !topics.has(topic)),
    )
    expect(lost).toEqual([])
  })

  test('has no two items of one key, and sets each target once', () => {
    expect(new Set(sample.items.map(({ key }) => key)).size).toBe(sample.items.length)
    const targets = sampleTargets(sample, locale)
    expect(new Set(targets.map(({ phase, value }) => `${phase} ${value}`)).size).toBe(targets.length)
    for (const { numbers, reason } of targets) expect(numbers === null).toBe(reason !== null)
  })

  test('leaves no target to the presets, so that its targets fit its size', () => {
    const own = new Set(sample.targets.map(({ phase, value }) => `${phase} ${value}`))
    const { cells } = heatmap(sample, locale)
    expect(cells.filter((cell) => cell.target && !own.has(`${cell.row} ${cell.column}`))).toEqual([])
  })

  test('is not published in the future and belongs to nobody', () => {
    for (const fact of sampleFacts(sample, locale)) {
      expect(fact.publishedAt ?? 0).toBeLessThan(moment.nowMs)
      if (fact.publishAt !== null) expect(fact.publishAt).toBeGreaterThan(moment.nowMs)
      expect(fact.ownerId).toBeNull()
    }
  })
})

describe('the good journey', () => {
  test.each(locales)('has one gap in its heatmap, advocacy by email, and is green elsewhere (%s)', (locale) => {
    const grid = heatmap(samples.good, locale)
    expect(cellsIn(grid, 'gap')).toEqual(['advocacy email'])
    expect(cellsIn(grid, 'thin', 'surplus')).toEqual([])
    expect(grid.weakest?.phase).toBe('advocacy')
    expect(grid.total).toBe(samples.good.items.length)
  })
})

describe('the gaps of the good journey', () => {
  test.each(locales)('are the missing advocacy prompt alone (%s)', (locale) => {
    expect(sampleGaps(samples.good, locale).map(({ rule, severity, phase }) => [rule, severity, phase])).toEqual([
      ['no_advocacy_prompt', 'must', 'advocacy'],
    ])
  })
})

describe('the worst case', () => {
  const twelve = [
    'contact_unverified',
    'contact_without_answer',
    'delay_notice_parity',
    'delivery_date_vague',
    'faq_too_general',
    'mail_despite_complaint',
    'part_delivery_missing',
    'payment_info_missing',
    'review_reply_missing',
    'shipping_status_missing',
    'support_depth_missing',
    'variants_unexplained',
  ]

  test.each(locales)('opens twelve rules and no other (%s)', (locale) => {
    expect(rulesIn(sampleGaps(samples.worst, locale))).toEqual(twelve)
  })

  test.each(locales)('has live content in every phase (%s)', (locale) => {
    for (const row of heatmap(samples.worst, locale).rows.filter(({ key }) => key !== 'untagged'))
      expect(row.fresh).toBeGreaterThanOrEqual(3)
  })
})

describe('the large sample', () => {
  const { items, terms } = samples.large

  test('has about four hundred items with titles of their own', () => {
    expect(items.length).toBeGreaterThan(370)
    expect(items.length).toBeLessThan(430)
    const originals = items.filter(({ locale }) => locale !== 'other')
    for (const locale of locales) {
      const titles = originals.map(({ title }) => title[locale])
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
      // Placeholders of mails such as {date} are part of the text; those of the patterns must be gone.
      expect(titles.filter((title) => /\{(x|zu|den|dem)\}/.test(title))).toEqual([])
    }
  })

  test('shows every type, status, purpose, channel, persona and topic', () => {
    const { type, purpose, channel, persona, topic } = sampleVocabulary(samples.large, 'en')
    const missing = (all: readonly { key: string }[], used: readonly (string | null)[]) =>
      all.map(({ key }) => key).filter((key) => !used.includes(key))
    expect(
      missing(
        type,
        items.map((item) => item.type),
      ),
    ).toEqual([])
    expect(
      missing(
        purpose,
        items.map((item) => item.purpose),
      ),
    ).toEqual([])
    expect(
      missing(
        channel,
        items.flatMap((item) => item.channels),
      ),
    ).toEqual([])
    expect(
      missing(
        persona,
        items.flatMap((item) => item.personas),
      ),
    ).toEqual([])
    expect(
      missing(
        topic,
        items.flatMap((item) => item.topics),
      ),
    ).toEqual([])
    expect(statuses.filter((status) => !items.some(({ step }) => step === status))).toEqual([])
    expect(terms.filter(({ dimension }) => dimension === 'topic').length).toBeGreaterThan(10)
  })

  test('shows every state of a cell, untagged and overdue items, scheduled ones and translations', () => {
    const grid = heatmap(samples.large, 'de')
    for (const state of ['gap', 'thin', 'covered', 'surplus', 'not_applicable', 'open'])
      expect(cellsIn(grid, state), state).not.toEqual([])
    expect(grid.cells.some(({ stale }) => stale > 0)).toBe(true)
    expect(items.filter(({ phases }) => phases.length === 0).length).toBeGreaterThan(5)
    expect(items.filter(({ channels }) => channels.length === 0).length).toBeGreaterThan(5)
    expect(items.filter(({ publishInDays }) => publishInDays !== undefined).length).toBeGreaterThan(5)
    const keys = new Set(items.map(({ key }) => key))
    const translations = items.filter(({ translationOf }) => translationOf !== undefined)
    expect(translations.length).toBeGreaterThan(5)
    expect(translations.filter(({ translationOf }) => !keys.has(translationOf ?? ''))).toEqual([])
  })

  test.each(locales)('has gaps of every severity in most phases (%s)', (locale) => {
    const found = sampleGaps(samples.large, locale)
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['must', 'should', 'info']))
    expect(rulesIn(found).length).toBeGreaterThan(8)
    expect(new Set(found.map(({ phase }) => phase)).size).toBeGreaterThan(3)
  })

  test('is the same every time', () => {
    expect(materialise(samples.large, 'de', '2026-11-22')).toEqual(materialise(samples.large, 'de', '2026-11-22'))
  })
})
