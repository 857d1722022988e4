import { expect, test } from 'vitest'
import { channelPresets } from '@/server/presets/channels'
import { modelPresets } from '@/server/presets/models'
import { stagePresets } from '@/server/presets/stages'
import { presetTarget } from '@/server/presets/targets'

const usual = { min: 1, ideal: 3, max: null }
const more = { min: 1, ideal: 4, max: null }
const usualChannels = (stages: Parameters<typeof presetTarget>[0]) =>
  channelPresets.map(({ key }) => key).filter((key) => presetTarget(stages, key, 'both') !== null)

test('channels that the stage itself calls usual have a target', () => {
  expect(presetTarget(['advocacy'], 'email', 'both')).toEqual(usual)
  expect(presetTarget(['awareness'], 'search_organic', 'b2c')).toEqual(usual)
  expect(presetTarget(['awareness'], 'search_paid', 'b2c')).toEqual(usual)
})

test('channels that a purpose of the stage calls usual have one, too', () => {
  expect(presetTarget(['retention'], 'checkout', 'both')).toEqual(usual)
  expect(presetTarget(['consideration'], 'trade_fair', 'both')).toEqual(usual)
  expect(presetTarget(['loyalty'], 'website', 'both')).toEqual(usual)
})

test('each stage has exactly the channels of the domain table', () => {
  expect(Object.fromEntries(stagePresets.map(({ key }) => [key, usualChannels([key]).join(' ')]))).toEqual({
    pre_awareness: 'website search_organic search_paid social outdoor tv press',
    awareness: 'website blog search_organic search_paid display social branch trade_fair outdoor tv',
    consideration: 'website shop search_organic search_paid social video email trade_fair review_platforms',
    preference: 'website shop social email phone branch trade_fair',
    purchase: 'website shop checkout order_page email phone app',
    retention: 'website shop checkout order_page social video email phone print_package help_center',
    loyalty: 'website shop social email app',
    advocacy: 'website shop order_page social email review_platforms',
  })
})

test('pairs that nobody calls usual have none', () => {
  expect(presetTarget(['awareness'], 'help_center', 'both')).toBeNull()
  expect(presetTarget(['purchase'], 'tv', 'b2b')).toBeNull()
  expect(presetTarget(['retention'], 'a-channel-of-our-own', 'both')).toBeNull()
  expect(presetTarget([], 'email', 'both')).toBeNull()
})

test('a phase of several stages takes the union', () => {
  const retention = modelPresets[0]?.phases.find(({ key }) => key === 'retention')?.stages ?? []
  expect(retention).toEqual(['retention', 'loyalty'])
  expect(presetTarget(retention, 'help_center', 'both')).toEqual(usual)
  expect(presetTarget(retention, 'app', 'both')).toEqual(usual)
})

test('companies that sell to companies want more in consideration and loyalty', () => {
  expect(presetTarget(['consideration'], 'website', 'b2b')).toEqual(more)
  expect(presetTarget(['loyalty'], 'email', 'b2b')).toEqual(more)
  expect(presetTarget(['purchase'], 'shop', 'b2b')).toEqual(usual)
  expect(presetTarget(['consideration', 'preference'], 'branch', 'b2b')).toEqual(usual)
  expect(presetTarget(['consideration', 'preference'], 'website', 'b2b')).toEqual(more)
})
