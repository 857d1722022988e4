interface Entry {
  readonly subject: string
  readonly operation: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

const gapOpens: ReadonlySet<string> = new Set(['found', 'reopened', 'returned'])

/** Whether somebody might have to be told of an entry of the log. Asked in every write, so it looks at the entry alone. */
export function isNewsworthy({ subject, operation, before, after }: Entry): boolean {
  switch (subject) {
    case 'item':
      return hasNew('ownerId', before, after)
    case 'finding':
      return gapOpens.has(operation) || hasNew('ownerId', before, after)
    case 'task':
      return hasNew('assigneeId', before, after)
    case 'comment':
    case 'approval':
    case 'publication':
      return true
    default:
      return false
  }
}

function hasNew(name: string, before: Entry['before'], after: Entry['after']): boolean {
  const value = after?.[name]
  return typeof value === 'string' && value !== '' && before?.[name] !== value
}
