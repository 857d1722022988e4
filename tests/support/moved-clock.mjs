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

/** Makes real dates, with a prototype of their own kind, so that nobody can tell them apart. @param {any[]} given */
function MovedDate(...given) {
  const now = RealDate.now() + aheadMs
  if (!new.target) return new RealDate(now).toString()
  return Reflect.construct(RealDate, given.length === 0 ? [now] : given, new.target)
}
MovedDate.prototype = RealDate.prototype
MovedDate.now = () => RealDate.now() + aheadMs
MovedDate.parse = RealDate.parse
MovedDate.UTC = RealDate.UTC
globalThis.Date = /** @type {any} */ (MovedDate)
