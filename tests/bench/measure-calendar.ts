import { axes } from '@/server/domain/calendar/calendar.schema'
import { filterKinds, unseen } from './questions'
import { measure, type Session, toucher } from './session'

const group = 'calendar'
const target = 60

/** A month as its screen asks for it: whole weeks, a few entries of each day, all counts. */
export async function measureCalendar(session: Session): Promise<void> {
  const { api, workspace, palette, runs } = session
  const touch = await toucher(session)
  const kinds = filterKinds(palette)
  const textOf = (n: number) => (kinds[n % kinds.length] ?? kinds[0])?.text(n) ?? ''
  const dayAfter = (days: number) => new Date(palette.nowMs + days * 86_400_000).toISOString().slice(0, 10)
  const month = (n: number, filter = '', axis: (typeof axes)[number] = 'planned') =>
    api.calendar.range.query({ workspace, filter, axis, from: dayAfter(n * 30 - 60), to: dayAfter(n * 30 - 19), perDay: 4 })
  const axisOf = (n: number) => axes[n % axes.length] ?? 'planned'

  await month(0)
  await measure(session, { group, name: 'month, asked before', target, runs, call: () => month(0) })
  await measure(session, {
    group,
    name: 'month, after a change',
    target,
    runs,
    before: touch,
    call: (n) => month(n % 4, '', axisOf(n)),
  })
  await measure(session, {
    group,
    name: 'month by any filter, never asked before',
    target,
    runs: runs * 2,
    call: (n) => month(n % 4, unseen(textOf(n), n), axisOf(n)),
  })
  await measure(session, {
    group,
    name: 'month by any filter, after a change',
    target,
    runs: runs * 2,
    before: touch,
    call: (n) => month(n % 4, textOf(n), axisOf(n)),
  })
  await measure(session, {
    group,
    name: 'published, every entry of a month',
    runs,
    before: touch,
    call: (n) =>
      api.calendar.range.query({ workspace, axis: 'published', from: dayAfter(-30 - (n % 6)), to: dayAfter(0), perDay: 200 }),
  })
  await measure(session, {
    group,
    name: 'unscheduled, after a change',
    target,
    runs,
    before: touch,
    call: () => api.calendar.unscheduled.query({ workspace, axis: 'planned', limit: 25 }),
  })
}
