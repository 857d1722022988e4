import { type BriefEdit, type BriefList, listLimits, type Reference } from '@/server/domain/briefs/brief.schema'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Why a list cannot be saved as it is written; the first entry that is too long, counted from 1. */
export interface ListFault {
  readonly what: 'tooMany' | 'tooLong'
  readonly entry: number
  readonly count: number
  readonly most: number
}

export function listFault(list: BriefList, entries: readonly string[]): ListFault | null {
  const limits = listLimits[list]
  // A sign outside the basic plane is one character, as the server counts.
  const lengths = entries.map((entry) => Array.from(entry).length)
  const at = lengths.findIndex((length) => length > limits.letters)
  if (at >= 0) return { what: 'tooLong', entry: at + 1, count: lengths[at] ?? 0, most: limits.letters }
  return entries.length > limits.entries ? { what: 'tooMany', entry: 0, count: entries.length, most: limits.entries } : null
}

/** What a list's text means, nothing cut off; with what is wrong about it. */
export interface ListReading {
  readonly edit: BriefEdit
  readonly fault: ListFault | null
}

export function proofPointsIn(text: string): ListReading {
  const proofPoints = linesOf(text)
  return { edit: { proofPoints }, fault: listFault('proofPoints', proofPoints) }
}

/** Each once, in the order of writing. */
export function keywordsIn(text: string): ListReading {
  const keywords = [...new Set(linesOf(text.replaceAll(/[,;]/g, '\n')))]
  return { edit: { keywords }, fault: listFault('keywords', keywords) }
}

/** "A study https://example.org": the title, and the address where the line ends in one. */
export function referencesIn(text: string): ListReading {
  const references = linesOf(text).map((line): Reference => {
    const [, before = '', url = ''] = /^(.*?)\s*(https?:\/\/\S{1,1980})$/i.exec(line) ?? []
    if (url === '') return { title: line, url: null }
    // An address without a title is its own, as far as a title goes.
    return { title: before || url.slice(0, listLimits.references.letters), url }
  })
  const titles = references.map(({ title }) => title)
  return { edit: { references }, fault: listFault('references', titles) }
}

export const referencesText = (list: readonly Reference[]): string =>
  list.map(({ title, url }) => (url === null ? title : url.startsWith(title) ? url : `${title} ${url}`)).join('\n')
