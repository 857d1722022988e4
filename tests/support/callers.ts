import type { Database } from '@/db/database'
import { findMembership } from '@/db/stores/members'
import type { UserRecord } from '@/db/stores/users'
import { createCallerFactory, type RequestContext } from '@/server/trpc/init'
import { appRouter } from '@/server/trpc/root'

const callers = createCallerFactory(appRouter)

/** Every procedure as this person, a stranger when null, with the real database and without HTTP. */
export function callerFor(
  db: Database,
  user: UserRecord | null,
  given: Partial<RequestContext> = {},
): ReturnType<typeof callers> {
  return callers({
    db,
    now: () => new Date(),
    locale: user?.locale ?? 'en',
    requestId: 'test',
    address: '192.0.2.1',
    user,
    membership: (slug) => (user ? findMembership(db.read, user.id, slug) : Promise.resolve(undefined)),
    ...given,
  })
}
