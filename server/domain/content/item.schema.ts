import { z } from 'zod'
import { status } from '@/server/domain/vocabulary/vocabulary.schema'
import { day, dayTime, instant, key } from '@/server/domain/wire.schema'
import { voidedApproval } from '@/server/domain/workflow/workflow.schema'
import { cleanText } from '@/server/domain/written-text.rules'

export const claimKinds = ['price', 'delivery_time', 'model', 'other'] as const
/** What an item says about a topic; two live items that say different things raise the rule promise_mismatch. */
export const claim = z.object({ topic: key, kind: z.enum(claimKinds), value: z.string().trim().min(1).max(300) })
export type Claim = z.infer<typeof claim>

/** Values of type fields by field key, already checked against the type's definitions (`fields.rules.ts`). */
export const fieldValues = z.record(z.string(), z.unknown())
export type FieldValues = z.infer<typeof fieldValues>

export const tagSets = z.object({
  phase: z.array(key).max(200),
  channel: z.array(key).max(200),
  persona: z.array(key).max(200),
  topic: z.array(key).max(200),
  question: z.array(key).max(200),
  campaign: z.array(key).max(200),
})
export type TagSets = z.infer<typeof tagSets>

/** http(s) only: addresses are shown as links. */
export const address = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/[^\s]+$/i, { error: 'content.problem.badAddress' })

export const title = z.string().overwrite(cleanText).trim().min(1).max(500)
export const contentLocale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

export const item = z.object({
  id: z.string(),
  /** Items of one group are the same content in several locales; its own id at first. */
  groupId: z.string(),
  title: z.string(),
  type: z.string(),
  purpose: z.string().nullable(),
  step: z.string(),
  /** The kind of the step. Derived, never written. */
  status,
  url: z.string().nullable(),
  locale: z.string().nullable(),
  ownerId: z.string().nullable(),
  note: z.string(),
  fields: fieldValues,
  tags: tagSets,
  plannedFor: dayTime.nullable(),
  dueOn: day.nullable(),
  publishAt: instant.nullable(),
  publishedAt: instant.nullable(),
  unpublishAt: instant.nullable(),
  reviewBy: day.nullable(),
  revision: z.number().int().positive(),
  createdAt: instant,
  updatedAt: instant,
  createdBy: z.string().nullable(),
  deletedAt: instant.nullable(),
})
/** A row of the table: everything but the body. */
export type ItemRow = z.infer<typeof item>

export const itemWithBody = item.extend({ body: z.string() })
export type Item = z.infer<typeof itemWithBody>

/** What a save answers. `changeSet` is what undo takes, null when nothing changed; `voided` the approval that the save has ended. */
export const itemSaved = z.object({
  item: itemWithBody,
  changeSet: z.string().nullable(),
  voided: voidedApproval.nullable().optional(),
})

export const maxBodyLength = 1_000_000

/** What a person can set. Everything is optional but title and type when creating. */
export const itemEdit = z
  .object({
    title,
    type: key,
    purpose: key.nullable(),
    step: key,
    url: address.nullable(),
    locale: contentLocale.nullable(),
    ownerId: z.string().nullable(),
    note: z.string().max(20_000),
    body: z.string().max(maxBodyLength),
    fields: fieldValues,
    tags: tagSets.partial(),
    plannedFor: dayTime.nullable(),
    dueOn: day.nullable(),
    publishAt: instant.nullable(),
    publishedAt: instant.nullable(),
    unpublishAt: instant.nullable(),
    reviewBy: day.nullable(),
    groupId: z.string(),
  })
  .partial()
  .strict()
export type ItemEdit = z.infer<typeof itemEdit>

export const itemCreate = itemEdit.required({ title: true, type: true })
export type ItemCreate = z.infer<typeof itemCreate>

export const itemUpdate = z.object({ id: z.string(), revision: z.number().int().positive(), edit: itemEdit }).strict()
