import type { Call } from './command'

interface Note {
  readonly row: number | null
  readonly reason: string
}

export interface NoteGroup {
  readonly message: string
  /** How many rows it is said of. */
  readonly rows: number
  /** The first few of them; empty where it is said of the file. */
  readonly first: readonly number[]
}

const mostLines = 10
const mostRows = 5

/** Notes that say the same become one, in the order in which they were first said. */
export function groupNotes(notes: readonly Note[]): NoteGroup[] {
  const groups = new Map<string, { rows: number; first: number[] }>()
  for (const { row, reason } of notes) {
    const group = groups.get(reason) ?? { rows: 0, first: [] }
    groups.set(reason, group)
    group.rows += 1
    if (row !== null && group.first.length < mostRows) group.first.push(row)
  }
  return [...groups].map(([message, group]) => ({ message, ...group }))
}

/** What a person reads of them: a line for each, those of most rows first, and never more than a screen has room for. */
export function noteLines(groups: readonly NoteGroup[], say: Call['say']): string[] {
  const shown = [...groups].sort((a, b) => b.rows - a.rows).slice(0, groups.length > mostLines ? mostLines - 1 : mostLines)
  const lines = shown.map(({ message, rows, first: [row, ...others] }) => {
    if (row === undefined) return message
    if (rows === 1) return say('cli.import.note', { row, reason: message })
    const listed = [row, ...others].join(', ') + (rows > others.length + 1 ? ', …' : '')
    return say('cli.import.notes', { rows, listed, reason: message })
  })
  const hidden = groups.length - shown.length
  return hidden === 0 ? lines : [...lines, say('cli.import.moreNotes', { hidden })]
}
