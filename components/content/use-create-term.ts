'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'

/** Vocabularies that grow while one tags; phases are made with more thought, in the settings. */
const growing = ['channel', 'persona', 'topic'] as const
type Growing = (typeof growing)[number]
const isGrowing = (name: string | null): name is Growing => growing.some((known) => known === name)

/** For a column of tags: adds a term by its name and gives its key; null when it was refused. Undefined where the person may not. */
export function useCreateTerm(): (dimension: string | null) => ((name: string) => Promise<string | null>) | undefined {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const text = useText('table')
  const problemText = useProblemText()
  const { slug, can } = useWorkspace()
  return (dimension) => {
    if (!isGrowing(dimension) || !can('vocabulary.create')) return undefined
    return async (name) => {
      try {
        const { key, changeSet } = await client.vocabulary.create.mutate({
          workspace: slug,
          term: { dimension, name: { en: name, de: name } },
        })
        await queries.invalidateQueries(trpc.vocabulary.get.pathFilter())
        tell(text('termCreated', { name }), changeSet)
        return key
      } catch (error) {
        showError(problemText(error))
        return null
      }
    }
  }
}
