import type { BriefField } from '@/server/domain/briefs/brief.schema'

/** The parts of a brief in the order in which one thinks of them, with their fields. */
export const briefParts = [
  ['why', ['aim', 'reader', 'question']],
  ['what', ['keyMessage', 'proofPoints', 'keywords']],
  ['next', ['callToAction', 'nextStep']],
  ['how', ['tone', 'length', 'references']],
] as const satisfies readonly (readonly [string, readonly BriefField[]])[]
