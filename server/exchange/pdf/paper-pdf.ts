import type { Paper, PaperBlock } from '@/server/domain/exchange/paper.schema'
import { ink, makePdf, type PdfPage } from '@/server/exchange/pdf/pdf-page'

/** A document as PDF. */
export async function paperPdf(paper: Paper, pageOf: (page: number, pages: number) => string): Promise<Uint8Array> {
  const { title, language, madeAt, footer, kind, facts, sections } = paper
  return makePdf({ title, language, madeAt, footer, pageOf }, (page) => {
    page.text(kind, { size: 9, color: ink.quiet })
    page.space(4)
    page.title(title)
    page.space(10)
    page.rule()
    page.space(8)
    page.facts(facts)
    if (facts.length > 0) page.rule()
    for (const { heading, blocks } of sections) {
      page.heading(heading)
      for (const block of blocks) drawBlock(page, block)
    }
  })
}

function drawBlock(page: PdfPage, block: PaperBlock): void {
  switch (block.kind) {
    case 'text':
      page.text(block.text)
      page.space(3)
      break
    case 'note':
      page.text(block.text, { color: ink.quiet, size: 9 })
      page.space(2)
      break
    case 'list':
      page.entries(block.entries.map((text) => ({ text })))
      break
    case 'links':
      page.entries(block.entries.map(({ title, url }) => ({ text: title, ...(url === null ? {} : { link: url }) })))
      break
    case 'checks':
      page.entries(block.entries.map(({ text, isDone }) => ({ text, sign: isDone ? 'ticked' : 'box' })))
      break
  }
}
