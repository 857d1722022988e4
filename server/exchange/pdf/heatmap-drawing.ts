import type { CellState } from '@/server/domain/coverage/coverage.schema'
import type { SheetCell, SheetHeatmap } from '@/server/domain/plan-export/sheet.schema'
import { heightOf, sizeFor, textInBox } from '@/server/exchange/pdf/in-box'
import { drawable } from '@/server/exchange/pdf/pdf-fonts'
import { ink, type PdfPage } from '@/server/exchange/pdf/pdf-page'

const nameWidth = 118
const totalWidth = 46
/** Two dozen columns go side by side. */
const narrowest = 24.5
const widest = 92
/** Narrower columns have their names turned, as on the screen, and cells without words. */
const roomForWords = 52
const headHeight = 30
const mostTurned = 160
const highestRow = 34
const lowestRow = 21
const gap = 2

/** The light colours of the screen, as printers know them. */
const paint: Readonly<Record<CellState, { readonly fill: string | null; readonly ink: string }>> = {
  gap: { fill: '#ee7752', ink: '#361308' },
  thin: { fill: '#fadab0', ink: '#573312' },
  covered: { fill: '#aee2da', ink: '#003c3c' },
  surplus: { fill: '#dacff3', ink: '#453065' },
  open: { fill: null, ink: ink.text },
  not_applicable: { fill: null, ink: ink.quiet },
}

/** Phases by columns. Columns that do not fit go on with the phases again, over as many pages as it takes. */
export function drawHeatmap(page: PdfPage, heatmap: SheetHeatmap): void {
  drawLegend(page, heatmap)
  const perPage = Math.max(1, Math.floor((page.width - nameWidth - totalWidth) / narrowest))
  const parts = Math.max(1, Math.ceil(heatmap.columns.length / perPage))
  // Evenly, so that the last page is no leftover.
  const size = Math.max(1, Math.ceil(heatmap.columns.length / parts))
  for (let part = 0; part < parts; part += 1) {
    if (part > 0) page.doc.addPage()
    drawPart(page, heatmap, part * size, Math.min(heatmap.columns.length, (part + 1) * size), part === parts - 1)
  }
  page.space(8)
}

function drawPart(page: PdfPage, { columns, rows, rowHead, totalHead }: SheetHeatmap, from: number, to: number, isLast: boolean) {
  const room = page.width - nameWidth - (isLast ? totalWidth : 0)
  const width = Math.min(widest, room / Math.max(1, to - from))
  const xOf = (column: number) => page.left + nameWidth + (column - from) * width
  const totalAt = xOf(to)
  const isDense = width < roomForWords
  const style = { font: 'strong', size: 7.5, color: ink.quiet } as const
  const shown = columns.slice(from, to)
  const height = isDense ? turnedHeight(page, shown) : wrappedHeight(page, shown, width - 4)
  // All on one page where that can be read.
  const left = page.bottom - page.doc.y - height - gap - 20
  const rowHeight = Math.min(highestRow, Math.max(isDense ? lowestRow : 26, left / Math.max(1, rows.length)))
  const head = () => {
    const y = page.doc.y
    textInBox(page, rowHead, { x: page.left, y: y + height - 14, width: nameWidth - 8, height: 11 }, style)
    for (const [n, { name }] of shown.entries()) {
      if (isDense) drawTurned(page, name, xOf(from + n) + width / 2, y + height - 3, height - 6)
      else {
        const size = sizeFor(page, name, width - 4, style.size, style.font)
        const box = { x: xOf(from + n) + 2, y: y + 4, width: width - 4, height: height - 6 }
        textInBox(page, name, box, { ...style, size, align: 'center' })
      }
    }
    if (isLast) {
      const size = sizeFor(page, totalHead, totalWidth - 6, style.size, style.font)
      const box = { x: totalAt + 2, y: y + height - 14, width: totalWidth - 6, height: 11 }
      textInBox(page, totalHead, box, { ...style, size, align: 'right' })
    }
    page.doc.y = y + height
    page.rule()
    page.space(gap)
  }
  page.ensure(height + 3 * rowHeight)
  head()
  for (const row of rows) {
    if (page.doc.y + rowHeight > page.bottom) {
      page.doc.addPage()
      head()
    }
    const y = page.doc.y
    const noteHeight = row.note === null ? 0 : 10
    textInBox(
      page,
      row.name,
      { x: page.left, y: y + 3, width: nameWidth - 8, height: Math.max(10, rowHeight - 6 - noteHeight) },
      { font: 'strong', size: isDense ? 7.5 : 8.5 },
    )
    if (row.note !== null) {
      const box = { x: page.left, y: y + rowHeight - 11.5, width: nameWidth - 8, height: 9 }
      textInBox(page, row.note, box, { size: 6.5, color: ink.quiet })
    }
    for (let n = from; n < to; n += 1) {
      const cell = row.cells[n]
      if (cell) drawCell(page, cell, { x: xOf(n) + gap / 2, y, width: width - gap, height: rowHeight - gap }, isDense)
    }
    if (isLast) {
      const box = { x: totalAt, y: y + rowHeight / 2 - 6, width: totalWidth - 4, height: 12 }
      textInBox(page, row.total, box, { size: 9, align: 'right' })
    }
    page.doc.y = y + rowHeight
  }
  const y = page.doc.y + 3
  page.doc.y = y
  if (y + 12 <= page.bottom) {
    textInBox(page, totalHead, { x: page.left, y, width: nameWidth - 8, height: 10 }, { size: 7.5, color: ink.quiet })
    for (const [n, { total }] of shown.entries()) {
      const box = { x: xOf(from + n), y, width, height: 10 }
      textInBox(page, total, box, { size: isDense ? 7 : 8, color: ink.quiet, align: 'center' })
    }
    page.doc.y = y + 12
  }
}

