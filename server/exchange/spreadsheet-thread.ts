import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Cell, Complaint } from '@/server/domain/exchange/exchange.schema'
import {
  MAX_COLUMNS,
  MAX_JSON_DEPTH,
  MAX_ROWS,
  MAX_UNPACKED_BYTES,
  WORKER_HEAP_MB,
  WORKER_TIMEOUT_MS,
} from '@/server/exchange/limits'
import { turns } from '@/server/exchange/turns'
import { UnreadableFile } from '@/server/exchange/unreadable-file'

export type ReadTask =
  | { readonly task: 'xlsx'; readonly bytes: Uint8Array; readonly sheet: string | null }
  | { readonly task: 'json'; readonly text: string }

export interface AboutFile {
  readonly count: number
  readonly sheets?: { name: string; isHidden: boolean }[]
  readonly sheet?: string | null
  readonly isDate1904?: boolean
  readonly columns?: string[]
  readonly complaints?: Complaint[]
  readonly isOwn?: boolean
}

type Message =
  | { kind: 'about'; about: AboutFile }
  | { kind: 'rows'; from: number; rows: Cell[][] }
  | { kind: 'more' }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'refused'; messageKey: string; details: UnreadableFile['details'] }

/** Parses a file in a thread and brings its rows over in portions. Throws UnreadableFile. */
export async function readInThread(task: ReadTask): Promise<{ about: AboutFile; rows: Cell[][] }> {
  const limits = { rows: MAX_ROWS, columns: MAX_COLUMNS, depth: MAX_JSON_DEPTH, unpackedBytes: MAX_UNPACKED_BYTES }
  const thread = openThread({ ...task, limits })
  try {
    const first = await thread.next()
    if (first.kind !== 'about') throw new Error(`unexpected answer ${first.kind}`)
    const rows: Cell[][] = []
    const turn = turns()
    while (rows.length < first.about.count) {
      thread.send('next')
      const portion = await thread.next()
      if (portion.kind === 'rows') for (const row of portion.rows) rows.push(row)
      await turn.give()
    }
    return { about: first.about, rows }
  } finally {
    await thread.close()
  }
}

/** How a sheet for people looks: widths in characters, how dates are written. One without is for programs. */
export interface Look {
  readonly widths: readonly number[]
  readonly dates: { readonly day: string; readonly time: string }
}

/** Builds an .xlsx in a thread from rows that are made while it asks for them; the columns are asked for at the end. */
export async function writeInThread(
  portions: AsyncIterator<Cell[][]>,
  columns: () => string[],
  look?: Look,
): Promise<Uint8Array> {
  const thread = openThread({ task: 'write', look })
  try {
    for (;;) {
      const message = await thread.next()
      if (message.kind === 'bytes') return message.bytes
      const portion = await portions.next()
      thread.send(portion.done ? { columns: columns() } : { rows: portion.value })
    }
  } finally {
    await thread.close()
  }
}

function openThread(workerData: Record<string, unknown>) {
  // By the working directory, which every door of the program shares: a bundler would move this file away from the other.
  const file = join(process.cwd(), 'server', 'exchange', 'spreadsheet-worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  })
  const arrived: Message[] = []
  let failure: Error | undefined
  let wake: () => void = () => undefined
  const fail = (error: Error) => {
    failure ??= error
    wake()
  }
  worker.on('message', (message: Message) => {
    if (message.kind === 'refused') fail(new UnreadableFile(message.messageKey, message.details))
    else arrived.push(message)
    wake()
  })
  worker.on('error', (error: NodeJS.ErrnoException) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableFile('exchange.problem.tooMuchMemory') : error),
  )
  worker.on('exit', () => fail(new Error('the thread that reads spreadsheets ended early')))
  const timer = setTimeout(() => fail(new UnreadableFile('exchange.problem.tooSlow')), WORKER_TIMEOUT_MS)
  return {
    send: (value: unknown) => worker.postMessage(value),
    async next(): Promise<Message> {
      for (;;) {
        const message = arrived.shift()
        if (message) return message
        if (failure) throw failure
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async close() {
      clearTimeout(timer)
      await worker.terminate()
    },
  }
}
