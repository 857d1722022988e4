// For tests only: `NODE_OPTIONS=--import=<this file>` starts the program with a clock that runs ahead by as many milliseconds as
// the file MOVED_CLOCK says, read anew five times a second. Nothing of it is in the program.
import { readFileSync } from 'node:fs'

const RealDate = Date
const file = process.env.MOVED_CLOCK ?? ''
let aheadMs = 0

function look() {
  try {
    aheadMs = Number(readFileSync(file, 'utf8')) || 0
  } catch {
    aheadMs = 0
  }
}

look()
setInterval(look, 200).unref()

globalThis.Date = class extends RealDate {
  /** @param {any[]} given */
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + aheadMs)
    else super(.../** @type {[any]} */ (given))
  }

  static now() {
    return RealDate.now() + aheadMs
  }
}
