export type Value = string | number | null

/** A terminal, a pipe, a file, or what a test listens at. */
export interface Stream {
  readonly isTTY?: boolean
  readonly writable: boolean
  write(text: string, written?: () => void): unknown
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
}

/** Answers go to standard output, everything else to standard error. A reader that has seen enough ends nothing but the writing. */
export class Output {
  format: 'table' | 'json' = 'table'
  #pending: Promise<void> = Promise.resolve()

  constructor(
    private readonly answers: Stream,
    private readonly messages: Stream,
  ) {
    for (const stream of [answers, messages]) {
      stream.on('error', (error) => {
        if (error.code !== 'EPIPE') throw error
      })
    }
  }

  /** The answer, for programs or for people. */
  answer(json: unknown, readable: () => string): void {
    this.text(this.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : readable())
  }

  text(text: string): void {
    if (!this.answers.writable) return
    this.#pending = new Promise((resolve) => this.answers.write(text, () => resolve()))
  }

  /** A message beside the answer. */
  tell(message: string): void {
    if (this.messages.writable) this.messages.write(`${message}\n`)
  }

  /** Shows how far something has come, in one line that is written over; only to a person. */
  progress(message: string): void {
    if (this.messages.isTTY) this.messages.write(`\r\u001b[K${message}`)
  }

  /** Everything that was said has left the process. */
  async flushed(): Promise<void> {
    await this.#pending
  }
}

/** Columns under headings; numbers to the right. Signs of control are shown as a blank, so that no content moves the cursor. */
export function table(headings: readonly string[], rows: readonly (readonly Value[])[]): string {
  const cells = rows.map((row) => headings.map((_, i) => shown(row[i] ?? null, i < headings.length - 1)))
  const widths = headings.map((heading, i) => Math.max(width(heading), ...cells.map((row) => width(row[i] ?? ''))))
  const isNumber = headings.map((_, i) => rows.length > 0 && rows.every((row) => typeof (row[i] ?? 0) === 'number'))
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => (isNumber[i] ? padding(text, widths[i]) + text : text + padding(text, widths[i])))
      .join('  ')
      .trimEnd()
  const rule = widths.map((each) => '-'.repeat(Math.min(each, longest))).join('  ')
  return `${[line(headings), rule, ...cells.map(line)].join('\n')}\n`
}

const longest = 100

/** The last column may be as long as it likes, the others would push it out of sight. */
function shown(value: Value, isCut: boolean): string {
  const text = value === null ? '' : String(value).replace(/\p{C}/gu, ' ')
  return isCut && text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

const width = (text: string): number => [...text].length
const padding = (text: string, wanted = 0): string => ' '.repeat(Math.max(0, wanted - width(text)))
