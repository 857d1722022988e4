'use client'

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useProblemText } from '@/components/i18n/use-text'
import { withSettings } from '@/components/import/settled'
import { isMoving } from '@/components/import/steps'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { ImportSettings, Inspection } from '@/server/domain/exchange/import-run.schema'

const pollMs = 700

/** One import: where it stands, and saving what a person decides about it. */
export function useImport(id: string) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { slug } = useWorkspace()
  const place = { workspace: slug, id }
  const detailKey = trpc.imports.get.queryKey(place)
  const inspectKey = trpc.imports.inspect.queryKey(place)
  const detail = useSuspenseQuery({
    ...trpc.imports.get.queryOptions(place),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.state) ? pollMs : false),
  })
  const keep = async (saved: typeof detail.data) => {
    queries.setQueryData(detailKey, saved)
    await Promise.all(
      [trpc.imports.inspect, trpc.imports.survey, trpc.imports.dryRun, trpc.imports.rows].map((query) =>
        queries.invalidateQueries(query.pathFilter()),
      ),
    )
  }
  const mutationKey = ['settle an import', slug, id]
  const configure = useMutation({
    mutationKey,
    // One after the other, each upon the revision that the one before has made.
    scope: { id: mutationKey.join(' ') },
    mutationFn: (settings: ImportSettings) =>
      client.imports.configure.mutate({
        ...place,
        revision: queries.getQueryData(detailKey)?.revision ?? detail.data.revision,
        settings,
      }),
    onSuccess: async (saved) => {
      // While more is on its way, what the server knows is older than what is shown.
      if (queries.isMutating({ mutationKey }) > 1)
        queries.setQueryData(detailKey, (shown) => shown && { ...saved, settings: shown.settings })
      else await keep(saved)
    },
    onError: async (error) => {
      showError(problemText(error))
      await queries.invalidateQueries(trpc.imports.pathFilter())
    },
  })
  return {
    place,
    detail: detail.data,
    keep,
    isSaving: configure.isPending,
    /** Shown at once. What is decided is worked out from what stands now, which may be newer than what a handler saw. */
    settle: (change: ImportSettings | ((now: Inspection) => ImportSettings)) => {
      const now = queries.getQueryData(inspectKey)
      if (typeof change === 'function' && !now) return
      const settings = typeof change === 'function' && now ? change(now) : (change as ImportSettings)
      void queries.cancelQueries({ queryKey: inspectKey })
      if (now) queries.setQueryData(inspectKey, withSettings(now, settings))
      const { reading } = settings
      if (reading)
        queries.setQueryData(detailKey, (shown) => shown && { ...shown, settings: { ...shown.settings, reading, mapping: null } })
      configure.mutate(settings)
    },
  }
}

/** What the program makes of the file. */
export function useInspection(id: string) {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  return useQuery({ ...trpc.imports.inspect.queryOptions({ workspace: slug, id }), retry: false })
}
