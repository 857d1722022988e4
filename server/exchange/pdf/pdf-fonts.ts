import { join } from 'node:path'
import { coverageOf } from '@/server/exchange/pdf/font-coverage'

const file = (name: string) => join(process.cwd(), 'server/exchange/pdf/fonts', `${name}.ttf`)

/**
 * The program's own faces as single weights (Latin, Greek, Cyrillic): what PDF has built in knows Latin-1 only, and cannot be
 * embedded. Those for text have signs drawn for them beside: arrows, ticks, boxes, stars, and one for what no face has.
 */
export const pdfFonts = {
  text: { name: 'text', file: file('inter-400') },
  strong: { name: 'strong', file: file('inter-600') },
  heading: { name: 'heading', file: file('source-serif-600') },
} as const
export type PdfFont = keyof typeof pdfFonts

const read = new Map<PdfFont, ReadonlySet<number>>()

function coverage(font: PdfFont): ReadonlySet<number> {
  const known = read.get(font) ?? coverageOf(pdfFonts[font].file)
  read.set(font, known)
  return known
}

const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** A picture or a flag, with the space behind it. */
const picture =
  /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f\u20e3]|\u200d\p{Extended_Pictographic}\ufe0f?)*)( ?)/gu
/** Pictures that say no more than a sign does. */
const plainSigns: Readonly<Record<string, string>> = {
  '✅': '✔',
  '❌': '✘',
  '❎': '☒',
  '✖': '✘',
  '⭐': '★',
  '➡': '→',
  '⬅': '←',
  '⬆': '↑',
  '⬇': '↓',
}
const replacement = '\ufffd'

/**
 * Text that the faces can show: pictures are left out, unless nothing else is there, and every letter of a script that no face
 * has becomes one plain sign; of a letter with marks the letter stays. What cannot be seen is left out, and so is what turns the direction of writing.
 */
export function drawable(text: string): string {
  const has = coverage('text')
  const whole = text.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n')
  const left = whole.replace(picture, (sign, space: string) => {
    const [first = ''] = sign
    const plain = plainSigns[first] ?? first
    return has.has(plain.codePointAt(0) ?? 0) ? plain + space : ''
  })
  const isNothingElse = left.trim() === '' && whole.trim() !== ''
  const shown = (isNothingElse ? replacement : left).replaceAll('\t', ' ').replace(unseen, '').normalize('NFC')
  return Array.from(shown, (sign) => {
    if (sign === '\n' || has.has(sign.codePointAt(0) ?? 0)) return sign
    if (/\p{Zs}/u.test(sign)) return ' '
    // Signs above and below go with the letter that they belong to.
    if (/\p{M}/u.test(sign)) return ''
    const parts = Array.from(sign.normalize('NFKD')).filter((part) => has.has(part.codePointAt(0) ?? 0))
    return parts.length > 0 ? parts.join('') : replacement
  }).join('')
}

/** Whether the face of headings has every letter. */
export const fitsHeading = (text: string): boolean =>
  Array.from(drawable(text)).every((sign) => sign === '\n' || coverage('heading').has(sign.codePointAt(0) ?? 0))

/** For programs that read out: every letter, also those that no face has, but nothing that cannot be seen. */
export const spoken = (text: string): string =>
  text.toWellFormed().replace(/(?!\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
