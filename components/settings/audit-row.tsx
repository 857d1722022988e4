'use client'

import { Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useUndo } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import type { AuditEntry } from '@/server/domain/history/history.schema'

/** One change set: when, who, what, and the way back while there is one. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const text = useText('settings.audit')
  const format = useFormatter()
  const { undo } = useUndo()
  const { actor } = entry
  const known = `job.${actor.id}` as const
  const who = actor.kind === 'job' ? (text.has(known) ? text(known) : text('job.other')) : (actor.name ?? text('formerMember'))
  // What follows from another part of the same change says nothing of its own.
  const parts = entry.parts.filter(({ subject }) => subject !== 'item.text')
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b px-1 py-2">
      <time dateTime={entry.at.toISOString()} className="w-14 shrink-0 text-ink-3">
        {format.dateTime(entry.at, { hour: '2-digit', minute: '2-digit' })}
      </time>
      <div className="min-w-0 flex-1">
        <p className="text-xs text-ink-3">{who}</p>
        <ul>
          {parts.map((part) => (
            <li key={`${part.subject} ${part.operation}`}>
              <PartLine part={part} />
            </li>
          ))}
        </ul>
      </div>
      {entry.canUndo ? (
        <Button size="sm" icon={<Undo2 aria-hidden />} onClick={() => void undo(entry.changeSet)}>
          {text('undo')}
        </Button>
      ) : null}
    </li>
  )
}

function PartLine({ part }: { part: AuditEntry['parts'][number] }) {
  const text = useText('settings.audit')
  const { base } = useWorkspace()
  const { subject, operation, count, examples } = part
  const subjectKey = `subject.${subject}` as const
  const operationKey = `operation.${operation}` as const
  const example = examples.find(({ name }) => name !== null)
  return (
    <>
      {text.has(subjectKey) ? text(subjectKey, { count }) : text('subject.other', { count })}{' '}
      {text.has(operationKey) ? text(operationKey) : text('operation.edit')}
      {example ? (
        <span className="text-ink-2">
          {': '}
          {subject === 'item' && operation !== 'purge' ? (
            <Link
              prefetch={false}
              href={`${base}/content/${example.id}`}
              className="underline decoration-line-2 underline-offset-2 hover:text-ink"
            >
              {example.name}
            </Link>
          ) : (
            example.name
          )}
          {count > 1 ? text('andMore', { count: count - 1 }) : null}
        </span>
      ) : null}
    </>
  )
}
