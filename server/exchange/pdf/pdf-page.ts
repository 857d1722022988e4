import PDFDocument from 'pdfkit'
import { drawable, fitsHeading, type PdfFont, pdfFonts, spoken } from '@/server/exchange/pdf/pdf-fonts'

export interface PdfFrame {
  readonly title: string
  /** Of the labels, told to screen readers. */
  readonly language: string
  readonly madeAt: Date
  readonly footer: string
  /** "Page 2 of 5". */
  readonly pageOf: (page: number, pages: number) => string
  readonly isLandscape?: boolean
}

export const ink = { text: '#1f1d1a', quiet: '#6b665f', line: '#d9d4cc', accent: '#1f5f5b' } as const

interface Style {
  readonly font?: PdfFont
  readonly size?: number
  readonly color?: string
  /** Distance between lines beyond the face's own. */
  readonly gap?: number
  readonly indent?: number
  readonly link?: string
}

export interface PdfColumn {
  readonly title: string
  /** Its part of the width. */
  readonly share: number
  readonly align?: 'left' | 'right' | 'center'
}

export interface PdfEntry {
  readonly text: string
  /** `box`: a square, ticked or not. */
  readonly sign?: 'dot' | 'box' | 'ticked'
  readonly link?: string
}

/** So many of the first entries stay together: two, and of three all, since two stay together at the end as well. */
export const firstEntries = ({ length }: readonly unknown[]): number => (length <= 3 ? length : 2)

const margin = 56
/** Across, every point of the width and height is wanted. */
const marginAcross = 36
const entryIndent = 16
/** What is higher may be parted by the end of a page. */
export const mostTogether = 120
const footerRoom = 34
const cellPad = 5

