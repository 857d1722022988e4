'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { showError } from '@/components/ui/toast'
import type { Item } from '@/server/domain/content/item.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import type { WorkflowState } from '@/server/domain/workflow/workflow.schema'

interface Props {
  step: Term<'step'>
  item: Item
  ticks: WorkflowState['ticks']
  disabled: boolean
}

/** What is to be ticked before the item may enter a step. Each tick is saved at once. */
export function StepChecklist({ step, item, ticks, disabled }: Props) {
  const text = useText('workflow.block')
  const localized = useLocalized()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug, nameOf } = useWorkspace()
  const queryKey = trpc.workflow.state.queryKey({ workspace: slug, id: item.id })
  const tick = useMutation(
    trpc.workflow.tick.mutationOptions({
      onMutate: async ({ key, ticked }) => {
        await queries.cancelQueries({ queryKey })
        queries.setQueryData(queryKey, (state) => {
          if (!state) return state
          const others = state.ticks.filter((one) => one.step !== step.key || one.key !== key)
          return { ...state, ticks: ticked ? [...others, { step: step.key, key, name: null, at: new Date() }] : others }
        })
      },
      onError: (error) => showError(problemText(error)),
      onSuccess: ({ changeSet }, { key, ticked }) => {
        const entry = step.details.checklist.find((one) => one.key === key)
        if (changeSet)
          tell(text(ticked ? 'told.ticked' : 'told.unticked', { name: entry ? localized(entry.name) : key }), changeSet)
      },
      onSettled: () => queries.invalidateQueries({ queryKey }),
    }),
  )
  const isTicked = (key: string) => ticks.some((one) => one.step === step.key && one.key === key)
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-ink-2 text-sm">{text('checklist', { step: nameOf('step', step.key) })}</legend>
      {step.details.checklist.map(({ key, name }) => (
        <Checkbox
          key={key}
          label={localized(name)}
          value={isTicked(key)}
          disabled={disabled}
          onValueChange={(ticked) => tick.mutate({ workspace: slug, id: item.id, step: step.key, key, ticked })}
        />
      ))}
    </fieldset>
  )
}
