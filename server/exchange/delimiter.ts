import { type Delimiter, delimiters } from '@/server/domain/exchange/exchange.schema'

const SAMPLE_CHARACTERS = 64 * 1024

/** The delimiter that cuts the beginning of the text into rows of one length; `,` for a file of one column. */
export function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const isCut = sample.length < text.length
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const counts = countColumns(sample, delimiter, isCut)
    const score = scoreOf(counts)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function scoreOf(counts: readonly number[]): number {
  const frequency = new Map<number, number>()
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1)
  const [width = 1, rows = 0] = [...frequency].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  const widest = counts[0] ?? 1
  // Ragged files: the first row is the header, and it says the width even when few rows keep to it.
  if (width < 2) return widest >= 2 ? 0.1 * Math.log2(widest) : 0
  const share = rows / counts.length
  const headerAgrees = counts[0] === width ? 1 : 0.4
  // A single column of texts with a comma each: the header has none, and the rows agree by chance.
  if (counts[0] === 1 && width === 2) return 0.05
  return share * headerAgrees * (1 + Math.log2(width) / 4)
}

/** Columns of every row that is not empty, quotes respected. */
function countColumns(text: string, delimiter: string, isCut: boolean): number[] {
  const counts: number[] = []
  let columns = 1
  let isQuoted = false
  let isFieldStart = true
  let isEmpty = true
  const endRow = () => {
    if (!isEmpty) counts.push(columns)
    columns = 1
    isFieldStart = true
    isEmpty = true
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (isQuoted) {
      if (sign === '"') {
        if (text[i + 1] === '"') i += 1
        else isQuoted = false
      }
      continue
    }
    if (sign === '"' && isFieldStart) isQuoted = true
    else if (sign === delimiter) {
      columns += 1
      isEmpty = false
      isFieldStart = true
      continue
    } else if (sign === '\n' || sign === '\r') {
      endRow()
      continue
    }
    isEmpty = false
    isFieldStart = false
  }
  // What a quote left open swallowed, or the cut went through, is no row to judge by.
  if (!isQuoted && !(isCut && counts.length > 0)) endRow()
  return counts
}
