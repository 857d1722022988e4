export interface NumberKind {
  readonly isWhole: boolean
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** "." or ",", whatever else parts digits in groups. */
function signsOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12345.6)
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { decimal: sign('decimal'), group: sign('group') }
}

const escaped = (sign: string) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The number that a text says, as it is written in a language; null where it says none, or none of the kind that is meant. A
 * sign that parts groups is one only before three digits, so "2.5" is two and a half wherever a fraction may be written.
 */
export function parseNumber(text: string, locale: string, { isWhole, min, max }: NumberKind): number | null {
  const { decimal, group } = signsOf(locale)
  let digits = text.trim().replace(/^[−–]/, '-').replace(/^\+/, '')
  if (new RegExp(`^-?\\d{1,3}(?:${escaped(group)}\\d{3})+(?:${escaped(decimal)}\\d+)?$`).test(digits))
    digits = digits.replaceAll(group, '')
  const plain = digits.replace(/[.,]/, '.')
  const number = (isWhole ? /^-?\d+$/.test(digits) : /^-?\d+(?:\.\d+)?$/.test(plain)) ? Number(plain) : Number.NaN
  const isSafe = Math.abs(number) <= Number.MAX_SAFE_INTEGER
  return !isSafe || (min !== undefined && number < min) || (max !== undefined && number > max) ? null : number
}

/** As it is typed: without groups. */
export const formatNumber = (number: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(number)

/** The next number up or down, inside the bounds; from nothing to the lowest. */
export function stepped(value: number | null, by: number, { min, max }: NumberKind): number {
  const next = value === null ? (min ?? 0) : Number((value + by).toFixed(10))
  return Math.min(max ?? next, Math.max(min ?? next, next))
}
