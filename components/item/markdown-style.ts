/**
 * Markdown as the visual editor writes it, compared with how people and other programs write it. The editor knows fewer ways
 * to say the same; where it could only say less, the text is edited as source instead.
 */

const code = /(^(?:```|~~~)[^\n]*\n[\s\S]*?(?:\n(?:```|~~~)[ \t]*$|$(?![\s\S]))|`[^`\n]+`)/gm

/** Applies `change` to everything but code. */
function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(code)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('')
}

/** Takes back what the editor escapes for safety where nothing could be mistaken: `A & B`, `snake_case`, `{{first_name}}`, `[x]`. */
export function tidied(markdown: string): string {
  return outsideCode(markdown, (part) =>
    part
      .replaceAll(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
      .replaceAll(/&amp;(?!#?\w+;)/g, '&')
      .replaceAll(/&lt;(?![a-z!/?])/gi, '<')
      .replaceAll('&gt;', '>')
      .replaceAll(/\\\[([^\]\n\\]*)\\\](?![([:])/g, '[$1]')
      .replaceAll(/\[(https?:\/\/[^\]\s]+)\]\(\1\)/g, '$1'),
  )
}

const isBlockLine = (line: string | undefined): boolean =>
  line !== undefined && /^\s*(#{1,6} |[-*+] |\d+[.)] |>|\||```|~~~|---$)/.test(line)

/** One way of writing for texts that mean the same, so that they can be compared. */
function plainStyle(markdown: string): string {
  const lines = outsideCode(markdown.replaceAll('\r\n', '\n').trim(), (part) =>
    part
      .replaceAll(/^(.+)\n=+[ \t]*$/gm, '# $1')
      .replaceAll(/^(?![>|#\-*+\s])(.+)\n-+[ \t]*$/gm, '## $1')
      .replaceAll(/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/gm, '---')
      .replaceAll(/^([ \t]*)[*+](?=[ \t])/gm, '$1-')
      .replaceAll(/^([ \t]*\d+)\)(?= )/gm, '$1.')
      .replaceAll(/^[ \t]+(?=(?:-|\d+\.)[ \t])/gm, '  ')
      .replaceAll(/^([ \t]*(?:-|\d+\.))[ \t]+/gm, '$1 ')
      .replaceAll(/^(#{1,6} .*?)[ \t]+#+[ \t]*$/gm, '$1')
      .replaceAll(/(?<![\\\w])__(?=\S)(.+?)(?<=\S)__(?!\w)/g, '**$1**')
      .replaceAll(/(?<![\\\w_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\w_])/g, '*$1*')
      .replaceAll(/<(https?:\/\/[^>\s]+)>/g, '$1')
      .replaceAll('&amp;', '&'),
  )
    .split('\n')
    .map((line) =>
      /^\s*\|.*\|\s*$/.test(line)
        ? line
            .trim()
            .replaceAll(/\s*\|\s*/g, '|')
            .replaceAll(/-{2,}/g, '--')
        : line,
    )
  return lines.filter((line, at) => line.trim() !== '' || !(isBlockLine(lines[at - 1]) || isBlockLine(lines[at + 1]))).join('\n')
}

export type Loss = 'html' | 'footnotes' | 'frontMatter' | 'references' | 'escapes' | 'other'

const frontMatter = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(\r?\n|$)/
const html = /<(?:\/?[a-z][\w-]*(?:[\s/][^<>]*)?>|!--)/i
const signs: readonly [Loss, RegExp][] = [
  ['html', html],
  ['footnotes', /\[\^[^\]]+\]/],
  ['references', /^ {0,3}\[[^\]^]+\]:/m],
  ['escapes', /\\[!-/:-@[-`{-~]|&#?\w+;/],
]

/** What the visual editor would not keep of a text; `written` is what it would make of it. Empty: it can be edited there. */
export function lossesOf(markdown: string, written: string): Loss[] {
  // It would be read as a line and a heading, which looks the same once it is written out.
  if (frontMatter.test(markdown)) return ['frontMatter']
  if (plainStyle(markdown) === plainStyle(tidied(written))) return []
  const bare = withoutCode(markdown)
  const found = signs.flatMap(([loss, sign]) => (sign.test(bare) ? [loss] : []))
  return found.length > 0 ? found : ['other']
}

/** True when there are tags outside of code. The visual editor would build what they say, so it is never given such a text. */
export const hasHtml = (markdown: string): boolean => html.test(withoutCode(markdown))

const withoutCode = (markdown: string): string =>
  markdown
    .split(code)
    .filter((_, at) => at % 2 === 0)
    .join('\n')
