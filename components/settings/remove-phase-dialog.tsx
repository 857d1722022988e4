'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { MoveSummary } from '@/components/settings/move-summary'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { FormDialog } from '@/components/ui/form-dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { stagePresets } from '@/server/presets/stages'

/** Stands for "to no other phase"; no key begins so. */
const nowhere = '-'

/** A phase goes: where do its items, targets, questions and stages go? */
export function RemovePhaseDialog({ phase, onClose }: { phase: Term<'phase'>; onClose: () => void }) {
  const text = useText('settings')
  const problemText = useProblemText()
  const tell = useUndoToast()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const localized = useLocalized()
  const format = useFormatter()
  const { slug, choices, nameOf } = useWorkspace()
  const [choice, setChoice] = useState<string | null>(null)
  const [stageChoice, setStageChoice] = useState<string | null>(null)
  const into = choice === null || choice === nowhere ? null : choice
  const name = nameOf('phase', phase.key)
  const preview = useQuery({
    ...trpc.journey.previewRemoval.queryOptions({ workspace: slug, key: phase.key, into }),
    staleTime: 0,
  })
  const remove = useMutation(trpc.journey.removePhase.mutationOptions())
  const isUnused = preview.data?.items === 0 && preview.data.targets === 0 && preview.data.questions === 0
  const others = choices('phase').filter(({ key }) => key !== phase.key)
  const phases = others.map(({ key, details }) => ({ value: key, label: `${details.letter} · ${nameOf('phase', key)}` }))
  const stages = stagePresets.filter(({ key }) => phase.details.stages.includes(key)).map((stage) => localized(stage.name))
  // With the items, unless somebody says otherwise; where there are none, to the neighbour.
  const neighbour = others[Math.max(0, choices('phase').findIndex(({ key }) => key === phase.key) - 1)]?.key ?? nowhere
  const stagesTo = stageChoice ?? choice ?? (isUnused ? neighbour : nowhere)
  const stagesInto = stagesTo === nowhere ? null : stagesTo

  async function run(expectedItems: number) {
    try {
      const { key, revision } = phase
      const { changeSet } = await remove.mutateAsync({ workspace: slug, key, revision, into, stagesInto, expectedItems })
      tell(text('remove.done', { name, count: expectedItems }), changeSet)
      onClose()
      await queries.invalidateQueries()
    } catch {
      await preview.refetch()
    }
  }
  const error = remove.error ?? preview.error
  return (
    <FormDialog
      danger
      title={text('remove.title', { name })}
      action={text('remove.do')}
      disabled={!preview.data || (choice === null && !isUnused)}
      pending={remove.isPending}
      error={error && problemText(error)}
      onSubmit={() => preview.data && run(preview.data.items)}
      onClose={onClose}
    >
      {isUnused ? (
        <p>{text('remove.unused')}</p>
      ) : (
        <RadioGroup
          label={text('remove.where')}
          value={choice}
          onValueChange={setChoice}
          options={[...phases, { value: nowhere, label: text('remove.nowhere'), help: text('remove.nowhereHelp') }]}
        />
      )}
      {stages.length > 0 && (isUnused || choice !== null) ? (
        <Select
          label={text('remove.stages', { count: stages.length, stages: format.list(stages) })}
          help={stagesInto === null ? text('remove.stagesGo', { count: stages.length }) : undefined}
          value={stagesTo}
          onValueChange={setStageChoice}
          items={[...phases, { value: nowhere, label: text('remove.noPhase') }]}
        />
      ) : null}
      {preview.data && !isUnused && choice !== null ? (
        <MoveSummary preview={preview.data} into={into === null ? null : nameOf('phase', into)} />
      ) : null}
    </FormDialog>
  )
}
