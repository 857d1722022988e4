import type { SheetDay, SheetMonth } from '@/server/domain/plan-export/sheet.schema'
import { textInBox } from '@/server/exchange/pdf/in-box'
import { ink, type PdfPage } from '@/server/exchange/pdf/pdf-page'

const weekWidth = 30
const headHeight = 16
const lineHeight = 9.5

/** A month on what is left of the page, or on the next one; what does not fit into a day is counted, and stands in the list below. */
export function drawMonth(page: PdfPage, { weekdays, weeks, more }: SheetMonth): void {
  page.ensure(320)
  const dayWidth = (page.width - weekWidth) / 7
  const xOf = (n: number) => page.left + weekWidth + n * dayWidth
  const top = page.doc.y
  for (const [n, name] of weekdays.entries()) {
    textInBox(
      page,
      name,
      { x: xOf(n) + 3, y: top, width: dayWidth - 6, height: 11 },
      { font: 'strong', size: 8, color: ink.quiet },
    )
  }
  const height = Math.min(110, (page.bottom - top - headHeight) / Math.max(1, weeks.length))
  for (const [w, { name, days }] of weeks.entries()) {
    const y = top + headHeight + w * height
    textInBox(page, name, { x: page.left, y: y + 4, width: weekWidth - 4, height: 10 }, { size: 7, color: ink.quiet })
    for (const [n, day] of days.entries()) drawDay(page, day, { x: xOf(n), y, width: dayWidth, height }, more)
  }
  page.doc.y = top + headHeight + weeks.length * height + 8
}

function drawDay(
  page: PdfPage,
  { label, isInside, isToday, note, entries }: SheetDay,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  more: (count: number) => string,
): void {
  page.doc.rect(x, y, width, height)
  if (isInside) page.doc.lineWidth(0.5).strokeColor(ink.line).stroke()
  else page.doc.lineWidth(0.5).fillAndStroke('#f6f4f1', ink.line)
  const color = isInside ? ink.text : ink.quiet
  textInBox(
    page,
    label,
    { x: x + 3, y: y + 3, width: 40, height: 10 },
    { font: isToday ? 'strong' : 'text', size: 8, color: isToday ? ink.accent : color },
  )
  if (note !== '')
    textInBox(
      page,
      note,
      { x: x + 26, y: y + 3.5, width: width - 29, height: 8 },
      { size: 6.5, color: ink.quiet, align: 'right' },
    )
  const room = Math.floor((height - 16) / lineHeight)
  const shown = entries.length <= room ? entries : entries.slice(0, Math.max(0, room - 1))
  const lines = shown.length === entries.length ? shown : [...shown, more(entries.length - shown.length)]
  for (const [n, text] of lines.entries()) {
    const isRest = n >= shown.length
    textInBox(
      page,
      text,
      { x: x + 3, y: y + 14 + n * lineHeight, width: width - 5, height: lineHeight - 1 },
      { size: 7, color: isRest ? ink.quiet : color },
    )
  }
}
