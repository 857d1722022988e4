import { z } from 'zod'
import { instant, locale } from '@/server/domain/wire.schema'

/** What a chat can be told of: the day's state of work every morning, and gaps when they open. */
export const hookEvents = ['digest', 'gaps'] as const
export const hookEvent = z.enum(hookEvents)
export type HookEvent = z.infer<typeof hookEvent>

const name = z.string().trim().min(1, { error: 'hooks.problem.nameMissing' }).max(80)
export const hookUrl = z.string().trim().min(1).max(2000)
const events = z.array(hookEvent).min(1, { error: 'hooks.problem.noEvent' }).max(hookEvents.length)

/** The address is never told again: whoever has it can write into the chat. */
export const hook = z.object({
  id: z.string(),
  name,
  /** Its host and the last signs, to tell one from another. */
  address: z.string(),
  locale,
  events,
  isEnabled: z.boolean(),
  lastSentAt: instant.nullable(),
  lastError: z.string().nullable(),
  failures: z.number().int(),
  revision: z.number().int(),
})
export type Hook = z.infer<typeof hook>

export const hookCreate = z.object({ name, url: hookUrl, locale, events }).strict()
export type HookCreate = z.infer<typeof hookCreate>

export const hookEdit = z.object({
  id: z.string().max(80),
  revision: z.number().int(),
  change: z.object({ name, url: hookUrl, locale, events, isEnabled: z.boolean() }).partial().strict(),
})
export type HookEdit = z.infer<typeof hookEdit>

export const hookRef = z.object({ id: z.string().max(80) })
export const hookTested = z.object({ error: z.string().nullable() })
