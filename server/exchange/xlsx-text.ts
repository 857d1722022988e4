/** More than this in one cell and Excel calls the file damaged (its limit is 32,767). */
const CELL_CHARACTERS = 30_000

/** Control signs, halves of signs, and what Unicode keeps for itself. */
const needsCode = /(?![\t\n])\p{Cc}|\p{Cs}|\p{NChar}|\ufffd/gu
const looksLikeCode = /_(?=x[0-9a-f]{4}_)/gi
/** The writing library keeps its strings in a plain object and stumbles over the names that every object has. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))

const code = (text: string) =>
  Array.from({ length: text.length }, (_, i) => `_x${text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}_`).join('')

/** Text as an .xlsx holds it: signs that XML cannot carry, and blanks that it may lose, become `_x000D_` and the like. */
export function encodeXlsxText(text: string): string {
  let encoded = text.replace(looksLikeCode, '_x005F_').replace(needsCode, code)
  if (/^\s/.test(encoded)) encoded = code(encoded.charAt(0)) + encoded.slice(1)
  if (/\s$/.test(encoded)) encoded = encoded.slice(0, -1) + code(encoded.charAt(encoded.length - 1))
  return inherited.has(encoded) ? code(encoded.charAt(0)) + encoded.slice(1) : encoded
}

/** Cuts a long text into cells, never through a sign of two halves. */
export function cutForCells(text: string): string[] {
  if (text.length <= CELL_CHARACTERS) return [text]
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + CELL_CHARACTERS, text.length)
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}

/** Header of the column that holds the n-th part of a long text. */
export const partName = (column: string, part: number) => `${column}…${part}`
export const partOf = (column: string): string | undefined => /^(.+)…\d+$/.exec(column)?.[1]
