import { expect, test } from 'vitest'
import { contentLanguages, countries, likelyCountry, timeZones } from '@/server/domain/workspaces/places.rules'
import { country, timeZone } from '@/server/domain/workspaces/workspace.schema'

test('countries are named in the language of the interface, in its alphabet, and today’s only', () => {
  const german = countries('de')
  expect(german.length).toBeGreaterThan(230)
  expect(german.find(({ value }) => value === 'AT')?.label).toBe('Österreich')
  expect(countries('en').find(({ value }) => value === 'AT')?.label).toBe('Austria')
  const names = german.map(({ label }) => label)
  expect(names.indexOf('Österreich')).toBeLessThan(names.indexOf('Polen'))
  expect(german.some(({ value }) => ['EU', 'DD', 'ZZ', 'YU'].includes(value))).toBe(false)
  for (const { value } of german) expect(country.safeParse(value).success).toBe(true)
})

test('every zone that is offered is accepted', () => {
  const zones = timeZones()
  expect(zones.map(({ value }) => value)).toContain('Europe/Berlin')
  for (const { value } of zones) expect(timeZone.safeParse(value).success, value).toBe(true)
})

test('every language that is offered has a name', () => {
  for (const { value, label } of contentLanguages('de')) expect(label, value).not.toBe(value)
})

test.each([
  ['de-AT,de;q=0.9', 'AT'],
  ['de', 'DE'],
  ['en-US,en;q=0.5', 'US'],
  ['en', null],
  ['zh-Hant-TW', 'TW'],
  [null, null],
])('a browser that asks for %s is most likely in %s', (header, expected) => {
  expect(likelyCountry(header)).toBe(expected)
})
