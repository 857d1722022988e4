'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useProblemText, useText } from '@/components/i18n/use-text'
import type { ItemForm } from '@/components/item/use-item-form'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { Item } from '@/server/domain/content/item.schema'
import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'

/** Everything that is done to an item as a whole. All but deleting for good can be undone. */
export function useItemActions(item: Item, form: Pick<ItemForm, 'save'>) {
  const text = useText('item')
  const problemText = useProblemText()
  const router = useRouter()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug, base, choices } = useWorkspace()
  const steps = choices('step')
  const stepOf = (kind: Status) => steps.find(({ details }) => details.kind === kind)?.key
  const ids = { workspace: slug, ids: [item.id] }
  const onError = (error: unknown) => showError(problemText(error))

  const trash = useMutation(
    trpc.content.trash.mutationOptions({
      onError,
      onSuccess: ({ changeSet }) => {
        if (changeSet) tell(text('told.trashed', { title: item.title }), changeSet)
        return queries.invalidateQueries()
      },
    }),
  )
  const restore = useMutation(
    trpc.content.restore.mutationOptions({
      onError,
      onSuccess: ({ changeSet }) => {
        if (changeSet) tell(text('told.restored', { title: item.title }), changeSet)
        return queries.invalidateQueries()
      },
    }),
  )
  const purge = useMutation(
    trpc.content.purge.mutationOptions({
      onError,
      onSuccess: () => {
        router.push(`${base}/content`)
        return queries.invalidateQueries()
      },
    }),
  )
  const duplicate = useMutation(
    trpc.content.duplicate.mutationOptions({
      onError,
      onSuccess: ({ item: copy, changeSet }) => {
        queries.setQueryData(trpc.content.get.queryKey({ workspace: slug, id: copy.id }), copy)
        if (changeSet) tell(text('told.duplicated', { title: item.title }), changeSet)
        router.push(`${base}/content/${copy.id}`)
      },
    }),
  )
  return {
    archive: () =>
      void form.save({ step: stepOf('archived') ?? 'archived' }, { told: ({ title }) => text('told.archived', { title }) }),
    duplicate: () =>
      duplicate.mutate({ workspace: slug, id: item.id, title: text('copyOf', { title: item.title }).slice(0, 500) }),
    trash: () => trash.mutate(ids),
    restore: () => restore.mutate(ids),
    isRestoring: restore.isPending,
    purge: () => purge.mutate(ids),
    isPurging: purge.isPending,
  }
}
