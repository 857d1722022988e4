/**
 * Folds a word so that spellings of the same word are equal: case, umlauts and their transcriptions, accents, signs and
 * repeated blanks do not count. `Überlegung` and `UEBERLEGUNG`, `Customer-Journey` and `customer journey` are one.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, (signs) => (marks.test(signs) ? '' : ' '))
    .trim()
}

const marks = /^\p{M}+$/u
const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** Titles are the same when only case and blanks differ; signs count, because they tell headlines apart. */
export function foldTitle(title: string): string {
  return title.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A vocabulary key for a name: a slug, never empty, numbered when taken. */
export function keyFor(name: string, isTaken: (key: string) => boolean): string {
  const base =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 70) || 'term'
  let key = base
  for (let n = 2; isTaken(key); n++) key = `${base}-${n}`
  return key
}
