import snowball from 'snowball-stemmers'

const german = snowball.newStemmer('german')
const english = snowball.newStemmer('english')

const known = new Map<string, string[]>()
const knownLimit = 50_000

/** ä ö ü ß and accents become plain letters: "Straße" and "strasse", "Übung" and "ubung" are the same word. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
}

/** A word spelled with ae/oe/ue is also found as ä/ö/ü would be: "Uebung" finds "Übung". */
const unfolded = (word: string): string => word.replace(/(a|o|u)e/g, '$1')

/** The forms under which one word is stored: German and English stem, umlauts folded. */
function formsOf(word: string): string[] {
  const cached = known.get(word)
  if (cached) return cached
  const lower = word.toLowerCase()
  const folded = fold(german.stem(lower))
  const forms = [...new Set([folded, unfolded(folded), fold(english.stem(lower)), fold(lower)])].filter((form) => form !== '')
  if (known.size >= knownLimit) known.clear()
  known.set(word, forms)
  return forms
}

/** German drops an e before l, r and n when a word is inflected: dunkel, dunkle; teuer, teure; trocken, trockne. */
function elided(form: string): string[] {
  const [short, full] = [form.replace(/e([lrn])$/, '$1'), form.replace(/(ch|au|eu|[bdfgkpstxz])([lrn])$/, '$1e$2')]
  return [short, full].filter((other) => other !== form && other.length > 2)
}

const wordPattern = /[\p{L}\p{N}]+/gu

/** The words of a text as the index stores them, separated by spaces. Letters and digits only, so nothing needs escaping. */
export function indexWords(text: string): string {
  const out: string[] = []
  for (const [word] of text.matchAll(wordPattern)) out.push(...formsOf(word.slice(0, 60)))
  return out.join(' ')
}

/** A query as groups of alternatives: every group must match; the last group's `prefix` also matches beginnings. */
export function queryWords(query: string): { forms: string[]; prefix: string | null }[] {
  const words = [...query.slice(0, 500).matchAll(wordPattern)].map(([word]) => word.slice(0, 60)).slice(0, 20)
  return words.map((word, at) => ({
    // Only here, so that what is indexed need not know.
    forms: [...new Set(formsOf(word).flatMap((form) => [form, ...elided(form)]))],
    prefix: at === words.length - 1 && word.length > 1 ? fold(word) : null,
  }))
}
