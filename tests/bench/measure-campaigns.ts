import type { Mode } from '@/server/domain/coverage/coverage.schema'
import { measure, type Session, toucher } from './session'

const group = 'campaigns'
const target = 60
const modes: readonly Mode[] = ['planned', 'scheduled', 'published']

/** What a campaign does to the heatmap, and the heatmap with some campaigns switched off. */
export async function measureCampaigns(session: Session): Promise<void> {
  const { api, workspace, floor, palette, runs } = session
  const touch = await toucher(session)
  const keys = palette.keys.campaign
  const key = (n: number): string => keys[n % keys.length] ?? ''
  const effect = (n: number) => api.campaigns.effect.query({ workspace, key: key(n), mode: modes[n % modes.length] })
  // `a`, `a,b` … are left standing, the others are switched off.
  const forecast = (n: number) =>
    api.coverage.grid.query({
      workspace,
      mode: 'planned',
      filter: `campaignsOff=${keys.slice(0, 1 + (n % keys.length)).join(',')}`,
    })
  const grid = () => floor.grid("i.status in ('published', 'planned')")

  await effect(0)
  const both = { group, target, floor: grid }
  await measure(session, { ...both, name: 'difference, asked before', runs: runs * 2, call: effect })
  await measure(session, { ...both, name: 'difference, after a change', runs: runs * 2, before: touch, call: effect })
  await measure(session, {
    ...both,
    name: 'forecast, asked before',
    runs: runs * 2,
    before: () => forecast(0),
    call: () => forecast(0),
  })
  await measure(session, { ...both, name: 'forecast, other campaigns each time', runs: keys.length, call: forecast })
  await measure(session, { ...both, name: 'forecast, after a change', runs: runs * 2, before: touch, call: forecast })
  await measure(session, {
    group,
    name: 'page, after a change',
    target,
    runs,
    before: touch,
    call: (n) => api.campaigns.get.query({ workspace, key: key(n) }),
  })
  await measure(session, {
    group,
    name: 'list, after a change',
    target,
    runs,
    before: touch,
    call: () => api.campaigns.list.query({ workspace }),
  })
  await measure(session, {
    group,
    name: 'gaps closed and left, after a change',
    runs: 6,
    before: touch,
    call: (n) => api.campaigns.gaps.query({ workspace, key: key(n) }),
  })
}
