'use client'

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useProblemText } from '@/components/i18n/use-text'
import { isMoving } from '@/components/import/steps'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { ImportSettings } from '@/server/domain/exchange/import-run.schema'

const pollMs = 700

/** One import: where it stands, and saving what a person decides about it. */
export function useImport(id: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { slug } = useWorkspace()
  const place = { workspace: slug, id }
  const detail = useSuspenseQuery({
    ...trpc.imports.get.queryOptions(place),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.state) ? pollMs : false),
  })
  const keep = async (saved: typeof detail.data) => {
    queries.setQueryData(trpc.imports.get.queryKey(place), saved)
    await Promise.all(
      [trpc.imports.inspect, trpc.imports.survey, trpc.imports.dryRun, trpc.imports.rows].map((query) =>
        queries.invalidateQueries(query.pathFilter()),
      ),
    )
  }
  const configure = useMutation(
    trpc.imports.configure.mutationOptions({
      onSuccess: keep,
      onError: async (error) => {
        showError(problemText(error))
        await queries.invalidateQueries(trpc.imports.pathFilter())
      },
    }),
  )
  return {
    place,
    detail: detail.data,
    keep,
    isSaving: configure.isPending,
    settle: (settings: ImportSettings) => configure.mutate({ ...place, revision: detail.data.revision, settings }),
  }
}

/** What the program makes of the file. */
export function useInspection(id: string) {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  return useQuery({ ...trpc.imports.inspect.queryOptions({ workspace: slug, id }), retry: false })
}
