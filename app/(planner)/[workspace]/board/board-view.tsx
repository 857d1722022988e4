'use client'

import { Board } from '@/components/board/board'
import { ItemCells } from '@/components/coverage/item-cells'
import { ItemPeek } from '@/components/item/item-peek'
import { PlanMenu } from '@/components/outlets/plan-menu'

/** Features do not know each other; here they meet. */
export function BoardView() {
  return (
    <Board
      peek={(id, close) => <ItemPeek key={id} id={id} onClose={close} whereItCounts={<ItemCells itemId={id} />} />}
      exporting={<PlanMenu screen="board" />}
    />
  )
}
