import { describe, expect, test } from 'vitest'
import { models } from '@/server/domain/coverage/coverage.schema'
import { ruleKeys } from '@/server/domain/gaps/gap.schema'
import { dimensions, fieldDefinition, stages, statuses, termDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import { key as keySchema, localized } from '@/server/domain/wire.schema'
import { channelPresets } from '@/server/presets/channels'
import { crosswalk } from '@/server/presets/crosswalk'
import { modelPreset, modelPresets } from '@/server/presets/models'
import { b2bPersonas, profileAspects } from '@/server/presets/profiles'
import { purposePresets } from '@/server/presets/purposes'
import { questionPresets } from '@/server/presets/questions'
import { ruleDefinitions } from '@/server/presets/rules'
import { samples } from '@/server/presets/samples/samples'
import { stagePresets, whyTexts } from '@/server/presets/stages'
import { stepPresets } from '@/server/presets/steps'
import { typePresets } from '@/server/presets/types'
import { vaguePhrases } from '@/server/presets/vague-phrases'
import { presetVocabulary } from '@/server/presets/vocabulary'

const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key)
const everything = {
  stagePresets,
  whyTexts,
  modelPresets,
  channelPresets,
  purposePresets,
  typePresets,
  stepPresets,
  questionPresets,
  ruleDefinitions,
  profileAspects,
  b2bPersonas,
  samples,
}

/** Every text in two languages anywhere in the data, with the way to it. */
function textsIn(value: unknown, path: string): { path: string; en: string; de: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'de' in value && typeof value.en === 'string' && typeof value.de === 'string')
    return [{ path, en: value.en, de: value.de }]
  return Object.entries(value).flatMap(([part, inner]) => textsIn(inner, `${path}.${part}`))
}

describe('how many there are', () => {
  test('eight stages, six models, eleven types, thirty-six purposes, twenty-two channels, a step of each kind and one for what is approved', () => {
    expect(keysOf(stagePresets)).toEqual([...stages])
    expect(keysOf(modelPresets)).toEqual([...models])
    expect(keysOf(stepPresets)).toEqual(['idea', 'planned', 'in_progress', 'in_review', 'approved', 'published', 'archived'])
    expect(new Set(stepPresets.map(({ kind }) => kind))).toEqual(new Set(statuses))
    expect([typePresets.length, purposePresets.length, channelPresets.length]).toEqual([11, 36, 22])
  })

  test('every rule is there exactly once', () => {
    expect(keysOf(ruleDefinitions)).toEqual([...ruleKeys])
  })

  test('no key is used twice', () => {
    for (const rows of [
      stagePresets,
      modelPresets,
      channelPresets,
      purposePresets,
      typePresets,
      stepPresets,
      questionPresets,
      whyTexts,
      b2bPersonas,
    ]) {
      expect(new Set(keysOf(rows)).size).toBe(rows.length)
    }
    for (const { phases } of modelPresets) {
      expect(new Set(keysOf(phases)).size).toBe(phases.length)
      expect(new Set(phases.map(({ letter }) => letter)).size).toBe(phases.length)
    }
  })
})

describe('both languages', () => {
  const texts = textsIn(everything, '')

  test('no text is empty in either', () => {
    expect(texts.length).toBeGreaterThan(1500)
    expect(texts.filter(({ en, de }) => en.trim() === '' || de.trim() === '')).toEqual([])
  })

  test('only single words and figures that both languages share are the same', () => {
    const shared = texts.filter(({ en, de }) => en === de && en !== '')
    expect(shared.filter(({ en }) => en.split(' ').length > 3)).toEqual([])
    expect([...new Set(shared.map(({ en }) => en))].sort()).toMatchInlineSnapshot(`
      [
        "Blog",
        "Chat",
        "Display",
        "Format",
        "Haus & Sicher",
        "Information",
        "Newsletter",
        "Shop",
        "Slug",
        "Video",
        "Website",
      ]
    `)
  })

  test('German texts use typographic quotation marks and no English ones', () => {
    expect(texts.filter(({ de }) => de.includes('“') && !de.includes('„'))).toEqual([])
    expect(texts.filter(({ en, de }) => en.includes('"') || de.includes('"') || en.includes('„'))).toEqual([])
  })

  test('vague phrases are listed for both', () => {
    expect(vaguePhrases.de).toEqual(expect.arrayContaining(['in wenigen Tagen', 'schnellstmöglich', 'umgehend', 'zeitnah']))
    expect(vaguePhrases.en).toEqual(expect.arrayContaining(['shortly', 'a few days']))
  })
})

