'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { cn } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { StateMark, stateStyle } from '@/components/ui/state-mark'
import { untagged } from '@/server/domain/coverage/coverage.schema'

/** For the page of an item: the cells of the heatmap in which it stands, and how they are. */
export function ItemCells({ itemId }: { itemId: string }) {
  const text = useText('coverage')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug, base, nameOf } = useWorkspace()
  const { data, error } = useQuery(trpc.coverage.whereItCounts.queryOptions({ workspace: slug, id: itemId }))
  if (error) return <Notice tone="error">{problemText(error)}</Notice>
  if (!data) return <SkeletonRows rows={3} label={text('loading')} />
  const { counts, isPlanned, cells } = data
  const isBeside = cells.some(({ row, column }) => row === untagged || column === untagged)
  return (
    <div>
      <p className="mb-2 text-sm text-ink-2">
        {text(`itemCells.${counts === 'no' && isPlanned ? 'planned' : counts}`)} {isBeside ? text('itemCells.untagged') : null}
      </p>
      <ul className="border-t">
        {cells.map((cell) => {
          const row = cell.row === untagged ? text('noPhase') : nameOf('phase', cell.row)
          const column = cell.column === untagged ? text('noValue', { by: 'channel' }) : nameOf('channel', cell.column)
          return (
            <li key={`${cell.row}.${cell.column}`} className="border-b">
              <Link
                href={`${base}/coverage?cell=${cell.row}.${cell.column}`}
                className="flex min-h-row items-center gap-3 rounded-sm hover:bg-ink/2.5"
              >
                <span
                  data-swatch
                  className={cn(
                    'inline-flex h-6 min-w-14 shrink-0 items-center justify-between gap-1.5 rounded px-1.5 text-sm font-medium tabular-nums',
                    stateStyle[cell.state],
                  )}
                >
                  <StateMark state={cell.state} className="size-2.5" />
                  <span className="ms-auto">
                    {format.number(cell.fresh)}
                    {cell.target ? <span className="text-2xs font-normal">/{format.number(cell.target.ideal)}</span> : null}
                  </span>
                </span>
                <span className="min-w-0 flex-1 truncate">{text('cell.place', { row, column })}</span>
                <span className="text-xs text-ink-2">{text(`state.${cell.state}`)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
