import type { CoverageDimension, Model } from '@/server/domain/coverage/coverage.schema'
import { type Figure, median } from './figures'
import { filterKinds, unseen } from './questions'
import { measure, type Session, toucher } from './session'
import { searchable } from './texts'

const group = 'heatmap'
const unfiltered = 15
const filtered = 40
const dimensions: readonly CoverageDimension[] = ['channel', 'type', 'purpose', 'persona', 'locale', 'topic', 'owner']
const lenses: readonly Model[] = ['ihk7', 'mot4', 'aida', 'kotler5a', 'simple3']

export async function measureCoverage(session: Session): Promise<void> {
  const { api, workspace, floor, palette, runs, note } = session
  const touch = await toucher(session)
  const grid = (filter = '', more: { by?: CoverageDimension; lens?: Model; asOf?: string; mode?: 'planned' } = {}) =>
    api.coverage.grid.query({ workspace, filter, ...more })
  const published = "i.status = 'published'"

  await grid()
  await measure(session, {
    group,
    name: 'no filter, asked before',
    target: unfiltered,
    runs: runs * 2,
    call: () => grid(),
    floor: () => floor.grid(published),
  })
  await measure(session, {
    group,
    name: 'no filter, after a change',
    target: unfiltered,
    runs: runs * 2,
    before: touch,
    call: () => grid(),
    floor: () => floor.grid(published),
  })

  const kinds = filterKinds(palette)
  const perKind = Math.max(3, Math.round(runs / 3))
  for (const state of ['never asked before', 'after a change'] as const) {
    const figures: Figure[] = []
    for (const kind of kinds) {
      const [where = '1 = 1', ...values] = kind.sql?.(0) ?? []
      figures.push(
        await measure(
          { ...session, note: () => undefined },
          {
            group: `${group} by filter, ${state}`,
            name: kind.field,
            target: filtered,
            runs: perKind,
            ...(state === 'after a change' ? { before: touch } : {}),
            call: (n) => grid(state === 'after a change' ? kind.text(n) : unseen(kind.text(n), n + figures.length * 50)),
            ...(kind.sql ? { floor: () => floor.grid(`${published} and ${where.replace('id in', 'i.id in')}`, ...values) } : {}),
          },
        ),
      )
    }
    note(together(`any filter, ${state}`, figures))
    const dearest = figures.reduce((a, b) => (median(b.values) > median(a.values) ? b : a))
    note({ ...dearest, group, name: `the dearest filter, ${state}`, note: dearest.name })
    for (const figure of figures) note({ ...figure, group: `${figure.group} (each)` })
  }

  await measure(session, {
    group,
    name: 'full text, never asked before',
    runs,
    call: (n) => grid(unseen(`q=${searchable[n % searchable.length]}`, n)),
    floor: (n) => floor.search(searchable[n % searchable.length] ?? ''),
  })
  await measure(session, {
    group,
    name: 'every dimension, after a change',
    runs: dimensions.length * 3,
    before: touch,
    call: (n) => grid('', { by: dimensions[n % dimensions.length] }),
  })
  await measure(session, {
    group,
    name: 'every lens, after a change',
    runs: lenses.length * 3,
    before: touch,
    call: (n) => grid('', { lens: lenses[n % lenses.length] }),
  })
  await measure(session, {
    group,
    name: 'with what is planned, after a change',
    runs,
    before: touch,
    call: () => grid('', { mode: 'planned' }),
  })
  const dayAgo = (days: number) => new Date(palette.nowMs - days * 86_400_000).toISOString().slice(0, 10)
  await measure(session, {
    group,
    name: 'a day of last month, never asked before',
    runs: 10,
    call: (n) => grid('', { asOf: dayAgo(20 + n) }),
  })
}

function together(name: string, figures: readonly Figure[]): Figure {
  const all = (pick: (figure: Figure) => readonly number[] | undefined) => figures.flatMap((figure) => pick(figure) ?? [])
  const cpu = figures.reduce((sum, figure) => sum + (figure.cpu ?? 0), 0) / figures.length
  return { group, name, unit: 'ms', target: filtered, values: all(({ values }) => values), floor: all(({ floor }) => floor), cpu }
}
