import type { Reference } from '@/server/domain/briefs/brief.schema'

const lines = (text: string, longest: number, most: number): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, longest).trim())
    .filter((line) => line !== '')
    .slice(0, most)

export const proofPointsIn = (text: string): string[] => lines(text, 500, 30)

/** Each once, in the order of writing. */
export const keywordsIn = (text: string): string[] => [...new Set(lines(text.replaceAll(/[,;]/g, '\n'), 120, 60))]

/** "A study https://example.org": the title, and the address where the line ends in one. */
export const referencesIn = (text: string): Reference[] =>
  lines(text, 2300, 40).map((line) => {
    const [, before = '', url = ''] = /^(.*?)\s*(https?:\/\/\S{1,1980})$/i.exec(line) ?? []
    return url === '' ? { title: line.slice(0, 300).trim(), url: null } : { title: (before || url).slice(0, 300).trim(), url }
  })

export const referencesText = (list: readonly Reference[]): string =>
  list.map(({ title, url }) => (url === null || url === title ? title : `${title} ${url}`)).join('\n')
