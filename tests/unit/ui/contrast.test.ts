import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, type Tokens, tokensOf } from '@/tests/unit/ui/oklch'

const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8')
const light = tokensOf(css, ':root')
const themes: Record<string, Tokens> = { light, dark: { ...light, ...tokensOf(css, '[data-theme="dark"]') } }

const grounds = ['paper', 'sheet', 'sunk'] as const
const readable: [ink: string, ground: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'danger', 'warning', 'must', 'should', 'open-ink', 'na-ink'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['ink', 'ink-2', 'ink-3', 'accent', 'warning'].map((ink): [string, string] => [ink, 'accent-wash']),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['danger-ink', 'danger'],
  ['danger-ink', 'danger-hover'],
  ['danger', 'danger-wash'],
  ['ink', 'danger-wash'],
  ['ink-2', 'danger-wash'],
  ['warning', 'warning-wash'],
  ['ink', 'warning-wash'],
  ['ink-2', 'warning-wash'],
  ['bar-ink', 'bar'],
  ['gap-ink', 'gap'],
  ['thin-ink', 'thin'],
  ['covered-ink', 'covered'],
  ['surplus-ink', 'surplus'],
]
const visible: [mark: string, ground: string][] = [
  ...['focus', 'control'].flatMap((mark) => grounds.map((ground): [string, string] => [mark, ground])),
  ['focus', 'accent-wash'],
  ['bar-focus', 'bar'],
  ['accent', 'line'],
]

describe.each(Object.entries(themes))('in the %s theme', (_name, tokens) => {
  test.each(readable)('%s can be read on %s', (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(visible)('%s can be seen against %s', (mark, ground) => {
    expect(contrast(tokens, mark, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('the dark theme names only colours that the light one has', () => {
  expect(Object.keys(tokensOf(css, '[data-theme="dark"]')).filter((name) => !(name in light))).toEqual([])
})

test('black on white is 21 to 1', () => {
  expect(contrast({ black: 'oklch(0 0 0)', white: 'oklch(1 0 0)' }, 'black', 'white')).toBeCloseTo(21, 1)
})
