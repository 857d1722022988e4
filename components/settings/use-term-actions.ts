'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import { looseDimension, ownDimension } from '@/server/domain/vocabulary/term.schema'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** What takes effect at once and can be undone: putting in the archive, taking out of it, deleting what is unused. */
export function useTermActions() {
  const text = useText('settings.term')
  const language = useLanguage()
  const problemText = useProblemText()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const archive = useMutation(trpc.vocabulary.archive.mutationOptions())
  const remove = useMutation(trpc.vocabulary.delete.mutationOptions())

  async function run(work: () => Promise<{ changeSet: string }>, message: string) {
    try {
      tell(message, (await work()).changeSet)
    } catch (error) {
      showError(problemText(error))
    }
    await queries.invalidateQueries(trpc.vocabulary.pathFilter())
  }
  const name = (term: Term) => termName(term, language)
  return {
    archive: (term: Term, archived: boolean) =>
      run(
        () =>
          archive.mutateAsync({
            workspace: slug,
            dimension: ownDimension.parse(term.dimension),
            key: term.key,
            revision: term.revision,
            archived,
          }),
        text(archived ? 'archived' : 'restored', { name: name(term) }),
      ),
    remove: (term: Term) =>
      run(
        () =>
          remove.mutateAsync({
            workspace: slug,
            dimension: looseDimension.parse(term.dimension),
            key: term.key,
            revision: term.revision,
          }),
        text('deleted', { name: name(term) }),
      ),
  }
}
