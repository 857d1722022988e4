'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Place } from '@/components/coverage/coverage-address'
import type { TargetTask } from '@/components/coverage/target-form'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { showError } from '@/components/ui/toast'
import { isMadeUp } from '@/server/domain/coverage/coverage.rules'
import type { CoverageQuestion } from '@/server/domain/coverage/coverage.schema'
import type { CellView } from '@/server/domain/coverage/coverage-picture.schema'

interface Props {
  cell: CellView
  question: CoverageQuestion
  place: Place
  onTask: (task: TargetTask) => void
}

/** What can be done about a cell: fill it, want more or less of it, or say that it does not apply. */
export function CellActions({ cell, question, place, onTask }: Props) {
  const text = useText('coverage.panel')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { base, slug, can } = useWorkspace()
  const { target } = cell
  const own = target?.stored.cell ?? null
  const clear = useMutation(
    trpc.targets.clear.mutationOptions({
      onSuccess: ({ changeSet }) => {
        tell(text('inherited'), changeSet)
        return queries.invalidateQueries()
      },
      onError: (error) => showError(problemText(error)),
    }),
  )
  const mayTarget = target !== null && can('target.set')
  if (!can('item.create') && !mayTarget) return null
  return (
    <div className="flex flex-wrap gap-2">
      {can('item.create') ? (
        <LinkButton variant="primary" href={`${base}/content/new${newItemSearch(question, place)}`}>
          {text('create')}
        </LinkButton>
      ) : null}
      {mayTarget ? (
        <>
          <Button onClick={() => onTask('numbers')}>{text(target.numbers ? 'changeTarget' : 'setTarget')}</Button>
          {target.reason === null ? <Button onClick={() => onTask('reason')}>{text('notApplicable')}</Button> : null}
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

/** The form of a new item, filled with what the cell says. A lens's phases are no tags. */
function newItemSearch({ by, lens }: CoverageQuestion, { row, column }: Place): string {
  const search = new URLSearchParams()
  if (lens === null && row !== null && !isMadeUp(row)) search.set('phase', row)
  if (column !== null && !isMadeUp(column) && by !== 'owner') search.set(by, column)
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
