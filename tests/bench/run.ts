import { statSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { argv, exit, stderr, stdout, versions } from 'node:process'
import { ensureBuilt } from '@/server/scripts/build.mjs'
import { compareFiles } from './compare'
import { type FullDatabase, fullDatabase } from './database'
import { type Figure, timed } from './figures'
import { Floor } from './floor'
import { measureBoard } from './measure-board'
import { measureBulk } from './measure-bulk'
import { measureCalendar } from './measure-calendar'
import { measureCampaigns } from './measure-campaigns'
import { measureCoverage } from './measure-coverage'
import { measureGaps } from './measure-gaps'
import { measureImports } from './measure-imports'
import { measureLists } from './measure-lists'
import { measureStarts } from './measure-starts'
import { help, type Options, readOptions } from './options'
import { startProgram } from './program'
import { resultOf, tableOf, writeResult } from './report'
import { readPalette, type Session, signIn } from './session'

const root = resolve(import.meta.dirname, '../..')
const say = (line: string) => void stderr.write(`${line}\n`)
const load = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10

try {
  if (argv.includes('--help')) stdout.write(help)
  else if (argv.includes('--compare')) compareFiles()
  else await bench(readOptions(argv.slice(2)))
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  exit(1)
}

async function bench(options: Options): Promise<void> {
  process.chdir(root)
  await ensureBuilt(root)
  const before = load()
  const figures: Figure[] = []
  const database = await fullDatabase(root, options.items, options.usesPostgres, say)
  try {
    await measureAll(database, options, (figure) => figures.push(figure))
  } finally {
    await database.close()
  }
  const result = resultOf({
    items: options.items,
    database: options.usesPostgres ? 'postgres' : 'sqlite',
    machine: {
      cores: availableParallelism(),
      processor: cpus()[0]?.model ?? 'unknown',
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: versions.node,
      load: [before, load()],
    },
    figures,
  })
  const file = writeResult(root, result, new Date())
  stdout.write(options.isJson ? `${JSON.stringify(result, null, 2)}\n` : `\n${tableOf(result)}\n`)
  say(`Written to ${file.slice(root.length + 1)}.`)
}

async function measureAll(database: FullDatabase, options: Options, note: (figure: Figure) => void): Promise<void> {
  const { only, items, runs, isProfiled } = options
  say('Starting the program once, for what it does after a change of version …')
  const first = await startProgram(database)
  await first.idle()
  await first.stop()
  if (only.has('start')) {
    say('Starts …')
    await measureStarts(database, note)
  }
  const program = await startProgram(database, { isProfiled })
  const floors: Floor[] = []
  try {
    await program.idle()
    const atStart = program.memory()
    const person = await signIn(program)
    const { workspace } = person
    const firstList = await timed(() => person.api.content.list.query({ workspace }))
    note({ group: 'memory', name: 'facts: first list after a start', unit: 'ms', values: [firstList] })
    const withFacts = program.memory()
    const palette = await readPalette(person)
    say('Making the floor …')
    const floor = new Floor(database.dataDir)
    floors.push(floor)
    await floor.fill(items, palette)
    const session: Session = { ...person, palette, floor, items, runs, note }
    const steps = {
      list: measureLists,
      heatmap: measureCoverage,
      gaps: measureGaps,
      campaigns: measureCampaigns,
      calendar: measureCalendar,
      board: measureBoard,
      bulk: measureBulk,
      import: measureImports,
    }
    for (const [name, step] of Object.entries(steps) as [keyof typeof steps, (session: Session) => Promise<void>][]) {
      if (!only.has(name)) continue
      say(`${name} … (load ${load()})`)
      // One that fails must not take the figures of the others with it.
      await step(session).catch((error: unknown) => {
        say(`${name} failed: ${error instanceof Error ? error.message : String(error)}`)
        process.exitCode = 1
      })
      await program.idle()
    }
    const memory = { group: 'memory', unit: 'MB' } as const
    note({ ...memory, name: 'program without facts', values: [atStart.now] })
    note({ ...memory, name: 'program with facts', values: [withFacts.now] })
    note({
      ...memory,
      name: 'program after everything',
      values: [program.memory().now],
      note: `at most ${program.memory().peak}`,
    })
    if (!options.usesPostgres)
      note({ ...memory, name: 'database file', values: [megabytes(join(database.dataDir, 'etappe.db'))] })
  } finally {
    for (const floor of floors) floor.close()
    await program.stop()
  }
}

function megabytes(file: string): number {
  return Math.round(statSync(file).size / 2 ** 20)
}
