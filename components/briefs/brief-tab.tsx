'use client'

import { useQuery } from '@tanstack/react-query'
import { AddBrief } from '@/components/briefs/add-brief'
import { BriefActions } from '@/components/briefs/brief-actions'
import { BriefChecklist } from '@/components/briefs/brief-checklist'
import { BriefForm } from '@/components/briefs/brief-form'
import { BriefReading } from '@/components/briefs/brief-reading'
import { BriefEvidenceView, BriefFacts } from '@/components/briefs/brief-side'
import { useBrief } from '@/components/briefs/use-brief'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { mayEditItem } from '@/server/domain/access/access.rules'
import { briefGaps } from '@/server/domain/briefs/brief.rules'
import type { Brief, BriefEdit } from '@/server/domain/briefs/brief.schema'
import type { Item } from '@/server/domain/content/item.schema'

/** What is to be written and why, beside the item it is written for. */
export function BriefTab({ itemId }: { itemId: string }) {
  const text = useText('briefs')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug, actor } = useWorkspace()
  const item = useQuery(trpc.content.get.queryOptions({ workspace: slug, id: itemId }))
  const brief = useQuery(trpc.briefs.get.queryOptions({ workspace: slug, itemId }))
  const error = item.error ?? brief.error
  if (error) {
    return (
      <Notice tone="error" className="mt-4" actions={<Button onClick={() => void brief.refetch()}>{text('state.again')}</Button>}>
        {problemText(error)}
      </Notice>
    )
  }
  if (!item.data || brief.data === undefined) return <SkeletonRows rows={6} label={text('tab')} />
  const isInTrash = item.data.deletedAt !== null
  const disabled = isInTrash || !mayEditItem(actor, item.data)
  if (brief.data === null) return <AddBrief item={item.data} disabled={disabled} />
  return <OpenBrief key={itemId} item={item.data} brief={brief.data} disabled={disabled} />
}

function OpenBrief({ item, brief, disabled }: { item: Item; brief: Brief; disabled: boolean }) {
  const text = useText('briefs')
  const editing = useBrief(brief)
  return (
    <div className="flex flex-col gap-5 pb-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <BriefState editing={editing} type={item.type} isRead={disabled} />
        <BriefActions itemId={item.id} title={item.title} disabled={disabled} flush={editing.flush} />
      </div>
      {editing.problem ? (
        <Notice tone="error" actions={<Button onClick={() => void editing.flush()}>{text('state.again')}</Button>}>
          {text('state.failed', { problem: editing.problem })}
        </Notice>
      ) : null}
      <Clash editing={editing} />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {disabled ? <BriefReading content={brief.content} type={item.type} /> : <BriefForm editing={editing} type={item.type} />}
        <div className="flex min-w-0 flex-col gap-6">
          <BriefFacts item={item} />
          <BriefChecklist editing={editing} disabled={disabled} />
          {brief.content.evidence ? <BriefEvidenceView evidence={brief.content.evidence} /> : null}
        </div>
      </div>
    </div>
  )
}

type Editing = ReturnType<typeof useBrief>

interface StateProps {
  editing: Editing
  type: string
  /** By somebody who may not change it. */
  isRead: boolean
}

/** What is still open, and whether all is saved. */
function BriefState({ editing: { content, isDirty, isSaving }, type, isRead }: StateProps) {
  const text = useText('briefs')
  const { missing, unticked } = briefGaps(content, type)
  const open = [
    ...(missing.length > 0 ? [text('state.missing', { fields: missing.map((field) => text(`field.${field}`)).join(', ') })] : []),
    ...(unticked.length > 0 ? [text('state.unticked', { count: unticked.length })] : []),
  ]
  return (
    <div className="min-w-0 flex-1 basis-72 text-sm">
      <p className={open.length > 0 ? 'text-ink-2' : 'text-accent'}>{open.length > 0 ? open.join(' · ') : text('state.ready')}</p>
      {isRead ? null : (
        <p role="status" className="text-ink-3">
          {text(isSaving ? 'state.saving' : isDirty ? 'state.unsaved' : 'state.saved')}
        </p>
      )}
    </div>
  )
}

const longest = 300

/** Both wrote the same part: what the others wrote is shown, what was typed stays in its field until one is chosen. */
function Clash({ editing: { clash, decide } }: { editing: Editing }) {
  const text = useText('briefs')
  if (clash === null) return null
  const fields = clash.fields.map((field) => text(`field.${field}`)).join(', ')
  const [first] = clash.fields
  return (
    <Notice
      tone="warning"
      live
      title={text('conflict.title', { by: clash.by ?? text('conflict.somebody'), field: fields })}
      actions={
        <>
          <Button onClick={() => decide('theirs')}>{text('conflict.takeTheirs')}</Button>
          <Button variant="primary" onClick={() => decide('mine')}>
            {text('conflict.keepMine')}
          </Button>
        </>
      }
    >
      {first === undefined
        ? null
        : text('conflict.theirs', { value: said(clash.current.content, first) || text('conflict.empty') })}
    </Notice>
  )
}

function said(content: Brief['content'], field: keyof BriefEdit): string {
  const value = content[field]
  if (typeof value === 'string') return value.slice(0, longest)
  if (Array.isArray(value))
    return value
      .map((one) => (typeof one === 'string' ? one : 'text' in one ? one.text : one.title))
      .join(', ')
      .slice(0, longest)
  return value === null ? '' : value.text.slice(0, longest)
}
