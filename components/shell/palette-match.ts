import { foldText } from '@/components/ui/option'

/** Something the palette offers. `words` are other names for it, in both languages. */
export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly words?: readonly string[]
  /** Found by the server, which matches otherwise: always shown, behind what is called by the words typed. */
  readonly isFound?: boolean
}

/** 3: a name begins so; 2: a word in it does; 1: all its letters are there in this order, from the start of a word; 0: no. */
export function matchOf(entry: PaletteEntry, query: string): number {
  const wanted = foldText(query.trim())
  const best = Math.max(...[entry.label, ...(entry.words ?? [])].map((name) => matchName(foldText(name), wanted)))
  return entry.isFound ? Math.max(best, 1.5) : best
}

function matchName(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 3
  const words = name.split(/[\s:,.·-]+/)
  if (wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))) return 2
  return wanted.length >= 3 && words.some((word) => word[0] === wanted[0] && holdsInOrder(word, wanted)) ? 1 : 0
}

function holdsInOrder(word: string, letters: string): boolean {
  let at = -1
  return [...letters].every((letter) => {
    at = word.indexOf(letter, at + 1)
    return at >= 0
  })
}

/** What matches, best first and else in the given order; the groups in the order of their best. Without a query everything. */
export function ranked<E extends PaletteEntry, G extends { readonly entries: readonly E[] }>(
  groups: readonly G[],
  query: string,
): G[] {
  if (query.trim() === '') return groups.filter(({ entries }) => entries.length > 0)
  return groups
    .map((group) => {
      const scored = group.entries.map((entry) => ({ entry, score: matchOf(entry, query) })).filter(({ score }) => score > 0)
      scored.sort((a, b) => b.score - a.score)
      return { group: { ...group, entries: scored.map(({ entry }) => entry) }, score: scored[0]?.score ?? 0 }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ group }) => group)
}
