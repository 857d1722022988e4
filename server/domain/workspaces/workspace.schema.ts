import { z } from 'zod'
import { contentLocale } from '@/server/domain/content/item.schema'
import { model } from '@/server/domain/coverage/coverage.schema'

export const segment = z.enum(['b2c', 'b2b', 'both'])

/** The ready-made contents a workspace can start with. */
export const samples = ['good', 'worst', 'large'] as const
export const sample = z.enum(samples)
export type Sample = z.infer<typeof sample>

/** An IANA name that this machine knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, { error: 'workspace.problem.unknownTimeZone' })

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const country = z.string().regex(/^[A-Z]{2}$/)

export const workspaceName = z
  .string()
  .trim()
  .min(1, { error: 'workspace.problem.nameMissing' })
  .max(80, { error: 'workspace.problem.nameTooLong' })

export const vaguePhraseList = z.array(z.string().trim().min(2).max(80)).max(300)

export const workspace = z.object({
  id: z.string(),
  slug: z.string(),
  name: workspaceName,
  /** The main language of the content. */
  locale: contentLocale,
  timeZone,
  country: country.nullable(),
  segment,
  sellsGoods: z.boolean(),
  /** The model that the journey was copied from; it stays when the journey changes. */
  model,
  /** Null: the preset lists of both languages. */
  vaguePhrases: vaguePhraseList.nullable(),
  revision: z.number().int().positive(),
})
export type Workspace = z.infer<typeof workspace>

export const workspaceCreate = workspace
  .pick({ name: true, locale: true, timeZone: true, country: true, segment: true, sellsGoods: true, model: true })
  .extend({ sample: sample.nullable() })
  .strict()
export type WorkspaceCreate = z.infer<typeof workspaceCreate>

export const workspaceEdit = workspace
  .pick({ name: true, locale: true, timeZone: true, country: true, segment: true, sellsGoods: true })
  .partial()
  .extend({ revision: workspace.shape.revision })
  .strict()
export type WorkspaceEdit = z.infer<typeof workspaceEdit>

/** A workspace in the switcher. */
export const ownWorkspace = z.object({
  slug: z.string(),
  name: z.string(),
  role: z.enum(['viewer', 'author', 'editor', 'lead', 'admin']),
})
export type OwnWorkspace = z.infer<typeof ownWorkspace>
