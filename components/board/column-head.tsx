'use client'

import { ChevronsLeftRight, Ellipsis, Plus } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuLink } from '@/components/ui/menu-items'
import { StatusDot } from '@/components/ui/status-dot'
import { PhaseLetter } from '@/components/ui/tag'
import type { BoardAxis, BoardColumn } from '@/server/domain/board/board.schema'

interface Props {
  axis: BoardAxis
  column: BoardColumn
  name: string
  /** The table of the same items. */
  href: string
  isNarrow: boolean
  onCollapse: () => void
  onAdd: (() => void) | null
  onLimit: (() => void) | null
}

/** The head of a column: its name, how much stands in it and how much may, and what can be done with it. */
export function ColumnHead({ axis, column, name, href, isNarrow, onCollapse, onAdd, onLimit }: Props) {
  const text = useText('board')
  const count = useFormatter().number(column.count)
  const head = useRef<HTMLDivElement>(null)
  const wasNarrow = useRef(isNarrow)
  // The button that was pressed has gone: its opposite takes the focus.
  useEffect(() => {
    if (wasNarrow.current === isNarrow) return
    wasNarrow.current = isNarrow
    const isLost = document.activeElement === document.body || document.activeElement?.closest('[role=menu]')
    if (isLost) head.current?.querySelector<HTMLElement>(isNarrow ? 'button' : '[aria-haspopup=menu]')?.focus()
  }, [isNarrow])
  if (isNarrow)
    return (
      <div ref={head} className="flex w-11 shrink-0 flex-col items-center gap-2 border-b pt-1 pb-2">
        <IconButton
          size="sm"
          icon={<ChevronsLeftRight aria-hidden />}
          label={text('expand', { name })}
          aria-expanded={false}
          onClick={onCollapse}
        />
        <h2 className="max-h-40 truncate font-sans text-sm font-semibold [writing-mode:vertical-rl]">
          {name} <span className="font-normal text-ink-2 tabular-nums">{count}</span>
        </h2>
      </div>
    )
  return (
    <div ref={head} className="flex w-66 shrink-0 flex-col border-b px-1 pt-1 pb-1.5 max-sm:w-full">
      <div className="flex items-center gap-1.5">
        <ColumnMark axis={axis} column={column} />
        <h2 className="min-w-0 truncate font-sans text-sm leading-6 font-semibold" title={name}>
          {name}
        </h2>
        <Link
          prefetch={false}
          href={href}
          aria-label={text('openInTableCount', { count: column.count, name })}
          className="grid min-h-6 min-w-6 place-items-center rounded-md px-1 text-sm text-ink-2 tabular-nums hover:underline"
        >
          {count}
        </Link>
        <span className="ms-auto flex">
          {onAdd ? (
            <IconButton
              size="sm"
              data-add={column.key}
              icon={<Plus aria-hidden />}
              label={text('addTo', { name })}
              onClick={onAdd}
            />
          ) : null}
          <Menu
            align="end"
            trigger={<IconButton size="sm" icon={<Ellipsis aria-hidden />} label={text('columnMenu', { name })} />}
          >
            <MenuLink href={href}>{text('openInTable')}</MenuLink>
            <MenuItem onSelect={onCollapse}>{text('collapse')}</MenuItem>
            {onLimit ? <MenuItem onSelect={onLimit}>{text('limit.set')}</MenuItem> : null}
          </Menu>
        </span>
      </div>
      {column.load === null ? null : <Load {...column.load} />}
    </div>
  )
}

function Load({ count, limit }: { count: number; limit: number }) {
  const text = useText('board.limit')
  const isOver = count > limit
  return (
    <p className={cn('px-0.5 text-xs tabular-nums', isOver ? 'font-medium text-danger' : 'text-ink-3')}>
      {text(isOver ? 'over' : 'within', { count, limit })}
    </p>
  )
}

function ColumnMark({ axis, column }: Pick<Props, 'axis' | 'column'>) {
  const { term } = useWorkspace()
  if (axis === 'step') {
    const kind = term('step', column.key)?.details.kind
    return kind ? <StatusDot progress={kind} label="" labelHidden className="ps-0.5" /> : null
  }
  const letter = axis === 'phase' ? term('phase', column.key)?.details.letter : undefined
  return letter ? <PhaseLetter letter={letter} /> : null
}
