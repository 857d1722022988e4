import type { Localized } from '@/server/domain/wire.schema'
import type { ChannelKey } from '@/server/presets/channels'
import { both } from '@/server/presets/preset'
import type { PhaseKey, SampleItem } from '@/server/presets/samples/sample'
import type { TypeKey } from '@/server/presets/types'

/** A family of items: `take` of them are made from its titles and subjects. */
export interface Material {
  readonly kind: `${TypeKey} ${string}`
  readonly about: 'product' | 'theme' | 'nothing'
  readonly phases: readonly PhaseKey[]
  /** One after another, each the channels of one item. */
  readonly channels: readonly (readonly ChannelKey[])[]
  readonly take: number
  readonly titles: readonly Localized[]
  readonly body: Localized
  readonly answers?: readonly string[]
  readonly fields?: SampleItem['fields']
}

export function material(
  kind: Material['kind'],
  about: Material['about'],
  phases: readonly PhaseKey[],
  channels: Material['channels'],
  take: number,
  titles: readonly (readonly [en: string, de: string])[],
  body: readonly [en: string, de: string],
  more: Pick<Material, 'answers' | 'fields'> = {},
): Material {
  return { kind, about, phases, channels, take, titles: titles.map(([en, de]) => both(en, de)), body: both(...body), ...more }
}