describe('what rows refer to exists', () => {
  const channels = new Set<string>(keysOf(channelPresets))
  const purposes = new Set(keysOf(purposePresets))
  const types = new Set<string>(keysOf(typePresets))

  test('channels of stages, types, stages and channels of purposes', () => {
    expect(stagePresets.flatMap((row) => row.channels).filter((key) => !channels.has(key))).toEqual([])
    expect(purposePresets.flatMap((row) => row.channels).filter((key) => !channels.has(key))).toEqual([])
    expect(purposePresets.flatMap((row) => row.types).filter((key) => !types.has(key))).toEqual([])
    expect(
      purposePresets.filter((row) => row.types.length === 0 || row.stages.length === 0 || row.channels.length === 0),
    ).toEqual([])
  })

  test('what a rule proposes to plan', () => {
    const plans = ruleDefinitions.flatMap(({ plan }) => (plan ? [plan] : []))
    expect(plans.filter(({ purpose }) => purpose !== null && !purposes.has(purpose))).toEqual([])
    expect(plans.filter(({ type }) => type !== null && !types.has(type))).toEqual([])
    expect(plans.filter(({ channel }) => channel !== null && !channels.has(channel))).toEqual([])
    for (const { purpose, type } of plans) {
      const usual = purposePresets.find(({ key }) => key === purpose)
      if (usual && type) expect(usual.types as readonly string[]).toContain(type)
    }
  })

  test('numbers of rules lie within their limits', () => {
    const numbers = ruleDefinitions.flatMap((row) => row.numbers.map((number) => ({ rule: row.key, ...number })))
    expect(numbers.map(({ rule, key, preset }) => `${rule}.${key}=${preset}`)).toEqual([
      'phase_thin.min=3',
      'top_heavy.after=25',
      'top_heavy.before=50',
      'top_heavy.least=20',
      'single_channel.least=3',
      'contact_unverified.days=90',
      'followup_only_planned.days=60',
    ])
    expect(numbers.filter(({ preset, min, max }) => preset < min || preset > max)).toEqual([])
  })

  test('fields are well formed, and every type can carry claims', () => {
    for (const { key, fields } of typePresets) {
      for (const field of fields) expect(fieldDefinition.safeParse(field).error, `${key}.${field.key}`).toBeUndefined()
      expect(new Set(fields.map((field) => field.key)).size).toBe(fields.length)
      expect(fields.some(({ kind }) => kind === 'claims')).toBe(true)
    }
  })

  test('the fields that rules read are where the rules look for them', () => {
    const fieldsOf = (type: string) => typePresets.find(({ key }) => key === type)?.fields.map(({ key }) => key) ?? []
    for (const type of ['email', 'message', 'script', 'social_post']) {
      expect(fieldsOf(type)).toEqual(
        expect.arrayContaining(['promiseKind', 'promiseValue', 'neverWhile', 'sendsThanks', 'listsOrderDetails']),
      )
    }
    expect(fieldsOf('page')).toEqual(
      expect.arrayContaining(['contactPhone', 'contactEmail', 'contactAddress', 'contactVerifiedOn']),
    )
    expect(fieldsOf('faq')).toContain('verifiedOn')
    expect(fieldsOf('message')).toContain('policy')
    expect(fieldsOf('script')).toContain('policy')
  })

  test('every row names its source', () => {
    const rows = [
      ...stagePresets,
      ...modelPresets,
      ...channelPresets,
      ...purposePresets,
      ...typePresets,
      ...stepPresets,
      ...questionPresets,
      ...ruleDefinitions,
      ...whyTexts,
    ]
    expect(rows.filter(({ origin, source }) => !['source', 'derived'].includes(origin) || source === '')).toEqual([])
  })
})

