import type { ItemState, StateChange } from '@/server/domain/content/item.rules'

/** Where an item stands in the journey; campaigns are no placement. */
const placements = ['phase', 'channel', 'persona', 'topic', 'question'] as const

export type Approvable = Pick<ItemState, 'title' | 'type' | 'purpose' | 'locale' | 'url' | 'fields'> & {
  readonly tags: Readonly<Record<(typeof placements)[number], readonly string[]>>
}

/**
 * What an approval is about, part by part, each by its name in the history: words, fields and placement. Notes, owner, dates,
 * campaigns and the step itself are not.
 */
export function partsOf({ title, type, purpose, locale, url, fields, tags }: Approvable, body: string): Record<string, unknown> {
  const filled = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return {
    title,
    body,
    type,
    purpose,
    locale,
    url,
    ...Object.fromEntries(filled.map(([key, value]) => [`field.${key}`, value])),
    ...Object.fromEntries(placements.map((dimension) => [`tags.${dimension}`, [...new Set(tags[dimension])].sort()])),
  }
}

const writtenParts = ['title', 'body', 'type', 'purpose', 'locale', 'url', 'fields'] as const

/** Whether an entry of an item's log touched what an approval is about. */
export function isCovered(after: Readonly<Record<string, unknown>>): boolean {
  const tags = typeof after.tags === 'object' && after.tags !== null ? after.tags : {}
  return writtenParts.some((name) => name in after) || placements.some((dimension) => dimension in tags)
}

interface Touch {
  readonly subject: string
  readonly subjectId: string
  readonly after: Readonly<Record<string, unknown>> | null
}

/**
 * The items of which somebody wrote something that an approval would be about, since somebody else approved them last. `touches`:
 * what that person did to the items, and their approvals, oldest first.
 */
export function writtenBy(userId: string, touches: readonly Touch[]): Set<string> {
  const written = new Set<string>()
  for (const { subject, subjectId, after } of touches) {
    if (after === null) continue
    if (subject === 'item' && isCovered(after)) written.add(subjectId)
    if (subject === 'approval' && after.userId !== userId) written.delete(subjectId)
  }
  return written
}

/** The parts in which two states differ. */
export function changedParts(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => inOrder(before[name]) !== inOrder(after[name]))
}

/** The same text for the same values, in whatever order a database keeps the parts of a record. */
export const inOrder = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** The state that a change leads to. */
export const afterChange = <T extends Pick<ItemState, 'tags'>>(
  current: T,
  { columns, tags }: Pick<StateChange, 'columns' | 'tags'>,
): T => ({
  ...current,
  ...columns,
  tags: { ...current.tags, ...tags },
})
