'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import { addressOf, definitionOf, isOffered, isSame } from '@/components/views/view-definition'
import type { View, ViewEdit } from '@/server/domain/views/view.schema'

/** The saved views of a screen and those of others that hold here too, the one that is on, and what can be done with them. */
export function useViews(screen: View['screen']) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const path = usePathname()
  const search = useSearchParams()
  const problemText = useProblemText()
  const text = useText('views')
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const { data, isFetching } = useQuery(trpc.views.list.queryOptions({ workspace: slug }))
  const offered = (data ?? []).filter((view) => isOffered(view, screen))
  const views = offered.filter((view) => view.screen === screen)
  const definition = definitionOf(search)
  const wanted = search.get('view')
  const current = offered.find(({ id }) => id === wanted)

  // Screens ask the server themselves, so the address changes without a round trip of its own.
  const go = (address: string, how: 'push' | 'replace' = 'push') =>
    window.history[`${how}State`](null, '', address === '' ? path : `${path}?${address}`)
  const open = (view: View | null, how: 'push' | 'replace' = 'push') => go(view ? addressOf(view, screen, search) : '', how)

  // The default holds when somebody comes without a wish of their own; "all" afterwards stays what was chosen.
  const usual = views.find((view) => view.isDefault && view.isMine && !view.isTeam) ?? views.find((view) => view.isDefault)
  const arrived = useRef(search.size > 0 && wanted === null)
  useEffect(() => {
    if (arrived.current || data === undefined || (wanted !== null && !current && isFetching)) return
    arrived.current = true
    if (wanted === null) {
      if (usual) open(usual, 'replace')
    } else if (!current) {
      showError(text('unknown'), { description: text('unknownHint') })
      go(without(search, 'view'), 'replace')
    } else if (definition === '' && !isSame(current, screen, search)) open(current, 'replace')
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
    /** Saved on other screens. */
    others: offered.filter((view) => view.screen !== screen),
    current,
    definition,
    show: (address: string) => go(address),
    isEdited: current !== undefined && !isSame(current, screen, search),
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

function without(search: URLSearchParams, name: string): string {
  const rest = new URLSearchParams(search)
  rest.delete(name)
  return rest.toString()
}
