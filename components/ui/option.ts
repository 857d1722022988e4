/** One choice of a select or combobox. */
export interface Option<V extends string = string> {
  value: V
  label: string
  /** A letter before the name (phases). */
  letter?: string
  /** Shown at the end of the row: a count, a key. */
  hint?: string
  description?: string
  /** Options with the same group stand together under its name. */
  group?: string
  /** Also found by these words. */
  keywords?: readonly string[]
  disabled?: boolean
}

export interface OptionGroup<V extends string = string> {
  value: string
  items: Option<V>[]
}

/** Groups in the order of their first option; options without one come under the empty name. */
export function groupOptions<V extends string>(options: readonly Option<V>[]): OptionGroup<V>[] {
  const groups = new Map<string, Option<V>[]>()
  for (const option of options) {
    const name = option.group ?? ''
    const group = groups.get(name)
    if (group) group.push(option)
    else groups.set(name, [option])
  }
  return [...groups].map(([value, items]) => ({ value, items }))
}

/** Small letters without accents, ß as ss: "Grüße" is found by "grusse". */
export const foldText = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')

/** Whether each word of the query begins or stands in the label or a keyword. */
export function matchesQuery(option: Option, query: string): boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  const texts = [option.label, ...(option.keywords ?? [])].map(foldText)
  return words.every((word) => texts.some((text) => text.includes(word)))
}

/** How well an option answers: its very name, then a synonym, then how a name begins, then whatever else matches. */
function rankOf(option: Option, query: string): number {
  const label = foldText(option.label)
  const keywords = (option.keywords ?? []).map(foldText)
  if (label === query) return 5
  if (keywords.includes(query)) return 4
  if (label.startsWith(query)) return 3
  if (label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(query))) return 2
  return label.includes(query) ? 1 : 0
}

/** Best answers first, so that Enter takes what was meant; else in the given order. */
export function inOrderOfMatch<V extends string>(options: readonly Option<V>[], typed: string): readonly Option<V>[] {
  const query = foldText(typed.trim())
  if (query === '') return options
  const ranked = options.map((option) => ({ option, rank: rankOf(option, query) }))
  return ranked.sort((a, b) => b.rank - a.rank).map(({ option }) => option)
}

/** What is typed, when it is new: not empty and no option's label. */
export function creatable(options: readonly Option[], query: string): string | null {
  const name = query.trim().replaceAll(/\s+/g, ' ')
  if (name === '' || options.some((option) => foldText(option.label) === foldText(name))) return null
  return name
}
