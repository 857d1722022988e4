'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, useText } from '@/components/i18n/use-text'
import { useUndo } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError, showSuccess } from '@/components/ui/toast'
import type { BulkProgress, BulkResult } from '@/server/domain/content/bulk.schema'

const pollMs = 1000
/** So many reasons are told in the toast. */
const mostReasons = 3

interface RunningEdit {
  readonly selectionId: string
  /** What is done to the items, in words: "Status". */
  readonly what: string
}

const RunningEditsContext = createContext<((edit: RunningEdit) => void) | null>(null)

/**
 * Bulk edits that go on as jobs. They end while the person is anywhere in the workspace, so the shell waits for them, says what
 * came of them with a way back, and has everything on the screen fetched anew.
 */
export function RunningEditsProvider({ children }: { children: ReactNode }) {
  const [running, setRunning] = useState<readonly RunningEdit[]>([])
  const follow = useCallback((edit: RunningEdit) => setRunning((edits) => [...edits, edit]), [])
  const drop = useCallback((id: string) => setRunning((edits) => edits.filter(({ selectionId }) => selectionId !== id)), [])
  return (
    <RunningEditsContext value={follow}>
      {children}
      {running.map((edit) => (
        <Follower key={edit.selectionId} {...edit} onEnd={drop} />
      ))}
    </RunningEditsContext>
  )
}

/** `follow({ selectionId, what })`: the shell tells when this bulk edit has ended. */
export function useFollowEdit(): (edit: RunningEdit) => void {
  const follow = use(RunningEditsContext)
  if (!follow) throw new Error('the shell is missing above this component')
  return follow
}

const isOver = (progress: BulkProgress | undefined): boolean => progress?.state === 'done' || progress?.state === 'failed'

function Follower({ selectionId, what, onEnd }: RunningEdit & { onEnd: (selectionId: string) => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const { tell } = useUndo()
  const text = useText('bulk')
  const reasonsOf = useReasons()
  const { data, error } = useQuery({
    ...trpc.bulk.progress.queryOptions({ workspace: slug, selectionId }),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : pollMs),
    staleTime: 0,
  })
  const isGone = problemOf(error)?.code === 'not_found'

  const told = useRef(false)
  useEffect(() => {
    if (isGone) return onEnd(selectionId)
    if (data === undefined || !isOver(data) || told.current) return
    told.current = true
    const { done, skipped, failedCount, changeSet, voided } = data.result
    const hasStopped = data.state === 'failed'
    const message = text(hasStopped ? 'endedEarly' : 'ended', { what, done, skipped, failed: failedCount })
    const description = reasonsOf(data.result)
    // What did not go as meant stays until it is read.
    const stays = hasStopped || failedCount > 0 || voided > 0
    if (changeSet) tell(message, changeSet, { description, stays })
    else (stays ? showError : showSuccess)(message, { description })
    // The selection behind an open dialog is not to be frozen a second time.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'bulk' })
    onEnd(selectionId)
  }, [data, isGone, selectionId, what, text, reasonsOf, tell, queries, onEnd])
  return null
}

/** What else is to be known: approvals that hold no more, and why items were not changed, the commonest first: "12 × the status may not be left empty". */
function useReasons(): (result: BulkResult) => ReactNode {
  const text = useText('bulk')
  const all = useText()
  return useCallback(
    ({ failed, failedCount, voided }: BulkResult) => {
      if (failed.length === 0 && voided === 0) return undefined
      const counts = new Map<string, number>()
      for (const { messageKey, details } of failed) {
        const reason = all(messageKey as never, details as never)
        counts.set(reason, (counts.get(reason) ?? 0) + 1)
      }
      const told = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostReasons)
      const rest = failedCount - told.reduce((sum, [, count]) => sum + count, 0)
      return (
        <ul>
          {told.map(([reason, count]) => (
            <li key={reason}>{text('reason', { count, reason })}</li>
          ))}
          {voided > 0 ? <li>{text('voided', { count: voided })}</li> : null}
          {rest > 0 ? <li>{text('moreFailed', { count: rest })}</li> : null}
        </ul>
      )
    },
    [text, all],
  )
}
