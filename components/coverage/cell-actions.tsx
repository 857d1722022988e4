'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Ref } from 'react'
import type { Place } from '@/components/coverage/coverage-address'
import type { TargetTask } from '@/components/coverage/target-form'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useUsual } from '@/components/shell/use-usual'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { showError } from '@/components/ui/toast'
import { isMadeUp } from '@/server/domain/coverage/coverage.rules'
import { type CoverageQuestion, notCovered } from '@/server/domain/coverage/coverage.schema'
import type { CellView } from '@/server/domain/coverage/coverage-picture.schema'
import { notRefined } from '@/server/domain/coverage/lens.rules'
import { proposedDay } from '@/server/domain/facts/moment.rules'

interface Props {
  cell: CellView
  question: CoverageQuestion
  place: Place
  /** In the workspace's zone. */
  today: string
  onTask: (task: TargetTask) => void
  /** The button that was pressed is about to go. */
  onInherited: () => void
  ref: Ref<HTMLDivElement>
}

/** What can be done about a cell: fill it, want more or less of it, or say that it does not apply. */
export function CellActions({ cell, question, place, today, onTask, onInherited, ref }: Props) {
  const text = useText('coverage.panel')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { base, slug, can, choices } = useWorkspace()
  const { target } = cell
  const own = target?.stored.cell ?? null
  const clear = useMutation(
    trpc.targets.clear.mutationOptions({
      onSuccess: ({ changeSet }) => {
        tell(text('inherited'), changeSet)
        onInherited()
        return queries.invalidateQueries()
      },
      onError: (error) => showError(problemText(error)),
    }),
  )
  const mayTarget = target !== null && can('target.set')
  // No item can be given to what a lens leaves over.
  const mayCreate = can('item.create') && place.row !== notRefined && place.row !== notCovered
  const named = namedBy(question, place)
  const { phase = null, channel, type, purpose } = named
  const usual = useUsual({ phase, channel, type, purpose })
  if (!mayCreate && !mayTarget) return null
  // An idea counts nowhere: what is begun to fill a cell is planned, for a day.
  const step =
    isWanting(cell) || question.mode !== 'published' ? choices('step').find(({ details }) => details.kind === 'planned') : null
  const plan: Record<string, string> = step ? { step: step.key, plannedFor: proposedDay(today) } : {}
  const proposed = {
    ...(usual.type === null ? {} : { type: usual.type }),
    ...(usual.purpose === null ? {} : { purpose: usual.purpose }),
  }
  return (
    <div ref={ref} className="flex flex-wrap gap-2">
      {mayCreate ? (
        <LinkButton variant="primary" href={`${base}/content/new${asSearch({ ...plan, ...proposed, ...named })}`}>
          {text('create')}
        </LinkButton>
      ) : null}
      {mayCreate ? (
        <LinkButton href={`${base}/briefs/new${asSearch({ ...plan, ...named })}`}>{text('createBrief')}</LinkButton>
      ) : null}
      {mayTarget ? (
        <>
          <Button data-task="numbers" onClick={() => onTask('numbers')}>
            {text(target.numbers ? 'changeTarget' : 'setTarget')}
          </Button>
          {target.reason === null ? (
            <Button data-task="reason" onClick={() => onTask('reason')}>
              {text('notApplicable')}
            </Button>
          ) : null}
          {own ? (
            <Button
              loading={clear.isPending}
              onClick={() =>
                clear.mutate({
                  workspace: slug,
                  dimension: own.dimension,
                  phase: own.phase,
                  value: own.value,
                  revision: own.revision,
                })
              }
            >
              {text('inherit')}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

/** Fewer are live than there should be. */
function isWanting({ target, live }: CellView): boolean {
  const numbers = target?.numbers
  return numbers !== null && numbers !== undefined && live.fresh < Math.max(numbers.min, numbers.ideal)
}

/** What the cell says of content made in it. A lens's phases are no tags. */
function namedBy({ by, lens }: CoverageQuestion, { row, column }: Place): Record<string, string> {
  return {
    ...(lens === null && row !== null && !isMadeUp(row) ? { phase: row } : {}),
    ...(column !== null && !isMadeUp(column) && by !== 'owner' ? { [by]: column } : {}),
  }
}

function asSearch(named: Record<string, string>): string {
  const text = new URLSearchParams(named).toString()
  return text === '' ? '' : `?${text}`
}
