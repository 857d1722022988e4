import { z } from 'zod'
import { day, key, localized } from '@/server/domain/wire.schema'
import { stepSettingsOrPlain } from '@/server/domain/workflow/step.schema'

/**
 * The vocabulary: everything an item can be tagged or described with. One row is a *term*, known by dimension and key;
 * the key is a slug that never changes, so it stands in tags, filters, addresses and on the command line.
 */
export const dimensions = ['phase', 'channel', 'persona', 'topic', 'question', 'campaign', 'purpose', 'type', 'step'] as const
export const dimension = z.enum(dimensions)
export type Dimension = z.infer<typeof dimension>

/** Dimensions of which an item carries many; `question` holds the customer questions it answers, `campaign` where it belongs. */
export const tagDimensions = ['phase', 'channel', 'persona', 'topic', 'question', 'campaign'] as const
export const tagDimension = z.enum(tagDimensions)
export type TagDimension = z.infer<typeof tagDimension>

/** The eight fixed anchors of the longest journey; rules and lenses speak of them. In order. */
export const stages = [
  'pre_awareness',
  'awareness',
  'consideration',
  'preference',
  'purchase',
  'retention',
  'loyalty',
  'advocacy',
] as const
export const stage = z.enum(stages)
export type Stage = z.infer<typeof stage>

export const statuses = ['idea', 'planned', 'in_progress', 'in_review', 'published', 'archived'] as const
export const status = z.enum(statuses)
export type Status = z.infer<typeof status>

/** How a field of a type is edited, checked, imported and exported. `claims` is the one structured kind. */
export const fieldKinds = ['text', 'longText', 'url', 'day', 'number', 'yesNo', 'choice', 'choices', 'list', 'claims'] as const
export const fieldDefinition = z.object({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  name: localized,
  help: localized.optional(),
  kind: z.enum(fieldKinds),
  options: z.array(z.object({ key: z.string(), name: localized })).optional(),
})
export type FieldDefinition = z.infer<typeof fieldDefinition>

export const phaseDetails = z.object({
  letter: z.string().trim().min(1).max(3),
  /** A hue in degrees of OKLCH; lightness and chroma come from the theme. */
  hue: z.number().int().min(0).max(359),
  stages: z.array(stage),
  goal: localized,
  weight: z.number().min(0).max(100),
})
export const channelDetails = z.object({
  medium: z.enum(['online', 'offline']),
  ownership: z.enum(['owned', 'paid', 'earned']),
  /** `automatic`: in use when some live item carries the channel. */
  inUse: z.enum(['yes', 'no', 'automatic']),
  /** People write or call here, so somebody must answer. */
  isContact: z.boolean(),
  responsible: z.string().trim().max(200).nullable(),
  responseHours: z.number().int().min(1).max(8760).nullable(),
})
export const personaDetails = z.object({ note: z.string().max(2000) })
export const topicDetails = z.object({ kind: z.enum(['product', 'theme']) })
export const questionDetails = z.object({ phase: key.nullable(), topic: key.nullable() })
export const campaignStates = ['draft', 'active', 'done', 'cancelled'] as const
export const campaignHealths = ['not_started', 'on_track', 'at_risk', 'off_track', 'complete'] as const
export type CampaignHealth = (typeof campaignHealths)[number]
/** So many items wanted for a phase, on a channel or on any. */
export const campaignPlan = z.object({ phase: key, channel: key.nullable(), count: z.number().int().min(1).max(999) })
export type CampaignPlan = z.infer<typeof campaignPlan>
export const campaignDetails = z.object({
  goal: z.string().max(2000),
  state: z.enum(campaignStates),
  /** Days, both included; null: open. */
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  ownerId: z.string().max(80).nullable(),
  plan: z.array(campaignPlan).max(200),
  personas: z.array(key).max(100),
  channels: z.array(key).max(100),
  /** What success is measured by, and what it is to reach; both as the team writes them. */
  figure: z.string().max(200),
  figureTarget: z.string().max(200),
  budget: z.string().max(500),
  /** What somebody says instead of the proposal, and why. */
  health: z.object({ value: z.enum(campaignHealths), reason: z.string().trim().min(1).max(500) }).nullable(),
  parent: key.nullable(),
  hue: z.number().int().min(0).max(359),
})
export const purposeDetails = z.object({ reviewAfterDays: z.number().int().min(1).max(3650).nullable(), isService: z.boolean() })
export const typeDetails = z.object({ fields: z.array(fieldDefinition) })
export const stepDetails = z.object({ kind: status, ...stepSettingsOrPlain })

/** The details of each dimension. */
export const termDetails = {
  phase: phaseDetails,
  channel: channelDetails,
  persona: personaDetails,
  topic: topicDetails,
  question: questionDetails,
  campaign: campaignDetails,
  purpose: purposeDetails,
  type: typeDetails,
  step: stepDetails,
} as const
export type TermDetails<D extends Dimension = Dimension> = z.infer<(typeof termDetails)[D]>

/** Where a preset row comes from: a source text, derived from it, or made by the workspace. */
export const origin = z.enum(['source', 'derived', 'own'])

const term = <D extends Dimension, S extends z.ZodType>(dimension: D, details: S) =>
  z.object({
    dimension: z.literal(dimension),
    key: z.string(),
    name: localized,
    position: z.number().int(),
    synonyms: z.array(z.string()),
    details,
    origin,
    source: z.string().nullable(),
    archivedAt: z.date().nullable(),
    revision: z.number().int().positive(),
  })

export interface Term<D extends Dimension = Dimension> {
  dimension: D
  key: string
  name: z.infer<typeof localized>
  position: number
  synonyms: string[]
  details: TermDetails<D>
  origin: z.infer<typeof origin>
  source: string | null
  archivedAt: Date | null
  revision: number
}

/** A workspace's vocabulary, each list in its order, archived terms included. */
export type Vocabulary = { readonly [D in Dimension]: readonly Term<D>[] }

/** The same as it travels. */
export const vocabulary = z.object({
  phase: z.array(term('phase', phaseDetails)).readonly(),
  channel: z.array(term('channel', channelDetails)).readonly(),
  persona: z.array(term('persona', personaDetails)).readonly(),
  topic: z.array(term('topic', topicDetails)).readonly(),
  question: z.array(term('question', questionDetails)).readonly(),
  campaign: z.array(term('campaign', campaignDetails)).readonly(),
  purpose: z.array(term('purpose', purposeDetails)).readonly(),
  type: z.array(term('type', typeDetails)).readonly(),
  step: z.array(term('step', stepDetails)).readonly(),
}) satisfies z.ZodType<Vocabulary>
