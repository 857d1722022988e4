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

/** Text that stays inside a box; what does not fit ends in dots. The place where the page goes on stays as it was. */
export function textInBox(page: PdfPage, text: string, { x, y, width, height }: Box, style: Style = {}): void {
  const { font = 'text', size = 8, color = ink.text, align = 'left' } = style
  const before = page.doc.y
  page.doc.font(font).fontSize(size).fillColor(color).text(drawable(text), x, y, { width, height, ellipsis: true, align })
  page.doc.y = before
}

/** How high a text will be, at most `most`. */
export function heightOf(page: PdfPage, text: string, width: number, size: number, most: number, font: PdfFont = 'text'): number {
  return Math.min(page.doc.font(font).fontSize(size).heightOfString(drawable(text), { width }), most)
}
