import { parseArgs } from 'node:util'

export const parts = ['start', 'list', 'heatmap', 'gaps', 'campaigns', 'calendar', 'board', 'bulk', 'import'] as const
export type Part = (typeof parts)[number]

export const help = `npm run bench -- [options]     measures the built program over HTTP

  --items N          how many items there are (100000)
  --postgres         on a PostgreSQL that is started for it, instead of SQLite
  --only a,b         only these: ${parts.join(', ')}
  --runs N           how often each is asked (24)
  --json             prints the result as JSON instead of a table
  --profile          has the program write a profile of its processor time beside the result
  --compare A B      compares two results that were written before
`

export interface Options {
  readonly items: number
  readonly usesPostgres: boolean
  readonly only: ReadonlySet<Part>
  readonly runs: number
  readonly isJson: boolean
  readonly isProfiled: boolean
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      items: { type: 'string', default: '100000' },
      postgres: { type: 'boolean', default: false },
      only: { type: 'string', default: parts.join(',') },
      runs: { type: 'string', default: '24' },
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  })
  const number = (text: string, name: string) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number above 0, not ${text}.`)
    return value
  }
  const only = values.only.split(',').map((name) => {
    const part = parts.find((known) => known === name.trim())
    if (!part) throw new Error(`--only knows no ${name}; there are ${parts.join(', ')}.`)
    return part
  })
  return {
    items: number(values.items, 'items'),
    usesPostgres: values.postgres,
    only: new Set(only),
    runs: number(values.runs, 'runs'),
    isJson: values.json,
    isProfiled: values.profile,
  }
}
