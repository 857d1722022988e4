import { z } from 'zod'
import {
  campaignDetails,
  channelDetails,
  type Dimension,
  personaDetails,
  phaseDetails,
  purposeDetails,
  questionDetails,
  status,
  topicDetails,
} from '@/server/domain/vocabulary/vocabulary.schema'
import { key, localized } from '@/server/domain/wire.schema'
import { stepSettings } from '@/server/domain/workflow/step.schema'

export const maxTermsPerDimension = 2000

/** Dimensions whose terms people add themselves; types come with the program for now. */
export const ownDimensions = ['phase', 'channel', 'persona', 'topic', 'question', 'campaign', 'purpose', 'step'] as const
export const ownDimension = z.enum(ownDimensions)
export type OwnDimension = z.infer<typeof ownDimension>
/** Those that are kept in the settings; campaigns have a screen of their own. */
export type ListedDimension = Exclude<OwnDimension, 'campaign'>

/** Dimensions whose terms can be merged or deleted: rules speak of purposes, types and steps by key, so these stay. */
export const looseDimensions = ['phase', 'channel', 'persona', 'topic', 'question', 'campaign'] as const
export const looseDimension = z.enum(looseDimensions)
export type LooseDimension = z.infer<typeof looseDimension>

const revision = z.number().int().positive()
const synonyms = z.array(z.string().trim().min(1).max(200)).max(100)
/** One language is enough: the other takes the same words. */
const name = localized.refine((text) => text.en !== '' || text.de !== '', { error: 'vocabulary.problem.nameMissing' })

const create = <D extends OwnDimension, S extends z.ZodObject>(dimension: D, details: S) =>
  z.object({
    dimension: z.literal(dimension),
    name,
    synonyms: synonyms.optional(),
    /** What is left out takes a sensible start. */
    details: details.partial().optional(),
  })

export const termCreate = z.discriminatedUnion('dimension', [
  create('phase', phaseDetails),
  create('channel', channelDetails),
  create('persona', personaDetails),
  create('topic', topicDetails),
  create('question', questionDetails),
  create('campaign', campaignDetails),
  create('purpose', purposeDetails),
  create('step', stepSettings.extend({ kind: status })),
])
export type TermCreate = z.infer<typeof termCreate>

const edits = <D extends Dimension, S extends z.ZodObject>(dimension: D, details: S) =>
  z.object({
    dimension: z.literal(dimension),
    edits: z
      .array(
        z.object({
          key,
          revision,
          change: z.object({ name: name.optional(), synonyms: synonyms.optional(), details: details.partial().optional() }),
        }),
      )
      .max(maxTermsPerDimension),
    /** Every term that is not archived, in the wished order. Left out: the order stays. */
    order: z.array(key).max(maxTermsPerDimension).optional(),
  })

/** Several edits of one dimension, saved together. */
export const termEdits = z.discriminatedUnion('dimension', [
  edits('phase', phaseDetails),
  edits('channel', channelDetails),
  edits('persona', personaDetails),
  edits('topic', topicDetails),
  edits('question', questionDetails),
  edits('campaign', campaignDetails),
  edits('purpose', purposeDetails),
  edits('type', z.object({})),
  /** What counts as live hangs on the kind, so that stays. */
  edits('step', stepSettings),
])
export type TermEdits = z.infer<typeof termEdits>

export const termArchive = z.object({ dimension: ownDimension, key, revision, archived: z.boolean() })
export type TermArchive = z.infer<typeof termArchive>

export const termDelete = z.object({ dimension: looseDimension, key, revision })
export type TermDelete = z.infer<typeof termDelete>

export const termMerge = z.object({ dimension: looseDimension, from: key, into: key })
export type TermMerge = z.infer<typeof termMerge>

/** What a merge or a removal would do. */
export const movePreview = z.object({
  /** Items that carry the term, those in the trash included. */
  items: z.number(),
  /** Of these: items that carry the other one already. */
  both: z.number(),
  targets: z.number(),
  /** Targets that give way because the other term has its own for the same cell. */
  targetsDropped: z.number(),
  questions: z.number(),
})
export type MovePreview = z.infer<typeof movePreview>

/** How much of the workspace hangs on a term. */
export const termUse = z.object({ items: z.number(), trashed: z.number() })
export type TermUse = z.infer<typeof termUse>

/** Dimensions whose terms are found by the words people search with. */
export const meaningDimensions = ['phase', 'channel', 'persona', 'topic', 'campaign', 'purpose', 'type'] as const
/** The terms of a dimension that a word can mean; several where it is ambiguous. */
export const meaning = z.object({ dimension: z.enum(meaningDimensions), keys: z.array(key).min(1) })
export type Meaning = z.infer<typeof meaning>

/** What changed, for the undo. */
export const changed = z.object({ changeSet: z.string() })
