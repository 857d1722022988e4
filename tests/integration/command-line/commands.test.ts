import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '@/server/scripts/etappe/commands'
import { commandLine, patience } from './support'

const shell = commandLine()
const write = (name: string, content: string) => writeFileSync(join(shell().folder, name), content)

let slug: string

beforeAll(async () => {
  const made = await shell().json<{ id: string; slug: string }>(
    'workspace',
    'create',
    '--name',
    'Bücher & mehr',
    '--sample',
    'worst',
  )
  expect(Object.keys(made)).toEqual(['id', 'slug'])
  slug = made.slug
})

interface ImportAnswer {
  readonly read: number
  readonly create: number
  readonly update: number
  readonly unchanged: number
  readonly skipped: { row: number; reason: string }[]
  readonly failed: { row: number; reason: string }[]
  readonly notes: { message: string; rows: number; first: number | null }[]
}

describe('import', () => {
  const list = 'Titel;Adresse;Ziel\nErste Seite;https://example.org/eins;Nachkauf\nZweite Seite;https://example.org/zwei;Kauf\n'

  test('tells with --dry-run what would be, and then does it', async () => {
    write('list.csv', list)
    const args = ['import', 'list.csv', '--workspace', slug, '--map', 'Ziel=phase']
    const answer: ImportAnswer = { read: 2, create: 2, update: 0, unchanged: 0, skipped: [], failed: [], notes: [] }
    expect(await shell().json(...args, '--dry-run')).toEqual(answer)
    expect(await shell().json(...args)).toEqual(answer)
    expect(await shell().json(...args)).toEqual({ ...answer, create: 0, unchanged: 2 })
    const { rows } = await shell().json<{ rows: { key: string; distinct: number }[] }>(
      'coverage',
      '--workspace',
      slug,
      '--filter',
      'url=~example.org',
    )
    expect(Object.fromEntries(rows.map(({ key, distinct }) => [key, distinct]))).toMatchObject({
      conversion: 1,
      retention: 1,
      awareness: 0,
    })
  })

  test('ends with 1 when rows failed, tells them in a language, and takes all back with --undo', async () => {
    write('mixed.csv', 'Titel;Adresse;Datum\nDritte;https://example.org/drei;03.05.2026\n;;\nVierte;javascript:alert(1);\n')
    const { code, out, err } = await shell().run(
      'import',
      'mixed.csv',
      '--workspace',
      slug,
      '--format',
      'json',
      '--language',
      'de',
    )
    expect(code).toBe(1)
    const answer: ImportAnswer = JSON.parse(out)
    expect(answer).toMatchObject({ read: 2, create: 1, skipped: [] })
    expect(answer.failed).toEqual([{ row: 4, reason: expect.stringContaining('keine Adresse, die verlinkt werden darf') }])
    const id = /--undo ([0-9a-f]+)/.exec(err)?.[1] ?? ''
    expect(await shell().json('import', '--workspace', slug, '--undo', id)).toEqual({ done: 1, refused: 0 })
    const again = await shell().json<ImportAnswer>('import', 'list.csv', '--workspace', slug, '--map', 'Ziel=phase', '--dry-run')
    expect(again).toMatchObject({ create: 0, unchanged: 2 })
  })

  test('makes the terms it is told to make, and takes status and type for rows without', async () => {
    write('terms.csv', 'Titel,Thema\nA,Honig\nB,Wachs; Honig\n')
    const args = ['--create', 'topic', '--status', 'planned', '--type', 'blog_post']
    expect(await shell().json('import', 'terms.csv', '--workspace', slug, ...args)).toMatchObject({ create: 2, failed: [] })
    const to = join(shell().folder, 'terms.json')
    await shell().json('export', '--workspace', slug, '--to', to, '--filter', 'topic=honig&sort=title')
    const { items } = JSON.parse(readFileSync(to, 'utf8'))
    expect(items).toMatchObject([
      { title: 'A', status: 'planned', type: 'blog_post', topic: ['honig'] },
      { title: 'B', status: 'planned', type: 'blog_post', topic: ['wachs', 'honig'] },
    ])
  })

  test('names the way out where addresses are only the end of one', async () => {
    write('ends.csv', 'Titel,Adresse\nA,/blog/a\n')
    const { code, out } = await shell().run('import', 'ends.csv', '--workspace', slug, '--dry-run', '--format', 'json')
    expect([code, JSON.parse(out).failed[0].reason]).toEqual([1, expect.stringContaining('--site https://example.org')])
    const whole = ['import', 'ends.csv', '--workspace', slug, '--dry-run', '--site', 'https://example.org']
    expect(await shell().json(...whole)).toMatchObject({ create: 1, failed: [] })
  })

  test('says what is true of many rows once, on few lines, and counts it', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `Seite ${i},Unsinn${i < 20 ? '' : ` ${i}`}`)
    write('notes.csv', ['Titel,Kanal', ...rows].join('\n'))
    const args = ['import', 'notes.csv', '--workspace', slug, '--dry-run']
    const { notes } = await shell().json<ImportAnswer>(...args)
    expect(notes).toHaveLength(41)
    expect(notes[0]).toMatchObject({ message: expect.stringContaining('Unsinn'), rows: 20, first: 2 })
    const { code, err } = await shell().run(...args)
    expect([code, err.trimEnd().split('\n').length]).toEqual([0, 10])
    expect(err).toMatch(/^20 rows \(2, 3, 4, 5, 6, …\): .*Unsinn/)
    expect(err).toMatch(/and 32 more notes/)
  })
})

