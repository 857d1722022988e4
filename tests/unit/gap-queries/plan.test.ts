import { describe, expect, test } from 'vitest'
import { briefContent } from '@/server/domain/briefs/brief.schema'
import { type BriefWorld, briefOfGap, dueDayOf, usualPersona } from '@/server/domain/gaps/brief.rules'
import type { Gap, RuleKey } from '@/server/domain/gaps/gap.schema'
import { canPlan, type PlanWorld, plannedItemsOf } from '@/server/domain/gaps/plan.rules'
import type { TermRow } from '@/server/domain/vocabulary/vocabulary.rules'
import { vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { ruleDefinitions } from '@/server/presets/rules'
import { presetVocabulary } from '@/server/presets/vocabulary'

const terms = Object.values(presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'de' }))
  .flat()
  .map(({ name, ...term }): TermRow => ({ ...term, nameEn: name.en, nameDe: name.de, archivedAt: null, revision: 1 }))

const world = (language: Locale, rows: readonly TermRow[] = terms): PlanWorld => ({
  vocabulary: vocabularyOf(rows),
  locale: language,
  language,
  phases: ['retention'],
  ownerId: null,
  isAnswered: () => false,
  onTheWay: { questions: new Set(), products: new Set() },
  today: '2026-03-07',
})

/** Of a gap that one item closes. */
const plannedItemOf = (of: Gap, place: PlanWorld) => plannedItemsOf(of, place)[0] ?? null

const briefWorld = (language: Locale): BriefWorld => ({
  vocabulary: vocabularyOf(terms),
  language,
  factOf: (id) => ({ title: `Title of ${id}`, url: id === 'x' ? 'https://example.org/x' : null }),
  today: '2026-03-07',
})

function gap(rule: RuleKey, more: Partial<Gap> = {}): Gap {
  const at = new Date('2026-03-01T10:00:00Z')
  return {
    id: rule,
    rule,
    severity: 'must',
    phase: 'retention',
    scope: { phase: 'retention' },
    evidence: { counts: { items: 1, live: 0, planned: 1, stale: 0 }, items: ['x'] },
    under: null,
    state: 'open',
    ownerId: null,
    waiver: null,
    plannedItem: null,
    firstSeenAt: at,
    lastSeenAt: at,
    resolvedAt: null,
    revision: 0,
    ...more,
  }
}

describe('the item that would close a gap', () => {
  test.each(ruleDefinitions.map(({ key }) => key))('%s: is whole in both languages, or there is none', (rule) => {
    for (const language of ['en', 'de'] as const) {
      const item = plannedItemOf(gap(rule), world(language))
      expect(item !== null).toBe(canPlan(gap(rule)))
      if (!item) continue
      expect(item).toMatchObject({ step: 'planned', locale: language, plannedFor: '2026-03-23', dueOn: '2026-03-18' })
      expect(item.title.length).toBeGreaterThan(5)
      expect(item.type).not.toBe('')
      expect(item.purpose).not.toBeNull()
      expect(item.tags?.channel).toHaveLength(1)
      const brief = briefOfGap(gap(rule), item, briefWorld(language))
      expect(briefContent.parse(brief)).toEqual(brief)
      expect(brief.aim.length).toBeGreaterThan(5)
      expect(brief.checklist.length).toBeGreaterThan(2)
      expect(brief.references[0]).toEqual({ title: 'Title of x', url: 'https://example.org/x' })
      expect(brief.evidence).toMatchObject({ rule, day: '2026-03-07', counts: { planned: 1 }, items: [{ id: 'x' }] })
    }
  })

  test('is never proposed for an item or a channel that has to be mended', () => {
    expect(canPlan(gap('need_mismatch', { scope: { item: 'x' } }))).toBe(false)
    expect(canPlan(gap('contact_without_answer', { scope: { channel: 'phone' } }))).toBe(false)
  })

  test('stands on another channel where all the rest is on one', () => {
    const evidence = { counts: { items: 3 }, items: [], texts: { channels: ['email'] } }
    const item = plannedItemOf(gap('single_channel', { evidence }), world('en'))
    expect(item?.tags?.channel).toHaveLength(1)
    expect(item?.tags?.channel).not.toContain('email')
  })

  test('is for the channel of the cell it was planned from as well, unless the gap has one of its own', () => {
    const at = (of: Gap, channel: string) => plannedItemOf(of, { ...world('en'), channel })?.tags?.channel
    expect(at(gap('delay_notice_parity'), 'order_page')).toEqual(['email', 'order_page'])
    expect(at(gap('delay_notice_parity'), 'email')).toEqual(['email'])
    expect(at(gap('delay_notice_parity'), 'gone')).toEqual(['email'])
    expect(at(gap('phase_empty', { scope: { channel: 'chat' } }), 'order_page')).toEqual(['chat'])
    const evidence = { counts: { items: 3 }, items: [], texts: { channels: ['email'] } }
    expect(at(gap('single_channel', { evidence }), 'email')).not.toContain('email')
  })

  test('answers what is open: one question gives it its title', () => {
    const { question } = vocabularyOf(terms)
    const evidence = { counts: { items: 1 }, items: [], questions: [question[0]?.key ?? ''] }
    const item = plannedItemOf(gap('faq_too_general', { evidence }), world('de'))
    expect(item?.title).toBe(question[0]?.name.de)
    expect(item?.tags?.question).toEqual([question[0]?.key])
    const brief = item && briefOfGap(gap('faq_too_general', { evidence }), item, briefWorld('de'))
    expect(brief?.question).toBe(question[0]?.key)
  })

  test('names only terms that can still be chosen', () => {
    const archived = terms.map((term) =>
      term.key === 'review_request' || (term.dimension === 'channel' && term.key === 'email')
        ? { ...term, archivedAt: new Date('2026-01-01T00:00:00Z') }
        : term,
    )
    const item = plannedItemOf(gap('no_advocacy_prompt', { phase: 'advocacy' }), world('en', archived))
    expect(item?.purpose).toBeNull()
    expect(item?.tags?.channel).toEqual([])
  })
})

