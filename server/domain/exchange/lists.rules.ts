/**
 * Several values in one cell. Written plainly where that is unmistakable (`Kauf; Überlegung`), else as a JSON list, so that
 * `readList(writeList(x))` is x for every x.
 */
export function writeList(values: readonly string[]): string {
  if (values.length === 0) return ''
  const isPlain =
    new Set(values).size === values.length &&
    values.every((value) => value !== '' && value === value.trim() && !/[,;|\r\n"'[\]\\]/.test(value))
  return isPlain ? values.join('; ') : JSON.stringify(values)
}

export function readList(cell: string): string[] {
  const list = readJsonList(cell)
  if (list) return list
  return tidy(cell.split(/[;\n]/))
}

/** Lists that other programs write as JSON (`["a","b"]`), or undefined. */
function readJsonList(cell: string): string[] | undefined {
  if (!/^\s*\[.*\]\s*$/s.test(cell)) return undefined
  try {
    const value: unknown = JSON.parse(cell)
    return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * The values of a cell of a foreign list: apart at line breaks, `;` and `|`, and at `,` and `/` only where that does not tear
 * a known name (`Beratung, Verkauf`) apart.
 */
export function splitValues(cell: string, isKnown: (value: string) => boolean): string[] {
  const list = readJsonList(cell)
  if (list) return tidy(list)
  if (isKnown(cell.trim())) return [cell.trim()]
  return tidy(
    cell.split(/[;|\r\n]+/).flatMap((part) => {
      const value = part.trim()
      if (isKnown(value)) return [value]
      const slashed = value.split(/\s*\/\s*/)
      if (slashed.length > 1 && slashed.every(isKnown)) return slashed
      return joinKnown(value.split(','), isKnown)
    }),
  )
}

/** Puts pieces between commas together again where together they are a known name, the longest first. */
function joinKnown(pieces: readonly string[], isKnown: (value: string) => boolean): string[] {
  const values: string[] = []
  const LONGEST = 6
  for (let i = 0; i < pieces.length; ) {
    let taken = 1
    for (let length = Math.min(LONGEST, pieces.length - i); length > 1; length--) {
      if (
        !isKnown(
          pieces
            .slice(i, i + length)
            .join(',')
            .trim(),
        )
      )
        continue
      taken = length
      break
    }
    values.push(pieces.slice(i, i + taken).join(','))
    i += taken
  }
  return values
}

function tidy(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
}
