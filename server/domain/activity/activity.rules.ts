import { type ActivityEntry, type ActivityKind, activityKinds, subjectOfKind } from '@/server/domain/activity/activity.schema'

interface Row {
  readonly subject: string
  readonly subjectId: string
  readonly operation: string
  readonly actor: string
}

/** The subjects of the log that a kind, or all kinds together, look at. */
export const subjectsOf = (kind: ActivityKind | undefined): string[] =>
  (kind === undefined ? activityKinds : [kind]).map((one) => subjectOfKind[one])

/** What the stream calls a row; undefined for what nobody did to content: other words of the vocabulary, what the program found. */
export function kindOf({ subject, subjectId, operation, actor }: Row): ActivityKind | undefined {
  if (subject === 'term') return subjectId.startsWith('campaign/') ? 'campaign' : undefined
  if (subject === 'finding' && (actor.startsWith('job:') || operation === 'found')) return undefined
  return activityKinds.find((kind) => subjectOfKind[kind] === subject)
}

const foldedWithinMs = 60 * 60 * 1000

/** Somebody who types for an hour saves many times; told is one change of all that was touched. Entries are newest first. */
export function folded(entries: readonly ActivityEntry[]): ActivityEntry[] {
  const told: ActivityEntry[] = []
  for (const entry of entries) {
    const newer = told.at(-1)
    const [mine, own] = [lineToFold(entry), newer && lineToFold(newer)]
    const isSame =
      newer !== undefined &&
      mine !== undefined &&
      own !== undefined &&
      mine.kind === own.kind &&
      mine.place?.id === own.place?.id &&
      newer.actor.id === entry.actor.id &&
      newer.at.getTime() - entry.at.getTime() <= foldedWithinMs
    if (isSame) told[told.length - 1] = { ...newer, lines: [{ ...own, fields: [...new Set([...own.fields, ...mine.fields])] }] }
    else told.push(entry)
  }
  return told
}

function lineToFold({ lines }: ActivityEntry) {
  const [line] = lines
  const isPlain = lines.length === 1 && line?.operation === 'edit' && line.count === 1
  return isPlain && (line.kind === 'item' || line.kind === 'brief') ? line : undefined
}