/** Names go over as many lines as they need. */
function wrappedHeight(page: PdfPage, columns: SheetHeatmap['columns'], width: number): number {
  const heights = columns.map(({ name }) =>
    heightOf(page, name, width, sizeFor(page, name, width, 7.5, 'strong'), mostTurned, 'strong'),
  )
  return Math.max(headHeight, ...heights.map((height) => height + 8))
}

function turnedHeight({ doc }: PdfPage, columns: SheetHeatmap['columns']): number {
  const widths = columns.map(({ name }) => doc.font('strong').fontSize(7.5).widthOfString(drawable(name)))
  return Math.min(mostTurned, Math.max(24, ...widths) + 8)
}

/** A name that is read from below. */
function drawTurned(page: PdfPage, name: string, x: number, bottom: number, length: number): void {
  page.doc.save().rotate(-90, { origin: [x, bottom] })
  textInBox(page, name, { x, y: bottom - 4.5, width: length, height: 10 }, { font: 'strong', size: 7.5, color: ink.quiet })
  page.doc.restore()
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawCell(page: PdfPage, cell: SheetCell, box: Box, isDense: boolean): void {
  const { doc } = page
  const { fill, ink: color } = paint[cell.state]
  if (cell.state === 'not_applicable') drawHatched(page, box)
  doc.roundedRect(box.x, box.y, box.width, box.height, 2)
  if (fill !== null) doc.fill(fill)
  else if (cell.share > 0)
    doc
      .fillOpacity(0.08 + 0.42 * cell.share)
      .fill(ink.accent)
      .fillOpacity(1)
  else doc.lineWidth(0.5).strokeColor(ink.line).stroke()
  const { x, y, width, height } = box
  const wordWidth = doc.font('text').fontSize(6.5).widthOfString(cell.word)
  const hasWord = cell.word !== '' && !isDense && wordWidth + 13 <= width
  const numbers = isDense ? cell.numbers.replaceAll(' ', '') : cell.numbers
  const size = sizeFor(page, numbers.replaceAll(' ', '_'), width - 2, isDense ? 8 : 9, 'strong')
  const at = hasWord ? y + height / 2 - 10.5 : y + height / 2 - (isDense ? 4 : 5)
  textInBox(page, numbers, { x, y: at, width, height: 11 }, { font: 'strong', size, color, align: 'center' })
  if (cell.stale !== '') {
    textInBox(page, cell.stale, { x, y: y + 1.5, width: width - 2, height: 8 }, { size: 5.5, color, align: 'right' })
  }
  if (cell.delta !== null && cell.delta !== 0) drawDelta(page, cell.delta, box, color)
  if (hasWord) {
    const start = x + Math.max(2, (width - wordWidth - 9) / 2)
    drawMark(page, cell.state, start, y + height / 2 + 3, color)
    textInBox(page, cell.word, { x: start + 9, y: y + height / 2 + 3, width: width - 9, height: 8 }, { size: 6.5, color })
  } else drawMark(page, cell.state, x + 1.5, y + 1.5, color)
}

/** As on the screen: nothing is wanted here, which is not the same as nothing being there. */
function drawHatched({ doc }: PdfPage, { x, y, width, height }: Box): void {
  doc.save().roundedRect(x, y, width, height, 2).clip().lineWidth(0.8).strokeColor('#e2ded7')
  for (let at = -height; at < width; at += 4.5)
    doc
      .moveTo(x + at, y + height)
      .lineTo(x + at + height, y)
      .stroke()
  doc.restore()
}

/** So many more or fewer than on the day compared with, with a triangle that points up or down. */
function drawDelta(page: PdfPage, delta: number, { x, y, width, height }: Box, color: string): void {
  const count = String(Math.abs(delta))
  const wide = page.doc.font('text').fontSize(5.5).widthOfString(count)
  const [right, bottom] = [x + width - 2, y + height - 1]
  textInBox(page, count, { x: right - wide, y: bottom - 7, width: wide + 1, height: 7 }, { size: 5.5, color })
  const [tip, base] = delta > 0 ? [bottom - 5.5, bottom - 2] : [bottom - 2, bottom - 5.5]
  const begin = right - wide - 5
  page.doc.polygon([begin, base], [begin + 4, base], [begin + 2, tip]).fill(color)
}

/** The signs of the screen, 6 points wide. */
function drawMark({ doc }: PdfPage, state: CellState, x: number, y: number, color: string): void {
  doc.lineWidth(0.9).strokeColor(color)
  switch (state) {
    case 'gap':
      doc.circle(x + 3, y + 3.4, 2.5).stroke()
      break
    case 'thin':
      doc.circle(x + 3, y + 3.4, 2.5).stroke()
      doc
        .save()
        .rect(x + 3, y, 4, 8)
        .clip()
        .circle(x + 3, y + 3.4, 2.5)
        .fill(color)
        .restore()
      break
    case 'covered':
      doc
        .moveTo(x + 0.8, y + 3.6)
        .lineTo(x + 2.5, y + 5.4)
        .lineTo(x + 5.4, y + 1.2)
        .stroke()
      break
    case 'surplus':
      doc
        .moveTo(x + 1, y + 3.4)
        .lineTo(x + 3, y + 1.2)
        .lineTo(x + 5, y + 3.4)
        .stroke()
      doc
        .moveTo(x + 1, y + 6)
        .lineTo(x + 3, y + 3.8)
        .lineTo(x + 5, y + 6)
        .stroke()
      break
    case 'open':
    case 'not_applicable':
      break
  }
}

function drawLegend(page: PdfPage, { legend }: SheetHeatmap): void {
  if (legend.length === 0) return
  let x = page.left
  const y = page.doc.y
  for (const { state, text } of legend) {
    const width = page.doc.font('text').fontSize(8).widthOfString(text) + 30
    if (x + width > page.left + page.width) break
    const { fill, ink: color } = paint[state]
    if (state === 'not_applicable') drawHatched(page, { x, y, width: 11, height: 11 })
    page.doc.roundedRect(x, y, 11, 11, 2)
    if (fill === null) page.doc.lineWidth(0.5).strokeColor(ink.line).stroke()
    else page.doc.fill(fill)
    drawMark(page, state, x + 2.5, y + 2.2, color)
    textInBox(page, text, { x: x + 15, y: y + 1, width, height: 11 }, { size: 8, color: ink.quiet })
    x += width
  }
  page.doc.y = y + 18
}
