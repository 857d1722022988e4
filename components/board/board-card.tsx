'use client'

import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { memo, useId } from 'react'
import { CardFacts } from '@/components/board/card-facts'
import type { Taken } from '@/components/board/moved-board'
import { useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useWorkspace } from '@/components/shell/workspace'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { useDraggable } from '@/components/ui/drag'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuLink } from '@/components/ui/menu-items'
import { TickBox } from '@/components/ui/tick-box'
import { mayEditItem } from '@/server/domain/access/access.rules'
import type { BoardCard as Card } from '@/server/domain/board/board.schema'

/** Every card is as high as every other: columns of thousands then need no measuring. */
export const cardHeight = 124

export interface CardActions {
  onActivate(index: number): void
  onSelect(index: number, card: Card, isRange: boolean): void
  onPeek(card: Card): void
  onMove(index: number, card: Card): void
  /** What is dragged with it: the others that are selected. */
  draggedWith(card: Card): readonly Taken[]
  /** Says why it cannot be moved at all. */
  onRefused(card: Card): void
}

interface Props {
  card: Card
  index: number
  today: string
  /** False where its column or lane says it. */
  isStepShown: boolean
  ownerName: string | null
  isActive: boolean
  isSelected: boolean
  actions: CardActions
}

/** An item on the board: its title is the link, everything else can also be done by key or from its menu. */
export const BoardCard = memo(function BoardCard({
  card,
  index,
  today,
  isStepShown,
  ownerName,
  isActive,
  isSelected,
  actions,
}: Props) {
  const text = useText('board')
  const written = useWritten()
  const { base, actor } = useWorkspace()
  const mayMove = mayEditItem(actor, card)
  const facts = useId()
  const tabIndex = isActive ? 0 : -1
  const drag = useDraggable<readonly Taken[]>({
    kind: 'board',
    data: () => actions.draggedWith(card),
    disabled: !mayMove,
    onRefused: () => actions.onRefused(card),
  })
  return (
    <article
      ref={drag}
      data-swatch={isSelected || undefined}
      className={cn(
        'group flex h-29 flex-col gap-1 rounded-md border border-line-2 bg-sheet p-2 ps-2.5 hover:border-control',
        mayMove && 'cursor-grab',
        isSelected && 'border-accent bg-accent-wash hover:border-accent',
      )}
    >
      <div className="flex items-start gap-2">
        <span className="pt-0.75">
          <TickBox
            checked={isSelected}
            aria-label={text('select', { title: card.title })}
            tabIndex={-1}
            onTick={(isRange) => actions.onSelect(index, card, isRange)}
          />
        </span>
        <Link
          prefetch={false}
          draggable={false}
          href={`${base}/content/${card.id}`}
          lang={card.locale ?? undefined}
          tabIndex={tabIndex}
          data-card={card.id}
          data-index={index}
          aria-describedby={facts}
          onFocus={() => actions.onActivate(index)}
          className="line-clamp-2 min-h-6 min-w-0 flex-1 rounded-sm text-sm leading-5.5 font-medium break-words text-ink hover:underline"
        >
          {card.title}
        </Link>
        <Menu
          align="end"
          trigger={
            <IconButton
              size="sm"
              className="-me-1 -mt-0.5 size-6"
              tabIndex={-1}
              icon={<Ellipsis aria-hidden />}
              label={text('menu', { title: card.title })}
            />
          }
        >
          <MenuLink href={`${base}/content/${card.id}`} shortcut="Enter">
            {text('open')}
          </MenuLink>
          <MenuItem onSelect={() => actions.onPeek(card)} shortcut={written('cardPeek')}>
            {text('peek')}
          </MenuItem>
          <MenuItem onSelect={() => actions.onSelect(index, card, false)} shortcut="x">
            {text(isSelected ? 'unselect' : 'selectIt')}
          </MenuItem>
          <MenuItem disabled={!mayMove} onSelect={() => actions.onMove(index, card)} shortcut="m">
            {text('moveTo')}
          </MenuItem>
        </Menu>
      </div>
      <CardFacts id={facts} card={card} today={today} isStepShown={isStepShown} ownerName={ownerName} />
    </article>
  )
})
