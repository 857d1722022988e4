/**
 * Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` (also after tabs, line breaks and blanks, and in full-width
 * form). Written by us such a text gets an apostrophe in front, and so does one that already consists of apostrophes before
 * such a beginning; reading takes exactly one away. That makes the pair a bijection: nothing else is touched on either side.
 * Only files that carry our mark are read this way, because in other files an apostrophe is part of the text.
 */
const dangerous = /^'*[\s\p{Cc}\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/u
const defused = /^'+[\s\p{Cc}\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'+[\t\r\n]/u

export function defuse(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

export function restore(text: string): string {
  return defused.test(text) ? text.slice(1) : text
}

/** Numbers and phone numbers, which a spreadsheet may take for a sum at worst. */
const plainNumber = /^[+-]?\d[\d .,/()-]*$/

/** For a file that nobody reads in again, where an apostrophe would stay: what is plainly a number goes without. */
export function defuseForReading(text: string): string {
  return plainNumber.test(text) ? text : defuse(text)
}

/** Header of a last, empty column: it says that this program wrote the file, and how its cells are to be read. */
export const OWN_MARK = 'etappe:1'
