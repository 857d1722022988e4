'use client'

import { BadgeCheck } from 'lucide-react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useFieldName } from '@/components/shell/use-field-name'
import { useWorkspace } from '@/components/shell/workspace'
import { Notice } from '@/components/ui/notice'
import type { Item } from '@/server/domain/content/item.schema'
import type { WorkflowState } from '@/server/domain/workflow/workflow.schema'

interface Props {
  state: WorkflowState
  item: Item
  /** Stands where items are approved, and is not. */
  isWaiting: boolean
}

/** Who has said yes, or why that holds no more. */
export function ApprovalState({ state: { approval, lost }, item, isWaiting }: Props) {
  const text = useText('workflow.block')
  const format = useFormatter()
  const fieldName = useFieldName(item.type)
  const { timeZone } = useWorkspace()
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const who = (name: string | null) => name ?? text('formerMember')
  if (approval) {
    return (
      <p className="flex items-start gap-1.5">
        <BadgeCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        {text('approvedBy', { name: who(approval.name), at: moment(approval.at) })}
      </p>
    )
  }
  if (lost) {
    const fields = lost.because.map(fieldName)
    return (
      <Notice tone="warning" live>
        {text('lost', { name: who(lost.name), fields: format.list(fields) })}{' '}
        <span className="text-ink-3">{text('lostBy', { name: lost.by ?? text('formerMember'), at: moment(lost.lostAt) })}</span>
      </Notice>
    )
  }
  return isWaiting ? <p className="text-ink-2">{text('waiting')}</p> : null
}
