import { filterKinds, unseen } from './questions'
import { measure, type Session, toucher } from './session'
import { searchable } from './texts'

const target = 40
const group = 'list'

/** The first page of fifty, over the tRPC door. */
export async function measureLists(session: Session): Promise<void> {
  const { api, workspace, floor, palette, runs } = session
  const kinds = filterKinds(palette)
  const kindOf = (n: number) => kinds[n % kinds.length] ?? kinds[0]
  const textOf = (n: number) => kindOf(n)?.text(n) ?? ''
  const page = (filter: string) => api.content.list.query({ workspace, filter })
  const floorOf = (n: number) => floor.page(...(kindOf(n)?.sql?.(n) ?? (['status = ?', 'published'] as const)))
  const touch = await toucher(session)
  const each = kinds.length * Math.max(1, Math.round(runs / 8))

  await measure(session, {
    group: 'door',
    name: 'the smallest question (account.me)',
    runs: 100,
    call: () => api.account.me.query(),
  })
  for (const kind of kinds) await page(kind.text(0))
  await measure(session, {
    group,
    name: 'any filter, asked before',
    target,
    runs: each,
    call: () => page(textOf(0)),
    floor: () => floorOf(0),
  })
  await measure(session, {
    group,
    name: 'any filter, never asked before',
    target,
    runs: each,
    call: (n) => page(unseen(textOf(n), n)),
    floor: floorOf,
  })
  await measure(session, {
    group,
    name: 'any filter, after a change',
    target,
    runs: each,
    before: touch,
    call: (n) => page(textOf(n)),
    floor: floorOf,
  })
  await measure(session, {
    group,
    name: 'no filter, after a change',
    target,
    runs,
    before: touch,
    call: () => page(''),
    floor: () => floor.page('1 = 1'),
  })
  await measure(session, {
    group,
    name: 'in the middle of everything (offset)',
    runs,
    call: (n) => api.content.list.query({ workspace, offset: 40_000 + n * 100 }),
  })
  await measure(session, {
    group,
    name: 'by title, after a change',
    runs,
    before: touch,
    call: (n) => api.content.list.query({ workspace, filter: textOf(n), sort: [{ field: 'title', descending: false }] }),
  })
  await measure(session, {
    group,
    name: 'full text',
    runs,
    before: touch,
    call: (n) => page(`q=${searchable[n % searchable.length]}`),
    floor: (n) => floor.search(searchable[n % searchable.length] ?? ''),
  })
}
