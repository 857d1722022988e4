export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** More pairs of lines than this are not compared one with another: the changed middle then counts as replaced. */
const mostPairs = 4_000_000

/** Lines of two texts side by side: the longest common run of lines stays, everything else was removed or added. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before === '' ? [] : before.split('\n')
  const next = after === '' ? [] : after.split('\n')
  let start = 0
  while (start < old.length && start < next.length && old[start] === next[start]) start += 1
  let end = 0
  while (end < old.length - start && end < next.length - start && old.at(-1 - end) === next.at(-1 - end)) end += 1
  const middle = diffMiddle(old.slice(start, old.length - end), next.slice(start, next.length - end))
  const same = (lines: readonly string[]) => lines.map((text): DiffLine => ({ kind: 'same', text }))
  return [...same(old.slice(0, start)), ...middle, ...same(end === 0 ? [] : old.slice(-end))]
}

function diffMiddle(old: readonly string[], next: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: 'removed', text })
  const added = (text: string): DiffLine => ({ kind: 'added', text })
  if (old.length * next.length > mostPairs) return [...old.map(removed), ...next.map(added)]
  const width = next.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  const at = (row: number, column: number): number => common[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = next.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        old[row] === next[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const lines: DiffLine[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < next.length) {
    const [mine, theirs] = [old[row], next[column]]
    if (mine !== undefined && mine === theirs) {
      lines.push({ kind: 'same', text: mine })
      row += 1
      column += 1
    } else if (mine !== undefined && (theirs === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(removed(mine))
      row += 1
    } else if (theirs !== undefined) {
      lines.push(added(theirs))
      column += 1
    }
  }
  return lines
}

/** Only the changed lines with a little around them; `null` stands for what is left out. */
export function hunksOf(lines: readonly DiffLine[], around = 2): (DiffLine | null)[] {
  const near = new Set<number>()
  for (const [n, { kind }] of lines.entries())
    if (kind !== 'same') for (let step = -around; step <= around; step += 1) near.add(n + step)
  const shown: (DiffLine | null)[] = []
  for (const [n, line] of lines.entries()) {
    if (near.has(n)) shown.push(line)
    else if (shown.at(-1) !== null) shown.push(null)
  }
  return shown
}
