interface Entry {
  readonly subject: string
  readonly subjectId: string
  readonly operation: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** What the log calls a campaign. */
const campaignTerm = 'campaign/'

const gapOpens: ReadonlySet<string> = new Set(['found', 'reopened', 'returned'])

/** Whether somebody might have to be told of an entry of the log. Asked in every write, so it looks at the entry alone. */
export function isNewsworthy(entry: Entry): boolean {
  const { subject, operation, before, after } = entry
  switch (subject) {
    case 'item':
      return hasNew('ownerId', before, after)
    case 'finding':
      return gapOpens.has(operation) || hasNew('ownerId', before, after)
    case 'task':
      return hasNew('assigneeId', before, after)
    case 'term':
      return isCampaign(entry) && hasNew('ownerId', detailsIn(before), detailsIn(after))
    case 'comment':
    case 'approval':
    case 'publication':
      return true
    default:
      return false
  }
}

const isCampaign = ({ subject, subjectId }: Entry): boolean => subject === 'term' && subjectId.startsWith(campaignTerm)

/** What became of a campaign, by its key, with the details alone; every other entry as it is. */
export const asCampaign = <E extends Entry>(entry: E): E =>
  isCampaign(entry)
    ? {
        ...entry,
        subject: 'campaign',
        subjectId: entry.subjectId.slice(campaignTerm.length),
        before: detailsIn(entry.before),
        after: detailsIn(entry.after),
      }
    : entry

/** The details of a term in a row of the log; null where the row does not touch them. */
function detailsIn(record: Entry['before']): Record<string, unknown> | null {
  const details = record?.details
  return typeof details === 'object' && details !== null ? { ...details } : null
}

function hasNew(name: string, before: Entry['before'], after: Entry['after']): boolean {
  const value = after?.[name]
  return typeof value === 'string' && value !== '' && before?.[name] !== value
}
