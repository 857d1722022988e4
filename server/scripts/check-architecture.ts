import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { argv, execPath, exit, stdout } from 'node:process'

/** Files longer than this want splitting; texts and data grow by nature. */
const maxLines = 400
const mayBeLong = /^(server\/presets\/|server\/i18n\/messages\/|db\/migrations\/)/

interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string; readonly severity: string }
    }[]
  }
}

/** The whole program, or the paths given. */
const paths = argv.length > 2 ? argv.slice(2) : ['app', 'server', 'db', 'components', 'tests', 'proxy.ts', 'instrumentation.ts']
const { modules, summary } = cruise(paths)
const own = [...new Set(modules.map(({ source }) => source))].filter((source) =>
  /^(app|server|db|components|tests)\//.test(source),
)
// With a TypeScript it does not know, the tool sees nothing and finds nothing wrong.
if (own.length === 0) fail([`No module was looked at in ${paths.join(', ')}.`])

const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
const tooLong = own.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').split('\n').length - 1
  return lines > maxLines && !mayBeLong.test(file)
    ? [`too-long: ${file} has ${lines} lines, at most ${maxLines} are allowed`]
    : []
})
if (broken.length + tooLong.length > 0) fail([...broken, ...tooLong])
stdout.write(`${own.length} modules keep to the architecture.\n`)

function cruise(files: readonly string[]): Cruise {
  const tool = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'
  const { stdout: json, stderr } = spawnSync(
    execPath,
    [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...files],
    {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
    },
  )
  try {
    return JSON.parse(json)
  } catch {
    return fail([`dependency-cruiser did not answer: ${stderr}`])
  }
}

function fail(sentences: readonly string[]): never {
  stdout.write(`${sentences.join('\n')}\n`)
  exit(1)
}
