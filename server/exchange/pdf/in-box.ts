import { drawable, type PdfFont } from '@/server/exchange/pdf/pdf-fonts'
import { ink, type PdfPage } from '@/server/exchange/pdf/pdf-page'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Style {
  readonly font?: PdfFont
  readonly size?: number
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
}

/** No box holds more; measuring longer texts would only take time. */
const mostLetters = 600

/**
 * Text that stays inside a box, by the widths of what is drawn: words that are wider than the box go on in the next line, and
 * what does not fit ends in dots. The place where the page goes on stays as it was.
 */
export function textInBox(page: PdfPage, text: string, { x, y, width, height }: Box, style: Style = {}): void {
  const { font = 'text', size = 8, color = ink.text, align = 'left' } = style
  const { doc } = page
  const before = doc.y
  doc.font(font).fontSize(size).fillColor(color)
  const step = doc.currentLineHeight(true)
  const lines = linesIn(text, width, Math.max(1, Math.floor(height / step + 0.2)), (part) => doc.widthOfString(part))
  for (const [n, line] of lines.entries()) {
    const free = width - doc.widthOfString(line)
    const indent = align === 'left' ? 0 : align === 'right' ? free : free / 2
    doc.text(line, x + Math.max(0, indent), y + n * step, { lineBreak: false })
  }
  doc.y = before
}

/** How high a text will be, at most `most`. */
export function heightOf(page: PdfPage, text: string, width: number, size: number, most: number, font: PdfFont = 'text'): number {
  const { doc } = page
  doc.font(font).fontSize(size)
  const step = doc.currentLineHeight(true)
  const room = Math.max(1, Math.floor(most / step + 0.2))
  return linesIn(text, width, room, (part) => doc.widthOfString(part)).length * step
}

/** The largest size, at most `size`, in which no word of a text is wider than this; never below 5. */
export function sizeFor(page: PdfPage, text: string, width: number, size: number, font: PdfFont): number {
  const widest = Math.max(
    1,
    ...drawable(text)
      .split(/\s+/)
      .map((word) => page.doc.font(font).fontSize(size).widthOfString(word)),
  )
  return widest <= width ? size : Math.max(5, (size * width) / widest)
}

/** At most so many lines, none wider than `width` as `widthOf` measures it; the last ends in dots when something is left. */
export function linesIn(text: string, width: number, most: number, widthOf: (text: string) => number): string[] {
  const words = drawable(text.slice(0, mostLetters)).split(/\s+/).filter(Boolean)
  const lines: string[] = []
  let line = ''
  let at = 0
  while (at < words.length && lines.length < most) {
    const word = words[at] ?? ''
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      at += 1
      continue
    }
    if (line !== '') {
      lines.push(line)
      line = ''
      continue
    }
    // A word that no line holds: as much of it as fits.
    const fits = Math.max(1, longestStart(word, width, widthOf))
    const letters = Array.from(word)
    lines.push(letters.slice(0, fits).join(''))
    words[at] = letters.slice(fits).join('')
    if (words[at] === '') at += 1
  }
  if (line !== '' && lines.length < most) lines.push(line)
  else if (at < words.length || line !== '' || text.length > mostLetters) {
    const last = lines.pop() ?? ''
    const letters = Array.from(last)
    lines.push(
      `${letters
        .slice(0, longestStart(last, width - widthOf('…'), widthOf))
        .join('')
        .trimEnd()}…`,
    )
  }
  return lines
}

/** How many letters of a text fit. */
function longestStart(text: string, width: number, widthOf: (text: string) => number): number {
  const letters = Array.from(text)
  let [fits, tooMany] = [0, letters.length + 1]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (widthOf(letters.slice(0, middle).join('')) <= width) fits = middle
    else tooMany = middle
  }
  return fits
}
