import { z } from 'zod'
import { roles } from '@/server/domain/access/access.rules'
import { email } from '@/server/domain/members/account.schema'
import { instant } from '@/server/domain/wire.schema'

export const role = z.enum(roles)

export const member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  revision: z.number().int().positive(),
  createdAt: instant,
})
export type Member = z.infer<typeof member>

export const roleChange = z.object({ userId: z.string(), role, revision: z.number().int().positive() })
export type RoleChange = z.infer<typeof roleChange>

/** With an address only that person can accept; without, whoever has the link. */
export const inviteWish = z.object({ role, email: email.nullable().default(null) })

export const invite = z.object({
  id: z.string(),
  role,
  email: z.string().nullable(),
  invitedBy: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
})
export type Invite = z.infer<typeof invite>

/** A link as it is shown once: the address is `/invite/<token>` or `/reset/<token>`. */
export const madeLink = z.object({ token: z.string(), expiresAt: instant })
export type MadeLink = z.infer<typeof madeLink>

/** What somebody who was removed leaves behind: items that are theirs, and open tasks. */
export const left = z.object({ items: z.number().int(), tasks: z.number().int() })
export type Left = z.infer<typeof left>
