import { spawn } from 'node:child_process'
import { timed } from './figures'
import { type Place, startProgram } from './program'
import type { Session } from './session'

const starts = 7

/** The built program, started again and again on the full database. Nothing else is running then. */
export async function measureStarts(place: Place, note: Session['note']): Promise<void> {
  const health: number[] = []
  const page: number[] = []
  const npm: number[] = []
  const floor: number[] = []
  const cpu: number[] = []
  for (let n = 0; n < starts; n += 1) {
    floor.push(await timed(smallestServer))
    const program = await startProgram(place)
    health.push(program.healthMs)
    page.push(program.signInMs)
    cpu.push(program.cpuMs())
    await program.stop()
    if (n % 2 === 1) continue
    const typed = await startProgram(place, { viaNpm: true })
    npm.push(typed.signInMs)
    await typed.stop()
  }
  const mean = cpu.reduce((sum, value) => sum + value, 0) / cpu.length
  const about = { group: 'start', unit: 'ms', floor } as const
  note({ ...about, name: 'to the first answer (health)', target: 1_500, values: health })
  note({ ...about, name: 'to the first page (sign-in)', target: 1_500, values: page, cpu: mean })
  note({ ...about, name: 'npm start, to the first page', target: 3_000, values: npm })
}

/** Node with an open database and a listening socket, and nothing else. */
function smallestServer(): Promise<void> {
  const script = `
    const Sqlite = require('better-sqlite3')
    new Sqlite(':memory:').prepare('select 1').get()
    require('node:http').createServer(() => {}).listen(0, () => process.exit(0))`
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', script], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the smallest server ended with ${code}`))))
  })
}
