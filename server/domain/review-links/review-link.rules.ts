import type { BriefContent } from '@/server/domain/briefs/brief.schema'
import type { SeenField } from '@/server/domain/review-links/review-link.schema'

interface Lived {
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

export function stateOfLink({ expiresAt, revokedAt }: Lived, now: Date): 'open' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now ? 'expired' : 'open'
}

/**
 * The filled parts of a brief in their order. What it says of other items and of the gap it came from stays inside, the checklist
 * too: they are the team's.
 */
export function seenBrief(
  content: BriefContent,
  nameOf: (dimension: 'question' | 'phase', key: string) => string | null,
): SeenField[] {
  const { nextStep } = content
  const question = content.questionText || (content.question === null ? '' : (nameOf('question', content.question) ?? ''))
  const next = nextStep.phase === null ? '' : (nameOf('phase', nextStep.phase) ?? '')
  const fields: SeenField[] = [
    { field: 'aim', texts: [content.aim] },
    { field: 'reader', texts: [content.reader] },
    { field: 'question', texts: [question] },
    { field: 'keyMessage', texts: [content.keyMessage] },
    { field: 'proofPoints', texts: content.proofPoints },
    { field: 'callToAction', texts: [content.callToAction] },
    { field: 'nextStep', texts: [nextStep.text, next] },
    { field: 'tone', texts: [content.tone] },
    { field: 'length', texts: [content.length] },
    { field: 'keywords', texts: content.keywords.length > 0 ? [content.keywords.join(', ')] : [] },
    { field: 'references', texts: content.references.map(({ title, url }) => (url === null ? title : `${title}: ${url}`)) },
  ]
  return fields
    .map(({ field, texts }) => ({ field, texts: texts.filter((text) => text.trim() !== '') }))
    .filter(({ texts }) => texts.length > 0)
}
