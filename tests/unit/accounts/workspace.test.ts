import { describe, expect, test } from 'vitest'
import { nthSlug, slugOf, writtenLocale } from '@/server/domain/workspaces/workspace.rules'
import { timeZone } from '@/server/domain/workspaces/workspace.schema'

describe("a workspace's name in addresses", () => {
  test.each([
    ['Müller & Söhne', 'mueller-soehne'],
    ['  Straße 12  ', 'strasse-12'],
    ['Café Olé', 'cafe-ole'],
    ['Øresund Ålesund', 'oresund-alesund'],
    ['日本', 'workspace'],
    ['!!!', 'workspace'],
    ['Sign in', 'sign-in-1'],
    ['API', 'api-1'],
  ])('%s becomes %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('is never long and never ends in a dash', () => {
    expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
  })

  test('gets a number when it is taken', () => {
    expect([1, 2, 3].map((n) => nthSlug('acme', n))).toEqual(['acme', 'acme-2', 'acme-3'])
  })
})

test('presets are written in German for German content, else in English', () => {
  expect(['de', 'de-AT', 'en-GB', 'fr'].map(writtenLocale)).toEqual(['de', 'de', 'en', 'en'])
})

test('only zones that exist are taken', () => {
  expect(timeZone.safeParse('Europe/Berlin').success).toBe(true)
  expect(timeZone.safeParse('Europe/Entenhausen').success).toBe(false)
})
