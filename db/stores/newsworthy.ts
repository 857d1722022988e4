interface Entry {
  readonly subject: string
  readonly subjectId: string
  readonly operation: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** What the log calls a campaign. */
export const campaignTerm = 'campaign/'

const gapOpens: ReadonlySet<string> = new Set(['found', 'reopened', 'returned'])

/** Whether somebody might have to be told of an entry of the log. Asked in every write, so it looks at the entry alone. */
export function isNewsworthy({ subject, subjectId, operation, before, after }: Entry): boolean {
  switch (subject) {
    case 'item':
      return hasNew('ownerId', before, after)
    case 'finding':
      return gapOpens.has(operation) || hasNew('ownerId', before, after)
    case 'task':
      return hasNew('assigneeId', before, after)
    case 'term':
      return subjectId.startsWith(campaignTerm) && hasNew('ownerId', detailsIn(before), detailsIn(after))
    case 'comment':
    case 'approval':
    case 'publication':
      return true
    default:
      return false
  }
}

/** The details of a term in a row of the log; null where the row does not touch them. */
export function detailsIn(record: Entry['before']): Record<string, unknown> | null {
  const details = record?.details
  return typeof details === 'object' && details !== null ? { ...details } : null
}

function hasNew(name: string, before: Entry['before'], after: Entry['after']): boolean {
  const value = after?.[name]
  return typeof value === 'string' && value !== '' && before?.[name] !== value
}
