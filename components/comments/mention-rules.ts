import { mentionOf, partsOf } from '@/server/domain/comments/comment.rules'

export interface Person {
  readonly id: string
  readonly name: string
}

/** What is being typed behind an @, up to the caret; null where nobody is being named. Names may hold one space. */
export function queryAt(text: string, caret: number): { from: number; query: string } | null {
  const match = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/u.exec(text.slice(0, caret))
  return match ? { from: caret - (match[1] ?? '').length - 1, query: match[1] ?? '' } : null
}

export function matching(people: readonly Person[], query: string): Person[] {
  // A space behind a whole name ends it: then only longer names fit.
  const wanted = query.toLocaleLowerCase()
  const fits = ({ name }: Person) =>
    name.toLocaleLowerCase().startsWith(wanted) ||
    name
      .toLocaleLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(wanted))
  return people.filter(fits).slice(0, 6)
}

/** As it stands in the field: members by name. */
export const typedOf = (body: string, nameOf: (id: string) => string | null): string =>
  partsOf(body)
    .map((part) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'link') return part.url
      const name = nameOf(part.id)
      return name === null ? mentionOf(part.id) : `@${name}`
    })
    .join('')

/** As it is stored: members by id. `picked` come first, as two may have one name; longer names before those they begin with. */
export function storedOf(typed: string, people: readonly Person[], picked: readonly Person[]): string {
  const known = [...picked, ...people].sort((a, b) => b.name.length - a.name.length)
  return known.reduce((text, { id, name }) => {
    if (name === '') return text
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return text.replace(
      new RegExp(`(^|[\\s(])@${escaped}(?![\\p{L}\\p{N}_])`, 'gu'),
      (_match, before: string) => before + mentionOf(id),
    )
  }, typed)
}
