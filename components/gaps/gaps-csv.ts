// A spreadsheet runs what begins like a formula; an apostrophe makes it text.
const harmless = (cell: string): string => (/^[\s']*[=+\-@]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** With the mark by which Excel knows UTF-8. */
export function csvOf(lines: readonly (readonly string[])[], separator: ';' | ','): string {
  return `\u{feff}${lines.map((cells) => cells.map((cell) => quoted(harmless(cell))).join(separator)).join('\r\n')}\r\n`
}
