/**
 * The arguments and tags of an ICU message, sorted, each once: `n:plural`, `name:argument`, `link:tag`. Looks into the branches of
 * plural and select, whose words in braces are text and not arguments.
 */
export function placeholdersOf(message: string): string[] {
  const found = new Set<string>()
  readText(message, 0, found)
  return [...found].sort()
}

/** Reads text up to the brace that closes it. Returns the place after that. */
function readText(text: string, from: number, found: Set<string>): number {
  let at = from
  while (at < text.length) {
    const character = text[at]
    if (character === '}') return at + 1
    if (character === "'" && /['{}<]/.test(text[at + 1] ?? '')) at = text[at + 1] === "'" ? at + 2 : endOfQuote(text, at + 1)
    else if (character === '{') at = readArgument(text, at + 1, found)
    else {
      const tag = character === '<' ? /^<([a-zA-Z]\w*)\s*\/?>/.exec(text.slice(at)) : null
      if (tag) found.add(`${tag[1]}:tag`)
      at += 1
    }
  }
  return at
}

function endOfQuote(text: string, from: number): number {
  const end = text.indexOf("'", from)
  return end < 0 ? text.length : end + 1
}

function readArgument(text: string, from: number, found: Set<string>): number {
  const [whole = '', name = '', kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(from)) ?? []
  found.add(`${name}:${kind ?? 'argument'}`)
  let at = from + whole.length
  while (at < text.length && text[at] !== '}') at = text[at] === '{' ? readText(text, at + 1, found) : at + 1
  return at + 1
}
