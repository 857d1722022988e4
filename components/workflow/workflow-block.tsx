'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { StatusDot } from '@/components/ui/status-dot'
import { ApprovalState } from '@/components/workflow/approval-state'
import { StepChecklist } from '@/components/workflow/step-checklist'
import { useApprove } from '@/components/workflow/use-approve'
import { useRefusalText } from '@/components/workflow/use-refusal-text'
import type { Item } from '@/server/domain/content/item.schema'
import { nextApprovalStep, stepBack, stepForward, stepItemOf, stepRefusals } from '@/server/domain/workflow/workflow.rules'

interface Props {
  item: Item
  editable: boolean
  /** What is typed and not saved goes along. */
  isDirty: boolean
  isSaving: boolean
  /** Chooses any other step, saved with the form; stands for the name of the step where it can be used. */
  field: ReactNode
  /** Saves the item as it is in the form, in another step. */
  onMove: (step: string) => void
}

/** Where the item stands on its way, what stands between it and the next step, and who has said yes. */
export function WorkflowBlock({ item, editable, isDirty, isSaving, field, onMove }: Props) {
  const text = useText('workflow.block')
  const trpc = useTRPC()
  const refusalText = useRefusalText()
  const { slug, actor, vocabulary, nameOf } = useWorkspace()
  const { data: state } = useQuery(trpc.workflow.state.queryOptions({ workspace: slug, id: item.id }))
  const approve = useApprove(item)
  const current = vocabulary.step.find(({ key }) => key === item.step)
  const next = stepForward(item, vocabulary)
  const back = stepBack(item, vocabulary)
  const yes = nextApprovalStep(item, vocabulary)
  const isWaiting = yes?.key === item.step && !state?.approval
  const seen = (from: string | null) => stepItemOf(item, state, from, actor)
  const refusals = next ? stepRefusals(actor, seen(item.step), next, vocabulary) : []
  const yesRefusals = isWaiting && yes ? stepRefusals(actor, seen(null), yes, vocabulary) : []
  const told = [...new Set([...refusals, ...yesRefusals].map(refusalText))]
  const listed = [...new Set([current, next])].filter((step) => step !== undefined && step.details.checklist.length > 0)
  return (
    <section aria-labelledby="workflow-block" className="flex flex-col gap-3 rounded-md border p-3">
      <h2 id="workflow-block" className="flex flex-wrap items-center gap-x-2 text-base">
        {text('title')}
        {editable ? null : (
          <StatusDot
            progress={item.status}
            label={nameOf('step', item.step)}
            className="font-normal font-sans text-ink-2 text-sm"
          />
        )}
      </h2>
      {editable ? field : null}
      {state ? <ApprovalState state={state} item={item} isWaiting={isWaiting} /> : null}
      {listed.map((step) =>
        step ? <StepChecklist key={step.key} step={step} item={item} ticks={state?.ticks ?? []} disabled={!editable} /> : null,
      )}
      {editable ? (
        <div className="flex flex-wrap gap-2" data-print="hide">
          {isWaiting ? (
            <Button
              size="sm"
              variant="primary"
              loading={approve.isPending}
              {...reasonOf(yesRefusals.map(refusalText), isDirty ? text('saveFirst') : undefined)}
              onClick={approve.run}
            >
              {text('approve')}
            </Button>
          ) : null}
          {next ? (
            <Button size="sm" loading={isSaving} {...reasonOf(refusals.map(refusalText))} onClick={() => onMove(next.key)}>
              {next.details.approval
                ? text('approve')
                : next.details.kind === 'in_review'
                  ? text('review')
                  : text('move', { step: nameOf('step', next.key) })}
            </Button>
          ) : null}
          {back ? (
            <Button size="sm" variant="quiet" loading={isSaving} onClick={() => onMove(back.key)}>
              {text('back', { step: nameOf('step', back.key) })}
            </Button>
          ) : null}
        </div>
      ) : null}
      {editable && told.length > 0 ? (
        <ul className="flex flex-col gap-1 text-ink-2 text-sm">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const reasonOf = (reasons: readonly string[], first?: string): { disabledReason?: string } => {
  const reason = first ?? reasons[0]
  return reason === undefined ? {} : { disabledReason: reason }
}
