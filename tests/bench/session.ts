import { apiOf, sessionOf } from '@/tests/browser/support/api'
import { account } from './account'
import { type Figure, timed, timedNow } from './figures'
import type { Floor } from './floor'
import { type Palette, paletteOf } from './inventory'
import type { RunningProgram } from './program'

/** A person who has signed in over HTTP, and what the measurements share. */
export interface Session {
  readonly program: RunningProgram
  readonly api: ReturnType<typeof apiOf>
  readonly cookie: string
  readonly workspace: string
  readonly palette: Palette
  readonly floor: Floor
  /** How many items there are, about. */
  readonly items: number
  readonly runs: number
  note(figure: Figure): void
}

export async function signIn(program: RunningProgram): Promise<Pick<Session, 'program' | 'api' | 'cookie' | 'workspace'>> {
  const cookie = await sessionOf(program.url, account)
  if (!cookie) throw new Error('the account of the bench was not let in')
  const api = apiOf(program.url, cookie)
  const [mine] = await api.workspaces.mine.query()
  if (!mine) throw new Error('the account of the bench has no workspace')
  return { program, api, cookie, workspace: mine.slug }
}

export async function readPalette({ api, workspace }: Pick<Session, 'api' | 'workspace'>): Promise<Palette> {
  const [vocabulary, members] = await Promise.all([
    api.vocabulary.get.query({ workspace }),
    api.members.list.query({ workspace }),
  ])
  return paletteOf(
    vocabulary,
    members.map(({ userId }) => userId),
    Date.now(),
  )
}

interface Measurement extends Pick<Figure, 'group' | 'name' | 'target' | 'note'> {
  readonly runs: number
  /** Not timed. */
  before?(n: number): Promise<unknown>
  call(n: number): Promise<unknown>
  floor?(n: number): unknown
}

/** Program and floor take turns, so that both meet the same weather on the machine. */
export async function measure({ program, note }: Session, { runs, before, call, floor, ...about }: Measurement): Promise<Figure> {
  const values: number[] = []
  const floors: number[] = []
  let cpu = 0
  for (let n = 0; n < runs; n += 1) {
    await before?.(n)
    const cpuBefore = program.cpuMs()
    values.push(await timed(() => call(n)))
    cpu += program.cpuMs() - cpuBefore
    if (floor) floors.push(timedNow(() => floor(n)))
  }
  const figure: Figure = { ...about, unit: 'ms', values, cpu: cpu / runs, ...(floor ? { floor: floors } : {}) }
  note(figure)
  return figure
}

/** Makes the smallest change there is, after which nothing that was worked out before holds any more. */
export async function toucher({ api, workspace }: Session): Promise<() => Promise<void>> {
  const { rows } = await api.content.list.query({ workspace, limit: 1 })
  let item = rows[0]
  if (!item) throw new Error('there is no item to change')
  let n = 0
  return async () => {
    if (!item) return
    n += 1
    const saved = await api.content.save.mutate({
      workspace,
      id: item.id,
      revision: item.revision,
      edit: { note: `touched ${n}` },
    })
    item = saved.item
  }
}
