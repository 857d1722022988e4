import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freshFolder, type Program, startProgram } from './program'

/** A program whose clock a test moves; `page.clock` gives the pages the same time. */
export interface MovedClock {
  start(): Promise<Program>
  /** Milliseconds ahead of the real clock. */
  ahead(): number
  move(byMs: number): void
}

export function movedClock(): MovedClock {
  const file = join(freshFolder(), 'ahead')
  let aheadMs = 0
  const write = () => writeFileSync(file, String(aheadMs))
  return {
    start() {
      write()
      return startProgram({ env: { MOVED_CLOCK: file, NODE_OPTIONS: `--import=${resolve('tests/support/moved-clock.mjs')}` } })
    },
    ahead: () => aheadMs,
    move(byMs) {
      aheadMs += byMs
      write()
    },
  }
}
