'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { MoveSummary } from '@/components/settings/move-summary'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Combobox } from '@/components/ui/combobox'
import { FormDialog } from '@/components/ui/form-dialog'
import { looseDimension } from '@/server/domain/vocabulary/term.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** Two words for one thing become one: shows first what would change. */
export function MergeDialog({ term, onClose }: { term: Term; onClose: () => void }) {
  const text = useText('settings')
  const problemText = useProblemText()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug, choices, nameOf } = useWorkspace()
  const [into, setInto] = useState<string | null>(null)
  const dimension = looseDimension.parse(term.dimension)
  const name = nameOf(dimension, term.key)
  const move = { workspace: slug, dimension, from: term.key, into: into ?? '' }
  const preview = useQuery({ ...trpc.vocabulary.previewMerge.queryOptions(move), enabled: into !== null, staleTime: 0 })
  const merge = useMutation(trpc.vocabulary.merge.mutationOptions())

  async function run(expectedItems: number) {
    try {
      const { changeSet } = await merge.mutateAsync({ ...move, expectedItems })
      tell(text('merge.done', { from: name, into: nameOf(dimension, move.into), count: expectedItems }), changeSet)
      onClose()
      await queries.invalidateQueries()
    } catch {
      await preview.refetch()
    }
  }
  const error = merge.error ?? preview.error
  return (
    <FormDialog
      title={text('merge.title', { name })}
      description={text('merge.lead')}
      action={text('merge.do')}
      disabled={into === null || !preview.data}
      pending={merge.isPending}
      error={error && problemText(error)}
      onSubmit={() => preview.data && run(preview.data.items)}
      onClose={onClose}
    >
      <Combobox
        label={text('merge.into')}
        value={into}
        onValueChange={setInto}
        items={choices(dimension)
          .filter(({ key }) => key !== term.key)
          .map(({ key }) => ({ value: key, label: nameOf(dimension, key) }))}
      />
      {into !== null && preview.data ? <MoveSummary preview={preview.data} into={nameOf(dimension, into)} /> : null}
    </FormDialog>
  )
}
