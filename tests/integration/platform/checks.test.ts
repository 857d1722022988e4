import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A small program beside ours with our checks, to see that they catch what they are for. */
const root = mkdtempSync(join(tmpdir(), 'etappe-checks-'))
beforeAll(() => {
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(file, join(root, file))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
})
afterAll(() => rmSync(root, { recursive: true }))

function plant(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

function run(...command: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

describe('the check of the architecture', () => {
  const check = (...paths: string[]) =>
    run(resolve('node_modules/tsx/dist/cli.mjs'), resolve('server/scripts/check-architecture.ts'), ...paths)
  let answer: ReturnType<typeof check>

  beforeAll(() => {
    plant({
      'app/page.ts': "import { x } from '@/db/stores/x'\nexport const y = x\n",
      'components/a/a.ts': "import { x } from '@/components/b/b'\nexport const y = x\n",
      'components/b/b.ts': "import { x } from '@/server/env'\nexport { x }\n",
      'components/c/c.ts': "import type { X } from '@/server/env'\nexport const c: X = 1\n",
      'db/knot.ts': "import { b } from './tie'\nexport const a = () => b\n",
      'db/long.ts': 'export const a = 1\n'.padEnd(500, '\n'),
      'db/stores/x.ts': 'export const x = 1\n',
      'db/tie.ts': "import { a } from './knot'\nexport const b = () => a\n",
      'server/domain/a/a.rules.ts': "import { x } from '@/db/stores/x'\nexport const y = x\n",
      'server/domain/a/a.queries.ts': "import { eq } from 'drizzle-orm'\nimport 'server-only'\nexport const y = eq\n",
      'server/env.ts': 'export const x = 1\nexport type X = number\n',
    })
    answer = check('app', 'components', 'db', 'server')
  }, 60_000)

  test.each([
    ['rules-and-schemas-are-pure', 'server/domain/a/a.rules.ts → db/stores/x.ts'],
    ['components-stay-in-the-browser', 'components/b/b.ts → server/env.ts'],
    ['pages-know-no-database', 'app/page.ts → db/stores/x.ts'],
    ['drizzle-lives-in-db', 'server/domain/a/a.queries.ts → '],
    ['server-only-at-the-pages', 'server/domain/a/a.queries.ts → '],
    ['features-do-not-know-each-other', 'components/a/a.ts → components/b/b.ts'],
    ['no-cycles', 'db/knot.ts → db/tie.ts'],
    ['too-long', 'db/long.ts has 482 lines'],
  ])('catches what breaks %s', (rule, what) => {
    expect(answer.said).toContain(`${rule}: ${what}`)
    expect(answer.code).toBe(1)
  })

  test('lets types cross where code may not', () => {
    expect(answer.said).not.toContain('components/c/c.ts')
  })

  test('fails when it looked at nothing', () => {
    plant({ 'docs/readme.md': 'nothing' })
    expect(check('docs')).toEqual({ code: 1, said: 'No module was looked at in docs.\n' })
  })
})

test('the lint catches a promise that nobody waits for: on PostgreSQL it would be a lost write', () => {
  const { $schema: _, ...settings } = JSON.parse(readFileSync('biome.json', 'utf8'))
  plant({
    'biome.json': JSON.stringify({ ...settings, vcs: { enabled: false } }),
    'db/a.ts': 'const save = async (): Promise<void> => undefined\nexport async function a(): Promise<void> {\n  save()\n}\n',
  })
  const { code, said } = run('node_modules/@biomejs/biome/bin/biome', 'lint', 'db/a.ts')
  expect(said).toContain('noFloatingPromises')
  expect(code).toBe(1)
})
