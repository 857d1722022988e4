import { describe, expect, test } from 'vitest'
import { templateItems } from '@/server/domain/campaigns/template.rules'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { phasesOf } from '@/server/domain/gaps/about-rule.rules'
import { briefOfGap, usualPersona } from '@/server/domain/gaps/brief.rules'
import type { Finding, Gap, RuleKey } from '@/server/domain/gaps/gap.schema'
import { canPlan, plannedItemsOf } from '@/server/domain/gaps/plan.rules'
import { answersOf } from '@/server/domain/gaps/planned-content.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { campaignTemplate, campaignTemplates } from '@/server/presets/campaigns'
import { ruleDefinitions } from '@/server/presets/rules'
import type { Sample } from '@/server/presets/samples/sample'
import { samples } from '@/server/presets/samples/samples'
import { moment, publishedFacts, sampleFacts, sampleGaps, sampleTerms } from '@/tests/unit/presets/sample-world'

const locales = ['en', 'de'] as const
const idsOf = (findings: readonly Finding[]) => new Set(findings.map(({ id }) => id))

/** What is there afterwards and was not before. */
function opened(before: readonly Finding[], after: readonly Finding[]): string[] {
  const known = idsOf(before)
  return after.filter(({ id }) => !known.has(id)).map(({ id }) => id)
}

describe('the items of a campaign template', () => {
  const cases = campaignTemplates.flatMap((template) =>
    locales.flatMap((locale) => (['b2c', 'b2b', 'both'] as const).map((segment) => [template, locale, segment] as const)),
  )
  test.each(cases)('%s opens no gap when they are published as planned (%s, %s)', (template, locale, segment) => {
    const vocabulary = sampleTerms(samples.worst, locale, segment)
    const facts = sampleFacts(samples.worst, locale)
    const { answered } = answersOf(facts, moment)
    const items = templateItems(campaignTemplate(template), {
      vocabulary,
      locale,
      language: locale,
      startsOn: moment.today,
      ownerId: null,
      personaOf: (phases) => usualPersona(facts, phases, vocabulary),
      isAnswered: (question) => answered.has(question),
    })
    const gaps = (now: readonly Fact[]) => sampleGaps(samples.worst, locale, now, vocabulary)
    expect(opened(gaps(facts), gaps([...facts, ...publishedFacts(items, vocabulary)]))).toEqual([])
    for (const { tags } of items) {
      const persona = usualPersona(facts, tags?.phase ?? [], vocabulary)
      expect(tags?.persona).toEqual(persona === undefined ? [] : [persona])
    }
  })

  test('address customers as Sie, like every other text for them', () => {
    for (const key of campaignTemplates)
      for (const { title } of campaignTemplate(key).items)
        expect(title.de).not.toMatch(/\b(du|dich|dir|dein\w*)\b|^(Erzähl|Empfiehl)\b/i)
  })
})

interface Case {
  readonly sample: Sample
  /** The sample's contents, changed so that the rule finds something; without it the sample itself does. */
  readonly made?: (facts: readonly Fact[], fires: (facts: readonly Fact[]) => boolean) => readonly Fact[]
  /** What only the writer knows; the brief's checklist asks for it. */
  readonly written?: (item: ItemCreate) => ItemCreate
}
const { good, worst } = samples
const without =
  (isGone: (fact: Fact) => boolean): Case['made'] =>
  (facts) =>
    facts.filter((fact) => !isGone(fact))
const has =
  (...purposes: string[]) =>
  ({ purpose }: Fact) =>
    purpose !== null && purposes.includes(purpose)
const isIn = (phase: string) => (fact: Fact) => fact.phase.includes(phase)
const offline = ['phone', 'branch', 'trade_fair', 'outdoor', 'tv', 'print_package']

