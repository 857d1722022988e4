import type { Localized } from '@/server/domain/wire.schema'

/**
 * Every preset row says whether a source text states it or we derived it, and which text: people see where a rule or a
 * figure comes from.
 */
export interface Provenance {
  readonly origin: 'source' | 'derived'
  readonly source: string
}

export const both = (en: string, de: string): Localized => ({ en, de })

const sourceNames = {
  S0: 'insights! #45 (synaigy)',
  S1: 'Stefan Noffke: Customer Journey',
  S2: 'Das Customer Journey: Warum jeder Touchpoint zählt',
  S3: 'Verstehen Sie Ihre Customer Journey',
  S4: 'Die 5 Phasen einer Customer Journey',
  digitalwiki: 'digitalwiki.de: Moments of Truth',
  netzding: 'netzding.ch: 5A',
} as const
type SourceKey = keyof typeof sourceNames

const named = (keys: readonly SourceKey[]) => keys.map((key) => sourceNames[key]).join('; ')

/** Stated by these texts. */
export const stated = (...keys: [SourceKey, ...SourceKey[]]): Provenance => ({ origin: 'source', source: named(keys) })

/** Derived from these texts; without any, common knowledge of the field put into words by Etappe. */
export const derived = (...keys: SourceKey[]): Provenance => ({
  origin: 'derived',
  source: keys.length > 0 ? named(keys) : 'Etappe',
})
