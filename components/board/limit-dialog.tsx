'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { FormDialog } from '@/components/ui/form-dialog'
import { NumberInput } from '@/components/ui/number-input'

/** How many items a step may hold before its column says that there are too many. */
export function LimitDialog({ step, onClose }: { step: string; onClose: () => void }) {
  const text = useText('board.limit')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const language = useLanguage()
  const tell = useUndoToast()
  const problemText = useProblemText()
  const { slug, term, nameOf } = useWorkspace()
  const known = term('step', step)
  const [limit, setLimit] = useState<number | null>(known?.details.wipLimit ?? null)
  const save = useMutation(
    trpc.vocabulary.edit.mutationOptions({
      async onSuccess({ changeSet }) {
        if (changeSet) tell(text('done', { name: nameOf('step', step) }), changeSet)
        await Promise.all([trpc.vocabulary, trpc.board].map((part) => queries.invalidateQueries(part.pathFilter())))
        onClose()
      },
    }),
  )
  const submit = () => {
    if (!known) return
    const edits = [{ key: step, revision: known.revision, change: { details: { wipLimit: limit } } }]
    save.mutate({ workspace: slug, save: { dimension: 'step', edits } })
  }
  return (
    <FormDialog
      size="sm"
      title={text('title', { name: nameOf('step', step) })}
      action={text('save')}
      pending={save.isPending}
      error={save.error && problemText(save.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberInput
        label={text('label')}
        help={text('help')}
        locale={language}
        min={1}
        max={999}
        value={limit}
        onValueChange={setLimit}
      />
    </FormDialog>
  )
}
