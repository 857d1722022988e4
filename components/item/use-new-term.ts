'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { TagDimension } from '@/server/domain/vocabulary/vocabulary.schema'

/** Vocabularies that grow while one tags; phases and purposes are made with more thought, in the settings. */
export type GrowingDimension = Exclude<TagDimension, 'phase'>

/** Adds a term by its name and gives its key; null when it was refused. Undefined where the person may not. */
export function useNewTerm():
  | ((dimension: GrowingDimension, name: string, phase?: string) => Promise<string | null>)
  | undefined {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const text = useText('item')
  const problemText = useProblemText()
  const { slug, can } = useWorkspace()
  if (!can('vocabulary.create')) return undefined
  return async (dimension, words, phase) => {
    const name = { en: words, de: words }
    try {
      const { key, changeSet } = await client.vocabulary.create.mutate({
        workspace: slug,
        term: dimension === 'question' && phase !== undefined ? { dimension, name, details: { phase } } : { dimension, name },
      })
      await queries.invalidateQueries(trpc.vocabulary.get.pathFilter())
      tell(text(dimension === 'campaign' ? 'told.campaignCreated' : 'told.termCreated', { name: words }), changeSet)
      return key
    } catch (error) {
      showError(problemText(error))
      return null
    }
  }
}
