'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '@/components/i18n/use-text'
import { useFollowEdit } from '@/components/shell/running-edits'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import type { BulkEdit, BulkProgress, FreezeInput, Frozen } from '@/server/domain/content/bulk.schema'

const pollMs = 500
const isOver = (progress: BulkProgress | undefined): boolean => progress?.state === 'done' || progress?.state === 'failed'

/**
 * One bulk edit from the frozen selection to its result. The selection is frozen on the server when the dialog opens, so
 * what the dialog says is what will be changed; more than a few thousand items run as a job that is asked about until it is done.
 */
export function useBulk(selection: FreezeInput, what: string, asks?: string) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const follow = useFollowEdit()
  const text = useText('bulk')
  const { slug } = useWorkspace()

  const frozen = useQuery<Frozen>({
    queryKey: ['bulk', 'frozen', slug, selection],
    queryFn: () => client.bulk.freeze.mutate({ workspace: slug, selection }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const finish = async ({ result }: BulkProgress) => {
    const { changeSet, done, voided } = result
    const lost = voided > 0 ? { description: text('voided', { count: voided }), stays: true } : {}
    if (changeSet) tell(text('done', { count: done, what }), changeSet, { asks, ...lost })
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'bulk' })
  }
  const run = useMutation({
    mutationFn: (edit: BulkEdit) => {
      if (!frozen.data) throw new Error('the selection is not frozen yet')
      const { selectionId, count } = frozen.data
      return client.bulk.run.mutate({ workspace: slug, selectionId, expectedCount: count, edit })
    },
    onSuccess(progress) {
      if (isOver(progress)) return finish(progress)
      // From here on the shell waits for the end, whether this dialog stays open or not.
      if (frozen.data) follow({ selectionId: frozen.data.selectionId, what })
    },
  })
  const isRunning = run.data !== undefined && !isOver(run.data)
  const progress = useQuery({
    ...trpc.bulk.progress.queryOptions({ workspace: slug, selectionId: frozen.data?.selectionId ?? '' }),
    enabled: isRunning,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : pollMs),
    staleTime: 0,
  })
  const latest = isRunning ? (progress.data ?? run.data) : run.data
  return { frozen, run, progress: latest, isOver: isOver(latest) }
}
