const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ' }

/** Words of a text as its readers count them: marks of Markdown, addresses of links and code fences are none. */
export function countWords(markdown: string): number {
  const bare = markdown
    .replaceAll(/^(```|~~~).*$/gm, ' ')
    .replaceAll(/&(lt|gt|amp|nbsp);/g, (_, name: string) => entities[name] ?? ' ')
    .replaceAll(/<!--[\s\S]*?-->|<\/?[a-z][^>\n]*>/gi, ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/https?:\/\/\S+/g, ' ')
  return bare.match(/[\p{L}\p{N}]+(?:['’.,\-_/][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/** Adults read about this many words a minute without hurry. */
const wordsPerMinute = 220

/** At least one minute where there is anything to read. */
export const readingMinutes = (words: number): number => (words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute)))
