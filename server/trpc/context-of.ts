import { randomUUID } from 'node:crypto'
import { database } from '@/db/instance'
import { findMembership } from '@/db/stores/members'
import { findSessionUser } from '@/server/auth/session'
import type { Role } from '@/server/domain/access/access.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { preferredLocale } from '@/server/i18n/locale'
import type { RequestContext } from './init'

/** What a door can tell about a request. */
export interface Carrier {
  header(name: string): string | null
  cookie(name: string): string | undefined
}

/** Builds the context once for pages, tRPC and tests over HTTP. */
export async function contextOf(carrier: Carrier): Promise<RequestContext> {
  const db = database()
  const user = await findSessionUser(db, carrier)
  const memberships = new Map<string, Promise<{ workspaceId: string; role: Role } | undefined>>()
  return {
    db,
    now: () => new Date(),
    locale: user?.locale ?? (preferredLocale(carrier.header('accept-language'), carrier.cookie('locale')) as Locale),
    requestId: carrier.header('x-request-id') ?? randomUUID(),
    address: carrier.header('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown',
    user,
    membership(slug) {
      const known = memberships.get(slug) ?? (user ? findMembership(db.read, user.id, slug) : Promise.resolve(undefined))
      memberships.set(slug, known)
      return known
    },
  }
}
