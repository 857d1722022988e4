import { type Claim, claim } from '@/server/domain/content/item.schema'
import { readAddress } from '@/server/domain/exchange/address.rules'
import { readDate } from '@/server/domain/exchange/dates.rules'
import type { Cell, DateOrder } from '@/server/domain/exchange/exchange.schema'
import { fold } from '@/server/domain/exchange/fold.rules'
import { readList, splitValues, writeList } from '@/server/domain/exchange/lists.rules'
import type { FieldDefinition } from '@/server/domain/vocabulary/vocabulary.schema'

export type FieldReading =
  | { readonly value: unknown }
  | { readonly problem: 'fieldAddress' | 'date' | 'dateAmbiguous' | 'number' | 'yesNo' | 'choice' | 'claims' }

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'wahr', 'x', '1', 'on'])
const no = new Set(['nein', 'n', 'no', 'false', 'falsch', '0', 'off'])

/** A cell as the value of a type's field. Our own files are taken literally, others with the habits of spreadsheets. */
export function readField(
  cell: Cell,
  definition: Pick<FieldDefinition, 'kind' | 'options'>,
  isOwn: boolean,
  order: DateOrder | null,
): FieldReading {
  const text = cellText(cell, isOwn)
  switch (definition.kind) {
    case 'text':
    case 'longText':
      return { value: text }
    case 'url': {
      // Exported as it was; only what a person typed in since is completed.
      if (isOwn && /^https?:\/\/\S+$/i.test(text)) return { value: text }
      const address = readAddress(text)
      return 'url' in address ? { value: address.url } : { problem: 'fieldAddress' }
    }
    case 'day': {
      const date = readDate(cell, { order })
      if ('day' in date) return { value: date.day }
      return { problem: date.problem === 'ambiguous' ? 'dateAmbiguous' : 'date' }
    }
    case 'number': {
      const number = typeof cell === 'number' ? cell : readNumber(text)
      return Number.isFinite(number) ? { value: number } : { problem: 'number' }
    }
    case 'yesNo': {
      if (typeof cell === 'boolean') return { value: cell }
      const word = fold(text)
      return yes.has(word) || /^[✓✔]$/.test(text) ? { value: true } : no.has(word) ? { value: false } : { problem: 'yesNo' }
    }
    case 'choice': {
      const key = optionOf(text, definition.options)
      return key === undefined ? { problem: 'choice' } : { value: key }
    }
    case 'choices': {
      const written = isOwn ? readList(text) : splitValues(text, (value) => optionOf(value, definition.options) !== undefined)
      const keys = written.map((value) => optionOf(value, definition.options))
      return keys.every((key) => key !== undefined) ? { value: keys } : { problem: 'choice' }
    }
    case 'list':
      return {
        value: isOwn
          ? readList(text)
          : splitValues(text.replaceAll(',', '\u0001'), () => false).map((value) => value.replaceAll('\u0001', ',')),
      }
    case 'claims':
      return readClaims(text)
  }
}

/** The value as a cell, so that `readField` of an own file gives it back. Null for what is empty. */
export function writeField(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  if (Array.isArray(value)) {
    if (value.length === 0) return null
    return value.every((each) => typeof each === 'string') ? writeList(value) : JSON.stringify(value)
  }
  return JSON.stringify(value)
}

/** A cell as text; foreign files get the blanks around and the line ends of other systems taken away. */
export function cellText(cell: Cell, isOwn: boolean): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof cell !== 'string') return String(cell)
  return isOwn ? cell : cell.replace(/\r\n?/g, '\n').trim()
}

/** An option by its key or either name; without options every word is one. */
function optionOf(written: string, options: FieldDefinition['options']): string | undefined {
  if (!options) return written
  const exact = options.find(({ key }) => key === written)
  if (exact) return exact.key
  const folded = fold(written)
  return options.find(({ key, name }) => [key, name.de, name.en].some((word) => fold(word) === folded))?.key
}

/** `1.234,5` and `1,234.5`: the last sign of the two is the decimal one, unless it only groups thousands. */
function readNumber(text: string): number {
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text)
  const plain = text.replace(/[\s\u00a0'’]|[€$%]/g, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) || /^-?\d+,\d+$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
  return plain === '' ? Number.NaN : Number(plain)
}

function readClaims(text: string): FieldReading {
  try {
    const value: unknown = JSON.parse(text)
    const claims: Claim[] | undefined = claim.array().safeParse(value).data
    return claims ? { value: claims } : { problem: 'claims' }
  } catch {
    return { problem: 'claims' }
  }
}
