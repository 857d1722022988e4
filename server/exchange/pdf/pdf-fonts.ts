import { join } from 'node:path'

const file = (name: string) => join(process.cwd(), 'server/exchange/pdf/fonts', `${name}.ttf`)

/**
 * The program's own faces as single weights (Latin, Greek, Cyrillic): what PDF has built in knows Latin-1 only, and cannot be
 * embedded. Letters of other scripts show as an empty box.
 */
export const pdfFonts = {
  text: { name: 'text', file: file('inter-400') },
  strong: { name: 'strong', file: file('inter-600') },
  heading: { name: 'heading', file: file('source-serif-600') },
} as const
export type PdfFont = keyof typeof pdfFonts

const unseen = /(?!\n)[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const picture = /\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f]|\u200d\p{Extended_Pictographic}\ufe0f?)*/gu

/** Text that the faces can show: pictures become one mark each, what cannot be seen is left out. */
export function drawable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(picture, (sign) => (/^[©®™↔↕]/.test(sign) ? sign : '\ufffd'))
    .replaceAll('\t', ' ')
    .replace(unseen, '')
    .normalize('NFC')
}