test('a text is due three working days before its day, never before today', () => {
  expect(dueDayOf('2026-03-23', '2026-03-07')).toBe('2026-03-18')
  expect(dueDayOf('2026-03-23T09:00', '2026-03-07')).toBe('2026-03-18')
  expect(dueDayOf('2026-03-09', '2026-03-07')).toBe('2026-03-07')
})

test('the persona is whom content of the phase is mostly for', () => {
  const persona = (key: string): TermRow => ({
    dimension: 'persona',
    key,
    nameEn: key,
    nameDe: key,
    position: 0,
    synonyms: [],
    details: { note: '' },
    origin: 'own',
    source: null,
    archivedAt: null,
    revision: 1,
  })
  const vocabulary = vocabularyOf([persona('anna'), persona('ben')])
  const facts = [
    { phase: ['retention'], persona: ['ben'] },
    { phase: ['retention'], persona: ['ben', 'anna'] },
    { phase: ['awareness'], persona: ['anna'] },
  ]
  expect(usualPersona(facts, ['retention'], vocabulary)).toBe('ben')
  expect(usualPersona(facts, ['advocacy'], vocabulary)).toBeUndefined()
  expect(usualPersona([], ['advocacy'], vocabularyOf([persona('anna')]))).toBe('anna')
})

test('what only the writer knows stands in the checklist: who is reached under the contact given', () => {
  const item = plannedItemOf(gap('supplier_info_missing'), world('en'))
  const brief = item && briefOfGap(gap('supplier_info_missing'), item, briefWorld('en'))
  expect(brief?.checklist.map(({ key }) => key)).toContain('reachable')
})

test('a general FAQ becomes an answer for each open question and one for each product left bare', () => {
  const [first, second] = ['where_is_order', 'how_to_use'] as const
  const evidence = { counts: { items: 1 }, items: [], questions: [first, second], topics: [] }
  const all = plannedItemsOf(gap('faq_too_general', { evidence }), world('de'))
  expect(all.map(({ tags }) => tags?.question)).toEqual([[first], [second]])
  const rest = plannedItemsOf(gap('faq_too_general', { evidence }), {
    ...world('de'),
    onTheWay: { questions: new Set([first]), products: new Set() },
  })
  expect(rest.map(({ tags }) => tags?.question)).toEqual([[second]])
  const none = plannedItemsOf(gap('faq_too_general', { evidence }), {
    ...world('de'),
    onTheWay: { questions: new Set([first, second]), products: new Set() },
  })
  expect(none).toEqual([])
})

test('an item answers the open questions that its purpose answers', () => {
  const about = (rule: RuleKey, phase: string, isAnswered = (_: string) => false) =>
    plannedItemOf(gap(rule, { phase, scope: { phase } }), { ...world('en'), phases: [phase], isAnswered })?.tags?.question
  expect(about('payment_info_missing', 'conversion')).toEqual(['how_to_pay', 'when_arrives'])
  expect(about('payment_info_missing', 'conversion', (key) => key === 'how_to_pay')).toEqual(['when_arrives'])
  expect(about('variants_unexplained', 'conversion')).toEqual(['which_variant'])
  expect(about('shipping_status_missing', 'retention')).toEqual(['where_is_order'])
  // Where all of them are answered, what it would answer once more.
  expect(about('payment_info_missing', 'conversion', () => true)).toEqual(['how_to_pay'])
})
