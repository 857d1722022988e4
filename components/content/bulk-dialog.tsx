'use client'

import { useEffect, useRef, useState } from 'react'
import { BulkFields } from '@/components/content/bulk-fields'
import { type BulkDraft, type BulkKind, bulkEditOf, restingDraft } from '@/components/content/bulk-kind'
import { BulkResultView } from '@/components/content/bulk-result'
import { useBulk } from '@/components/content/use-bulk'
import { useClauseWords } from '@/components/filter/use-clause-words'
import { useFilterFields } from '@/components/filter/use-filter-fields'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { SkeletonRows } from '@/components/ui/skeleton'
import { focusUnreadable } from '@/components/ui/unreadable'
import type { FreezeInput } from '@/server/domain/content/bulk.schema'
import type { Filter } from '@/server/domain/filter/filter.schema'

interface Props {
  kind: BulkKind
  selection: FreezeInput
  /** The conditions the selection was made under, repeated as chips. */
  filter: Filter
  onClose: () => void
  onDone: () => void
}

/** What will happen, to exactly which items, before it happens; and afterwards what came of each. */
export function BulkDialog({ kind, selection, filter, onClose, onDone }: Props) {
  const text = useText('bulk')
  const problemText = useProblemText()
  const fields = useFilterFields()
  const wordsOf = useClauseWords(fields)
  const [draft, setDraft] = useState<BulkDraft>(restingDraft)
  const asks = useText('shell.undo.asks')
  const isPublic = kind === 'publish' || kind === 'unpublish'
  const { frozen, run, progress, isOver } = useBulk(selection, text(`kind.${kind}`), isPublic ? asks(kind) : undefined)
  const count = frozen.data?.count ?? 0
  const edit = bulkEditOf(kind, draft)
  const failed = progress?.result.failedCount ?? 0
  const isBusy = run.isPending || (progress !== undefined && !isOver)

  // A clean end closes the dialog, also that of a job, which comes while nobody presses anything.
  const isClean = isOver && progress?.state === 'done' && failed === 0
  const closed = useRef(false)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isClean || closed.current) return
    closed.current = true
    onDone()
  }, [isClean, onDone])

  const error = frozen.error ?? run.error
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) (isOver ? onDone : onClose)()
      }}
      title={text('title', { what: text(`kind.${kind}`), count })}
      dismissible={!run.isPending}
      footer={
        isOver ? (
          <Button variant="primary" onClick={onDone}>
            {text('close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{text(isBusy && progress ? 'leave' : 'cancel')}</Button>
            <Button
              variant={kind === 'trash' ? 'danger' : 'primary'}
              loading={isBusy}
              disabled={edit === null || frozen.data === undefined || count === 0}
              onClick={() => {
                if (edit && !focusUnreadable(body.current)) run.mutate(edit)
              }}
            >
              {text(text.has(`verb.${kind}`) ? `verb.${kind}` : 'verb.change', { count })}
            </Button>
          </>
        )
      }
    >
      <div ref={body} className="flex flex-col gap-4">
        {frozen.isPending ? (
          <SkeletonRows rows={2} label={text('freezing')} />
        ) : (
          <p className="text-ink-2">
            {text('ids' in selection ? 'meansIds' : filter.length === 0 ? 'meansAll' : 'meansFilter', { count })}
            {!('ids' in selection) && filter.length > 0 ? (
              <span className="mt-2 flex flex-wrap gap-1.5">
                {filter.map((clause) => (
                  <Badge key={`${clause.field} ${clause.op} ${clause.values.join()}`}>{wordsOf(clause)}</Badge>
                ))}
              </span>
            ) : null}
          </p>
        )}
        {progress === undefined ? <BulkFields kind={kind} draft={draft} onChange={setDraft} fields={fields} /> : null}
        {isBusy && progress ? (
          <Progress
            label={text('running')}
            value={progress.seen}
            max={progress.total}
            valueText={text('seen', { seen: progress.seen, total: progress.total })}
          />
        ) : null}
        {isOver && progress ? <BulkResultView result={progress.result} hasStopped={progress.state === 'failed'} /> : null}
        {error ? (
          <Notice tone="error" live title={text('refused')}>
            {problemText(error)}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  )
}
