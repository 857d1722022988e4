'use client'

import type { ReactNode } from 'react'
import { numbered } from '@/components/outlets/numbered'
import { PictureMonth } from '@/components/outlets/picture-month'
import { PictureHead } from '@/components/shell/picture-head'
import { cn } from '@/components/ui/class-names'
import { stateStyle } from '@/components/ui/state-mark'
import type { PictureSheet, SheetBoard, SheetTable } from '@/server/domain/plan-export/sheet.schema'

type Part = PictureSheet['parts'][number]

/** A sheet as one picture for a slide: what it is at the head, then its parts; those of a page upright go side by side. */
export function SheetPicture({ sheet }: { sheet: PictureSheet }) {
  const { parts, isLandscape } = sheet
  const board = parts.find((part) => part.kind === 'board')
  const width = board ? Math.max(1100, board.columns.length * 220) : 1360
  return (
    <div style={{ width }} className="bg-paper text-base text-ink">
      <PictureHead sheet={sheet} />
      {isLandscape ? <Flow parts={parts} /> : <BesideEachOther parts={parts} />}
    </div>
  )
}

function Flow({ parts }: { parts: readonly Part[] }) {
  return numbered(parts).map(({ value, id }) => <PartView key={id} part={value} />)
}

/** Parts under their headings, in two columns of about the same height. */
function BesideEachOther({ parts }: { parts: readonly Part[] }) {
  const sizes = parts.map(sizeOf)
  const half = sizes.reduce((sum, size) => sum + size, 0) / 2
  let at = 0
  let sum = 0
  for (const [n, part] of parts.entries()) {
    if (part.kind === 'heading' && sum <= half) at = n
    sum += sizes[n] ?? 0
  }
  return (
    <div className="flex items-start gap-10">
      {[parts.slice(0, at), parts.slice(at)].map((side) => (
        <div key={side[0]?.kind === 'heading' ? side[0].text : 'first'} className="min-w-0 flex-1">
          <Flow parts={side} />
        </div>
      ))}
    </div>
  )
}

function sizeOf(part: Part): number {
  if (part.kind === 'table') return part.rows.length + 1.5
  if (part.kind === 'list') return part.entries.length
  if (part.kind === 'facts') return part.facts.length
  return 1.5
}

function PartView({ part }: { part: Part }): ReactNode {
  switch (part.kind) {
    case 'heading':
      return <h2 className="mt-5 mb-2 text-lg font-semibold first:mt-0">{part.text}</h2>
    case 'text':
      return <p className="mb-3 whitespace-pre-line">{part.text}</p>
    case 'note':
      return <p className="mb-2 text-sm text-ink-2">{part.text}</p>
    case 'facts':
      return part.facts.map(({ label, value }) => (
        <p key={label} className="flex gap-3 py-0.5">
          <span className="w-36 shrink-0 text-ink-2">{label}</span>
          <span className="min-w-0 wrap-anywhere">{value}</span>
        </p>
      ))
    case 'list':
      return part.entries.map((entry) => (
        <p key={entry} className="border-b border-line py-1">
          {entry}
        </p>
      ))
    case 'table':
      return <PictureTable table={part} />
    case 'board':
      return <PictureBoard board={part} />
    case 'month':
      return <PictureMonth month={part} />
    case 'heatmap':
      return null
  }
}

function PictureTable({ table: { columns, rows, states } }: { table: SheetTable }) {
  const sideOf = (column: number) => (columns[column]?.align === 'right' ? 'text-end' : 'text-start')
  return (
    <div className="mb-2">
      <div className="flex border-b border-line-2 text-sm text-ink-2">
        {columns.map(({ title, share }, n) => (
          <span key={title} style={{ flexGrow: share, flexBasis: 0 }} className={cn('min-w-0 px-1.5 py-1', sideOf(n))}>
            {title}
          </span>
        ))}
      </div>
      {numbered(rows).map(({ value: row, id }) => (
        <div key={id} className="flex border-b border-line">
          {row.map((cell, n) => {
            const state = states?.[Number(id)]?.[n]
            return (
              <span
                key={columns[n]?.title}
                style={{ flexGrow: columns[n]?.share ?? 1, flexBasis: 0 }}
                className={cn('min-w-0 px-1.5 py-1 wrap-anywhere', sideOf(n))}
              >
                {state ? <span className={cn('inline-block rounded px-1.5', stateStyle[state])}>{cell}</span> : cell}
              </span>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function PictureBoard({ board: { columns } }: { board: SheetBoard }) {
  return (
    <div className="mb-4 flex items-start gap-3">
      {columns.map(({ title, note, cards, rest }) => (
        <div key={title} className="min-w-0 flex-1">
          <p className="mb-2 flex justify-between gap-2 border-b border-line-2 pb-1 font-semibold">
            <span className="min-w-0 wrap-anywhere">{title}</span>
            <span className="font-normal text-ink-2">{note}</span>
          </p>
          {numbered(cards).map(({ value: card, id }) => (
            <div key={id} className="mb-2 rounded border border-line bg-sheet p-2">
              <p className="font-medium wrap-anywhere">{card.title}</p>
              {card.lines.map((line) => (
                <p key={line} className="mt-0.5 text-xs wrap-anywhere text-ink-2">
                  {line}
                </p>
              ))}
            </div>
          ))}
          {rest === '' ? null : <p className="text-sm text-ink-2">{rest}</p>}
        </div>
      ))}
    </div>
  )
}
