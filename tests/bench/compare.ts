import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import type { Result } from './report'

/** Smaller differences are weather. */
const telling = 0.1

/** Two results side by side, as multiples of their floors: so runs on busy and quiet machines can be compared. */
export function comparison(before: Result, after: Result): string {
  const known = new Map(before.figures.map((figure) => [`${figure.group}: ${figure.name}`, figure]))
  return after.figures
    .flatMap(({ group, name, unit, p50, ratio }) => {
      const old = known.get(`${group}: ${name}`)
      if (!old) return []
      const [was, is] = ratio !== undefined && old.ratio !== undefined ? [old.ratio, ratio] : [old.p50, p50]
      const change = is / was - 1
      const word = Math.abs(change) < telling ? 'as before' : change < 0 ? 'faster' : 'SLOWER'
      return [
        `${word.padEnd(9)} ${`${group}: ${name}`.padEnd(60)} ${old.p50} → ${p50} ${unit}${ratio === undefined ? '' : `, x ${was} → x ${is}`}`,
      ]
    })
    .join('\n')
}

export function compareFiles(): void {
  const [before, after] = argv.slice(argv.indexOf('--compare') + 1)
  if (!before || !after) throw new Error('Say which: npm run bench -- --compare before.json after.json')
  const read = (file: string): Result => JSON.parse(readFileSync(file, 'utf8'))
  stdout.write(`${comparison(read(before), read(after))}\n`)
}
