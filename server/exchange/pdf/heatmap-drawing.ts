import type { CellState } from '@/server/domain/coverage/coverage.schema'
import type { SheetCell, SheetHeatmap } from '@/server/domain/plan-export/sheet.schema'
import { textInBox } from '@/server/exchange/pdf/in-box'
import { ink, type PdfPage } from '@/server/exchange/pdf/pdf-page'

const nameWidth = 128
const totalWidth = 48
const narrowest = 52
const widest = 92
const headHeight = 30
const rowHeight = 32
const gap = 2

/** The light colours of the screen, as printers know them. */
const paint: Readonly<Record<CellState, { readonly fill: string | null; readonly ink: string }>> = {
  gap: { fill: '#ee7752', ink: '#361308' },
  thin: { fill: '#fadab0', ink: '#573312' },
  covered: { fill: '#aee2da', ink: '#003c3c' },
  surplus: { fill: '#dacff3', ink: '#453065' },
  open: { fill: null, ink: ink.text },
  not_applicable: { fill: '#f1efeb', ink: ink.quiet },
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
  const head = () => {
    const y = page.doc.y
    const style = { font: 'strong', size: 7.5, color: ink.quiet } as const
    textInBox(page, rowHead, { x: page.left, y: y + 4, width: nameWidth - 8, height: headHeight - 6 }, style)
    for (let n = from; n < to; n += 1) {
      const box = { x: xOf(n) + 2, y: y + 4, width: width - 4, height: headHeight - 6 }
      textInBox(page, columns[n]?.name ?? '', box, { ...style, align: 'center' })
    }
    if (isLast)
      textInBox(
        page,
        totalHead,
        { x: totalAt, y: y + 4, width: totalWidth - 4, height: headHeight - 6 },
        { ...style, align: 'right' },
      )
    page.doc.y = y + headHeight
    page.rule()
    page.space(gap)
  }
  page.ensure(headHeight + 3 * rowHeight)
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
      { x: page.left, y: y + 4, width: nameWidth - 8, height: rowHeight - 6 - noteHeight },
      { font: 'strong', size: 8.5 },
    )
    if (row.note !== null) {
      textInBox(
        page,
        row.note,
        { x: page.left, y: y + rowHeight - 13, width: nameWidth - 8, height: 9 },
        { size: 7, color: ink.quiet },
      )
    }
    for (let n = from; n < to; n += 1) {
      const cell = row.cells[n]
      if (cell) drawCell(page, cell, xOf(n), y, width)
    }
    if (isLast)
      textInBox(page, row.total, { x: totalAt, y: y + 10, width: totalWidth - 4, height: 12 }, { size: 9, align: 'right' })
    page.doc.y = y + rowHeight
  }
  const y = page.doc.y + 3
  page.doc.y = y
  if (y + 14 <= page.bottom) {
    textInBox(page, totalHead, { x: page.left, y, width: nameWidth - 8, height: 12 }, { size: 7.5, color: ink.quiet })
    for (let n = from; n < to; n += 1) {
      textInBox(
        page,
        columns[n]?.total ?? '',
        { x: xOf(n), y, width, height: 12 },
        { size: 8, color: ink.quiet, align: 'center' },
      )
    }
    page.doc.y = y + 14
  }
}

function drawCell(page: PdfPage, cell: SheetCell, x: number, y: number, width: number): void {
  const { doc } = page
  const { fill, ink: color } = paint[cell.state]
  const box = { x: x + gap / 2, y, width: width - gap, height: rowHeight - gap }
  doc.roundedRect(box.x, box.y, box.width, box.height, 2)
  if (fill !== null) doc.fill(fill)
  else if (cell.share > 0)
    doc
      .fillOpacity(0.08 + 0.42 * cell.share)
      .fill(ink.accent)
      .fillOpacity(1)
  else doc.lineWidth(0.5).strokeColor(ink.line).stroke()
  const hasWord = cell.word !== ''
  textInBox(
    page,
    cell.numbers,
    { x: box.x, y: y + (hasWord ? 5 : 10), width: box.width, height: 11 },
    { font: 'strong', size: 9, color, align: 'center' },
  )
  if (cell.stale !== '') {
    textInBox(page, cell.stale, { x: box.x, y: y + 2, width: box.width - 2.5, height: 8 }, { size: 6, color, align: 'right' })
  }
  if (!hasWord) return
  const wordWidth = doc.font('text').fontSize(6.5).widthOfString(cell.word)
  const start = box.x + Math.max(2, (box.width - wordWidth - 9) / 2)
  drawMark(page, cell.state, start, y + 18.5, color)
  textInBox(page, cell.word, { x: start + 9, y: y + 18.5, width: box.width - 9, height: 8 }, { size: 6.5, color })
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
    page.doc.roundedRect(x, y, 11, 11, 2)
    if (fill === null) page.doc.lineWidth(0.5).strokeColor(ink.line).stroke()
    else page.doc.fill(fill)
    drawMark(page, state, x + 2.5, y + 2.2, color)
    textInBox(page, text, { x: x + 15, y: y + 1, width, height: 11 }, { size: 8, color: ink.quiet })
    x += width
  }
  page.doc.y = y + 18
}
