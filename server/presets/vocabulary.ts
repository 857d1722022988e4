import type { Model } from '@/server/domain/coverage/coverage.schema'
import type { Dimension, Term, TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale, Localized } from '@/server/domain/wire.schema'
import { plainStep } from '@/server/domain/workflow/step.schema'
import { channelPresets } from '@/server/presets/channels'
import { type ModelPreset, modelPreset } from '@/server/presets/models'
import type { Provenance } from '@/server/presets/preset'
import { b2bPersonas, type Segment } from '@/server/presets/profiles'
import { purposePresets } from '@/server/presets/purposes'
import { questionPresets } from '@/server/presets/questions'
import { type StepPreset, stepPresets } from '@/server/presets/steps'
import { typePresets } from '@/server/presets/types'

/** A term before it is stored. */
export type NewTerm<D extends Dimension = Dimension> = Omit<Term<D>, 'archivedAt' | 'revision'>

export type NewVocabulary = { readonly [D in Dimension]: readonly NewTerm<D>[] }

export interface WorkspaceProfile {
  readonly model: Model
  readonly segment: Segment
  readonly sellsGoods: boolean
  /** Notes are written in one language only. */
  readonly locale: Locale
}

interface Row extends Provenance {
  readonly key: string
  readonly name: Localized
  readonly synonyms?: readonly string[]
}

/** The terms a new workspace starts with: a copy of the presets that it may change. Topics and campaigns are its own. */
export function presetVocabulary({ model, segment, sellsGoods, locale }: WorkspaceProfile): NewVocabulary {
  const journey = modelPreset(model)
  const questions = questionPresets.filter((question) => sellsGoods || !question.goodsOnly)
  const personas = segment === 'b2b' ? b2bPersonas : []
  return {
    phase: terms('phase', phaseRows(journey), ({ letter, hue, stages, goal }) => ({
      letter,
      hue,
      stages: [...stages],
      goal,
      weight: 1,
    })),
    channel: terms('channel', channelPresets, ({ medium, ownership, isContact }) => ({
      medium,
      ownership,
      inUse: 'automatic',
      isContact,
      responsible: null,
      responseHours: null,
    })),
    persona: terms('persona', personas, ({ note }) => ({ note: note[locale] })),
    topic: [],
    question: terms('question', questions, ({ stage }) => ({
      phase: journey.phases.find((phase) => phase.stages.includes(stage))?.key ?? null,
      topic: null,
    })),
    campaign: [],
    purpose: terms('purpose', purposePresets, ({ reviewAfterDays, isService }) => ({ reviewAfterDays, isService })),
    type: terms('type', typePresets, ({ fields }) => ({ fields: [...fields] })),
    step: terms('step', stepPresets, stepDetailsOf),
  }
}

/** Going live is for editors; everything else for whoever writes. */
function stepDetailsOf({ kind, approval = null }: StepPreset): TermDetails<'step'> {
  return { ...plainStep, kind, approval, moveRole: kind === 'published' ? 'editor' : plainStep.moveRole }
}

function phaseRows({ phases, origin, source }: ModelPreset) {
  return phases.map((phase) => ({ ...phase, origin, source }))
}

function terms<D extends Dimension, R extends Row>(
  dimension: D,
  rows: readonly R[],
  details: (row: R) => TermDetails<D>,
): NewTerm<D>[] {
  return rows.map((row, position) => ({
    dimension,
    key: row.key,
    name: row.name,
    position,
    synonyms: [...(row.synonyms ?? [])],
    details: details(row),
    origin: row.origin,
    source: row.source,
  }))
}
