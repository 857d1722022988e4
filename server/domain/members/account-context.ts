import type { Database } from '@/db/database'

/** The world of those who act outside any workspace. Nobody else's data is within reach, so there is no role to ask for. */
export interface OpenContext {
  readonly db: Database
  readonly now: () => Date
}

export interface AccountContext extends OpenContext {
  readonly user: { readonly id: string }
}
