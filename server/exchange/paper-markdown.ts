import type { Paper, PaperBlock } from '@/server/domain/exchange/paper.schema'

// Controls and marks that turn the direction of text could show something else than what is there.
const unseen = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Text as Markdown that shows it letter by letter: nothing in it becomes a heading, a link or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unseen, '')
    .replace(/[\\`*_{}[\]<>#|~&!$^]/g, '\\$&')
    .split('\n')
    .map((line) => line.trim().replace(/^([-+=]|\d{1,9}[.)])/, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`))
    .join('\n')
}

const inLine = (text: string): string => escapeMarkdown(text).replace(/\s*\n\s*/g, ' ')

// A sign that begins no line needs no escape, and dates read better without one.
const midLine = (text: string): string => inLine(text).replace(/^(\d+)\\([.)])/, '$1$2')

/** Lines stay lines, empty lines part paragraphs. */
const paragraphs = (text: string): string =>
  escapeMarkdown(text)
    .trim()
    .split(/\n{2,}/)
    .map((part) => part.replaceAll('\n', '\\\n'))
    .join('\n\n')

const link = (title: string, url: string): string =>
  `[${inLine(title)}](<${url.replace(unseen, '').replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign))}>)`

const bulleted = (entries: readonly string[]): string => entries.map((entry) => `- ${entry}`).join('\n')

function blockText(block: PaperBlock): string {
  switch (block.kind) {
    case 'text':
      return paragraphs(block.text)
    case 'note':
      return `*${inLine(block.text).trim()}*`
    case 'list':
      return bulleted(block.entries.map(inLine))
    case 'links':
      return bulleted(block.entries.map(({ title, url }) => (url === null ? inLine(title) : link(title, url))))
    case 'checks':
      return bulleted(block.entries.map(({ text, isDone }) => `[${isDone ? 'x' : ' '}] ${inLine(text)}`))
  }
}

/** A document as Markdown (CommonMark with task lists). Ends with a line break. */
export function paperMarkdown({ title, kind, facts, sections, footer }: Paper): string {
  const parts = [
    `# ${inLine(title)}`,
    `*${inLine(kind)}*`,
    ...(facts.length > 0 ? [facts.map(({ label, value }) => `- **${inLine(label)}:** ${midLine(value)}`).join('\n')] : []),
    ...sections.flatMap(({ heading, blocks }) => [`## ${inLine(heading)}`, ...blocks.map(blockText)]),
    '---',
    inLine(footer),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
