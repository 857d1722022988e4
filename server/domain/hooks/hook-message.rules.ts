import { oneLine } from '@/server/domain/notifications/letter.rules'

/** A message in the form that Slack and what follows its example take. */
export interface ChatMessage {
  readonly text: string
  readonly blocks: readonly {
    readonly type: 'section'
    readonly text: { readonly type: 'mrkdwn'; readonly text: string }
  }[]
}

/** The three signs with a meaning of their own; whatever people typed can then neither link nor call anybody. */
const escapeChat = (text: string): string =>
  oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' }
/** Signs that would make it bold, struck out and so on; a line inside a word does not. */
const plainChat = (text: string): string =>
  escapeChat(text).replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (sign) => lookAlikes[sign] ?? sign)

const linesShown = 10
const longestBlock = 2900

interface ChatLine {
  readonly text: string
  readonly href: string
}

/** A headline and lines that lead somewhere: the first of them, where the others are, and `always` what is last. */
export function chatMessage(
  headline: string,
  lines: readonly ChatLine[],
  more?: (count: number) => ChatLine,
  always: readonly ChatLine[] = [],
): ChatMessage {
  const rest = lines.length - linesShown
  const shown = [...lines.slice(0, linesShown), ...(rest > 0 && more ? [more(rest)] : []), ...always]
  const list: string[] = []
  for (const { text, href } of shown) {
    const line = `• <${href.replace(/[<>|\s]/g, encodeURIComponent)}|${plainChat(oneLine(text, 150)).replaceAll('|', '¦')}>`
    if ([...list, line].join('\n').length <= longestBlock) list.push(line)
  }
  const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })
  return {
    text: escapeChat(headline),
    blocks: [section(`*${plainChat(headline)}*`), ...(list.length > 0 ? [section(list.join('\n'))] : [])],
  }
}