describe('coverage', () => {
  test('answers in the promised form, through a lens and for a day', async () => {
    const answer = await shell().json<Record<'rows' | 'columns' | 'cells', object[]>>(
      'coverage',
      '--workspace',
      slug,
      '--by',
      'type',
      '--mode',
      'planned',
      '--as-of',
      '2026-12-31',
      '--lens',
      'aida',
    )
    expect(Object.keys(answer)).toEqual(['mode', 'asOf', 'by', 'rows', 'columns', 'cells', 'total', 'readiness'])
    expect(answer).toMatchObject({ mode: 'planned', asOf: '2026-12-31', by: 'type', total: expect.any(Number) })
    expect(Object.keys(answer.rows[0] ?? {})).toEqual(['key', 'name', 'score', 'distinct'])
    expect(Object.keys(answer.columns[0] ?? {})).toEqual(['key', 'name', 'distinct'])
    expect(Object.keys(answer.cells[0] ?? {})).toEqual(['row', 'column', 'fresh', 'stale', 'target', 'state'])
    expect(answer.cells.length).toBe(answer.rows.length * answer.columns.length)
    const readable = await shell().run('coverage', '--workspace', slug)
    expect(readable.out).toContain('Consideration')
  })

  test('calls what has no phase or no channel as the screen does', async () => {
    const words = async (...args: string[]) => shell().run('coverage', '--workspace', slug, '--mode', 'planned', ...args)
    write('bare.csv', 'Titel\nGanz ohne alles\n')
    await shell().json('import', 'bare.csv', '--workspace', slug)
    expect((await words()).out).toMatch(/No channel[\s\S]*No phase/)
    expect((await words('--by', 'type', '--language', 'de')).out).toMatch(/\nOhne Phase /)
  })
})

describe('gaps', () => {
  test('ends with 1 only when asked to and when one is open', async () => {
    const gaps = await shell().json<{ rule: string; state: string; severity: string }[]>('gaps', '--workspace', slug)
    expect(Object.keys(gaps[0] ?? {})).toEqual(['rule', 'severity', 'phase', 'scope', 'evidence', 'state'])
    expect(gaps.filter(({ severity, state }) => severity === 'must' && state === 'open').map(({ rule }) => rule)).toContain(
      'payment_info_missing',
    )
    expect((await shell().run('gaps', '--workspace', slug, '--fail-on', 'must')).code).toBe(1)
    expect((await shell().run('gaps', '--workspace', slug, '--fail-on', 'should')).code).toBe(1)
    const good = await shell().json<{ slug: string }>('workspace', 'create', '--name', 'Empty')
    expect((await shell().run('gaps', '--workspace', good.slug)).code).toBe(0)
  })

  test('the table speaks in names, the JSON in keys', async () => {
    const { out } = await shell().run('gaps', '--workspace', slug)
    const gaps = await shell().json<{ severity: string }[]>('gaps', '--workspace', slug)
    expect(out).toMatch(/^Must +Retention +FAQ too general .* Open *$/m)
    expect(out).toContain('Uhu outdoor camera')
    expect(out).not.toMatch(/uhu_camera|\bmust\b|\bretention\b/)
    expect(gaps[0]?.severity).toBe('must')
  })
})

describe('export', () => {
  test.each(['csv', 'xlsx', 'json'])('to .%s imports back as no change, and replaces the file that was there', async (format) => {
    write(`all.${format}`, 'old')
    const { items } = await shell().json<{ items: number }>('export', '--workspace', slug, '--to', `all.${format}`)
    expect(items).toBeGreaterThan(20)
    expect(await shell().json('import', `all.${format}`, '--workspace', slug)).toEqual({
      read: items,
      create: 0,
      update: 0,
      unchanged: items,
      skipped: [],
      failed: [],
      notes: [],
    })
    expect(readdirSync(shell().folder).filter((name) => name.includes('.new'))).toEqual([])
  })
})

