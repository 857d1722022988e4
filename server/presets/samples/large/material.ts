import type { ChannelKey } from '@/server/presets/channels'
import type { PhaseKey, SampleItem } from '@/server/presets/samples/sample'
import type { TypeKey } from '@/server/presets/types'

type Text = readonly [en: string, de: string]

/** A family of items: `take` of them are made from its titles and the subjects it is about. */
export interface Material {
  /** Type and purpose. */
  readonly kind: `${TypeKey} ${string}`
  readonly about: 'product' | 'theme' | 'nothing'
  readonly phases: readonly PhaseKey[]
  /** One after another, each the channels of one item. */
  readonly channels: readonly (readonly ChannelKey[])[]
  readonly take: number
  /** With the slots of `Subject`. */
  readonly titles: readonly Text[]
  readonly body: Text
  readonly answers?: readonly string[]
  readonly fields?: SampleItem['fields']
}
