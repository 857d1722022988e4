import { setTimeout } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { timed, timedNow } from './figures'
import { inventoryItem, type Palette } from './inventory'
import { filterKinds } from './questions'
import type { Session } from './session'

const rows = 10_000
const group = 'import'
const patienceMs = 600_000

/** Between two questions of a person who is quick. */
const pauseMs = 100

/** Ten thousand rows from the file to the last item, alone and while somebody else reads; and what that reader notices. */
export async function measureImports(session: Session): Promise<void> {
  const { floor, note, program } = session
  const alone: number[] = []
  const floors: number[] = []
  let cpu = 0
  let file = 0
  const next = () => {
    file += 1
    return fileOf(session, file)
  }
  for (let round = 0; round < 3; round += 1) {
    const csv = next()
    floors.push(timedNow(() => floor.import(csv)))
    const cpuBefore = program.cpuMs()
    alone.push(await timed(() => runImport(session, csv)))
    cpu += program.cpuMs() - cpuBefore
    await program.idle()
  }
  const name = `${rows.toLocaleString('en')} rows`
  note({ group, name, unit: 'ms', target: 5_000, values: alone, floor: floors, cpu: cpu / alone.length })
  for (const { reader, pause, rounds, isTarget } of [
    { reader: 'somebody asks ten times a second', pause: pauseMs, rounds: 3, isTarget: true },
    { reader: 'somebody asks without a pause', pause: 0, rounds: 1, isTarget: false },
  ]) {
    const calm = await readWhile(session, pause, () => setTimeout(4_000))
    const beside: number[] = []
    const reads: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const csv = next()
      reads.push(...(await readWhile(session, pause, async () => void beside.push(await timed(() => runImport(session, csv))))))
      await program.idle()
    }
    const about = { group, unit: 'ms' } as const
    note({ ...about, name: `${name} while ${reader}`, ...(isTarget ? { target: 5_000 } : {}), values: beside, floor: floors })
    note({
      ...about,
      name: `answers while ${reader}`,
      ...(isTarget ? { targetP99: 100 } : {}),
      values: reads,
      floor: calm,
      note: 'floor: without an import',
    })
  }
}

/** Lists and heatmaps in turn for as long as the work takes. */
async function readWhile(session: Session, pause: number, work: () => Promise<unknown>): Promise<number[]> {
  const { api, workspace, palette } = session
  const kinds = filterKinds(palette)
  const values: number[] = []
  let isOver = false
  async function read(): Promise<void> {
    for (let n = 0; !isOver; n += 1) {
      const filter = n % 4 === 0 ? '' : (kinds[n % kinds.length]?.text(n) ?? '')
      values.push(
        await timed(() =>
          n % 2 ? api.content.list.query({ workspace, filter }) : api.coverage.grid.query({ workspace, filter }),
        ),
      )
      if (pause > 0) await setTimeout(pause)
    }
  }
  const reader = read()
  try {
    await work()
  } finally {
    isOver = true
    await reader
  }
  return values
}

async function runImport({ api, workspace, program, cookie }: Session, csv: string): Promise<void> {
  const answer = await fetch(`${program.url}/api/import/${workspace}?name=inventory.csv`, {
    method: 'POST',
    headers: { cookie, origin: program.url, 'content-type': 'text/csv' },
    body: Buffer.from(csv),
  })
  if (answer.status !== 201)
    throw new Error(`the upload was answered with ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  const { id } = (await answer.json()) as { id: string }
  const { revision } = await api.imports.get.query({ workspace, id })
  await api.imports.commit.mutate({ workspace, id, revision })
  const startedAt = performance.now()
  for (;;) {
    const { state, counts, problem } = await api.imports.get.query({ workspace, id })
    if (state === 'done') {
      if (counts?.create !== rows) throw new Error(`the import made ${counts?.create} items: ${JSON.stringify(counts)}`)
      return
    }
    if (state === 'failed' || performance.now() - startedAt > patienceMs)
      throw new Error(`the import is ${state}: ${JSON.stringify(problem)}`)
    await setTimeout(50)
  }
}

/** Other items in each file, as a content management system lists them. */
function fileOf({ palette, items }: { palette: Palette; items: number }, round: number): string {
  const from = items + round * rows
  const records = Array.from({ length: rows }, (_, n) => {
    const { title, type, step, url, locale, note, tags, publishedAt } = inventoryItem(from + n, palette)
    return {
      URL: url ?? '',
      Title: title,
      Type: type,
      Status: step ?? '',
      Language: locale ?? '',
      Channel: (tags?.channel ?? []).join(', '),
      'Journey stage': (tags?.phase ?? []).join(', '),
      Topic: (tags?.topic ?? []).join(', '),
      Published: publishedAt?.toISOString().slice(0, 10) ?? '',
      Note: note ?? '',
    }
  })
  return stringify(records, { header: true })
}
