import { afterPurchaseBriefs } from '@/server/presets/briefs/after-purchase'
import { beforePurchaseBriefs } from '@/server/presets/briefs/before-purchase'
import { loyaltyBriefs } from '@/server/presets/briefs/loyalty'
import { purchaseBriefs } from '@/server/presets/briefs/purchase'
import type { BriefTemplate } from '@/server/presets/briefs/template'

/** In the order in which they are offered. The first of a purpose is taken for a gap or a cell. */
export const briefTemplates: readonly BriefTemplate[] = [
  ...beforePurchaseBriefs,
  ...purchaseBriefs,
  ...afterPurchaseBriefs,
  ...loyaltyBriefs,
]
