'use client'

import {
  CircleCheck,
  CircleDashed,
  FileText,
  ListTodo,
  type LucideIcon,
  Megaphone,
  MessageSquare,
  RefreshCw,
  Send,
} from 'lucide-react'
import Link from 'next/link'
import { useId } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { DueButton } from '@/components/my-work/due-button'
import { useWorkActions } from '@/components/my-work/use-work-actions'
import { StillValid } from '@/components/shell/still-valid'
import { useWorkspace } from '@/components/shell/workspace'
import { CheckboxBox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/class-names'
import type { WorkEntry, WorkKind, WorkSection } from '@/server/domain/my-work/work.schema'
import { placeOfWork } from '@/server/domain/notifications/digest.rules'

const signs: Record<WorkKind, LucideIcon> = {
  due: FileText,
  publish: Send,
  planned: FileText,
  open: FileText,
  review: RefreshCw,
  task: ListTodo,
  approval: CircleCheck,
  gap: CircleDashed,
  comment: MessageSquare,
  campaign: Megaphone,
}

/** One thing to do: what, for what, when, and what can be done about it from here. */
export function WorkRow({ entry, section, today }: { entry: WorkEntry; section: WorkSection; today: string }) {
  const text = useText('my-work')
  const format = useFormatter()
  const { base, can, nameOf } = useWorkspace()
  const { tick, busy } = useWorkActions()
  const partsId = useId()
  const { kind, title, about, day, dayIs, time, since, step, campaigns, waitsFor } = entry
  const Sign = signs[kind]
  const written = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  const parts = [
    // Where nothing but the step says why an item stands here, the step alone says it.
    ...(kind === 'open' && step ? [] : [since ? text('waitingSince', { day: written(since) }) : text(`kind.${kind}`)]),
    ...(about?.title ? [text(kind === 'comment' ? 'on' : 'for', { title: about.title })] : []),
    ...(step && kind !== 'review' ? [nameOf('step', step)] : []),
    ...campaigns.map((key) => nameOf('campaign', key)),
    ...(waitsFor === null ? [] : [text('waiting', { title: waitsFor })]),
  ]
  const mayEdit = can('item.editOwn')
  const isDated = kind === 'due' || kind === 'open' || kind === 'planned' || kind === 'publish' || kind === 'task'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2">
      <span className="grid size-6 shrink-0 place-items-center">
        {kind === 'task' ? (
          <CheckboxBox
            checked={busy}
            disabled={busy || waitsFor !== null}
            onCheckedChange={() => tick(entry)}
            aria-label={text('tick', { title })}
            aria-describedby={waitsFor === null ? undefined : partsId}
          />
        ) : (
          <Sign aria-hidden className="size-4 text-ink-3" />
        )}
      </span>
      <div className="min-w-0 flex-1 basis-60">
        <Link
          prefetch={false}
          href={`${base}${placeOfWork(entry)}`}
          className="rounded-sm font-[550] wrap-anywhere hover:text-accent hover:underline"
        >
          {title}
        </Link>
        <p id={partsId} className="text-sm wrap-anywhere text-ink-2">
          {parts.join(' · ')}
        </p>
      </div>
      <div className="flex items-center gap-2 max-sm:ps-9">
        {day !== null && (section !== 'today' || time !== null) && section !== 'tomorrow' ? (
          <span className={cn('text-sm whitespace-nowrap tabular-nums', section === 'overdue' ? 'text-danger' : 'text-ink-2')}>
            {section === 'today'
              ? ''
              : kind === 'approval' && dayIs
                ? text(`dayIs.${dayIs}`, { day: written(day) })
                : written(day)}
            {time ? ` ${time}` : ''}
          </span>
        ) : null}
        {kind === 'review' && mayEdit ? <StillValid size="sm" item={entry} /> : null}
        {isDated && mayEdit ? <DueButton entry={entry} today={today} /> : null}
      </div>
    </li>
  )
}