describe('the crosswalk', () => {
  test('is the table of the design, the first phase named where a cell is ambiguous', () => {
    const table = Object.fromEntries(
      stages.map((stage) => [stage, models.map((model) => crosswalk(stage, model) ?? 'none').join(' ')]),
    )
    expect(table).toEqual({
      pre_awareness: 'awareness pre_awareness stimulus attention aware before',
      awareness: 'awareness awareness stimulus attention aware before',
      consideration: 'consideration consideration zmot interest appeal before',
      preference: 'consideration preference fmot desire ask before',
      purchase: 'conversion purchase fmot action act during',
      retention: 'retention retention smot none act after',
      loyalty: 'retention loyalty smot none advocate after',
      advocacy: 'advocacy loyalty tmot none advocate after',
    })
  })

  test('gives every phase of every model its stages, in the order of the journey', () => {
    for (const { key, phases } of modelPresets) {
      for (const phase of phases) expect(phase.stages.length, `${key} ${phase.key}`).toBeGreaterThan(0)
      const order = phases.flatMap((phase) => phase.stages.map((stage) => stages.indexOf(stage)))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  })

  test('AIDA ends at the purchase and says so', () => {
    expect(modelPreset('aida').loop).toBe(false)
    expect(modelPreset('aida').warning?.en).toContain('no after-sales phases')
  })
})

describe('words that mean different phases', () => {
  const wordsOf = (model: (typeof models)[number], phase: string) => {
    const row = modelPreset(model).phases.find(({ key }) => key === phase)
    return row ? [row.name.de, row.name.en, ...row.synonyms] : []
  }

  test('Kundenbindung is retention in five phases and loyalty in seven', () => {
    expect(wordsOf('mckinsey5', 'retention')).toContain('Kundenbindung')
    expect(wordsOf('ihk7', 'loyalty')).toContain('Kundenbindung')
    expect(wordsOf('ihk7', 'retention')).not.toContain('Kundenbindung')
  })

  test('Decision is the purchase in five phases and the preference in seven', () => {
    expect(wordsOf('mckinsey5', 'conversion')).toEqual(expect.arrayContaining(['Decision', 'Entscheidung']))
    expect(wordsOf('ihk7', 'preference')).toContain('Decision')
    expect(wordsOf('ihk7', 'purchase')).toContain('Entscheidungsphase')
  })

  test('the misspelt Loyality is found where loyalty stands', () => {
    expect(wordsOf('ihk7', 'loyalty')).toContain('Loyality')
    expect(wordsOf('mckinsey5', 'retention')).toContain('Loyality')
  })
})

describe('the vocabulary of a new workspace', () => {
  const made = presetVocabulary({ model: 'mckinsey5', segment: 'both', sellsGoods: true, locale: 'de' })

  test('every term fits its schema', () => {
    for (const model of models) {
      const vocabulary = presetVocabulary({ model, segment: 'b2b', sellsGoods: true, locale: 'en' })
      for (const dimension of dimensions) {
        for (const [index, term] of vocabulary[dimension].entries()) {
          const name = `${model} ${dimension} ${term.key}`
          expect(keySchema.safeParse(term.key).success, name).toBe(true)
          expect(localized.safeParse(term.name).success, name).toBe(true)
          expect(termDetails[dimension].safeParse(term.details).error, name).toBeUndefined()
          expect(term.position).toBe(index)
        }
      }
    }
  })

  test('holds the phases, channels, purposes, types and steps of the presets, and no topics', () => {
    expect(keysOf(made.phase)).toEqual(['awareness', 'consideration', 'conversion', 'retention', 'advocacy'])
    expect([made.channel.length, made.purpose.length, made.type.length, made.step.length, made.topic.length]).toEqual([
      22, 36, 11, 7, 0,
    ])
    expect(made.channel.filter(({ details }) => details.isContact).map(({ key }) => key)).toEqual([
      'email',
      'phone',
      'chat',
      'branch',
    ])
    expect(new Set(made.channel.map(({ details }) => details.inUse))).toEqual(new Set(['automatic']))
  })

  test('puts each question on the first phase of its stage', () => {
    const phaseOf = (key: string) => made.question.find((question) => question.key === key)?.details.phase
    expect(phaseOf('trust_supplier')).toBe('consideration')
    expect(phaseOf('why_stay')).toBe('retention')
    const aida = presetVocabulary({ model: 'aida', segment: 'both', sellsGoods: true, locale: 'de' })
    expect(aida.question.find(({ key }) => key === 'why_stay')?.details.phase).toBeNull()
  })

  test('leaves out questions about parcels where no goods are sold', () => {
    const services = presetVocabulary({ model: 'mckinsey5', segment: 'both', sellsGoods: false, locale: 'de' })
    expect(keysOf(services.question)).not.toContain('where_is_order')
    expect(keysOf(made.question)).toContain('where_is_order')
  })

  test('proposes roles as personas to companies that sell to companies', () => {
    const b2b = presetVocabulary({ model: 'mckinsey5', segment: 'b2b', sellsGoods: true, locale: 'de' })
    expect(keysOf(b2b.persona)).toEqual(['decision_maker', 'specialist', 'purchasing', 'user'])
    expect(made.persona).toEqual([])
  })
})