const cases: Partial<Record<RuleKey, Case>> = {
  phase_empty: { sample: worst, made: without(isIn('advocacy')) },
  question_unanswered: {
    sample: good,
    made: (facts) => facts.map((fact) => ({ ...fact, question: fact.question.filter((key) => key !== 'keeps_promise') })),
  },
  phase_thin: {
    sample: worst,
    made: (facts) => {
      const spare = facts.filter(isIn('advocacy')).slice(2)
      return facts.filter((fact) => !spare.includes(fact))
    },
  },
  // One item closes it only where one is lacking.
  top_heavy: {
    sample: good,
    made: (facts, fires) => {
      const kept = [...facts]
      while (!fires(kept)) kept.splice(kept.findLastIndex(isIn('retention')), 1)
      return kept
    },
  },
  single_channel: {
    sample: worst,
    made: (facts) => facts.map((fact) => (isIn('advocacy')(fact) ? { ...fact, channel: ['website'] } : fact)),
  },
  offline_forgotten: {
    sample: good,
    made: without((fact) => !isIn('retention')(fact) && fact.channel.some((key) => offline.includes(key))),
  },
  own_howto_missing: { sample: good, made: without(has('how_to')) },
  comparison_missing: { sample: good, made: without(has('compare', 'inform', 'use_case')) },
  reviews_only: { sample: good, made: without((fact) => isIn('consideration')(fact) && !has('testify')(fact)) },
  discount_only: { sample: worst, made: without(has('differentiate', 'testify', 'company_info')) },
  supplier_info_missing: {
    sample: good,
    made: without(has('company_info')),
    written: (item) => ({
      ...item,
      fields: { ...item.fields, contactEmail: 'info@example.org', contactVerifiedOn: moment.today },
    }),
  },
  consultation_lost: { sample: good, made: without(has('offer')) },
  variants_unexplained: { sample: worst },
  payment_info_missing: { sample: worst },
  error_texts_unreviewed: { sample: good, made: without(has('checkout_copy')) },
  order_confirmation_missing: { sample: good, made: without(has('order_confirmation')) },
  shipping_status_missing: { sample: worst },
  delay_notice_parity: { sample: worst },
  part_delivery_missing: { sample: worst },
  faq_too_general: { sample: worst },
  support_depth_missing: { sample: worst },
  thanks_missing: { sample: good, made: without(has('thank', 'order_confirmation')) },
  no_advocacy_prompt: { sample: good },
  review_reply_missing: { sample: worst },
}

describe('what is planned for a gap', () => {
  test('is tried here for every rule that plans something', () => {
    const planning = ruleDefinitions.filter(({ plan }) => plan !== null).map(({ key }) => key)
    expect(new Set(Object.keys(cases))).toEqual(new Set(planning))
  })

  const all = Object.entries(cases).flatMap(([rule, one]) => locales.map((locale) => [rule as RuleKey, locale, one] as const))
  test.each(all)('%s: closes it once it is published, and opens no must (%s)', (rule, locale, { sample, made, written }) => {
    const vocabulary = sampleTerms(sample, locale)
    const gapsOf = (now: readonly Fact[]) => sampleGaps(sample, locale, now, vocabulary)
    const whole = sampleFacts(sample, locale)
    const facts = made ? made(whole, (now) => gapsOf(now).some((finding) => finding.rule === rule)) : whole
    const before = gapsOf(facts)
    const finding = before.find((one) => one.rule === rule)
    if (!finding) throw new Error(`${rule} finds nothing`)
    const items = planned(finding, facts, locale, sample).map((item) => written?.(item) ?? item)
    const after = gapsOf([...facts, ...publishedFacts(items, vocabulary)])
    expect(idsOf(after).has(finding.id)).toBe(false)
    const musts = after.filter(({ severity }) => severity === 'must')
    expect(opened(before, musts)).toEqual([])
  })

  test.each(locales)('of the worst case closes all of it when all is published, and opens nothing (%s)', (locale) => {
    const facts = sampleFacts(worst, locale)
    const before = sampleGaps(worst, locale)
    const plannable = before.filter(canPlan)
    const items = plannable.flatMap((finding) => planned(finding, facts, locale, worst))
    const after = sampleGaps(worst, locale, [...facts, ...publishedFacts(items, sampleTerms(worst, locale))])
    expect(opened(before, after)).toEqual([])
    expect(after.filter(({ id }) => plannable.some((finding) => finding.id === id))).toEqual([])
  })
})

function planned(finding: Finding, facts: readonly Fact[], locale: Locale, sample: Sample): ItemCreate[] {
  const vocabulary = sampleTerms(sample, locale)
  const journey = vocabulary.phase.map(({ key, details }) => ({ key, stages: details.stages }))
  const phases = phasesOf(finding, journey)
  const { answered, onTheWay } = answersOf(facts, moment)
  const at = new Date(moment.nowMs)
  const gap: Gap = {
    ...finding,
    state: 'open',
    ownerId: null,
    waiver: null,
    plannedItem: null,
    firstSeenAt: at,
    lastSeenAt: at,
    resolvedAt: null,
    revision: 0,
  }
  const items = plannedItemsOf(gap, {
    vocabulary,
    locale,
    language: locale,
    phases,
    persona: usualPersona(facts, phases, vocabulary),
    ownerId: null,
    isAnswered: (question) => answered.has(question),
    onTheWay,
    today: moment.today,
  })
  for (const item of items) {
    const brief = briefOfGap(gap, item, { vocabulary, language: locale, factOf: () => undefined, today: moment.today })
    expect(brief.question).toBe(item.tags?.question?.[0] ?? null)
  }
  return items
}