describe('accounts', () => {
  test(
    'get a link that sets the password, at the address people use',
    async () => {
      const { ended } = shell().start(['user', 'create-admin', '--email', 'Ann@Example.org', '--format', 'json'], {
        PUBLIC_URL: 'https://plan.example.org/',
      })
      const made = JSON.parse((await ended).out)
      expect(made.link).toMatch(/^https:\/\/plan\.example\.org\/reset\/[\w-]{30,}$/)
      const { link } = await shell().json<{ link: string }>('user', 'reset-password', '--email', 'ann@example.org')
      expect(link).toMatch(/^http:\/\/localhost:3000\/reset\//)
      expect((await shell().run('user', 'reset-password', '--email', 'nobody@example.org')).code).toBe(3)
    },
    patience,
  )
})

describe('what is called in a wrong way', () => {
  const cases: [code: number, said: RegExp, args: string[]][] = [
    [2, /Etappe from the command line/, []],
    [2, /no command “dance”/, ['dance']],
    [2, /no option --colour/, ['gaps', '--colour', 'red']],
    [2, /--workspace SLUG is missing/, ['gaps']],
    [2, /--workspace needs a value/, ['gaps', '--workspace']],
    [2, /--by cannot be “mood”.*channel/, ['coverage', '--workspace', 'x', '--by', 'mood']],
    [2, /--as-of needs a day/, ['coverage', '--workspace', 'x', '--as-of', '31.12.2026']],
    [2, /FILE is missing/, ['import', '--workspace', 'x']],
    [2, /one argument too many/, ['import', 'a.csv', 'b.csv', '--workspace', 'x']],
    [2, /possible value of --email/, ['user', 'create-admin', '--email', 'nobody']],
    [2, /does not end in/, ['export', '--workspace', 'x', '--to', 'all.pdf']],
    [3, /no file “nothing.csv”/, ['import', 'nothing.csv', '--workspace', 'x']],
    [3, /“folder” is a folder/, ['import', 'folder', '--workspace', 'x']],
    [3, /no workspace “x”/, ['gaps', '--workspace', 'x']],
    [
      3,
      /no workspace “nope”.*There are: buecher-mehr/,
      ['user', 'create-admin', '--email', 'a@example.org', '--workspace', 'nope'],
    ],
    [2, /--locale cannot be “xx-Nowhere”.*de, de-AT.*en-GB/, ['workspace', 'create', '--name', 'X', '--locale', 'xx-Nowhere']],
    [2, /workspace create/, ['workspace']],
    [2, /no command “user”/, ['user', 'dance']],
  ]
  beforeAll(() => {
    mkdirSync(join(shell().folder, 'folder'))
    write('empty.csv', '')
    write('list.csv', 'Titel,Ort\nA,B\n')
  })

  test.each(cases)('ends with %i and a sentence that matches %s', async (code, said, args) => {
    const ended = await shell().run(...args)
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.err).toMatch(said)
    expect(ended.err).not.toMatch(/\n\s+at /)
  })

  test('in the file or the filter is told as well, and leaves nothing behind', async () => {
    const where = ['--workspace', slug]
    const failing: [number, RegExp, string[]][] = [
      [3, /nothing in this file/, ['import', 'empty.csv', ...where]],
      [2, /has no column “Titles”.*Titel, Ort/, ['import', 'list.csv', ...where, '--map', 'Titles=title']],
      [2, /not “Titel=headline”/, ['import', 'list.csv', ...where, '--map', 'Titel=headline']],
      [2, /--type cannot be “song”/, ['import', 'list.csv', ...where, '--type', 'song']],
      [2, /not understood: colour=red/, ['export', ...where, '--to', 'all.csv', '--filter', 'colour=red']],
      [3, /“folder.csv” is a folder/, ['export', ...where, '--to', 'folder.csv']],
    ]
    mkdirSync(join(shell().folder, 'folder.csv'))
    for (const [code, said, args] of failing) {
      const ended = await shell().run(...args)
      expect([ended.code, ended.out]).toEqual([code, ''])
      expect(ended.err).toMatch(said)
    }
    expect(readdirSync(shell().folder).filter((name) => name.endsWith('.new'))).toEqual([])
  })

  test('is explained by --help, with the exit codes, in both languages', async () => {
    const [english, german] = [await shell().run('import', '--help'), await shell().run('gaps', '--help', '--language', 'de')]
    expect([english.code, german.code]).toEqual([0, 0])
    expect(english.out).toMatch(/--map COLUMN=FIELD[\s\S]*Exit codes:[\s\S]*130 {2}stopped with Ctrl-C/)
    expect(german.out).toMatch(/--fail-on SEVERITY[\s\S]*Rückgabewerte:/)
    const group = await shell().run('user', '--help')
    expect([group.code, group.err]).toEqual([0, ''])
    expect(group.out).toMatch(/user create-admin[\s\S]*user reset-password/)
    expect(group.out).not.toContain('heatmap')
    for (const { name } of commands) {
      for (const language of ['en', 'de']) {
        const { code, out, err } = await shell().run(...name.split(' '), '--help', '--language', language)
        expect([code, err, /\bcli\.\w+/.exec(out)?.[0]]).toEqual([0, '', undefined])
      }
    }
  })

  test(
    'by a reader that leaves early is no mistake',
    async () => {
      const { child, ended } = shell().start(['export', '--help'])
      child.stdout?.destroy()
      const { code, err } = await ended
      expect([code, err]).toEqual([0, ''])
    },
    patience,
  )
})
