import type { BriefCheck, BriefContent, BriefField, BriefGaps } from '@/server/domain/briefs/brief.schema'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale, Localized } from '@/server/domain/wire.schema'
import { briefTemplates } from '@/server/presets/briefs'
import { checkTexts, fitsType } from '@/server/presets/briefs/checks'
import { type BriefForm, briefForms, ownTypeForm } from '@/server/presets/briefs/forms'
import { plainBeginnings } from '@/server/presets/briefs/plain'
import { type BriefBeginning, type BriefTemplate, nothing } from '@/server/presets/briefs/template'

/** What a brief of this type asks for; types that a workspace made itself ask for everything. */
export const briefFormOf = (type: string): BriefForm =>
  Object.hasOwn(briefForms, type) ? briefForms[type as keyof typeof briefForms] : ownTypeForm

/** A brief with nothing in it. */
export function emptyBrief(language: Locale): BriefContent {
  return {
    aim: '',
    reader: '',
    question: null,
    questionText: '',
    keyMessage: '',
    proofPoints: [],
    callToAction: '',
    nextStep: { text: '', phase: null, itemId: null },
    tone: '',
    length: '',
    keywords: [],
    references: [],
    checklist: [],
    language,
    evidence: null,
  }
}

export const templateByKey = (key: string): BriefTemplate | undefined => briefTemplates.find((template) => template.key === key)

/**
 * What a brief of this type and purpose begins with. Where the purpose has a template for another type, what it says of aim,
 * reader and call holds here too, in the length that the type has. Without a known purpose only what every text of the type needs.
 */
export function usualBeginning(type: string, purpose: string | null): BriefBeginning | undefined {
  const ofPurpose = purpose === null ? [] : briefTemplates.filter((template) => template.purpose === purpose)
  const exact = ofPurpose.find((template) => template.type === type)
  if (exact) return exact
  const plain = Object.hasOwn(plainBeginnings, type) ? plainBeginnings[type as keyof typeof plainBeginnings] : undefined
  const [near] = ofPurpose
  if (!near) return plain
  const checks = [...near.checks.filter((check) => fitsType(check, type)), ...(plain?.checks ?? [])]
  // Colleagues read a script, whomever it is about.
  const reader = plain && !isNothing(plain.reader) ? plain.reader : near.reader
  return { ...near, reader, length: plain?.length ?? nothing, checks: [...new Set(checks)] }
}

const isNothing = ({ en, de }: Localized): boolean => en === '' && de === ''

/**
 * What a beginning says, in one language. `vocabulary` tells which phase its next step leads to; never to one before those that
 * the item serves.
 */
export function briefFromTemplate(
  beginning: BriefBeginning,
  language: Locale,
  vocabulary: Vocabulary,
  serves: readonly string[] = [],
): BriefContent {
  const { nextStage, aim, reader, callToAction, nextStep, tone, length, checks } = beginning
  const phases = liveTerms(vocabulary, 'phase')
  const latest = phases.findLastIndex(({ key }) => serves.includes(key))
  const phase = phases.slice(Math.max(0, latest)).find(({ details }) => nextStage !== null && details.stages.includes(nextStage))
  return {
    ...emptyBrief(language),
    aim: aim[language],
    reader: reader[language],
    callToAction: callToAction[language],
    nextStep: { text: nextStep[language], phase: phase?.key ?? null, itemId: null },
    tone: tone[language],
    length: length[language],
    checklist: checks.map((key): BriefCheck => ({ key, text: checkTexts[key][language], isDone: false })),
  }
}

/** Whether a part of the brief says nothing. */
export function isEmptyField(content: BriefContent, field: BriefField): boolean {
  if (field === 'question') return content.question === null && content.questionText.trim() === ''
  if (field === 'nextStep') {
    const { text, phase, itemId } = content.nextStep
    return text.trim() === '' && phase === null && itemId === null
  }
  const value = content[field]
  return typeof value === 'string' ? value.trim() === '' : value.length === 0
}

/** What a brief still lacks for an item of this type. No brief lacks everything that is needed. */
export function briefGaps(content: BriefContent | null, type: string): BriefGaps {
  const { needs } = briefFormOf(type)
  if (content === null) return { missing: [...needs], unticked: [] }
  return {
    missing: needs.filter((field) => isEmptyField(content, field)),
    unticked: content.checklist.filter(({ isDone }) => !isDone).map(({ text }) => text),
  }
}

/** Whether everything needed is there; `checklist`: and every entry of the checklist is ticked. */
export function isBriefReady(content: BriefContent | null, type: string, wanted: { checklist: boolean }): boolean {
  const { missing, unticked } = briefGaps(content, type)
  return content !== null && missing.length === 0 && (!wanted.checklist || unticked.length === 0)
}
