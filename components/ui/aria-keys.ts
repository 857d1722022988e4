/** What is printed on keyboards, in the names that `aria-keyshortcuts` knows; whoever reads them out translates them again. */
const names: Readonly<Record<string, string>> = {
  Strg: 'Control',
  Ctrl: 'Control',
  Umschalt: 'Shift',
  Esc: 'Escape',
  Leertaste: 'Space',
  'Bild\u00a0auf': 'PageUp',
  'Bild\u00a0ab': 'PageDown',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
}
const apple: Readonly<Record<string, string>> = { '⌘': 'Meta', '⇧': 'Shift', '⌥': 'Alt', '⌃': 'Control' }

/** The attribute knows chords, but no sequences such as "g t". */
export function ariaKeys(shortcut: string | undefined): string | undefined {
  if (shortcut === undefined || shortcut.includes(' ')) return undefined
  const parted = shortcut.replaceAll(/[⌘⇧⌥⌃]/g, (key) => `${apple[key]}+`)
  return parted
    .split(/\+(?=.)/)
    .map((key) => names[key] ?? key)
    .join('+')
}
