'use client'

import { BriefTab } from '@/components/briefs/brief-tab'
import { ItemCells } from '@/components/coverage/item-cells'
import { ItemPage } from '@/components/item/item-page'

/** Features do not know each other; here they meet. */
export function ItemScreen({ id }: { id: string }) {
  return <ItemPage id={id} whereItCounts={<ItemCells itemId={id} />} brief={<BriefTab itemId={id} />} />
}
