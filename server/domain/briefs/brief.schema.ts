import { z } from 'zod'
import { contentLocale, address as itemAddress, itemCreate, title } from '@/server/domain/content/item.schema'
import type { actorName } from '@/server/domain/history/history.schema'
import { instant, key, locale } from '@/server/domain/wire.schema'

const line = (max: number) => z.string().trim().max(max)

/** How many entries a list may have, and how many characters each of them. */
export const listLimits = {
  proofPoints: { entries: 30, letters: 500 },
  keywords: { entries: 60, letters: 120 },
  references: { entries: 40, letters: 300 },
  checklist: { entries: 40, letters: 300 },
} as const
export type BriefList = keyof typeof listLimits

export const reference = z.object({ title: line(listLimits.references.letters).min(1), url: itemAddress.nullable() }).strict()
export type Reference = z.infer<typeof reference>

/** One thing to be looked at before the review. `key` tells it from others of the same brief. */
export const briefCheck = z
  .object({
    key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/i),
    text: line(listLimits.checklist.letters).min(1),
    isDone: z.boolean(),
  })
  .strict()
export type BriefCheck = z.infer<typeof briefCheck>

/** What a gap had to show on the day it was planned. Never edited: the rule's own words stand in `presets/rules`. */
export const briefEvidence = z.object({
  gap: z.string().max(500),
  rule: z.string().max(80),
  /** The day it was found, in the workspace's zone. */
  day: z.string().max(20),
  phase: z.string().max(80).nullable(),
  counts: z.record(z.string().max(40), z.number()),
  items: z.array(z.object({ id: z.string().max(80), title: z.string().max(500) })).max(20),
  questions: z.array(z.string().max(80)).max(50),
  topics: z.array(z.string().max(80)).max(50),
})
export type BriefEvidence = z.infer<typeof briefEvidence>

const nextStep = z.object({ text: line(1000), phase: key.nullable(), itemId: z.string().max(80).nullable() }).strict()

/** What people write. Who is to read it is free text; personas are tags of the item. */
const written = {
  aim: line(2000),
  reader: line(1000),
  /** The one customer question, from the list or in own words. */
  question: key.nullable(),
  questionText: line(500),
  keyMessage: line(2000),
  proofPoints: z.array(line(listLimits.proofPoints.letters).min(1)).max(listLimits.proofPoints.entries),
  callToAction: line(500),
  nextStep,
  tone: line(500),
  length: line(300),
  keywords: z.array(line(listLimits.keywords.letters).min(1)).max(listLimits.keywords.entries),
  references: z.array(reference).max(listLimits.references.entries),
  checklist: z
    .array(briefCheck)
    .max(listLimits.checklist.entries)
    .refine((list) => new Set(list.map(({ key: of }) => of)).size === list.length, { error: 'briefs.problem.sameCheck' }),
  /** The language of the template's words; the content may be in any. */
  language: locale,
}

/** The brief of an item: what is to be written, for whom and why. */
export const briefContent = z.object({ ...written, evidence: briefEvidence.nullable() })
export type BriefContent = z.infer<typeof briefContent>

/** What a person can set: everything but the evidence. */
export const briefEdit = z.object(written).partial().strict()
export type BriefEdit = z.infer<typeof briefEdit>

export const brief = z.object({ itemId: z.string(), content: briefContent, revision: z.number().int(), updatedAt: instant })
export type Brief = z.infer<typeof brief>

/** The parts that a type of content asks for. */
export const briefFields = [
  'aim',
  'reader',
  'question',
  'keyMessage',
  'proofPoints',
  'callToAction',
  'nextStep',
  'tone',
  'length',
  'keywords',
  'references',
] as const
export const briefField = z.enum(briefFields)
export type BriefField = (typeof briefFields)[number]

/** What a brief still lacks. `missing` are needed parts that are empty, `unticked` are open entries of the checklist. */
export const briefGaps = z.object({ missing: z.array(briefField), unticked: z.array(z.string()) })
export type BriefGaps = z.infer<typeof briefGaps>

/** Of a template; `usual` is the one for the type and purpose of the item. */
export const templateKey = z.string().max(60)
export const usualKey = 'usual'
export const briefCreate = z.object({ itemId: z.string().max(80), template: templateKey.nullable().default(null) }).strict()
/** A brief with a planned item of its own; without a template it is blank. Type and purpose come from the template when they are not said. */
export const briefItemCreate = z
  .object({
    title,
    template: templateKey.nullable().default(null),
    type: key.optional(),
    purpose: key.nullable().optional(),
    tags: itemCreate.shape.tags,
    plannedFor: itemCreate.shape.plannedFor,
    dueOn: itemCreate.shape.dueOn,
    ownerId: itemCreate.shape.ownerId,
    locale: contentLocale.optional(),
  })
  .strict()
export type BriefItemCreate = z.infer<typeof briefItemCreate>

export const briefSave = z.object({ itemId: z.string().max(80), revision: z.number().int().min(1), edit: briefEdit }).strict()

export const briefSaved = z.object({ brief, changeSet: z.string().nullable() })
export type BriefSaved = z.infer<typeof briefSaved>

/** What a `conflict` carries: the brief as it is now and which parts others changed since, by whom. */
export interface BriefConflict {
  readonly current: Brief
  readonly changes: { field: string; by: z.infer<typeof actorName>; at: Date }[]
}
