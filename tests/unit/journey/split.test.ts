import { expect, test } from 'vitest'
import { sideOf, splitTag } from '@/server/domain/journeys/split.rules'

test('an item goes where the stages of its purpose go', () => {
  expect(sideOf(['loyalty'], ['retention'], ['loyalty'])).toBe('new')
  expect(sideOf(['retention'], ['retention'], ['loyalty'])).toBe('old')
  expect(sideOf(['retention', 'loyalty'], ['retention'], ['loyalty'])).toBe('both')
  expect(sideOf(['awareness'], ['retention'], ['loyalty'])).toBe('old')
  expect(sideOf([], ['retention'], ['loyalty'])).toBe('old')
})

test('the new phase stands where the old one stood, or behind it', () => {
  expect(splitTag(['a', 'old', 'b'], 'old', 'fresh', 'new')).toEqual(['a', 'fresh', 'b'])
  expect(splitTag(['a', 'old', 'b'], 'old', 'fresh', 'both')).toEqual(['a', 'old', 'fresh', 'b'])
  expect(splitTag(['a', 'old'], 'old', 'fresh', 'old')).toEqual(['a', 'old'])
})
