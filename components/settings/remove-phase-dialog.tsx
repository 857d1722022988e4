'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { MoveSummary } from '@/components/settings/move-summary'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** Stands for "to no other phase"; no key begins so. */
const nowhere = '-'

/** A phase goes: where do its items, targets and questions go? */
export function RemovePhaseDialog({ phase, onClose }: { phase: Term<'phase'>; onClose: () => void }) {
  const text = useText('settings')
  const problemText = useProblemText()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug, choices, nameOf } = useWorkspace()
  const [choice, setChoice] = useState<string | null>(null)
  const into = choice === null || choice === nowhere ? null : choice
  const name = nameOf('phase', phase.key)
  const preview = useQuery({
    ...trpc.journey.previewRemoval.queryOptions({ workspace: slug, key: phase.key, into }),
    staleTime: 0,
  })
  const remove = useMutation(trpc.journey.removePhase.mutationOptions())
  const isUnused = preview.data?.items === 0 && preview.data.targets === 0 && preview.data.questions === 0

  async function run(expectedItems: number) {
    try {
      const { key, revision } = phase
      const { changeSet } = await remove.mutateAsync({ workspace: slug, key, revision, into, expectedItems })
      tell(text('remove.done', { name, count: expectedItems }), changeSet)
      onClose()
      await queries.invalidateQueries()
    } catch {
      await preview.refetch()
    }
  }
  const error = remove.error ?? preview.error
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={text('remove.title', { name })}
      footer={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button
            variant="danger"
            disabled={!preview.data || (choice === null && !isUnused)}
            loading={remove.isPending}
            onClick={() => preview.data && void run(preview.data.items)}
          >
            {text('remove.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isUnused ? (
          <p>{text('remove.unused')}</p>
        ) : (
          <RadioGroup
            label={text('remove.where')}
            value={choice}
            onValueChange={setChoice}
            options={[
              ...choices('phase')
                .filter(({ key }) => key !== phase.key)
                .map(({ key, details }) => ({ value: key, label: `${details.letter} · ${nameOf('phase', key)}` })),
              { value: nowhere, label: text('remove.nowhere'), help: text('remove.nowhereHelp') },
            ]}
          />
        )}
        {error ? <Notice tone="error">{problemText(error)}</Notice> : null}
        {preview.data && !isUnused && choice !== null ? (
          <MoveSummary preview={preview.data} into={into === null ? null : nameOf('phase', into)} />
        ) : null}
      </div>
    </Dialog>
  )
}
