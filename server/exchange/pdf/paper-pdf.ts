import type { Paper, PaperBlock } from '@/server/domain/exchange/paper.schema'
import { firstEntries, ink, makePdf, mostTogether, type PdfEntry, type PdfPage } from '@/server/exchange/pdf/pdf-page'

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
      page.heading(heading, beginningOf(page, blocks))
      for (const [n, block] of blocks.entries()) drawBlock(page, block, blocks.slice(n + 1))
    }
  })
}

const noteStyle = { color: ink.quiet, size: 9 } as const
/** So many lines of a longer text stay together at its beginning. */
const threeLines = 45

/** How high the part is that must not be parted from what stands above it. */
function beginningOf(page: PdfPage, [first, ...rest]: readonly PaperBlock[]): number {
  if (!first) return 0
  if (first.kind === 'text') return Math.min(page.heightOf(first.text), threeLines)
  if (first.kind === 'note') return page.heightOf(first.text, noteStyle) + beginningOf(page, rest)
  const entries = entriesOf(first)
  const together = firstEntries(entries)
  return page.entriesHeight(entries.slice(0, together)) + (together === entries.length ? endOf(page, rest) : 0)
}

/** A last note, such as the source, does not stand alone on a page. */
function endOf(page: PdfPage, rest: readonly PaperBlock[]): number {
  const [note] = rest
  return rest.length === 1 && note?.kind === 'note' ? page.heightOf(note.text, noteStyle) : 0
}

function drawBlock(page: PdfPage, block: PaperBlock, rest: readonly PaperBlock[]): void {
  switch (block.kind) {
    case 'text': {
      const whole = page.heightOf(block.text) + endOf(page, rest)
      page.ensure(whole <= mostTogether ? whole : threeLines)
      page.text(block.text)
      page.space(3)
      break
    }
    case 'note':
      page.ensure(page.heightOf(block.text, noteStyle) + beginningOf(page, rest))
      page.text(block.text, noteStyle)
      page.space(2)
      break
    default:
      page.entries(entriesOf(block), endOf(page, rest))
  }
}

function entriesOf(block: Exclude<PaperBlock, { kind: 'text' | 'note' }>): PdfEntry[] {
  switch (block.kind) {
    case 'list':
      return block.entries.map((text) => ({ text }))
    case 'links':
      return block.entries.map(({ title, url }) => ({ text: title, ...(url === null ? {} : { link: url }) }))
    case 'checks':
      return block.entries.map(({ text, isDone }) => ({ text, sign: isDone ? 'ticked' : 'box' }))
  }
}
