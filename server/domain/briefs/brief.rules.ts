import type { BriefCheck, BriefContent, BriefField, BriefGaps } from '@/server/domain/briefs/brief.schema'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { type BriefForm, type BriefTemplate, briefForms, briefTemplates, checkTexts, ownTypeForm } from '@/server/presets/briefs'

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

/** The template for a type and purpose: that of both, else the type's own, else none. */
export function usualTemplate(type: string, purpose: string | null): BriefTemplate | undefined {
  const ofType = briefTemplates.filter((template) => template.type === type)
  return (
    ofType.find((template) => purpose !== null && template.purpose === purpose) ??
    ofType.find((template) => template.purpose === null)
  )
}

/** What a template says, in one language. `vocabulary` tells which phase its next step leads to. */
export function briefFromTemplate(template: BriefTemplate, language: Locale, vocabulary: Vocabulary): BriefContent {
  const { nextStage } = template
  const phase = liveTerms(vocabulary, 'phase').find(({ details }) => nextStage !== null && details.stages.includes(nextStage))
  return {
    ...emptyBrief(language),
    aim: template.aim[language],
    reader: template.reader[language],
    callToAction: template.callToAction[language],
    nextStep: { text: template.nextStep[language], phase: phase?.key ?? null, itemId: null },
    tone: template.tone[language],
    length: template.length[language],
    checklist: checklistOf(template, language),
  }
}

export const checklistOf = ({ checks }: BriefTemplate, language: Locale): BriefCheck[] =>
  checks.map((key) => ({ key, text: checkTexts[key][language], isDone: false }))

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
