import type { Sheet, SheetPart } from '@/server/domain/plan-export/sheet.schema'
import { drawBoard } from '@/server/exchange/pdf/board-drawing'
import { drawHeatmap } from '@/server/exchange/pdf/heatmap-drawing'
import { drawMonth } from '@/server/exchange/pdf/month-drawing'
import { ink, makePdf, type PdfPage } from '@/server/exchange/pdf/pdf-page'

/** What a screen shows, as an A4 PDF. */
export async function sheetPdf(sheet: Sheet, pageOf: (page: number, pages: number) => string): Promise<Uint8Array> {
  const { title, language, madeAt, footer, kind, facts, parts, isLandscape } = sheet
  return makePdf({ title, language, madeAt, footer, pageOf, isLandscape }, (page) => {
    page.text(kind, { size: 9, color: ink.quiet })
    page.space(4)
    page.title(title)
    if (isLandscape) {
      page.space(2)
      page.factLine(facts)
      page.space(4)
      page.rule()
      page.space(8)
    } else {
      page.space(8)
      page.rule()
      page.space(7)
      page.facts(facts)
      page.rule()
      page.space(10)
    }
    for (const part of parts) draw(page, part)
  })
}

function draw(page: PdfPage, part: SheetPart): void {
  switch (part.kind) {
    case 'heading':
      page.heading(part.text)
      break
    case 'text':
      page.text(part.text)
      page.space(4)
      break
    case 'note':
      page.text(part.text, { color: ink.quiet, size: 9 })
      page.space(4)
      break
    case 'facts':
      page.facts(part.facts)
      page.space(4)
      break
    case 'list':
      page.entries(part.entries.map((text) => ({ text })))
      break
    case 'table':
      page.table(part.columns, part.rows)
      page.space(6)
      break
    case 'heatmap':
      drawHeatmap(page, part)
      break
    case 'board':
      drawBoard(page, part)
      break
    case 'month':
      drawMonth(page, part)
      break
  }
}
