import type { SheetBar, SheetDay, SheetMonth } from '@/server/domain/plan-export/sheet.schema'
import { textInBox } from '@/server/exchange/pdf/in-box'
import { ink, type PdfPage } from '@/server/exchange/pdf/pdf-page'

const weekWidth = 30
const headHeight = 16
const dayHead = 14
const lineHeight = 9.5
const barHeight = 10
/** Further campaigns of a week stand in the list below. */
const mostBars = 3

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A month on what is left of the page, or on the next one; what does not fit into a day is counted. */
export function drawMonth(page: PdfPage, { weekdays, weeks, more }: SheetMonth): void {
  page.ensure(320)
  const dayWidth = (page.width - weekWidth) / 7
  const xOf = (n: number) => page.left + weekWidth + n * dayWidth
  const top = page.doc.y
  for (const [n, name] of weekdays.entries()) {
    const box = { x: xOf(n) + 3, y: top, width: dayWidth - 6, height: 11 }
    textInBox(page, name, box, { font: 'strong', size: 8, color: ink.quiet })
  }
  const room = (page.bottom - top - headHeight) / Math.max(1, weeks.length)
  const height = weeks.length === 1 ? room : Math.min(110, room)
  for (const [w, { name, days, bars }] of weeks.entries()) {
    const y = top + headHeight + w * height
    textInBox(page, name, { x: page.left, y: y + 4, width: weekWidth - 4, height: 10 }, { size: 7, color: ink.quiet })
    const shown = bars.filter(({ lane }) => lane < mostBars)
    const under = dayHead + Math.max(0, ...shown.map(({ lane }) => lane + 1)) * barHeight
    for (const [n, day] of days.entries()) drawDay(page, day, { x: xOf(n), y, width: dayWidth, height }, under, more)
    for (const bar of shown) drawBar(page, bar, xOf(bar.start), y + dayHead, dayWidth)
  }
  page.doc.y = top + headHeight + weeks.length * height + 8
}

function drawBar(page: PdfPage, { name, hue, length, lane }: SheetBar, x: number, top: number, dayWidth: number): void {
  const box = { x: x + 2, y: top + lane * barHeight, width: length * dayWidth - 4, height: barHeight - 1.5 }
  page.doc.roundedRect(box.x, box.y, box.width, box.height, 2).fill(paleOf(hue))
  textInBox(page, name, { ...box, x: box.x + 3, y: box.y + 0.5, width: box.width - 6 }, { size: 6.5 })
}

/** A light tone of a hue: paper knows no OKLCH, and this is near enough to tell campaigns apart. */
function paleOf(hue: number): string {
  const part = (turn: number) => Math.round(226 + 24 * Math.cos(((hue - turn) * Math.PI) / 180))
  return `#${[20, 140, 260].map((turn) => part(turn).toString(16).padStart(2, '0')).join('')}`
}

function drawDay(
  page: PdfPage,
  { label, isInside, isToday, note, entries, count }: SheetDay,
  { x, y, width, height }: Box,
  under: number,
  more: (count: number) => string,
): void {
  page.doc.rect(x, y, width, height)
  if (isInside) page.doc.lineWidth(0.5).strokeColor(ink.line).stroke()
  else page.doc.lineWidth(0.5).fillAndStroke('#f6f4f1', ink.line)
  const color = isInside ? ink.text : ink.quiet
  textInBox(
    page,
    label,
    { x: x + 3, y: y + 3, width: 20, height: 10 },
    { font: isToday ? 'strong' : 'text', size: 8, color: isToday ? ink.accent : color },
  )
  if (note !== '') {
    const box = { x: x + 26, y: y + 3.5, width: width - 29, height: 8 }
    textInBox(page, note, box, { size: 6.5, color: ink.quiet, align: 'right' })
  }
  const room = Math.max(1, Math.floor((height - under - 2) / lineHeight))
  const shown = count <= room ? entries : entries.slice(0, room - 1)
  const lines = shown.length === count ? shown : [...shown, more(count - shown.length)]
  for (const [n, text] of lines.entries()) {
    const isRest = n >= shown.length
    textInBox(
      page,
      text,
      { x: x + 3, y: y + under + n * lineHeight, width: width - 6, height: lineHeight - 1 },
      { size: 7, color: isRest ? ink.quiet : color },
    )
  }
}
