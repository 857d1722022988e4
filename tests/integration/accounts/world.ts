import type { Database } from '@/db/database'
import { findUserByEmail } from '@/db/stores/users'
import { setUp } from '@/server/domain/members/account.commands'
import type { NewAccount, SetUpWish } from '@/server/domain/members/account.schema'
import type { WorkspaceCreate } from '@/server/domain/workspaces/workspace.schema'

export const now = () => new Date('2026-03-02T09:00:00Z')
export const daysLater = (days: number) => () => new Date(now().getTime() + days * 24 * 60 * 60 * 1000)

/** The real one is slow on purpose; these tests ask what is stored, not how it is made. */
export const quickHash = async (password: string): Promise<string> => `hash of ${password}`
export const quickVerify = async (hash: string | null, password: string): Promise<boolean> => hash === `hash of ${password}`

export const person = (name: string): NewAccount => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: 'Im Keller wohnt ein Wal',
})

export const wish = (name: string): WorkspaceCreate => ({
  name,
  locale: 'de',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  segment: 'b2c',
  sellsGoods: true,
  model: 'mckinsey5',
  sample: null,
})

export const firstVisit = (name: string, workspace = 'Acme'): SetUpWish => ({
  account: person(name),
  language: 'de',
  workspace: wish(workspace),
})

/** The first account with its workspace: what most tests begin with. */
export async function begin(db: Database): Promise<{ userId: string; slug: string }> {
  const { slug } = await setUp({ db, now }, firstVisit('Anna'), quickHash)
  const user = await findUserByEmail(db.read, 'anna@example.org')
  if (!user) throw new Error('the first visit made no account')
  return { userId: user.id, slug }
}
