import { columnsBeside, type SheetBoard } from '@/server/domain/plan-export/sheet.schema'
import { heightOf, textInBox } from '@/server/exchange/pdf/in-box'
import { ink, type PdfPage } from '@/server/exchange/pdf/pdf-page'

const between = 7
const headHeight = 20
const pad = 5
const titleSize = 8.5
const lineSize = 7

type Column = SheetBoard['columns'][number]
type Card = Column['cards'][number]

/** Columns side by side, as many as can be read; each goes on below the others, with its head again on every page. */
export function drawBoard(page: PdfPage, { columns }: SheetBoard): void {
  const groups = Math.max(1, Math.ceil(columns.length / columnsBeside))
  const size = Math.max(1, Math.ceil(columns.length / groups))
  for (let at = 0; at < columns.length; at += size) drawBeside(page, columns.slice(at, at + size), size)
}

function drawBeside(page: PdfPage, given: readonly Column[], places: number): void {
  const columns = given.map((column) =>
    column.rest === '' ? column : { ...column, cards: [...column.cards, { title: column.rest, lines: [] }] },
  )
  const width = (page.width - between * (places - 1)) / places
  const xOf = (n: number) => page.left + n * (width + between)
  const next = columns.map(() => 0)
  page.ensure(headHeight + 60)
  for (;;) {
    const top = page.doc.y
    for (const [n, { title, note }] of columns.entries()) {
      textInBox(page, title, { x: xOf(n), y: top, width: width - 34, height: 11 }, { font: 'strong', size: 9 })
      textInBox(
        page,
        note,
        { x: xOf(n) + width - 34, y: top, width: 34, height: 11 },
        { size: 8, color: ink.quiet, align: 'right' },
      )
      page.doc
        .moveTo(xOf(n), top + 14)
        .lineTo(xOf(n) + width, top + 14)
        .lineWidth(0.5)
        .strokeColor(ink.line)
        .stroke()
    }
    let lowest = top + headHeight
    for (const [n, { cards }] of columns.entries()) {
      let y = top + headHeight
      for (let at = next[n] ?? 0; at < cards.length; at += 1) {
        const card = cards[at]
        if (!card) break
        const sizes = sizesOf(page, card, width)
        if (y + sizes.whole > page.bottom) break
        drawCard(page, card, sizes, xOf(n), y, width)
        y += sizes.whole + 4
        next[n] = at + 1
      }
      lowest = Math.max(lowest, y)
    }
    if (columns.every(({ cards }, n) => (next[n] ?? 0) >= cards.length)) {
      page.doc.y = lowest + 6
      return
    }
    page.doc.addPage()
  }
}

interface Sizes {
  readonly title: number
  readonly lines: readonly number[]
  readonly whole: number
}

function sizesOf(page: PdfPage, { title, lines }: Card, width: number): Sizes {
  const inside = width - 2 * pad
  const titleHeight = heightOf(page, title, inside, titleSize, 34, 'strong')
  const lineHeights = lines.map((line) => heightOf(page, line, inside, lineSize, 19))
  return {
    title: titleHeight,
    lines: lineHeights,
    whole: 2 * pad + titleHeight + lineHeights.reduce((sum, one) => sum + one + 1.5, 0),
  }
}

function drawCard(page: PdfPage, { title, lines }: Card, sizes: Sizes, x: number, y: number, width: number): void {
  page.doc.roundedRect(x, y, width, sizes.whole, 3).lineWidth(0.5).strokeColor(ink.line).stroke()
  const inside = width - 2 * pad
  textInBox(page, title, { x: x + pad, y: y + pad, width: inside, height: sizes.title + 1 }, { font: 'strong', size: titleSize })
  let below = y + pad + sizes.title + 1.5
  for (const [n, line] of lines.entries()) {
    const height = sizes.lines[n] ?? 0
    textInBox(page, line, { x: x + pad, y: below, width: inside, height: height + 1 }, { size: lineSize, color: ink.quiet })
    below += height + 1.5
  }
}
