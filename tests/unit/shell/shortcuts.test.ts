import { describe, expect, test } from 'vitest'
import { writtenKeys } from '@/components/shell/platform'
import { chordOf, isSingleKey, type ShortcutId, shortcut, shortcutIds } from '@/components/shell/shortcuts'
import { ariaKeys } from '@/components/ui/aria-keys'
import de from '@/server/i18n/messages/de/shell.json' with { type: 'json' }
import en from '@/server/i18n/messages/en/shell.json' with { type: 'json' }

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('chords', () => {
  test('a sign is itself, however a keyboard makes it', () => {
    expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?')
    expect(chordOf(press('/', { shiftKey: true }), false)).toBe('/')
  })
  test('Shift counts with letters and named keys', () => {
    expect(chordOf(press('X', { shiftKey: true }), false)).toBe('Shift+x')
    expect(chordOf(press('ArrowDown', { shiftKey: true }), false)).toBe('Shift+ArrowDown')
  })
  test('Cmd on Apple machines is Ctrl elsewhere', () => {
    expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k')
    expect(chordOf(press('k', { ctrlKey: true }), false)).toBe('mod+k')
    expect(chordOf(press('k', { ctrlKey: true }), true)).toBe('Ctrl+k')
  })
})

test('keys are written as they stand on the keyboard', () => {
  expect(writtenKeys('mod+k', 'de', false)).toBe('Strg+K')
  expect(writtenKeys('mod+k', 'en', true)).toBe('⌘K')
  expect(writtenKeys('g t', 'en', false)).toBe('G T')
  expect(writtenKeys('Shift+x', 'de', false)).toBe('Umschalt+X')
  expect(writtenKeys('PageDown', 'de', false)).toBe('Bild\u00a0ab')
})

test('screen readers are told every chord in the names they know, in any language and on any machine', () => {
  for (const id of shortcutIds)
    for (const keys of shortcut(id).keys)
      for (const [language, isApple] of [
        ['en', false],
        ['de', false],
        ['de', true],
      ] as const) {
        const said = ariaKeys(writtenKeys(keys, language, isApple))
        if (keys.includes(' ')) expect(said).toBeUndefined()
        else expect(said).toMatch(/^((Control|Meta|Alt|Shift)\+)*([A-Z\d]|[^\w\s]|F2|Enter|Space|Escape|Page(Up|Down)|Arrow\w+)$/)
      }
  expect(ariaKeys(writtenKeys('mod+s', 'de', false))).toBe('Control+S')
})

describe('the registry', () => {
  test('no two shortcuts of a screen share a key', () => {
    const taken = new Map<string, ShortcutId>()
    for (const id of shortcutIds) {
      for (const keys of shortcut(id).keys) {
        const place = `${shortcut(id).screen} ${keys}`
        expect(taken.get(place), `${id} at ${place}`).toBeUndefined()
        taken.set(place, id)
      }
    }
  })
  test('no single key is the beginning of a sequence', () => {
    const begun = new Set(
      shortcutIds.flatMap((id) => shortcut(id).keys).flatMap((keys) => (keys.includes(' ') ? [keys.split(' ')[0]] : [])),
    )
    expect(shortcutIds.filter((id) => shortcut(id).keys.some((keys) => begun.has(keys)))).toEqual([])
  })
  test('what works while typing needs Ctrl or Cmd', () => {
    expect(shortcutIds.filter((id) => shortcut(id).inFields && shortcut(id).keys.some(isSingleKey))).toEqual([])
  })
  test('every shortcut has a name in both languages', () => {
    for (const { shortcut: texts } of [de, en]) expect(new Set(Object.keys(texts.name))).toEqual(new Set(shortcutIds))
  })
})