/** A4 paper on which things are written one below the other; pages are added as they are needed. */
export class PdfPage {
  /** For drawings of one's own. */
  readonly doc: PDFKit.PDFDocument

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
  }

  get left(): number {
    return this.doc.page.margins.left
  }

  get width(): number {
    return this.doc.page.width - this.doc.page.margins.left - this.doc.page.margins.right
  }

  get bottom(): number {
    return this.doc.page.height - this.doc.page.margins.bottom
  }

  /** Begins a new page when less than this is left of the present one. */
  ensure(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage()
  }

  space(height: number): void {
    this.doc.y += height
  }

  text(text: string, { font = 'text', size = 10, color = ink.text, gap = 2.5, indent = 0, link }: Style = {}): void {
    this.doc
      .font(font)
      .fontSize(size)
      .fillColor(color)
      .text(drawable(text), this.left + indent, this.doc.y, {
        width: this.width - indent,
        lineGap: gap,
        ...(link === undefined ? {} : { link, underline: true }),
      })
  }

  /** Letters that the heading's face lacks are written in the other one. */
  title(text: string): void {
    this.text(text, { font: fitsHeading(text) ? 'heading' : 'strong', size: 22 })
  }

  /** How high a text will be. */
  heightOf(text: string, { font = 'text', size = 10, gap = 2.5, indent = 0 }: Style = {}): number {
    return this.doc
      .font(font)
      .fontSize(size)
      .heightOfString(drawable(text), { width: this.width - indent, lineGap: gap })
  }

  /** Stays with the beginning of what follows it, which is so high. */
  heading(text: string, following = 20): void {
    this.ensure(36 + following)
    this.space(14)
    this.text(text, { font: 'strong', size: 11, color: ink.accent })
    this.space(3)
  }

  rule(): void {
    const { y } = this.doc
    this.doc
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .lineWidth(0.5)
      .strokeColor(ink.line)
      .stroke()
  }

  /** Labels and what they say one after the other, for pages that have more width than height. */
  factLine(list: readonly { readonly label: string; readonly value: string }[]): void {
    const [{ left, width }, { doc }] = [this, this]
    doc.font('text').fontSize(8.5)
    for (const [n, { label, value }] of list.entries()) {
      const isLast = n === list.length - 1
      doc.fillColor(ink.quiet)
      if (n === 0) doc.text(`${drawable(label)}: `, left, doc.y, { width, lineGap: 2, continued: true })
      else doc.text(`${drawable(label)}: `, { continued: true })
      doc.fillColor(ink.text).text(`${drawable(value)}${isLast ? '' : '     '}`, { continued: !isLast })
    }
  }

  /** Labels on the left, what they say on the right. */
  facts(list: readonly { readonly label: string; readonly value: string }[]): void {
    const labelWidth = Math.min(140, this.width / 3)
    const valueWidth = this.width - labelWidth
    for (const { label, value } of list) {
      const said = drawable(value)
      this.doc.font('text').fontSize(9.5)
      const height = Math.max(this.doc.heightOfString(said, { width: valueWidth }), 12) + 4
      this.ensure(Math.min(height, this.bottom - this.doc.page.margins.top))
      const { y } = this.doc
      this.doc.fillColor(ink.quiet).text(drawable(label), this.left, y, { width: labelWidth - 10 })
      const labelEnd = this.doc.y
      this.doc.fillColor(ink.text).text(said, this.left + labelWidth, y, { width: valueWidth })
      // The value may have gone over to the next page; the label never does.
      this.doc.y = (this.doc.y > y ? Math.max(labelEnd, this.doc.y) : this.doc.y) + 4
    }
  }

  /** How high so many entries will be, as far as they are kept together. */
  entriesHeight(list: readonly PdfEntry[]): number {
    return Math.min(
      mostTogether,
      list.reduce((sum, { text }) => sum + this.heightOf(text, { indent: entryIndent }) + 2, 0),
    )
  }

  /** Entries with a sign before each. The first two stay together, and the last two with what follows them, which is so high. */
  entries(list: readonly PdfEntry[], following = 0): void {
    for (const [n, { text, sign = 'dot', link }] of list.entries()) {
      const left = list.length - n
      const together = n === 0 ? firstEntries(list) : left <= 2 ? left : 1
      this.ensure(this.entriesHeight(list.slice(n, n + together)) + (together === left ? following : 0))
      const { y } = this.doc
      if (sign === 'dot') {
        this.doc.circle(this.left + 4, y + 6.5, 1.4).fill(ink.quiet)
      } else {
        this.doc
          .rect(this.left + 0.5, y + 2, 8, 8)
          .lineWidth(0.8)
          .strokeColor(ink.quiet)
          .stroke()
        if (sign === 'ticked') {
          this.doc
            .moveTo(this.left + 2, y + 6)
            .lineTo(this.left + 4, y + 8.2)
            .lineTo(this.left + 7.3, y + 3.8)
          this.doc.lineWidth(1.2).strokeColor(ink.accent).stroke()
        }
      }
      this.text(text, { indent: entryIndent, ...(link === undefined ? {} : { link }) })
      this.space(2)
    }
  }

  /** Rows that break over pages, with the head again on each. */
  table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0)
    const widths = columns.map(({ share }) => (this.width * share) / shares)
    const most = this.bottom - this.doc.page.margins.top - 60
    const line = (cells: readonly string[], font: PdfFont, color: string) => {
      this.doc.font(font).fontSize(8.5)
      const texts = cells.map(drawable)
      const wanted = texts.map((text, n) => this.doc.heightOfString(text, { width: (widths[n] ?? 0) - 2 * cellPad }))
      const height = Math.min(Math.max(...wanted, 10), most) + 2 * cellPad
      if (this.doc.y + height > this.bottom) {
        this.doc.addPage()
        if (font === 'text') head()
        this.doc.font(font).fontSize(8.5)
      }
      const { y } = this.doc
      let x = this.left
      for (const [n, text] of texts.entries()) {
        const width = widths[n] ?? 0
        this.doc.fillColor(color).text(text, x + cellPad, y + cellPad, {
          width: width - 2 * cellPad,
          height: height - 2 * cellPad,
          ellipsis: true,
          align: columns[n]?.align ?? 'left',
        })
        x += width
      }
      this.doc.y = y + height
      this.rule()
    }
    const head = () =>
      line(
        columns.map(({ title }) => title),
        'strong',
        ink.quiet,
      )
    head()
    for (const row of rows) line(row, 'text', ink.text)
  }
}

/** A PDF of A4 pages with title, language, and on each page a foot and its number. The same input gives the same bytes. */
export async function makePdf(frame: PdfFrame, draw: (page: PdfPage) => void): Promise<Uint8Array> {
  const { title, language, madeAt, footer, pageOf, isLandscape = false } = frame
  const doc = new PDFDocument({
    size: 'A4',
    layout: isLandscape ? 'landscape' : 'portrait',
    margins: isLandscape
      ? { top: marginAcross, left: marginAcross, right: marginAcross, bottom: marginAcross + footerRoom / 2 }
      : { top: margin, left: margin, right: margin, bottom: margin + footerRoom / 2 },
    bufferPages: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: { Title: spoken(title), Creator: 'Etappe', Producer: 'Etappe', CreationDate: madeAt, ModDate: madeAt },
  })
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  for (const { name, file } of Object.values(pdfFonts)) doc.registerFont(name, file)
  draw(new PdfPage(doc))
  const { start, count } = doc.bufferedPageRange()
  for (let n = start; n < start + count; n += 1) {
    doc.switchToPage(n)
    const { page } = doc
    const { left, right, bottom } = page.margins
    const width = page.width - left - right
    // What is written below the margin would begin a new page.
    page.margins.bottom = 0
    const y = page.height - bottom + 14
    doc.font('text').fontSize(8).fillColor(ink.quiet)
    doc.text(drawable(footer), left, y, { width: width - 90, height: 10, ellipsis: true })
    doc.text(drawable(pageOf(n - start + 1, count)), left + width - 90, y, { width: 90, align: 'right', lineBreak: false })
    page.margins.bottom = bottom
  }
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}
