import { describe, expect, test } from 'vitest'
import { usualOf, usualPlace } from '@/server/domain/briefs/usual.rules'
import { type TermRow, vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import { briefTemplates } from '@/server/presets/briefs'
import { channelPresets, channelTypes } from '@/server/presets/channels'
import { purposePresets } from '@/server/presets/purposes'
import { presetVocabulary } from '@/server/presets/vocabulary'

const rows = Object.values(presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'de' }))
  .flat()
  .map(({ name, ...term }): TermRow => ({ ...term, nameEn: name.en, nameDe: name.de, archivedAt: null, revision: 1 }))
const vocabulary = vocabularyOf(rows)
const phaseOf = (stage: string) =>
  vocabulary.phase.find(({ details }) => details.stages.some((one) => one === stage))?.key ?? null

describe('what is begun in a cell', () => {
  test.each([
    ['retention', 'email', 'delay_notice', 'email'],
    ['retention', 'phone', 'follow_up', 'script'],
    ['retention', 'help_center', 'support', 'page'],
    ['retention', 'video', 'how_to', 'video'],
    ['retention', 'chat', 'delay_notice', 'message'],
    ['awareness', 'outdoor', 'attract', 'offline'],
    ['awareness', 'search_paid', 'attract', 'ad'],
    ['consideration', 'video', 'how_to', 'video'],
    ['purchase', 'phone', 'appointment_notice', 'script'],
    ['purchase', 'checkout', 'checkout_copy', 'message'],
    ['purchase', 'website', 'variant_guide', 'page'],
    ['advocacy', 'review_platforms', 'review_reply', 'message'],
  ])('%s on %s: %s as %s', (stage, channel, purpose, type) => {
    expect(usualOf({ phase: phaseOf(stage), channel }, vocabulary)).toEqual({ purpose, type })
  })

  test('has a type that its channel carries, and a purpose that is made as that type, in every cell', () => {
    for (const { key: phase } of vocabulary.phase) {
      for (const { key: channel } of channelPresets) {
        const { type, purpose } = usualOf({ phase, channel }, vocabulary)
        expect(channelTypes[channel]).toContain(type)
        if (purpose !== null) expect(purposePresets.find(({ key }) => key === purpose)?.types).toContain(type)
      }
    }
  })

  test('is what the phase has nothing for', () => {
    const place = { phase: phaseOf('retention'), channel: 'email' }
    expect(usualOf(place, vocabulary, ['delay_notice', 'part_delivery_notice']).purpose).toBe('auto_reply')
    const all = purposePresets.map(({ key }) => key)
    expect(usualOf(place, vocabulary, all).purpose).toBe('delay_notice')
  })

  test('keeps what is known: type, purpose, or neither phase nor channel', () => {
    const phase = phaseOf('retention')
    expect(usualOf({ phase, channel: 'email', type: 'document' }, vocabulary)).toEqual({ purpose: 'manual', type: 'document' })
    expect(usualOf({ phase, channel: 'phone', type: 'own' }, vocabulary)).toEqual({ purpose: null, type: 'own' })
    expect(usualOf({ phase, channel: 'order_page', purpose: 'thank' }, vocabulary)).toEqual({ purpose: 'thank', type: 'message' })
    expect(usualOf({ phase, purpose: 'own' }, vocabulary)).toEqual({ purpose: 'own', type: null })
    expect(usualOf({ phase: null, channel: 'phone' }, vocabulary)).toEqual({ purpose: null, type: 'script' })
    expect(usualOf({ phase: 'nothing', channel: 'own-channel' }, vocabulary)).toEqual({ purpose: null, type: null })
    expect(usualOf({ phase: phaseOf('advocacy') }, vocabulary)).toEqual({ purpose: 'review_request', type: 'email' })
  })
})

describe('what begins with a purpose', () => {
  test('stands in the phase of its stage and on a channel that carries its type', () => {
    const wish = { purpose: 'review_request', type: 'email' }
    expect(usualPlace(wish, vocabulary)).toEqual({ phase: phaseOf('advocacy'), channel: 'email' })
    expect(usualPlace({ ...wish, type: 'message' }, vocabulary).channel).toBe('order_page')
    expect(usualPlace({ ...wish, type: 'video' }, vocabulary).channel).toBeNull()
    expect(usualPlace({ purpose: 'own', type: 'email' }, vocabulary)).toEqual({ phase: null, channel: null })
    expect(usualPlace({ purpose: null, type: null }, vocabulary)).toEqual({ phase: null, channel: null })
  })

  test('has a place for every template that has a purpose', () => {
    for (const { purpose, type } of briefTemplates.filter((template) => template.purpose !== null)) {
      const { phase, channel } = usualPlace({ purpose, type }, vocabulary)
      expect([purpose, type, phase === null, channel === null]).toEqual([purpose, type, false, false])
    }
  })
})
