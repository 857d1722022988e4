'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import { definitionOf } from '@/components/views/view-definition'
import type { View, ViewEdit } from '@/server/domain/views/view.schema'

/** The saved views of a screen, the one that is on, and what can be done with them. */
export function useViews(screen: View['screen']) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const path = usePathname()
  const search = useSearchParams()
  const problemText = useProblemText()
  const text = useText('views')
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const { data } = useQuery(trpc.views.list.queryOptions({ workspace: slug }))
  const views = (data ?? []).filter((view) => view.screen === screen)
  const definition = definitionOf(search)
  const current = views.find(({ id }) => id === search.get('view'))

  const show = (wanted: string) => router.push(wanted === '' ? path : `${path}?${wanted}`, { scroll: false })
  const open = (view: View | null, how: 'push' | 'replace' = 'push') => {
    const next = new URLSearchParams(view?.definition ?? '')
    if (view) next.set('view', view.id)
    const wanted = next.toString()
    router[how](wanted === '' ? path : `${path}?${wanted}`, { scroll: false })
  }

  // The default holds when somebody comes without a wish of their own; "all" afterwards stays what was chosen.
  const usual = views.find((view) => view.isDefault && view.isMine && !view.isTeam) ?? views.find((view) => view.isDefault)
  const arrived = useRef(search.size > 0)
  useEffect(() => {
    if (arrived.current || data === undefined) return
    arrived.current = true
    if (usual) open(usual, 'replace')
  })

  const settled = {
    onSettled: () => queries.invalidateQueries(trpc.views.pathFilter()),
    onError: (error: unknown) => showError(problemText(error)),
  }
  const told = {
    ...settled,
    onSuccess: ({ name, changeSet }: { name: string; changeSet: string }) => tell(text('saved', { name }), changeSet),
  }
  const create = useMutation(trpc.views.create.mutationOptions(told))
  const edit = useMutation(trpc.views.edit.mutationOptions(told))
  const remove = useMutation(trpc.views.delete.mutationOptions(settled))
  return {
    views,
    current,
    definition,
    show,
    isEdited: current !== undefined && current.definition !== definition,
    open,
    async saveAs(name: string, isTeam: boolean) {
      const view = await create.mutateAsync({ workspace: slug, view: { screen, name, definition, isTeam } })
      open(view, 'replace')
      return view
    },
    save: (view: View) => edit.mutate({ workspace: slug, id: view.id, revision: view.revision, change: { definition } }),
    change: (view: View, change: ViewEdit['change']) =>
      edit.mutate({ workspace: slug, id: view.id, revision: view.revision, change }),
    remove(view: View) {
      remove.mutate(
        { workspace: slug, id: view.id },
        { onSuccess: ({ changeSet }) => tell(text('deleted', { name: view.name }), changeSet) },
      )
      open(null, 'replace')
    },
  }
}
