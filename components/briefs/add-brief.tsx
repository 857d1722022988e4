'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { TemplateSelect } from '@/components/briefs/template-select'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { showError } from '@/components/ui/toast'
import { usualKey } from '@/server/domain/briefs/brief.schema'
import type { Item } from '@/server/domain/content/item.schema'

/** An item without a brief gets one here: from what fits its type, from another template, or blank. */
export function AddBrief({ item, disabled }: { item: Item; disabled: boolean }) {
  const text = useText('briefs')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const [template, setTemplate] = useState<string>(usualKey)
  const create = useMutation(
    trpc.briefs.create.mutationOptions({
      onSuccess: ({ changeSet }) => {
        if (changeSet) tell(text('told.added'), changeSet)
        return queries.invalidateQueries(trpc.briefs.pathFilter())
      },
      onError: (error) => showError(problemText(error)),
    }),
  )
  if (disabled) {
    return <EmptyState title={text('none.title')}>{text(item.deletedAt === null ? 'none.readOnly' : 'none.trash')}</EmptyState>
  }
  return (
    <EmptyState
      title={text('none.title')}
      actions={
        <div className="flex flex-wrap items-end gap-2">
          <TemplateSelect value={template} onValueChange={setTemplate} type={item.type} />
          <Button
            variant="primary"
            loading={create.isPending}
            onClick={() =>
              create.mutate({
                workspace: slug,
                brief: { itemId: item.id, template: template === '' ? null : template },
              })
            }
          >
            {text('none.add')}
          </Button>
        </div>
      }
    >
      {text('none.lead')}
    </EmptyState>
  )
}
