'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { CellActions } from '@/components/coverage/cell-actions'
import { CellFigures } from '@/components/coverage/cell-figures'
import { CellItems } from '@/components/coverage/cell-items'
import { CellQuestions } from '@/components/coverage/cell-questions'
import type { Place } from '@/components/coverage/coverage-address'
import { TargetForm, type TargetTask } from '@/components/coverage/target-form'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import { isMadeUp } from '@/server/domain/coverage/coverage.rules'
import type { CoverageQuestion } from '@/server/domain/coverage/coverage.schema'
import { isPartOfAll } from '@/server/domain/coverage/drill-down.rules'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'

/** What the items of a panel are chosen for: the page adds the bar that edits many at once. */
export interface PanelSelection {
  /** What is ticked; null when all that the filter means are. */
  readonly ids: readonly string[] | null
  readonly filter: string
  readonly count: number
  readonly clear: () => void
}

interface Props {
  question: CoverageQuestion
  place: Place
  /** In the workspace's zone. */
  today: string
  words: CoverageWords
  onClose: () => void
  finalFocus: RefObject<HTMLElement | null>
  bulkBar?: (selection: PanelSelection) => ReactNode
  /** The open gaps of a phase, or of a channel in it. */
  gaps?: (phase: string, channel: string | null) => ReactNode
}

/** What stands behind a number of the heatmap, and what to do about it. */
export function CellPanel({ question, place, today, words, onClose, finalFocus, bulkBar, gaps }: Props) {
  const text = useText('coverage.panel')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug, base } = useWorkspace()
  const [task, setTask] = useState<TargetTask | null>(null)
  const actions = useRef<HTMLDivElement>(null)
  const focusTask = (of: TargetTask) => actions.current?.querySelector<HTMLElement>(`[data-task="${of}"]`)?.focus()
  const closeForm = (isSaved: boolean) => {
    flushSync(() => setTask(null))
    // What was saved may take its button away; the one for the numbers stays.
    focusTask(isSaved || task === null ? 'numbers' : task)
  }
  const asked = { workspace: slug, ...question, ...place }
  const { data: cell, error, refetch } = useQuery(trpc.coverage.cell.queryOptions(asked, { placeholderData: keepPreviousData }))
  const [row, column] = [words.rowName(place.row), words.columnName(place.column)]

  // A lens's rows are no phases.
  const isPhase = question.lens === null && place.row !== null && !isMadeUp(place.row)

  return (
    <Panel
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      crumb={text('crumb', { row, column })}
      title={place.column === null ? row : place.row === null ? column : text('title', { row, column })}
      finalFocus={finalFocus}
    >
      {error ? (
        <Notice tone="error" actions={<Button onClick={() => void refetch()}>{text('again')}</Button>}>
          {problemText(error)}
        </Notice>
      ) : null}
      {cell ? (
        <div className="flex flex-col gap-5">
          <CellFigures cell={cell} words={words} isPart={isPartOfAll(parseFilter(question.filter).filter)} />
          {isPhase ? gaps?.(place.row ?? '', question.by === 'channel' ? place.column : null) : null}
          {task && cell.target ? (
            <TargetForm
              key={task}
              task={task}
              target={cell.target}
              dimension={question.by}
              place={{ row: place.row ?? '', column: place.column ?? '' }}
              words={words}
              onDone={closeForm}
            />
          ) : (
            <CellActions
              ref={actions}
              {...{ cell, question, place, today }}
              onTask={setTask}
              onInherited={() => focusTask('numbers')}
            />
          )}
          <CellItems
            question={question}
            place={place}
            filter={cell.filter}
            count={cell.fresh + cell.stale}
            bulkBar={bulkBar}
            tableLink={
              <TextLink href={`${base}/content?${cell.filter}`} className="text-sm">
                {text('table')}
              </TextLink>
            }
          />
          <CellQuestions questions={cell.questions} />
        </div>
      ) : error ? null : (
        <SkeletonRows rows={6} label={text('loading')} />
      )}
    </Panel>
  )
}
