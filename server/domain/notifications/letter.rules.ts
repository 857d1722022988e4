import { turningMarks } from '@/server/domain/written-text.rules'

/** A mail before it is written out: the same as text and as HTML. */
export interface Letter {
  readonly subject: string
  readonly greeting: string
  readonly sections: readonly LetterSection[]
  /** What can be done about getting it: words and addresses. */
  readonly foot: readonly LetterLine[]
}

export interface LetterSection {
  readonly heading: string
  readonly lines: readonly LetterLine[]
  /** What was left out, and where it is. */
  readonly more?: LetterLine | undefined
}

export interface LetterLine {
  readonly text: string
  readonly note?: string | undefined
  readonly href?: string | undefined
}

/** A letter on its way to somebody. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for the same letter, so that mail boxes fold what was sent twice. */
  readonly id: string
  /** Where one request turns off all mail of this kind; null where there is nothing to turn off. */
  readonly unsubscribe: string | null
}

const longestSubject = 150
const longestLine = 300

/** One line, whatever people put into titles: no control signs, no marks that turn the direction of writing, not too long. */
export function oneLine(text: string, longest = longestLine): string {
  const clean = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(turningMarks, '')
    .replace(/[\u200e\u200f\ufeff]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  const signs = [...clean]
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : clean
}

export const subjectLine = (text: string): string => oneLine(text, longestSubject)

export function textOf({ greeting, sections, foot }: Letter): string {
  const line = ({ text, note, href }: LetterLine) =>
    [`- ${oneLine(text)}${note ? ` (${oneLine(note)})` : ''}`, ...(href ? [`  ${href}`] : [])].join('\n')
  const parts = sections.map(({ heading, lines, more }) =>
    [oneLine(heading).toUpperCase(), ...lines.map(line), ...(more ? [line(more)] : [])].join('\n'),
  )
  const end = foot.map(({ text, href }) => [oneLine(text), ...(href ? [href] : [])].join('\n')).join('\n\n')
  return [oneLine(greeting), ...parts, `-- \n${end}`].join('\n\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const ink = '#22261f'
const quiet = '#5d6358'
const accent = '#1f5f4a'
const said = (text: string): string => escapeHtml(oneLine(text))

/** Tables and style attributes only: what every mail program shows. */
export function htmlOf({ subject, greeting, sections, foot }: Letter, language: string): string {
  const link = ({ text, href }: LetterLine) =>
    href ? `<a href="${escapeHtml(href)}" style="color:${accent}">${said(text)}</a>` : said(text)
  const line = (one: LetterLine) =>
    `<li style="margin:0 0 6px">${link(one)}${one.note ? ` <span style="color:${quiet}">${said(one.note)}</span>` : ''}</li>`
  const parts = sections.map(
    ({ heading, lines, more }) =>
      `<h2 style="font-size:16px;margin:24px 0 8px">${said(heading)}</h2><ul style="margin:0;padding-left:20px">${[...lines, ...(more ? [more] : [])].map(line).join('')}</ul>`,
  )
  const end = foot.map((one) => `<p style="margin:0 0 6px">${link(one)}</p>`).join('')
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${said(subject)}</title>`,
    '<meta name="viewport" content="width=device-width"></head>',
    `<body style="margin:0;background:#ffffff;color:${ink};font:15px/1.5 system-ui,sans-serif">`,
    `<div style="max-width:600px;margin:0 auto;padding:24px"><p style="margin:0">${said(greeting)}</p>${parts.join('')}`,
    `<div style="margin-top:32px;border-top:1px solid #d9dcd3;padding-top:12px;color:${quiet};font-size:13px">${end}</div>`,
    '</div></body></html>',
  ].join('\n')
}
