import { measure, type Session, toucher } from './session'

const group = 'gaps'

export async function measureGaps(session: Session): Promise<void> {
  const { api, workspace, floor, runs } = session
  const touch = await toucher(session)
  const all = () => api.gaps.list.query({ workspace, limit: 100 })
  const { total } = await all()
  const about = { group, note: `${total} open` }
  await measure(session, {
    ...about,
    name: 'all gaps, asked before',
    target: 400,
    runs,
    call: all,
    floor: () => floor.readEverything(),
  })
  await measure(session, {
    ...about,
    name: 'all gaps, after a change',
    target: 400,
    runs: Math.min(runs, 12),
    before: touch,
    call: all,
    floor: () => floor.readEverything(),
  })
  await measure(session, {
    ...about,
    name: 'numbers of the navigation, after a change',
    runs: 8,
    before: touch,
    call: () => api.gaps.counts.query({ workspace }),
  })
}
