import type { CoverageDimension, TargetNumbers } from '@/server/domain/coverage/coverage.schema'
import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { ChannelKey } from '@/server/presets/channels'
import { both } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

/** A demo workspace of an invented home-security company, in both languages; the workspace's locale decides what is written. */
export interface Sample {
  readonly key: 'good' | 'worst' | 'large'
  readonly name: Localized
  readonly company: Localized
  readonly terms: readonly SampleTerm[]
  readonly targets: readonly SampleTarget[]
  readonly items: readonly SampleItem[]
}

/** What a sample adds to the presets, or says about one of their channels. */
export type SampleTerm =
  | { readonly dimension: 'persona'; readonly key: string; readonly name: Localized; readonly note: Localized }
  | { readonly dimension: 'topic'; readonly key: string; readonly name: Localized; readonly kind: 'product' | 'theme' }
  | {
      readonly dimension: 'question'
      readonly key: string
      readonly name: Localized
      readonly phase: PhaseKey
      readonly topic: string | null
    }
  | { readonly dimension: 'channel'; readonly key: ChannelKey; readonly responsible: Localized; readonly responseHours: number }

export interface SampleTarget {
  readonly dimension: CoverageDimension
  readonly phase: PhaseKey
  readonly value: string
  readonly numbers: TargetNumbers | null
  readonly reason: Localized | null
}

/** All samples use the five phases. */
export type PhaseKey = 'awareness' | 'consideration' | 'conversion' | 'retention' | 'advocacy'

/** A day counted back from the day of creation. */
export interface DaysAgo {
  readonly daysAgo: number
}
export interface SampleClaim {
  readonly topic: string
  readonly kind: 'price' | 'delivery_time' | 'model' | 'other'
  readonly value: Localized
}
export type SampleField =
  | string
  | boolean
  | number
  | Localized
  | DaysAgo
  | readonly string[]
  | readonly Localized[]
  | readonly SampleClaim[]

export interface SampleItem {
  readonly key: string
  readonly title: Localized
  /** Short Markdown. */
  readonly body: Localized
  readonly type: TypeKey
  readonly purpose: string | null
  readonly step: Status
  readonly phases: readonly PhaseKey[]
  readonly channels: readonly ChannelKey[]
  readonly personas: readonly string[]
  readonly topics: readonly string[]
  /** Keys of the questions it answers. */
  readonly answers: readonly string[]
  readonly fields?: Readonly<Record<string, SampleField>>
  /** The main locale of the workspace, the other language of the two, or none. */
  readonly locale: 'own' | 'other' | null
  /** The item whose translation this is. */
  readonly translationOf?: string
  readonly url?: string
  /** At least 1, so that it is live from the first moment in every time zone. */
  readonly publishedDaysAgo?: number
  readonly plannedInDays?: number
  /** At least 2, so that it lies ahead in every time zone. */
  readonly publishInDays?: number
  readonly dueInDays?: number
  /** Negative: overdue. Absent and published: the purpose's own time from today. */
  readonly reviewInDays?: number
  readonly note?: Localized
}

interface Tags {
  readonly phases: readonly PhaseKey[]
  readonly channels: readonly ChannelKey[]
  readonly personas?: readonly string[]
  readonly topics?: readonly string[]
  readonly answers?: readonly string[]
}
type More = Pick<SampleItem, 'fields' | 'url' | 'reviewInDays' | 'note'>

/** A published item in the workspace's locale; when it was published, `spread` says. */
export function live(
  kind: `${TypeKey} ${string}`,
  key: string,
  title: Localized,
  body: Localized,
  tags: Tags,
  more: More = {},
): SampleItem {
  const [type, purpose] = kind.split(' ') as [TypeKey, string]
  return {
    key,
    title,
    body,
    type,
    purpose,
    step: 'published',
    locale: 'own',
    personas: [],
    topics: [],
    answers: [],
    ...tags,
    ...more,
  }
}

/** Gives published items dates over the last months, the same ones every time. */
export function spread(items: readonly SampleItem[]): SampleItem[] {
  return items.map((item, index) => (item.step === 'published' ? { publishedDaysAgo: 3 + ((index * 37) % 190), ...item } : item))
}

export const site = (path: string) => `https://www.haus-und-sicher.example/${path}`

export function wanted(
  phase: PhaseKey,
  ideal: number,
  channels: readonly ChannelKey[],
  max: number | null = null,
): SampleTarget[] {
  return channels.map((value) => ({ dimension: 'channel', phase, value, numbers: { min: 1, ideal, max }, reason: null }))
}

export function notApplicable(phase: PhaseKey, channels: readonly ChannelKey[], reason: Localized): SampleTarget[] {
  return channels.map((value) => ({ dimension: 'channel', phase, value, numbers: null, reason }))
}

export const euro = (amount: number): Localized => both(`€${amount}`, `${amount} €`)
