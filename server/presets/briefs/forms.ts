import { type BriefField, briefFields } from '@/server/domain/briefs/brief.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { both } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

/** Which parts of a brief a type of content asks for, and which of them it cannot be written without. */
export interface BriefForm {
  readonly asks: readonly BriefField[]
  readonly needs: readonly BriefField[]
  /** What stands under the length: words, characters, seconds or pages. */
  readonly lengthHint: Localized
}

const but = (...left: BriefField[]): BriefField[] => briefFields.filter((field) => !left.includes(field))

const inWords = both('In words, for example 600–900', 'In Wörtern, zum Beispiel 600–900')
const inCharacters = both('In characters, for example 30 a headline', 'In Zeichen, zum Beispiel 30 je Überschrift')
const inSeconds = both('In seconds or minutes, for example 90 seconds', 'In Sekunden oder Minuten, zum Beispiel 90 Sekunden')
const inPages = both('In pages, for example 6–8', 'In Seiten, zum Beispiel 6–8')

/** A type that a workspace made itself. */
export const ownTypeForm: BriefForm = { asks: briefFields, needs: ['aim', 'reader', 'keyMessage'], lengthHint: inWords }

export const briefForms: Readonly<Record<TypeKey, BriefForm>> = {
  blog_post: {
    asks: briefFields,
    needs: ['aim', 'reader', 'question', 'keyMessage', 'callToAction', 'nextStep'],
    lengthHint: inWords,
  },
  ad: { asks: but('question'), needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inCharacters },
  email: { asks: but('keywords'), needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inWords },
  faq: { asks: but('callToAction'), needs: ['reader', 'question', 'keyMessage'], lengthHint: inWords },
  page: { asks: briefFields, needs: ['aim', 'reader', 'keyMessage', 'callToAction', 'nextStep'], lengthHint: inWords },
  social_post: { asks: but('question'), needs: ['aim', 'reader', 'keyMessage'], lengthHint: inCharacters },
  video: { asks: briefFields, needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inSeconds },
  document: { asks: briefFields, needs: ['aim', 'reader', 'keyMessage', 'proofPoints'], lengthHint: inPages },
  message: { asks: but('keywords', 'proofPoints'), needs: ['aim', 'reader', 'keyMessage'], lengthHint: inCharacters },
  script: { asks: but('keywords'), needs: ['aim', 'reader', 'question', 'keyMessage', 'nextStep'], lengthHint: inSeconds },
  offline: { asks: but('question', 'keywords'), needs: ['aim', 'reader', 'keyMessage', 'callToAction'], lengthHint: inWords },
}
