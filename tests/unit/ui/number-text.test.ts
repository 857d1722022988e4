import { describe, expect, test } from 'vitest'
import { formatNumber, type NumberKind, parseNumber, stepped } from '@/components/ui/number-text'

const wanted: NumberKind = { isWhole: true, min: 1, max: 999 }
const any: NumberKind = { isWhole: false }

describe('a whole number', () => {
  test.each(['0', '1000', '99999', '-3', '2.5', '2,5', '1e3', '0x10', 'ten', '1 2', '٣', 'Infinity', '9'.repeat(400), '', '  '])(
    '“%s” is none from 1 to 999, in either language',
    (text) => {
      expect(parseNumber(text, 'en', wanted)).toBeNull()
      expect(parseNumber(text, 'de', wanted)).toBeNull()
    },
  )

  test('is read with groups of its own language only', () => {
    expect(parseNumber(' 12 ', 'de', wanted)).toBe(12)
    expect(parseNumber('+7', 'en', wanted)).toBe(7)
    expect(parseNumber('−7', 'en', { isWhole: true })).toBe(-7)
    expect(parseNumber('1.234', 'de', { isWhole: true })).toBe(1234)
    expect(parseNumber('1,234,567', 'en', { isWhole: true })).toBe(1_234_567)
    expect(parseNumber('1.234', 'en', { isWhole: true })).toBeNull()
    expect(parseNumber('12.34', 'de', { isWhole: true })).toBeNull()
    expect(parseNumber('9007199254740993', 'en', { isWhole: true })).toBeNull()
  })
})

describe('a number with fractions', () => {
  test('is read as its language writes it, and as the other where that cannot be meant otherwise', () => {
    for (const language of ['en', 'de'] as const) {
      expect(parseNumber('2.5', language, any)).toBe(2.5)
      expect(parseNumber('2,5', language, any)).toBe(2.5)
      expect(parseNumber('-0,25', language, any)).toBe(-0.25)
      expect(parseNumber('1e3', language, any)).toBeNull()
      expect(parseNumber('1,2,3', language, any)).toBeNull()
      expect(parseNumber('.', language, any)).toBeNull()
    }
    expect(parseNumber('1.500,25', 'de', any)).toBe(1500.25)
    expect(parseNumber('1,500.25', 'en', any)).toBe(1500.25)
    expect(parseNumber('1.500', 'de', any)).toBe(1500)
    expect(parseNumber('1.500', 'en', any)).toBe(1.5)
  })

  test('is written so that it is read again', () => {
    for (const language of ['en', 'de'] as const) {
      for (const number of [0, -1, 0.5, 1234.5678, 1e15, 0.1 + 0.2]) {
        const again = parseNumber(formatNumber(number, language), language, any)
        expect(again).toBeCloseTo(number, 10)
      }
    }
  })
})

test('arrow keys stay inside the bounds and begin at the lowest', () => {
  expect(stepped(null, 1, wanted)).toBe(1)
  expect(stepped(999, 10, wanted)).toBe(999)
  expect(stepped(5, -10, wanted)).toBe(1)
  expect(stepped(0.1, 0.2, any)).toBe(0.3)
  expect(stepped(null, 1, any)).toBe(0)
})
